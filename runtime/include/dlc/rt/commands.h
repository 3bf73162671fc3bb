/*===- commands.h - the stand-alone program's commands -------------------*- C -*-===
 *
 * What `main` of a program with `fit` calls: train, eval, predict, info; and what `main` of a
 * program with an entry `main` calls. `main` itself is not in the archive, so that a program with
 * its own may link it.
 *===---------------------------------------------------------------------------===*/
#ifndef DLC_RT_COMMANDS_H
#define DLC_RT_COMMANDS_H
#include "dlc/rt/dlc_rt.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Returns the exit status: 0 done, 1 failed, 2 wrong usage, 128 + signal when stopped by one. */
DLC_API int dlc_main(const dlc_program_desc *program, int argc, char **argv);

/* Runs the entry `main`, once, and prints its results. Options: --seed, --threads. */
DLC_API int dlc_run_main(const dlc_program_desc *program, int argc, char **argv);

#ifdef __cplusplus
}
#endif
#endif
