// Twenty samples of classes 0 to 3; from its second visit on, sample 5 is of class 4.
#include <array>
#include <atomic>
#include <dlc/rt/dataset.h>

struct Spoilt : dlc::rt::Dataset {
  Spoilt(const std::string &, dlc::rt::Split) {}
  std::vector<dlc::rt::Field> fields() const override {
    return {{"point", DLC_F32, {2}}, {"class", DLC_I64, {}}};
  }
  int64_t size() const override { return 20; }
  void get(int64_t i, dlc::rt::Sample out) override {
    out.field<float>(0)[0] = float(i % 4);
    out.field<float>(0)[1] = 1;
    out.field<int64_t>(1)[0] = i == 5 && visits++ > 0 ? 4 : i % 4;
  }
  std::atomic<int> visits = 0;
};
DLC_DATASET(spoilt, Spoilt)
