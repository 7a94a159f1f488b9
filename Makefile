# SPDX-License-Identifier: MIT
# One non-recursive Makefile. Everything that is made lies under build/; plain `make` installs
# nothing on the system. `make help` lists the targets.
.SUFFIXES:
.DELETE_ON_ERROR:
.DEFAULT_GOAL := all
MAKEFLAGS += --no-builtin-rules
ifeq ($(MAKELEVEL),0)
MAKEFLAGS += -j$(shell nproc 2>/dev/null || echo 1)
endif
SHELL := /bin/sh

VERSION := 0.1.0
PREFIX ?= /usr/local
SYSCONFDIR ?= /etc
AWK ?= awk
ifeq ($(origin CC),default)
CC := cc
endif
CFLAGS ?= -O2 -g
FUZZ_SECONDS ?= 60

# SAN=1, COVERAGE=1 and FUZZER=1 build trees of their own, so that no object is ever mixed.
BUILD := build$(if $(SAN),/san)$(if $(COVERAGE),/coverage)$(if $(FUZZER),/fuzz)

BUILD_PACKAGES := build-essential pkg-config libncurses-dev libsqlite3-dev libconfig-dev \
	libutf8proc-dev libsodium-dev libjansson-dev
TEST_PACKAGES := $(BUILD_PACKAGES) libcmocka-dev libvterm-dev sqlite3 git tmux screen ncurses-term \
	python3 universal-ctags man-db groff-base openssh-client openssh-server sudo systemd \
	putty-tools jq
LINT_PACKAGES := $(TEST_PACKAGES) clang clang-tidy cppcheck
FUZZ_PACKAGES := $(BUILD_PACKAGES) clang llvm libclang-rt-14-dev
BENCH_PACKAGES := $(BUILD_PACKAGES) python3 mutt

LIBRARIES := ncursesw sqlite3 libconfig libsodium jansson libutf8proc
LIB_CFLAGS := $(shell pkg-config --cflags $(LIBRARIES) 2>/dev/null)
LIB_LDLIBS := $(shell pkg-config --libs $(LIBRARIES) 2>/dev/null)

WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
	-Wmissing-prototypes -Wold-style-definition -Wpointer-arith -Wcast-qual -Wwrite-strings \
	-Wundef -Wformat=2 -Wvla -Wswitch-enum -Wnull-dereference -Wno-format-nonliteral
# gcc's range analysis takes the sanitizers' checks for truths about a string's length.
SAN_GCC := $(if $(SAN),$(if $(findstring clang,$(shell $(CC) --version 2>&1)),,-Wno-format-truncation))
FORTIFY := $(if $(SAN)$(COVERAGE),,$(if $(filter -O1 -O2 -O3 -Os -Og,$(CFLAGS)),-D_FORTIFY_SOURCE=2))
HARDENING := -fstack-protector-strong -fPIE $(FORTIFY)
comma := ,
SANITIZE := $(if $(SAN),-fsanitize=address$(comma)undefined -fno-sanitize-recover=all \
	-fno-omit-frame-pointer) $(if $(FUZZER),-fsanitize=fuzzer-no-link)
# As a library of its own, gcc's reports on undefined behaviour go to the terminal, whatever log_path says.
SAN_LDFLAGS := $(if $(SAN_GCC),-static-libubsan)
COVERAGE_FLAGS := $(if $(COVERAGE),--coverage -O0 -DDIEUPHOI_COVERAGE)
ALL_CFLAGS = -std=c17 -D_GNU_SOURCE $(WARNINGS) $(if $(WERROR),-Werror) $(SAN_GCC) $(HARDENING) \
	$(CFLAGS) $(SANITIZE) $(COVERAGE_FLAGS) -Isrc -I$(BUILD)/gen $(LIB_CFLAGS) $(OWN_FLAGS) $(CPPFLAGS)
DEFINES := -DDIEUPHOI_VERSION='"$(VERSION)"' -DDIEUPHOI_DATADIR='"$(PREFIX)/share/dieuphoi"' \
	-DDIEUPHOI_SYSCONFDIR='"$(SYSCONFDIR)/dieuphoi"'
ALL_LDFLAGS = -pie -Wl,-z,relro -Wl,-z,now $(LDFLAGS) $(SANITIZE) $(SAN_LDFLAGS) $(COVERAGE_FLAGS)

SOURCES := $(sort $(wildcard src/*/*.c src/*/*/*.c))
OBJECTS := $(SOURCES:src/%.c=$(BUILD)/obj/%.o) $(BUILD)/obj/gen/queries.o $(BUILD)/obj/gen/migrations.o \
	$(BUILD)/obj/gen/tr_english.o
LIBRARY := $(BUILD)/libdieuphoi.a
PROGRAM := $(BUILD)/dieuphoi
GENERATED := $(BUILD)/gen/db/queries.h

# V=1 shows the commands themselves.
quiet = $(if $(V),,@printf '  %-6s %s\n' '$(1)' '$(2)';)

.PHONY: all help run test tests bench lint fuzz coverage install install-files uninstall clean
all: $(PROGRAM)

$(PROGRAM): $(BUILD)/obj/main.o $(LIBRARY)
	$(call quiet,LINK,$@)$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIB_LDLIBS)

$(LIBRARY): $(OBJECTS)
	@rm -f $@
	$(call quiet,AR,$@)$(AR) rcs $@ $^

$(BUILD)/obj/%.o: src/%.c $(BUILD)/flags | $(GENERATED)
	@mkdir -p $(@D)
	$(call quiet,CC,$<)$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# Those alone that say the version or where the program is installed.
DEFINED := $(BUILD)/obj/cli/cli.o $(BUILD)/obj/cli/help.o $(BUILD)/obj/cli/paths.o
$(DEFINED): $(BUILD)/defines
$(DEFINED): private OWN_FLAGS := $(DEFINES)

# A whole migration is one string, longer than what C promises and every compiler takes.
$(BUILD)/obj/gen/%.o: $(BUILD)/gen/%.c $(BUILD)/flags | $(GENERATED)
	@mkdir -p $(@D)
	$(call quiet,CC,$<)$(CC) $(ALL_CFLAGS) -Wno-overlength-strings -MMD -MP -c -o $@ $<

# Their time changes only when what they hold does: another compiler or PREFIX builds anew.
stamp = @mkdir -p $(@D); printf '%s\n' $(1) | cmp -s - $@ || printf '%s\n' $(1) > $@
.PHONY: force
$(BUILD)/flags: force
	$(call stamp,'$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS)')
$(BUILD)/defines: force
	$(call stamp,$(DEFINES))

# SQL stands in .sql files beside the noun's C file; the build makes an enum and an array of it.
SQL := $(sort $(wildcard src/db/*.sql src/core/*.sql))
MIGRATIONS := $(sort $(wildcard src/db/migrations/*.sql))
$(BUILD)/gen/db/queries.h: src/db/queries.awk $(SQL)
	@mkdir -p $(@D)
	$(call quiet,SQL,$@)$(AWK) -v output=header -f src/db/queries.awk $(SQL) > $@
$(BUILD)/gen/queries.c: src/db/queries.awk $(SQL)
	@mkdir -p $(@D)
	$(call quiet,SQL,$@)$(AWK) -v output=source -f src/db/queries.awk $(SQL) > $@
$(BUILD)/gen/migrations.c: src/db/migrations.awk $(MIGRATIONS)
	@mkdir -p $(@D)
	$(call quiet,SQL,$@)$(AWK) -f src/db/migrations.awk $(MIGRATIONS) > $@

# English beside its Vietnamese; the order of the table is that of bytes.
$(BUILD)/gen/tr_english.c: src/base/tr.awk assets/lang/en.po
	@mkdir -p $(@D)
	$(call quiet,LANG,$@)LC_ALL=C $(AWK) -f src/base/tr.awk assets/lang/en.po > $@

-include $(wildcard $(BUILD)/obj/*.d $(BUILD)/obj/*/*.d $(BUILD)/obj/*/*/*.d $(BUILD)/obj/tests/*/*.d)

# --- tests -----------------------------------------------------------------------------------
# tests/unit/test_X.c, tests/fault/test_X.c and tests/fuzz/fuzz_X.c make build/tests/…X each; what
# they share (any other file of tests/unit) is linked where it is used.
T := $(BUILD)/tests
TO := $(BUILD)/obj/tests
UNIT := $(notdir $(basename $(sort $(wildcard tests/unit/test_*.c))))
FAULT := $(notdir $(basename $(sort $(wildcard tests/fault/test_*.c))))
FUZZ := $(notdir $(basename $(sort $(wildcard tests/fuzz/fuzz_*.c))))
FAULT_PARTS := $(filter-out $(FAULT) shim,$(notdir $(basename $(sort $(wildcard tests/fault/*.c)))))
SHARED := $(filter-out $(UNIT),$(notdir $(basename $(sort $(wildcard tests/unit/*.c)))))
SCREENS := harness script command golden pty words keys
TESTS := $(UNIT:%=$(T)/%) $(FAULT:%=$(T)/%) $(FUZZ:%=$(T)/%) $(T)/screens $(T)/sample $(T)/shim.so
.SECONDARY: $(UNIT:%=$(TO)/unit/%.o) $(FAULT:%=$(TO)/fault/%.o) $(FUZZ:%=$(TO)/fuzz/%.o)

# Never sanitized: it is loaded into any program.
$(T)/shim.so: tests/fault/shim.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call quiet,CC,$@)$(CC) -std=c17 -D_GNU_SOURCE $(WARNINGS) -O2 -fPIC -shared \
		$(if $(SAN),,-DFAULT_MEMORY) -o $@ $<

# gcc does not know that a failed assertion of cmocka ends the test.
$(TO)/%.o: tests/%.c $(BUILD)/flags | $(GENERATED)
	@mkdir -p $(@D)
	$(call quiet,CC,$<)$(CC) $(ALL_CFLAGS) -Wno-null-dereference -Itests -MMD -MP -c -o $@ $<

$(T)/libshared.a: $(SHARED:%=$(TO)/unit/%.o)
	@mkdir -p $(@D); rm -f $@
	$(call quiet,AR,$@)$(AR) rcs $@ $^

link = @mkdir -p $(@D); $(if $(V),set -x,printf '  %-6s %s\n' LINK $@); \
	$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIB_LDLIBS) $(1)
$(UNIT:%=$(T)/%): $(T)/%: $(TO)/unit/%.o $(T)/libshared.a $(LIBRARY)
	$(call link,-lcmocka)
$(T)/libfault.a: $(FAULT_PARTS:%=$(TO)/fault/%.o)
	@mkdir -p $(@D); rm -f $@
	$(call quiet,AR,$@)$(AR) rcs $@ $^
$(FAULT:%=$(T)/%): $(T)/%: $(TO)/fault/%.o $(T)/libfault.a $(T)/libshared.a $(LIBRARY)
	$(call link,-lcmocka)
$(FUZZ:%=$(T)/%): $(T)/%: $(TO)/fuzz/%.o $(TO)/fuzz/replay.o $(LIBRARY)
	$(call link)
$(T)/screens: $(SCREENS:%=$(TO)/screens/%.o) $(LIBRARY)
	$(call link,-lvterm -lutil)
$(T)/sample: $(TO)/screens/sample.o $(LIBRARY)
	$(call link)

tests: $(TESTS) $(PROGRAM)

test:
	$(call need,$(TEST_PACKAGES))
	+@$(MAKE) --no-print-directory tests
	@BUILD=$(BUILD) tests/run.sh

# The fault suite as long as the design asks: minutes, not seconds.
.PHONY: fault
fault:
	$(call need,$(TEST_PACKAGES))
	+@$(MAKE) --no-print-directory tests
	@BUILD=$(BUILD) FAULT=long TEST_TIMEOUT=1200 tests/run.sh fault screens/fault cli

# --- lint ------------------------------------------------------------------------------------
# Everything is built by both compilers with warnings as errors, each in a tree of its own; a file is
# looked at again by clang-tidy when its object was made anew.
L := build/lint
TIDY := $(SOURCES:src/%.c=$(BUILD)/tidy/%.ok) $(BUILD)/tidy/main.ok
.PHONY: tidy
tidy: $(TIDY)
$(BUILD)/tidy/%.ok: src/%.c $(BUILD)/obj/%.o .clang-tidy tests/lint/analyzer.h
	@mkdir -p $(@D)
	$(call quiet,TIDY,$<)clang-tidy --quiet $< -- $(ALL_CFLAGS) $(DEFINES) \
		$(if $(filter %/base/err.c,$<),,-include tests/lint/analyzer.h) > $@.log 2>&1 || \
		{ grep -v 'warnings\{0,1\} generated\.$$' $@.log; exit 1; }
	@touch $@

CPPCHECK := cppcheck -q --std=c11 --enable=warning,performance,portability,style --inline-suppr \
	--suppressions-list=tests/lint/cppcheck.supp --library=posix --error-exitcode=1 \
	--include=tests/lint/cppcheck.h -D_GNU_SOURCE -Isrc -I$(L)/gcc/gen
FAULTY := tests/lint/faulty.c
lint:
	$(call need,$(LINT_PACKAGES))
	+@failed=; \
	check() { echo "== $$1"; shift; "$$@" || failed=1; }; \
	check 'gcc' $(MAKE) --no-print-directory -k BUILD=$(L)/gcc CC=gcc WERROR=1 tests; \
	check 'clang, clang-tidy' $(MAKE) --no-print-directory -k BUILD=$(L)/clang CC=clang CFLAGS=-O1 \
		WERROR=1 tests tidy; \
	mkdir -p $(L)/cppcheck; \
	check 'cppcheck' $(CPPCHECK) --cppcheck-build-dir=$(L)/cppcheck -j2 src; \
	check 'cppcheck is not blind' sh -c '$(CPPCHECK) $(FAULTY) 2>&1 | grep -q nullPointer'; \
	check 'clang-tidy is not blind' sh -c \
		'clang-tidy --quiet $(FAULTY) -- 2>&1 | grep -q NullDereference'; \
	for rules in tests/lint/*.py; do check "$$rules" python3 $$rules; done; \
	[ -z "$$failed" ] || { echo 'lint: failed' >&2; exit 1; }; echo 'lint: nothing found'

# --- fuzzing and coverage --------------------------------------------------------------------
# What a fuzzer finds worth keeping goes to build/fuzz/corpus; what breaks something, to build/fuzz.
.PHONY: $(FUZZ:%=run-%)
fuzz:
	$(call need,$(FUZZ_PACKAGES))
	+@$(MAKE) --no-print-directory -k FUZZER=1 SAN=1 BUILD=build/fuzz CC=clang CFLAGS='-O1 -g' \
		$(FUZZ:%=run-%)
$(BUILD)/fuzz_%: $(TO)/fuzz/fuzz_%.o $(LIBRARY)
	$(call link,-fsanitize=fuzzer)
$(FUZZ:%=run-%): run-fuzz_%: $(BUILD)/fuzz_%
	@mkdir -p $(BUILD)/corpus/$*
	@$(BUILD)/fuzz_$* -max_total_time=$(FUZZ_SECONDS) -timeout=10 -print_final_stats=1 \
		-artifact_prefix=$(BUILD)/found-$*- $(BUILD)/corpus/$* tests/fuzz/corpus/$* \
		> $(BUILD)/$@.log 2>&1 || { tail -n 60 $(BUILD)/$@.log; exit 1; }; \
	awk -v name=$* '/number_of_executed_units/ { units = $$2 } /new_units_added/ { new = $$2 } \
		END { printf "  fuzz   %s: %d inputs, %d worth keeping, nothing found\n", name, units, new }' \
		$(BUILD)/$@.log

coverage:
	$(call need,$(TEST_PACKAGES))
	+@$(MAKE) --no-print-directory COVERAGE=1 tests
	@find build/coverage -name '*.gcda' -delete
	@BUILD=build/coverage tests/run.sh; status=$$?; \
	find build/coverage/obj -name '*.gcda' | sort | xargs gcov -n 2>/dev/null | \
		$(AWK) -f tests/coverage.awk; exit $$status

bench:
	$(call need,$(BENCH_PACKAGES))
	+@$(MAKE) --no-print-directory all
	@python3 tests/bench/bench.py $(PROGRAM)

# --- running and installing ------------------------------------------------------------------
run:
	$(call need,$(BUILD_PACKAGES))
	+@$(MAKE) --no-print-directory all
	@$(PROGRAM) demo
	@$(PROGRAM) --demo

SHARE := $(DESTDIR)$(PREFIX)/share
DATA := regions $(filter-out assets/etc assets/lang assets/man assets/systemd,$(wildcard assets/*))
UNITS := $(notdir $(wildcard assets/systemd/*))
# English in man1, each other language in the directory of its name.
MANUAL := $(patsubst assets/man/%,%,$(wildcard assets/man/*.1 assets/man/*/*.1))
install: $(PROGRAM)
	+@$(MAKE) --no-print-directory install-files
install-files:
	install -D -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/dieuphoi
	for dir in $(DATA); do install -d $(SHARE)/dieuphoi/$${dir##*/} && \
		(cd $$dir && find . -type f -exec install -D -m 644 {} $(abspath $(SHARE))/dieuphoi/$${dir##*/}/{} \;) || exit 1; done
	sed 's,/usr/local/bin/,$(PREFIX)/bin/,' assets/ssh/sudoers-dieuphoi > $(SHARE)/dieuphoi/ssh/sudoers-dieuphoi
	for page in $(MANUAL); do install -D -m 644 assets/man/$$page \
		$(SHARE)/man/$$(dirname $$page)/man1/$${page##*/} || exit 1; done
	for unit in $(UNITS); do install -d $(DESTDIR)$(PREFIX)/lib/systemd/system && \
		sed 's,/usr/local/bin/,$(PREFIX)/bin/,' assets/systemd/$$unit \
			> $(DESTDIR)$(PREFIX)/lib/systemd/system/$$unit && \
		chmod 644 $(DESTDIR)$(PREFIX)/lib/systemd/system/$$unit || exit 1; done
	[ -e $(DESTDIR)$(SYSCONFDIR)/dieuphoi/dieuphoi.conf ] || \
		install -D -m 644 assets/etc/dieuphoi.conf $(DESTDIR)$(SYSCONFDIR)/dieuphoi/dieuphoi.conf

# Settings and databases are somebody's and stay.
uninstall:
	rm -rf $(DESTDIR)$(PREFIX)/bin/dieuphoi $(SHARE)/dieuphoi
	for page in $(MANUAL); do rm -f $(SHARE)/man/$$(dirname $$page)/man1/$${page##*/}; done
	rm -f $(UNITS:%=$(DESTDIR)$(PREFIX)/lib/systemd/system/%)

# --- packages --------------------------------------------------------------------------------
# Asks for nothing when all is there. Debian says "Status: install ok installed" of what is whole.
need = @missing=; for package in $(1); do \
	dpkg -s $$package 2>/dev/null | grep -q '^Status: install ok installed' || \
		missing="$$missing $$package"; done; \
	if [ -n "$$missing" ]; then \
		as=; [ "$$(id -u)" = 0 ] || as=sudo; \
		echo "Cài các gói còn thiếu / installing what is missing:$$missing"; \
		if [ -n "$$as" ] && ! command -v sudo >/dev/null; then \
			echo "Không có sudo: root cần chạy / no sudo, let root run:" \
				"apt-get install$$missing" >&2; exit 1; fi; \
		$$as apt-get update && $$as env DEBIAN_FRONTEND=noninteractive \
			apt-get install -y --no-install-recommends $$missing; fi

clean:
	rm -rf build

help:
	@echo 'make               build/dieuphoi; installs nothing'
	@echo 'make run           what is missing through apt, then the program on demo data'
	@echo 'make test          all tests; SAN=1 under AddressSanitizer and UBSan'
	@echo 'make fault         the fault tests in their long form'
	@echo 'make lint          gcc, clang, clang-tidy, cppcheck, the house rules'
	@echo 'make bench         what a key costs on the wire, beside mutt'
	@echo 'make fuzz          each fuzz target for FUZZ_SECONDS (60)'
	@echo 'make coverage      lines executed by the tests, per room'
	@echo 'make install       PREFIX (/usr/local), SYSCONFDIR (/etc), DESTDIR; make uninstall'
	@echo 'make clean         removes build/'
	@echo 'CC, CFLAGS, CPPFLAGS, LDFLAGS, WERROR=1, V=1 as usual'
