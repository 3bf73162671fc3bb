//===- CheckpointTest.cpp - a model's states to a file and back -----------------------------===//
#include "runtime/io/Checkpoint.h"
#include "core/Expect.h"
#include "core/ToyProgram.h"
#include "dlc/rt/model.hpp"
#include "io/Folder.h"
#include "runtime/core/Handles.h"

using namespace dlc::rt;

namespace {

class Checkpoint : public testing::Test {
protected:
  Checkpoint() {
    std::vector<float> w(12), m(12);
    std::vector<int32_t> conv(24);
    for (int i = 0; i < 24; ++i) {
      conv[i] = i * 3;
      w[i % 12] = float(i);
      m[i % 12] = -float(i);
    }
    model.write("fc.weight", w);
    model.write("conv.weight", conv);
    model.write("dlc.adam.exp_avg.fc.weight", m);
  }
  std::string contents(Model &of) {
    std::string all;
    for (int i = 0; i < program.num_states; ++i) {
      std::string bytes(program.states[i].bytes, '\0');
      of.get()->impl.readState(i, bytes.data());
      all += bytes;
    }
    return all;
  }
  std::string loadError(const std::string &path, int what, int status) {
    std::string before = contents(other);
    std::string message = messageOf([&] { other.load(path, what); }, status);
    EXPECT_EQ(contents(other), before) << "a failed load changed a state";
    return message;
  }
  // The states of `model` as a file, after `change`.
  std::string changed(const std::function<void(std::vector<TensorSource> &)> &change) {
    std::vector<TensorSource> tensors;
    for (int i = 0; i < program.num_states; ++i) {
      const dlc_tensor_desc &t = program.states[i].tensor;
      tensors.push_back(
          {t.name, t.dtype, {t.shape, t.shape + t.rank}, nullptr, [this, i](void *to) {
             model.get()->impl.readState(i, to);
           }});
    }
    change(tensors);
    writeSafetensors(folder.file("changed"), tensors, {{"dlc.program", "cousin"}});
    return folder.file("changed");
  }

  dlc_program_desc program = toy::program();
  Folder folder;
  Context context{{.threads = 1}};
  Model model{context, program, {.seed = 5}}, other{context, program, {.seed = 6}};
};

TEST_F(Checkpoint, everythingComesBack) {
  model.save(folder.file("f"));
  EXPECT_NE(contents(other), contents(model));
  other.load(folder.file("f"));
  EXPECT_EQ(contents(other), contents(model));
  EXPECT_EQ(folder.count(), 1u);
}

TEST_F(Checkpoint, theFileSpeaksPyTorchsLayout) {
  model.save(folder.file("f"), DLC_WEIGHTS);
  SafetensorsReader reader(folder.file("f"));
  EXPECT_EQ(reader.tensors().size(), 3u);
  std::vector<int32_t> conv(24);
  reader.read(*reader.find("conv.weight"), conv.data());
  EXPECT_EQ(conv, model.read<int32_t>("conv.weight"));
  EXPECT_EQ(conv[1], 3);
  EXPECT_EQ(reader.find("conv.weight")->shape, (std::vector<int64_t>{2, 3, 2, 2}));
  EXPECT_EQ(reader.metadata().at("format"), "pt");
  EXPECT_EQ(reader.metadata().at("dlc.program"), "toy");
}

TEST_F(Checkpoint, weightsLeaveTheRestAlone) {
  for (int what : {DLC_WEIGHTS, DLC_ALL}) {
    model.save(folder.file("f"), what);
    other.init(6);
    other.load(folder.file("f"), DLC_WEIGHTS);
    EXPECT_EQ(other.read<float>("fc.weight"), model.read<float>("fc.weight"));
    EXPECT_EQ(other.read<int64_t>("dlc.rng.seed"), std::vector<int64_t>{6});
    EXPECT_EQ(other.read<float>("dlc.adam.exp_avg.fc.weight"), std::vector<float>(12, 0.f));
  }
}

TEST_F(Checkpoint, metadataTravels) {
  Instance &instance = model.get()->impl;
  saveStates(instance, folder.file("f"), StateSet::all, {{"epoch", "3"}, {"position", "17"}});
  Metadata metadata = loadStates(instance, folder.file("f"), StateSet::all);
  EXPECT_EQ(metadata.at("epoch"), "3");
  EXPECT_EQ(metadata.at("position"), "17");
}

TEST_F(Checkpoint, weightsAloneCannotResume) {
  model.save(folder.file("f"), DLC_WEIGHTS);
  expectHas(loadError(folder.file("f"), DLC_ALL, DLC_ERR_MISMATCH),
            {folder.file("f"), "missing in the file (3)", "dlc.rng.seed: i64[]", "weights only"});
}

TEST_F(Checkpoint, otherModelsAreRefusedWithEveryDifference) {
  std::string path = changed([](auto &tensors) {
    tensors[0].name = "fc1.weight";
    tensors[1].shape = {3, 2, 2, 2};
    tensors[3].dtype = DLC_I32;
  });
  expectHas(loadError(path, DLC_ALL, DLC_ERR_MISMATCH),
            {"written by cousin", "does not fit toy", "of its 6 tensors",
             "missing in the file (1):\n    fc.weight: f32[4, 3]", "different (2):",
             "conv.weight: i32[2, 3, 2, 2] in the model, i32[3, 2, 2, 2] in the file",
             "dlc.adam.exp_avg.fc.weight: f32[4, 3] in the model, i32[4, 3] in the file",
             "unknown to the model (1):\n    fc1.weight: f32[4, 3]", "another model"});
  path = changed([](auto &tensors) {
    for (int i = 0; i < 30; ++i)
      tensors.push_back({"extra" + std::to_string(i), DLC_U8, {1}, "x"});
  });
  expectHas(loadError(path, DLC_WEIGHTS, DLC_ERR_MISMATCH),
            {"unknown to the model (30)", "and 22 more"});
}

TEST_F(Checkpoint, aBadByteIsFoundBeforeAnythingChanges) {
  static const char notBool[] = {0, 1, 7, 0, 1};
  std::string path = changed([](auto &tensors) { tensors[2].data = notBool; });
  expectHas(loadError(path, DLC_ALL, DLC_ERR_FORMAT), {"element 2 of bool tensor 'mask' is 7"});
}

TEST_F(Checkpoint, filesThatAreNotThereOrCutOff) {
  expectHas(loadError(folder.file("absent"), DLC_ALL, DLC_ERR_IO), {"absent", "No such file"});
  model.save(folder.file("f"));
  std::string bytes = folder.get("f");
  for (size_t length = 0; length < bytes.size(); length += 13) {
    std::string path = folder.put("cut", bytes.substr(0, length));
    expectHas(loadError(path, DLC_ALL, DLC_ERR_FORMAT), {path});
  }
  EXPECT_EQ(dlc_load(other.get(), nullptr, DLC_ALL), DLC_ERR_ARGUMENT);
  expectHas(dlc_error(other.get()), {"a checkpoint needs a path, and DLC_WEIGHTS or DLC_ALL"});
  EXPECT_EQ(dlc_save(other.get(), "x", 9), DLC_ERR_ARGUMENT);
}

// Any byte of the header may be wrong: an error or a load, never a crash.
TEST_F(Checkpoint, flippedHeaderBytes) {
  model.save(folder.file("f"));
  std::string bytes = folder.get("f");
  for (size_t at = 0; at < std::min<size_t>(bytes.size(), 700); ++at)
    for (int bit : {0, 3, 6}) {
      std::string damaged = bytes;
      damaged[at] = static_cast<char>(damaged[at] ^ (1 << bit));
      int status = dlc_load(other.get(), folder.put("d", damaged).c_str(), DLC_ALL);
      EXPECT_TRUE(status == DLC_OK || status == DLC_ERR_FORMAT || status == DLC_ERR_MISMATCH)
          << status << ": " << dlc_error(other.get());
    }
}

} // namespace
