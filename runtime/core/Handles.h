//===- Handles.h - what the C interface's pointers point to -------------------*- C++ -*-===//
#ifndef DLC_RUNTIME_CORE_HANDLES_H
#define DLC_RUNTIME_CORE_HANDLES_H
#include "dlc/rt/error.hpp"
#include "runtime/core/Instance.h"
#include <mutex>
#include <new>

struct dlc_context {
  explicit dlc_context(const dlc::rt::PoolOptions &options) : pool(options) {}
  dlc::rt::Pool pool;
  std::mutex lock; // instances may be created on several threads
  std::string error;
};

struct dlc_instance {
  dlc_instance(dlc::rt::Pool &pool, const dlc_program_desc &program,
               const dlc::rt::InstanceOptions &options)
      : impl(pool, program, options) {}
  dlc::rt::Instance impl;
  std::string error, profile;
};

namespace dlc::rt {

// Runs `body`; an exception becomes a status, and its text goes to `error`.
template <class Body> int guarded(std::string &error, Body body) noexcept {
  auto fail = [&](int status, const char *text) {
    try {
      error = text;
    } catch (...) {
      error.clear();
    }
    return status;
  };
  try {
    body();
    return DLC_OK;
  } catch (const Error &e) {
    return fail(e.status(), e.what());
  } catch (const std::bad_alloc &) {
    return fail(DLC_ERR_MEMORY, "out of memory");
  } catch (const std::exception &e) {
    return fail(DLC_ERR_INTERNAL, e.what());
  } catch (...) {
    return fail(DLC_ERR_INTERNAL, "an exception of unknown type");
  }
}

} // namespace dlc::rt
#endif
