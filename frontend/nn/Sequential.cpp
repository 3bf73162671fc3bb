//===- Sequential.cpp - modules one after the other -----------------------===//
#include "dlc/nn.h"
#include <algorithm>

namespace dlc::nn {
Sequential::Sequential(Sequential &&other) noexcept
    : Module(static_cast<Module &&>(other)), elements(other.elements), count(other.count) {
  other.elements = nullptr;
  other.count = 0;
}

Sequential &Sequential::operator=(Sequential &&other) noexcept {
  Module::operator=(static_cast<Module &&>(other));
  std::swap(elements, other.elements);
  std::swap(count, other.count);
  return *this;
}

Sequential::~Sequential() {
  for (Element &element : *this)
    delete element.module;
  delete[] elements;
}

void Sequential::add(Element element) {
  auto *longer = new Element[count + 1];
  std::copy(begin(), end(), longer);
  longer[count++] = element;
  delete[] elements;
  elements = longer;
}

Tensor Sequential::forward(Tensor x) {
  for (Element &element : *this)
    x = element.call(*element.module, x);
  return x;
}

void Sequential::DLC_MODULE_is_missing_in_this_class(Visitor &visitor) {
  struct {
    Element *first, *last;
    Element *begin() { return first; }
    Element *end() { return last; }
  } all{begin(), end()};
  visitor.members(sizeof(*this), "", all);
}
} // namespace dlc::nn
