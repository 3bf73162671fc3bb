//===- TablesTest.cpp - tables that no compiler of this version wrote -----------------------===//
//
// A model's tables are offsets into memory: each one that is wrong must be named, not followed.
//
//===----------------------------------------------------------------------------------------===//
#include "core/Expect.h"
#include "core/ToyProgram.h"
#include "dlc/rt/model.hpp"
#include "runtime/core/Program.h"

using namespace dlc::rt;

namespace {

// Copies of what is changed; the rest is the toy's.
struct Tables {
  dlc_program_desc program = toy::program();
  dlc_dim_desc dim = program.dims[0];
  dlc_state_desc state = program.states[1]; // conv.weight: i32[2, 3, 2, 2], channels last
  dlc_setting_desc setting = program.settings[0];
  dlc_entry_desc entry = program.entries[0];
  dlc_value_desc input = entry.inputs[0]; // x: f32[8, 3], live to rows

  void useDim() { program.dims = &dim, program.num_dims = 1; }
  void useState() { program.states = &state, program.num_states = 1; }
  void useSetting() { program.settings = &setting, program.num_settings = 1; }
  void useEntry() {
    entry.inputs = &input;
    program.entries = &entry, program.num_entries = 1;
  }
};

struct Damage {
  std::string text;
  std::function<void(Tables &)> make;
};

constexpr int64_t negative[] = {8, -3}, small[] = {3, 3}, flat[] = {23};
constexpr int32_t twice[] = {0, 2, 2, 1};
constexpr dlc_live_desc farDim[] = {{5, 0, 1, 0}, {-1, 0, 0, 0}};
constexpr dlc_live_desc twiceRows[] = {{0, 0, 2, 0}, {-1, 0, 0, 0}};

TEST(Tables, everyDamageIsNamed) {
  const Damage damages[] = {
      {"the tables of the model are damaged: no name", [](Tables &t) { t.program.name = nullptr; }},
      {"dimension 0 has bound 0", [](Tables &t) { t.dim.bound = 0, t.useDim(); }},
      {"entry 0 has no name or no code", [](Tables &t) { t.entry.run = nullptr, t.useEntry(); }},
      {"a tensor has no name", [](Tables &t) { t.state.tensor.name = nullptr, t.useState(); }},
      {"conv.weight has element type 99",
       [](Tables &t) { t.state.tensor.dtype = 99, t.useState(); }},
      {"lr has element type 99", [](Tables &t) { t.setting.dtype = 99, t.useSetting(); }},
      {"conv.weight has 99 axes, more than",
       [](Tables &t) { t.state.tensor.rank = 99, t.useState(); }},
      {"x has shape [8, -3]", [](Tables &t) { t.input.tensor.shape = negative, t.useEntry(); }},
      {"x speaks of dimension 5", [](Tables &t) { t.input.tensor.live = farDim, t.useEntry(); }},
      {"axis 0 of x[8, 3] is live up to 16",
       [](Tables &t) { t.input.tensor.live = twiceRows, t.useEntry(); }},
      {"axis 0 of x[3, 3] is live up to 8",
       [](Tables &t) { t.input.tensor.shape = small, t.useEntry(); }},
      {"x does not say what is live",
       [](Tables &t) { t.input.tensor.live = nullptr, t.useEntry(); }},
      {"conv.weight is stored with -1 axes",
       [](Tables &t) { t.state.view_rank = -1, t.useState(); }},
      {"the axis order of conv.weight is no permutation",
       [](Tables &t) { t.state.perm = twice, t.useState(); }},
      {"conv.weight has 24 elements and is stored as 23 in 96 bytes",
       [](Tables &t) { t.state.view_rank = 1, t.state.view_shape = flat, t.useState(); }},
      {"conv.weight has 24 elements and is stored as 24 in 95 bytes",
       [](Tables &t) { t.state.bytes = 95, t.useState(); }},
      {"conv.weight takes bytes 1000..1096 of the state, which has 352",
       [](Tables &t) { t.state.offset = 1000, t.useState(); }},
      {"conv.weight stands unaligned at 66", [](Tables &t) { t.state.offset = 66, t.useState(); }},
      {"x takes bytes 4092..4188 of the arena, which has 4096",
       [](Tables &t) { t.input.offset = 4092, t.useEntry(); }},
  };
  Context context{{.threads = 1}};
  for (const Damage &damage : damages) {
    SCOPED_TRACE(damage.text);
    Tables tables;
    damage.make(tables);
    std::string message = messageOf([&] { Model model(context, tables.program); }, DLC_ERR_VERSION);
    expectHas(message, {damage.text, "hint: compile the model again with the dlc that this runtime "
                                     "came with"});
  }
  Tables whole;
  whole.useEntry(), whole.useState(), whole.useSetting();
  EXPECT_NO_THROW(Model(context, whole.program));
}

// No number a host could give or take.
TEST(Tables, aSettingOfHalfPrecisionHasNoValue) {
  Context context{{.threads = 1}};
  Tables tables;
  tables.setting.dtype = DLC_F16;
  tables.useSetting();
  expectHas(messageOf([&] { Model model(context, tables.program); }, DLC_ERR_MISMATCH),
            {"setting lr is f16: it cannot be 0.5"});
  std::vector<char> state(tables.program.state_bytes);
  expectHas(messageOf([&] { loadSetting(tables.setting, state.data()); }, DLC_ERR_MISMATCH),
            {"setting lr is f16, which has no value on the host"});
}

} // namespace
