// As much of the runtime as aarch64_main needs, in one file: the cross compiler reads the headers
// once and not ten times.
#include "runtime/core/CApi.cpp"
#include "runtime/core/Copy.cpp"
#include "runtime/core/Describe.cpp"
#include "runtime/core/HostIndex.cpp"
#include "runtime/core/Instance.cpp"
#include "runtime/core/Memory.cpp"
#include "runtime/core/Pool.cpp"
#include "runtime/core/Profile.cpp"
#include "runtime/core/Program.cpp"
#include "runtime/core/Target.cpp"
