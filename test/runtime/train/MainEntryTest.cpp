//===- MainEntryTest.cpp - a program that is one entry --------------------------------------===//
#include "core/Expect.h"
#include "core/ToyProgram.h"
#include "dlc/rt/commands.h"
#include <cstring>

namespace {

constexpr int64_t shape[] = {2};
constexpr dlc_live_desc live[] = {{-1, 0, 0, 0}};
const dlc_value_desc outputs[] = {{{"y", DLC_I64, 1, shape, live}, 0}};
void run(dlc_frame *frame) {
  int64_t numbers[] = {frame->dims[0], frame->dims[1]};
  memcpy(frame->arena, numbers, sizeof numbers);
}
const dlc_entry_desc mainEntry[] = {{"main", run, 0, 1, nullptr, outputs}};

// Exit status, and what went to standard output and standard error.
std::string ran(const dlc_program_desc &program, int status) {
  char name[] = "toy";
  char *argv[] = {name, nullptr};
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  EXPECT_EQ(dlc_run_main(&program, 1, argv), status);
  std::string out = testing::internal::GetCapturedStdout();
  return out + testing::internal::GetCapturedStderr();
}

TEST(MainEntry, printsItsResultsAtTheBounds) {
  dlc_program_desc program = toy::program();
  program.entries = mainEntry;
  program.num_entries = 1;
  EXPECT_EQ(ran(program, 0), "y tensor([8, 5])\n");
}

TEST(MainEntry, isMissed) {
  EXPECT_EQ(ran(toy::program(), 1), R"(error: toy has no entry `main` without inputs
  hint: entry("main", {}, [&] { ... })
)");
}

} // namespace
