//===- Installation.h - what lies beside dlc -------------------------------------*- C++ -*-===//
#ifndef DLC_TOOLS_DLC_INSTALLATION_H
#define DLC_TOOLS_DLC_INSTALLATION_H
#include <string>

namespace dlc::tool {
/// Found relative to the running dlc, so that a build tree and a moved installation both work.
struct Installation {
  std::string program;        // dlc itself
  std::string include;        // ../include
  std::string runtimeLibrary; // ../lib/libdlc_rt.a
};
Installation findInstallation();
} // namespace dlc::tool
#endif
