// SPDX-License-Identifier: MIT
// Between the files of `doctor`: checks as rows of tables, and what each found.
#ifndef CLI_DOCTOR_PARTS_H
#define CLI_DOCTOR_PARTS_H

#include "cli/command.h"
#include "core/person.h"

typedef enum { DOCTOR_GOOD, DOCTOR_NOTE, DOCTOR_BAD, DOCTOR_UNKNOWN } DoctorState;

// what is how it is; mend what to do, "" where nothing is to be done.
typedef struct {
	DoctorState state;
	const char *what, *mend;
} Finding;

typedef struct {
	Cli *cli;
	const char *db;          // the database's path
	const char *directory;   // that it lies in
	const char *account;     // who owns it, "" where it is not there
	const char *sshd_config; // sshd's settings
	bool open;               // cli->core is there; else open_err says why not
	Err open_err;
	const Person *person; // with --user
} Doctor;

// name is stable, for programs.
typedef struct {
	const char *name, *label;
	Finding (*run)(Doctor *doctor);
} DoctorCheck;

// Tables ended by a row without name.
extern const DoctorCheck doctor_machine[], doctor_files[], doctor_ssh[], doctor_terminal[];
extern const DoctorCheck doctor_user[]; // with doctor->person

Finding doctor_good(const char *what);
Finding doctor_failed(const Doctor *doctor, const Err *err); // unknown, in its words

// Whether the file of keys lets that key in as that person: 1 yes, 0 no, -1 there is no such file.
int doctor_key_in_file(const Doctor *doctor, const char *base64, const char *login);

#endif
