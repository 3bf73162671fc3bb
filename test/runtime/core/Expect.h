//===- Expect.h - errors and what their texts say -----------------------------*- C++ -*-===//
#ifndef DLC_TEST_EXPECT_H
#define DLC_TEST_EXPECT_H
#include "dlc/rt/error.hpp"
#include <functional>
#include <gtest/gtest.h>

// The text of the error that `body` throws; its status must be `status`.
inline std::string messageOf(const std::function<void()> &body, int status) {
  try {
    body();
  } catch (const dlc::rt::Error &e) {
    EXPECT_EQ(e.status(), status) << e.what();
    return e.what();
  }
  ADD_FAILURE() << "no error";
  return "";
}
inline void expectHas(const std::string &text, std::initializer_list<std::string> parts) {
  for (const std::string &part : parts)
    EXPECT_NE(text.find(part), std::string::npos) << "'" << part << "' in: " << text;
}
#endif
