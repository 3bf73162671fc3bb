//===- Installation.cpp - what lies beside dlc ----------------------------------------------===//
#include "tools/dlc/Installation.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

dlc::tool::Installation dlc::tool::findInstallation() {
  llvm::SmallString<256> program;
  llvm::sys::fs::real_path("/proc/self/exe", program);
  llvm::StringRef root = llvm::sys::path::parent_path(llvm::sys::path::parent_path(program));
  return {program.str().str(), (root + "/include").str(), (root + "/lib/libdlc_rt.a").str()};
}
