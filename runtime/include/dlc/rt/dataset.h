//===- dataset.h - how a data set is read ------------------------------*- C++ -*-===//
//
// A data set answers size() and get(i); batches, shuffling and prefetching come free.
//
//   struct Boots : dlc::rt::Dataset {
//     Boots(const std::string &dir, dlc::rt::Split split);
//     std::vector<dlc::rt::Field> fields() const override {
//       return {{"image", DLC_F32, {1, 28, 28}}, {"label", DLC_I64, {}}};
//     }
//     int64_t size() const override { return int64_t(labels.size()); }
//     void get(int64_t i, dlc::rt::Sample out) override {
//       std::copy_n(pixels.data() + i * 784, 784, out.field<float>(0).data());
//       out.field<int64_t>(1)[0] = labels[i];
//     }
//   };
//   DLC_DATASET(boots, Boots) // in the model: data::custom("boots")
//
// The class may also have `static constexpr const char *` members defaultDir and hint, and
// `static constexpr std::array<const char *, N> classNames`. Whatever it throws reaches the
// user as a message: the C table below is all that crosses between the two sides.
//
//===------------------------------------------------------------------------------===//
#ifndef DLC_RT_DATASET_H
#define DLC_RT_DATASET_H

#include "dlc/rt/abi.h"

#define DLC_DATASET_VERSION 1u

extern "C" {

/// An opened data set. Everything stays valid until `destroy`.
typedef struct dlc_dataset {
  void *self;
  int64_t size;
  int32_t num_fields, reserved;
  const dlc_tensor_desc *fields; // per sample: no batch axis, `live` is null
} dlc_dataset;

/// Functions return 0, or not 0 with a message in `error`. One thread at a time calls into
/// one opened data set.
struct dlc_dataset_desc {
  uint32_t version;
  int32_t num_classes;
  const char *name;
  const char *default_dir;        // null: --data has to say it
  const char *hint;               // null, or where the data can be had
  const char *const *class_names; // [num_classes]
  int (*create)(const char *dir, int split, dlc_dataset *out, char *error, size_t error_bytes);
  int (*get)(void *self, int64_t i, void *const *fields, char *error, size_t error_bytes);
  void (*destroy)(void *self);
};
typedef struct dlc_dataset_desc dlc_dataset_desc;
}

#include "dlc/rt/dtype.hpp"
#include <cstring>
#include <exception>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

namespace dlc::rt {

enum class Split : int { train = 0, test = 1 };

/// One part of a sample: every sample has the same shape and element type.
struct Field {
  std::string name;
  dlc_dtype dtype;
  std::vector<int64_t> shape;

  int64_t elements() const {
    int64_t count = 1;
    for (int64_t extent : shape)
      count *= extent;
    return count;
  }
};

/// Where get() writes one sample: a place in the batch for each field.
class Sample {
public:
  Sample(const Field *fields, size_t count, void *const *places)
      : fields(fields), count(count), places(places) {}

  template <class T> std::span<T> field(size_t index) const {
    if (index >= count)
      throw std::out_of_range("field " + std::to_string(index) + " of a sample with " +
                              std::to_string(count) + " fields");
    if (fields[index].dtype != dtypeOf<T>())
      throw std::invalid_argument("field `" + fields[index].name +
                                  "` is written as another element type than it was declared");
    return {static_cast<T *>(places[index]), size_t(fields[index].elements())};
  }

private:
  const Field *fields;
  size_t count;
  void *const *places;
};

struct Dataset {
  virtual ~Dataset() = default;
  virtual std::vector<Field> fields() const = 0;
  virtual int64_t size() const = 0;
  virtual void get(int64_t i, Sample out) = 0;
};

namespace detail {

/// The C side of one Dataset class.
template <class Class> struct DatasetTable {
  struct Opened {
    std::unique_ptr<Class> data;
    std::vector<Field> fields;
    std::vector<dlc_tensor_desc> descs;
  };

  template <class Body> static int guarded(char *error, size_t errorBytes, Body body) noexcept {
    const char *message = "an exception that is no std::exception";
    try {
      body();
      return 0;
    } catch (const std::exception &e) {
      copyText(error, errorBytes, e.what());
      return 1;
    } catch (...) {
      copyText(error, errorBytes, message);
      return 1;
    }
  }

  static void copyText(char *to, size_t bytes, const char *from) {
    if (!bytes)
      return;
    std::strncpy(to, from, bytes - 1);
    to[bytes - 1] = 0;
  }

  static int create(const char *dir, int split, dlc_dataset *out, char *error, size_t bytes) {
    return guarded(error, bytes, [&] {
      auto opened = std::make_unique<Opened>();
      opened->data = std::make_unique<Class>(std::string(dir ? dir : ""), Split(split));
      opened->fields = opened->data->fields();
      for (const Field &field : opened->fields)
        opened->descs.push_back({field.name.c_str(), field.dtype, int32_t(field.shape.size()),
                                 field.shape.data(), nullptr});
      out->size = opened->data->size();
      out->num_fields = int32_t(opened->fields.size());
      out->reserved = 0;
      out->fields = opened->descs.data();
      out->self = opened.release();
    });
  }

  static int get(void *self, int64_t i, void *const *fields, char *error, size_t bytes) {
    auto *opened = static_cast<Opened *>(self);
    return guarded(error, bytes, [&] {
      opened->data->get(i, Sample(opened->fields.data(), opened->fields.size(), fields));
    });
  }

  static void destroy(void *self) { delete static_cast<Opened *>(self); }

  static constexpr dlc_dataset_desc table(const char *name) {
    dlc_dataset_desc desc{
        DLC_DATASET_VERSION, 0, name, nullptr, nullptr, nullptr, create, get, destroy};
    if constexpr (requires { Class::defaultDir; })
      desc.default_dir = Class::defaultDir;
    if constexpr (requires { Class::hint; })
      desc.hint = Class::hint;
    if constexpr (requires { Class::classNames; }) {
      desc.num_classes = int32_t(Class::classNames.size());
      desc.class_names = Class::classNames.data();
    }
    return desc;
  }
};

} // namespace detail
} // namespace dlc::rt

/// At global scope, once: makes the class known to models as data::custom("symbol").
#define DLC_DATASET(symbol, Class)                                                                 \
  extern "C" {                                                                                     \
  extern const dlc_dataset_desc dlc_dataset_##symbol;                                              \
  constexpr dlc_dataset_desc dlc_dataset_##symbol =                                                \
      ::dlc::rt::detail::DatasetTable<Class>::table(#symbol);                                      \
  }

#endif
