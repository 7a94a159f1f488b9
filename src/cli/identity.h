// SPDX-License-Identifier: MIT
// Identity: who acts. It is taken from one of these, in this order, and set once:
//	session --as ID   the file of keys says so, on a line of the person's own key
//	--as LOGIN        on demo data alone
//	sudo              the account that sudo was called from, where our parent really is sudo
//	the database      its owner: alone on a laptop; the Office in the demo
// Nothing that a client of SSH controls is among them.
#ifndef CLI_IDENTITY_H
#define CLI_IDENTITY_H

#include "cli/cli.h"

typedef enum { IDENTITY_OWNER, IDENTITY_DEMO, IDENTITY_SUDO, IDENTITY_SSH } IdentityWay;

// The login of the account that sudo was called from, "#" for one without a name, "" where this is no
// child of sudo.
const char *identity_of_sudo(Arena *arena);

// For `session`: ERR_DENIED unless this process runs as the owner of the database's file, as only
// the file of keys and whoever owns the data anyway can make it, and not by way of sudo.
bool identity_session_check(const char *db_path, Err *err) WARN_UNUSED;

// Who comes over sudo chooses neither settings, which may name a program to run, nor a database of
// their own; root chooses anything. ERR_DENIED.
bool identity_options_check(const GlobalOptions *given, Err *err) WARN_UNUSED;

// Which way cli->core's actor would be, or was, found; sudo is what identity_of_sudo() said.
IdentityWay identity_way(const Cli *cli, const char *sudo);
const char *identity_way_code(IdentityWay way); // owner, demo, sudo, ssh
const char *identity_way_words(IdentityWay way);

#endif
