# dieuphoi: one non-recursive Makefile. Everything that is made lies under build/; plain `make`
# installs nothing on the system.
.SUFFIXES:
.DELETE_ON_ERROR:
.DEFAULT_GOAL := all
SHELL := /bin/sh

VERSION := 0.1.0
PREFIX ?= /usr/local
SYSCONFDIR ?= /etc
AWK ?= awk
ifeq ($(origin CC),default)
CC := cc
endif
CFLAGS ?= -O2 -g

# SAN=1, COVERAGE=1 and FUZZ build trees of their own, so that no object is ever mixed.
BUILD := build$(if $(SAN),/san)$(if $(COVERAGE),/coverage)

BUILD_PACKAGES := build-essential pkg-config libncurses-dev libsqlite3-dev libconfig-dev \
	libutf8proc-dev libsodium-dev libjansson-dev
TEST_PACKAGES := $(BUILD_PACKAGES) libcmocka-dev libvterm-dev sqlite3 git tmux screen python3
LINT_PACKAGES := $(TEST_PACKAGES) clang clang-tidy cppcheck universal-ctags
FUZZ_PACKAGES := $(TEST_PACKAGES) clang libclang-rt-14-dev

LIBRARIES := ncursesw sqlite3 libconfig libsodium jansson libutf8proc
LIB_CFLAGS = $(shell pkg-config --cflags $(LIBRARIES) 2>/dev/null)
LIB_LDLIBS = $(shell pkg-config --libs $(LIBRARIES) 2>/dev/null)

WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
	-Wmissing-prototypes -Wold-style-definition -Wpointer-arith -Wcast-qual -Wwrite-strings \
	-Wundef -Wformat=2 -Wvla -Wswitch-enum -Wnull-dereference -Wno-format-nonliteral
HARDENING := -fstack-protector-strong -fPIE $(if $(SAN),,-D_FORTIFY_SOURCE=2)
comma := ,
SANITIZE := $(if $(SAN),-fsanitize=address$(comma)undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
COVERAGE_FLAGS := $(if $(COVERAGE),--coverage -O0)
ALL_CFLAGS = -std=c17 -D_GNU_SOURCE $(WARNINGS) $(if $(WERROR),-Werror) $(HARDENING) $(CFLAGS) \
	$(SANITIZE) $(COVERAGE_FLAGS) -Isrc -I$(BUILD)/gen $(LIB_CFLAGS) $(CPPFLAGS)
DEFINES := -DDIEUPHOI_VERSION='"$(VERSION)"' -DDIEUPHOI_DATADIR='"$(PREFIX)/share/dieuphoi"' \
	-DDIEUPHOI_SYSCONFDIR='"$(SYSCONFDIR)/dieuphoi"'
ALL_LDFLAGS = -pie -Wl,-z,relro -Wl,-z,now $(LDFLAGS) $(SANITIZE) $(COVERAGE_FLAGS)

SOURCES := $(sort $(wildcard src/*/*.c src/*/*/*.c))
OBJECTS := $(SOURCES:src/%.c=$(BUILD)/obj/%.o) $(BUILD)/obj/gen/queries.o $(BUILD)/obj/gen/migrations.o
LIBRARY := $(BUILD)/libdieuphoi.a
PROGRAM := $(BUILD)/dieuphoi
GENERATED := $(BUILD)/gen/db/queries.h

.PHONY: all run test bench lint fuzz coverage install uninstall clean deps-build deps-test deps-lint
all: $(PROGRAM)

$(PROGRAM): $(BUILD)/obj/main.o $(LIBRARY)
	$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIB_LDLIBS)

$(LIBRARY): $(OBJECTS)
	rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/obj/%.o: src/%.c | $(GENERATED)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(DEFINES) -MMD -MP -c -o $@ $<

$(BUILD)/obj/gen/%.o: $(BUILD)/gen/%.c | $(GENERATED)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# SQL stands in .sql files beside the noun's C file; the build makes an enum and an array of it.
SQL := $(sort $(wildcard src/db/*.sql src/core/*.sql))
MIGRATIONS := $(sort $(wildcard src/db/migrations/*.sql))
$(BUILD)/gen/db/queries.h: src/db/queries.awk $(SQL)
	@mkdir -p $(@D)
	$(AWK) -v output=header -f src/db/queries.awk $(SQL) > $@
$(BUILD)/gen/queries.c: src/db/queries.awk $(SQL)
	@mkdir -p $(@D)
	$(AWK) -v output=source -f src/db/queries.awk $(SQL) > $@
$(BUILD)/gen/migrations.c: src/db/migrations.awk $(MIGRATIONS)
	@mkdir -p $(@D)
	$(AWK) -f src/db/migrations.awk $(MIGRATIONS) > $@

-include $(wildcard $(BUILD)/obj/*.d $(BUILD)/obj/*/*.d $(BUILD)/obj/*/*/*.d $(BUILD)/tests/*.d)

# --- tests -----------------------------------------------------------------------------------
UNIT_TESTS := $(patsubst tests/unit/%.c,$(BUILD)/tests/%,$(sort $(wildcard tests/unit/test_*.c)))
$(BUILD)/tests/%: tests/unit/%.c $(BUILD)/tests/fixture.o $(LIBRARY)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -Wno-missing-prototypes -Itests -MMD -MP $(ALL_LDFLAGS) -o $@ $< \
		$(BUILD)/tests/fixture.o $(LIBRARY) $(LIB_LDLIBS) -lcmocka
$(BUILD)/tests/fixture.o: tests/unit/fixture.c | $(GENERATED)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -Itests -MMD -MP -c -o $@ $<

clean:
	rm -rf build
