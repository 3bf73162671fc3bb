//===- error.hpp - the exception of the C++ side ------------------------------*- C++ -*-===//
//
// A status of dlc_rt.h with its text. It never crosses the C interface.
//===-----------------------------------------------------------------------------------===//
#ifndef DLC_RT_ERROR_HPP
#define DLC_RT_ERROR_HPP
#include "dlc/rt/dlc_rt.h"
#include <stdexcept>
#include <string>

namespace dlc::rt {

class Error : public std::runtime_error {
public:
  Error(int status, const std::string &text) : std::runtime_error(text), status_(status) {}
  int status() const noexcept { return status_; }

private:
  int status_;
};

} // namespace dlc::rt
#endif
