//===- HostActsTest.cpp - what a schedule prints and asserts --------------------------------===//
#include "core/Expect.h"
#include "core/ToyProgram.h"
#include "dlc/rt/model.hpp"
#include <iterator>

using namespace dlc::rt;

namespace {

constexpr int64_t maskShape[] = {2, toy::maxRows};
constexpr dlc_live_desc maskLive[] = {{-1, 0, 0, 0}, {0, 0, 1, 0}}; // rows of the toy
const dlc_tensor_desc line{"a line", DLC_F32, 0, nullptr, nullptr},
    unnamed{"", DLC_U8, 2, maskShape, maskLive}, named{"mask", DLC_BOOL, 2, maskShape, maskLive},
    mask{"toy.cpp:7: assert_ failed: all", DLC_BOOL, 2, maskShape, maskLive},
    scalar{"toy.cpp:8: assert_ failed: one", DLC_BOOL, 0, nullptr, nullptr};

// Asserts what the arena holds, and prints.
void run(dlc_frame *frame) {
  dlc_rt_print(frame, &line, nullptr);
  dlc_rt_print(frame, &unnamed, frame->arena);
  dlc_rt_write(frame, &named, frame->arena);
  dlc_rt_print(frame, &named, frame->arena);
  if (!dlc_rt_assert(frame, &mask, frame->arena) || !dlc_rt_assert(frame, &scalar, frame->arena))
    return;
  dlc_rt_print(frame, &line, nullptr);
}

const dlc_value_desc inputs[] = {{{"mask", DLC_BOOL, 2, maskShape, maskLive}, 0}};
const dlc_entry_desc entries[] = {{"run", run, 1, 0, inputs, nullptr}};

struct HostActs : testing::Test {
  dlc_program_desc program = [] {
    dlc_program_desc toyProgram = toy::program();
    toyProgram.entries = entries;
    toyProgram.num_entries = std::size(entries);
    return toyProgram;
  }();
  Context context{{.threads = 1}};
  Model model{context, program};

  // Three columns are live.
  std::string printed(const char *values, int64_t columns = 3) {
    testing::internal::CaptureStdout();
    try {
      model.run("run", {values}, {}, {columns, 1});
      error.clear();
    } catch (const Error &e) {
      EXPECT_EQ(e.status(), DLC_ERR_ASSERT);
      EXPECT_STREQ(dlc_status_text(e.status()), "a condition that the model asserts does not hold");
      error = e.what();
    }
    return testing::internal::GetCapturedStdout();
  }
  std::string error;
};

TEST_F(HostActs, printWhatIsLive) {
  EXPECT_EQ(printed("\1\1\1\1\1\1"),
            "a line\n"
            "tensor([[1, 1, 1],\n        [1, 1, 1]], dtype=torch.uint8)\n"
            "mask tensor([[True, True, True],\n        [True, True, True]]) "
            "mask tensor([[True, True, True],\n        [True, True, True]])\n"
            "a line\n");
  EXPECT_EQ(error, "");
}

TEST_F(HostActs, aFalseAssertionEndsTheRun) {
  std::string out = printed("\1\1\1\0\1\0");
  EXPECT_EQ(out.find("a line"), out.rfind("a line")); // the last one was not reached
  EXPECT_EQ(error,
            "toy.cpp:7: assert_ failed: all; 2 of 6 elements are false, the first at [1, 0]");
  printed("\1\1\1\1\1\1"); // and the next run is one like any other
  EXPECT_EQ(error, "");
}

} // namespace
