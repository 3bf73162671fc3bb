//===- Logistic.h - a small program with `fit`, written by hand --------*- C++ -*-===//
//
// What the compiler would emit for softmax regression on 28x28 images with input dropout,
// SGD with momentum and a batch of 1..32 rows. Dropout and momentum are there because a
// resume that forgot random or optimiser state must be seen.
//
//===------------------------------------------------------------------------------===//
#ifndef DLC_TEST_RUNTIME_TRAIN_LOGISTIC_H
#define DLC_TEST_RUNTIME_TRAIN_LOGISTIC_H

#include "dlc/rt/abi.h"

namespace logistic {

const dlc_program_desc &program();

/// The same under another name and with 9 classes: its checkpoints do not fit.
const dlc_program_desc &otherProgram();

/// The step (from 1, in this process) that raises SIGINT, and how often. 0: none.
extern int raiseAt, raises;

} // namespace logistic

#endif
