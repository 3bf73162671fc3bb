//===- RefusalsTest.cpp - programs, options and callers that are turned away ----------------===//
#include "core/AddressLimit.h"
#include "core/Expect.h"
#include "core/ToyProgram.h"
#include "dlc/rt/model.hpp"
#include "runtime/core/Handles.h"
#include <atomic>
#include <thread>

using namespace dlc::rt;

extern "C" int dlcTestCHeader(void);

namespace {

const dlc_program_desc toyProgram = toy::program();

class Refusals : public testing::Test {
protected:
  Context context{{.threads = 1}};
  Model model{context, toyProgram};
};

TEST_F(Refusals, refusesAProgramItCannotRun) {
  auto creates = [&](const dlc_program_desc &program, int status) {
    return messageOf([&] { Model other(context, program); }, status);
  };
  dlc_program_desc other = toyProgram;
  other.abi_version = 77;
  expectHas(creates(other, DLC_ERR_VERSION),
            {"version 77 of the runtime's tables, this runtime reads version " +
                 std::to_string(DLC_ABI_VERSION),
             "compile the model again"});
  other = toyProgram;
  other.state_bytes = 300;
  expectHas(creates(other, DLC_ERR_VERSION), {"dlc.adam.exp_avg.fc.weight", "256..304", "300"});
  other = toyProgram;
  other.arena_bytes = 100;
  creates(other, DLC_ERR_VERSION);
  other = toyProgram;
  other.arena_bytes = uint64_t{1} << 60;
  expectHas(creates(other, DLC_ERR_MEMORY),
            {"toy needs 1.0 EiB", "this machine has",
             "hint: compile it with a smaller bound of its dimensions"});
  other.arena_bytes = 64 << 20;
  {
    AddressLimit limit(16 << 20);
    expectHas(creates(other, DLC_ERR_MEMORY), {"but the system refused: Cannot allocate memory"});
  }
  other = toyProgram;
  other.target = "x86-64-v4";
  dlc_instance *instance = nullptr;
  int status = dlc_instance_create(context.get(), &other, nullptr, &instance);
#if defined(__x86_64__)
  EXPECT_EQ(status, __builtin_cpu_supports("avx512vl") ? DLC_OK : DLC_ERR_TARGET);
#endif
  dlc_instance_destroy(instance);
#if defined(__x86_64__)
  other.target = "x86-64-v4-bf16";
  status = dlc_instance_create(context.get(), &other, nullptr, &instance);
  EXPECT_EQ(status, __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bf16")
                        ? DLC_OK
                        : DLC_ERR_TARGET);
  dlc_instance_destroy(instance);
  other.target = "x86-64-v9";
  expectHas(creates(other, DLC_ERR_TARGET),
            {"toy was compiled for x86-64-v9, and this processor has no",
             "hint: compile it with -march=x86-64-v"});
#endif
}

#if defined(__x86_64__)
TEST_F(Refusals, takesTheBestVersionThatRunsHere) {
  dlc_program_desc plain = toyProgram, unknown = toyProgram;
  plain.target = "x86-64";
  unknown.target = "x86-64-v9";
  dlc_program_desc usable = toyProgram;
  usable.target = "x86-64-v1"; // "better" than x86-64, and nobody lacks anything of it
  const dlc_program_desc *versions[] = {&unknown, &usable, nullptr};
  plain.versions = versions;
  auto targetOf = [&] { return std::string(dlc_program(Model(context, plain).get())->target); };

  unsetenv("DLC_ISA");
  EXPECT_EQ(targetOf(), "x86-64-v1");
  setenv("DLC_ISA", "x86-64", 1);
  EXPECT_EQ(targetOf(), "x86-64");
  setenv("DLC_ISA", "x86-64-v9", 1);
  expectHas(messageOf(targetOf, DLC_ERR_TARGET),
            {"toy was compiled for x86-64-v9, and this processor has no"});
  setenv("DLC_ISA", "avx2", 1);
  expectHas(messageOf(targetOf, DLC_ERR_ARGUMENT),
            {"DLC_ISA is avx2, and toy was compiled for x86-64-v9, x86-64-v1, x86-64"});
  unsetenv("DLC_ISA");
  versions[1] = nullptr;
  EXPECT_EQ(targetOf(), "x86-64");
}
#endif

TEST_F(Refusals, optionStructsMayBeOlderButNotUnknown) {
  struct {
    dlc_instance_options options{sizeof *this, 7, 0, 0};
    uint64_t later = 0;
  } newer;
  dlc_instance *instance = nullptr;
  ASSERT_EQ(dlc_instance_create(context.get(), &toyProgram, &newer.options, &instance), DLC_OK);
  dlc_instance_destroy(instance);
  newer.later = 1;
  EXPECT_EQ(dlc_instance_create(context.get(), &toyProgram, &newer.options, &instance),
            DLC_ERR_VERSION);
  expectHas(dlc_context_error(context.get()),
            {"dlc_instance_options has options this runtime does not know; hint: the header is "
             "newer than the library"});
  EXPECT_EQ(instance, nullptr);
  dlc_instance_options older{16, 7, 0xffff, 0}; // flags lie beyond its 16 bytes
  ASSERT_EQ(dlc_instance_create(context.get(), &toyProgram, &older, &instance), DLC_OK);
  dlc_instance_destroy(instance);
  older.size = 0;
  EXPECT_EQ(dlc_instance_create(context.get(), &toyProgram, &older, &instance), DLC_ERR_ARGUMENT);
  expectHas(dlc_context_error(context.get()),
            {"dlc_instance_options.size is 0; hint: set it to sizeof(dlc_instance_options)"});
  dlc_instance_options flags{sizeof flags, 7, 0x80, 0};
  EXPECT_EQ(dlc_instance_create(context.get(), &toyProgram, &flags, &instance), DLC_ERR_ARGUMENT);
  expectHas(dlc_context_error(context.get()), {"flags has bits this runtime does not know"});
  dlc_context_options threads{sizeof threads, -4, 0, 0, 0};
  dlc_context *other = nullptr;
  EXPECT_EQ(dlc_context_create(&threads, &other), DLC_ERR_ARGUMENT);
  expectHas(dlc_context_error(nullptr), {"threads = -4, must be 1..1024"});
  expectHas(messageOf([] { Context tooMany{{.threads = 1025}}; }, DLC_ERR_ARGUMENT),
            {"threads = 1025, must be 1..1024"});
  threads.size = 1;
  EXPECT_EQ(dlc_context_create(&threads, &other), DLC_ERR_ARGUMENT);
  expectHas(dlc_context_error(nullptr), {"dlc_context_options.size is 1; hint: set it to sizeof"});
  EXPECT_EQ(dlcTestCHeader(), 1);
}

TEST_F(Refusals, nullPointersAreErrors) {
  EXPECT_EQ(dlc_run(nullptr, 0, nullptr, nullptr, nullptr), DLC_ERR_ARGUMENT);
  EXPECT_EQ(dlc_read(model.get(), nullptr, DLC_F32, nullptr, 0), DLC_ERR_ARGUMENT);
  EXPECT_EQ(dlc_instance_create(context.get(), nullptr, nullptr, nullptr), DLC_ERR_ARGUMENT);
  dlc_instance *instance = nullptr;
  EXPECT_EQ(dlc_instance_create(context.get(), nullptr, nullptr, &instance), DLC_ERR_ARGUMENT);
  expectHas(dlc_context_error(context.get()), {"no program: pass the address of the model's"});
  dlc_read(model.get(), nullptr, DLC_F32, nullptr, 0);
  expectHas(dlc_error(model.get()), {"dlc_read: the name or the data is null"});
  EXPECT_EQ(dlc_write(model.get(), "mask", DLC_BOOL, nullptr, 5), DLC_ERR_ARGUMENT);
  expectHas(dlc_error(model.get()), {"dlc_write: the name or the data is null"});
  EXPECT_EQ(dlc_get_setting(model.get(), "lr", nullptr), DLC_ERR_ARGUMENT);
  expectHas(dlc_error(model.get()), {"dlc_get_setting: the name or the value is null"});
  EXPECT_EQ(dlc_set_setting(model.get(), nullptr, 0), DLC_ERR_ARGUMENT);
  expectHas(dlc_error(model.get()), {"dlc_set_setting: the name is null"});
  EXPECT_EQ(dlc_find_entry(model.get(), nullptr), -1);
  EXPECT_EQ(dlc_find_setting(model.get(), nullptr), -1);
  EXPECT_EQ(dlc_find_setting(model.get(), "mask"), -1); // a state
  EXPECT_EQ(dlc_find_setting(model.get(), "epochs"), 1);
  dlc_instance_destroy(nullptr);
  dlc_context_destroy(nullptr);
  for (int status = DLC_OK; status <= DLC_ERR_INDEX; ++status)
    EXPECT_STRNE(dlc_status_text(status), "no such status");
}

// No exception crosses the C interface, whatever it is.
TEST(CInterface, everyExceptionBecomesAStatus) {
  std::string text;
  EXPECT_EQ(guarded(text, [] { throw std::bad_alloc(); }), DLC_ERR_MEMORY);
  EXPECT_EQ(text, "out of memory");
  EXPECT_EQ(guarded(text, [] { throw std::runtime_error("a bug"); }), DLC_ERR_INTERNAL);
  EXPECT_EQ(text, "a bug");
  EXPECT_EQ(guarded(text, [] { throw 7; }), DLC_ERR_INTERNAL);
  EXPECT_EQ(text, "an exception of unknown type");
}

// One instance, one thread at a time: the second caller is told, and nothing is corrupted.
std::atomic<int> inside{0};
void slowKernel(void *const *, int64_t, int64_t, void *) {
  inside = 1;
  while (inside == 1)
    std::this_thread::yield();
}
const dlc_launch_desc slowLaunch = {slowKernel, "slow", "", 0, 0, 0, 0};
void runSlow(dlc_frame *frame) { dlc_rt_launch(frame, &slowLaunch, nullptr, 1); }

TEST(Instance, saysWhenItIsBusy) {
  Context context{{.threads = 1}};
  dlc_program_desc program = toy::program();
  dlc_entry_desc entry{"slow", runSlow, 0, 0, nullptr, nullptr};
  program.entries = &entry;
  program.num_entries = 1;
  Model model(context, program);
  int64_t dims[] = {1, 1};
  std::thread other([&] { EXPECT_EQ(dlc_run(model.get(), 0, nullptr, nullptr, dims), DLC_OK); });
  while (inside != 1)
    std::this_thread::yield();
  EXPECT_EQ(dlc_run(model.get(), 0, nullptr, nullptr, dims), DLC_ERR_BUSY);
  expectHas(dlc_error(model.get()),
            {"this instance of toy is running on another thread",
             "hint: give each thread an instance of its own, they may share a context"});
  inside = 2;
  other.join();
}
} // namespace
