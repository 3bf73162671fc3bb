// RUN: %dlc-opt %s --dlc-form-kernels --dlc-lower-kernels --cse --canonicalize --dlc-merge-updates --split-input-file | FileCheck %s
