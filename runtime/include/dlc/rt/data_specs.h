//===- data_specs.h - data sets by name --------------------------------*- C++ -*-===//
//
// What a model file says about its data: the name of a linker symbol and nothing else, so
// that tracing a model reads no data and a binary links only the reader it uses. The
// reader behind a symbol is a DLC_DATASET (dlc/rt/dataset.h).
//
//===------------------------------------------------------------------------------===//
#ifndef DLC_RT_DATA_SPECS_H
#define DLC_RT_DATA_SPECS_H

namespace dlc::data {

/// `symbol` is kept inside the struct: a Spec is copied around freely and owns nothing.
struct Spec {
  char symbol[96] = {};

  constexpr Spec() = default;
  template <unsigned N> constexpr explicit Spec(const char (&name)[N]) {
    constexpr char prefix[] = "dlc_dataset_";
    static_assert(sizeof(prefix) - 1 + N <= sizeof(symbol), "the data set's name is too long");
    unsigned at = 0;
    for (unsigned i = 0; i + 1 < sizeof(prefix); ++i)
      symbol[at++] = prefix[i];
    for (unsigned i = 0; i < N; ++i)
      symbol[at++] = name[i];
  }
};

/// 28x28 grey images of clothes: f32 [1,28,28] in 0..1, and a label i64 in 0..9.
struct FashionMnist : Spec {
  constexpr FashionMnist() : Spec("fashion_mnist") {}
};

/// The same for handwritten digits.
struct Mnist : Spec {
  constexpr Mnist() : Spec("mnist") {}
};

/// The reader that a second source file defines with `DLC_DATASET(name, Class)`.
template <unsigned N> constexpr Spec custom(const char (&name)[N]) { return Spec(name); }

} // namespace dlc::data

#endif
