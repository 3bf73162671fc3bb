//===- HostActsTest.cpp - what a schedule prints and asserts --------------------------------===//
#include "core/Expect.h"
#include "core/ToyProgram.h"
#include "dlc/rt/model.hpp"
#include <iterator>
#include <limits>

using namespace dlc::rt;

namespace {

constexpr int64_t maskShape[] = {2, toy::maxRows};
constexpr dlc_live_desc maskLive[] = {{-1, 0, 0, 0}, {0, 0, 1, 0}}; // rows of the toy
const dlc_tensor_desc line{"a line", DLC_F32, 0, nullptr, nullptr},
    unnamed{"", DLC_U8, 2, maskShape, maskLive}, named{"mask", DLC_BOOL, 2, maskShape, maskLive},
    mask{"toy.cpp:7: assert_ failed: all", DLC_BOOL, 2, maskShape, maskLive},
    scalar{"toy.cpp:8: assert_ failed: one", DLC_BOOL, 0, nullptr, nullptr};

constexpr int64_t axisShape[] = {toy::maxRows};
constexpr dlc_live_desc axisLive[] = {{0, 0, 1, -2}};
const dlc_tensor_desc axis{"toy.cpp:9: {index} of {size}, 0..{last}", DLC_I64, 1, axisShape,
                           axisLive};

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

void look(dlc_frame *frame) {
  if (dlc_rt_index(frame, &axis, frame->arena))
    dlc_rt_print(frame, &line, nullptr);
}

const dlc_value_desc inputs[] = {{{"mask", DLC_BOOL, 2, maskShape, maskLive}, 0}};
const dlc_value_desc largest[] = {{{"largest", DLC_I64, 0, nullptr, nullptr}, 0}};
const dlc_entry_desc entries[] = {{"run", run, 1, 0, inputs, nullptr},
                                  {"look", look, 1, 0, largest, nullptr}};

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
  std::string printed(const void *values, int64_t columns = 3, const char *entry = "run") {
    testing::internal::CaptureStdout();
    status = DLC_OK;
    error.clear();
    try {
      model.run(entry, {values}, {}, {columns, 1});
    } catch (const Error &e) {
      status = e.status();
      error = e.what();
    }
    return testing::internal::GetCapturedStdout();
  }
  // With `index` as the largest.
  std::string looked(int64_t index, int64_t columns = 3) {
    uint64_t turned = uint64_t(index) ^ uint64_t(1) << 63;
    return printed(&turned, columns, "look");
  }
  int status = DLC_OK;
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
  EXPECT_EQ(status, DLC_ERR_ASSERT);
  EXPECT_STREQ(dlc_status_text(status), "a condition that the model asserts does not hold");
  printed("\1\1\1\1\1\1"); // and the next run is one like any other
  EXPECT_EQ(error, "");
}

TEST_F(HostActs, anIndexOutOfRangeEndsTheRun) {
  EXPECT_EQ(looked(0), "a line\n");
  EXPECT_EQ(error, "");
  EXPECT_EQ(looked(1), "");
  EXPECT_EQ(error, "toy.cpp:9: 1 of 1, 0..0");
  EXPECT_EQ(status, DLC_ERR_INDEX);
  EXPECT_STREQ(dlc_status_text(status), "an index in the model's data is out of range");
  looked(-1);
  EXPECT_EQ(error, "toy.cpp:9: -1 of 1, 0..0");
  looked(std::numeric_limits<int64_t>::min(), 4);
  EXPECT_EQ(error, "toy.cpp:9: -9223372036854775808 of 2, 0..1");
  EXPECT_EQ(looked(1, 4), "a line\n");
  EXPECT_EQ(error, "");
}

} // namespace
