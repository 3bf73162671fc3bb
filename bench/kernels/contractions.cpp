// Products as the layers of the timed models need them, one entry each. The operands are buffers,
// so that they lie as the compiler wants the weights and activations of a model to lie, and nothing
// but the product is timed. An entry is named CLASS_M_N_K: nn a[m,k] b[k,n], nt a[m,k] b[n,k], tn
// a[k,m] b[k,n]; head is a language model's last layer, head_dw and head_dx its gradients (tn, nt).
#include <dlc/dlc.h>
#include <list>
#include <string>
using namespace dlc;

struct Operands : nn::Module {
  Buffer a, b, y;
  DLC_MODULE(a, b, y)
  Operands(Shape as, Shape bs, Shape ys)
      : a(as, init::uniform(-1, 1)), b(bs, init::uniform(-1, 1)), y(ys) {}
  Tensor forward(Tensor x) { return x; }
};

struct Product {
  const char *kind;
  Int m, n, k;
};

DLC_PROGRAM(contractions) {
  std::list<Operands> all;
  std::list<std::string> names;
  auto add = [&](Product p) {
    const std::string kind = p.kind;
    const bool tn = kind == "tn" || kind == "head_dw", nt = kind == "nt" || kind == "head_dx";
    Shape as = tn ? Shape{p.k, p.m} : Shape{p.m, p.k}, bs = nt ? Shape{p.n, p.k} : Shape{p.k, p.n};
    Operands &o = all.emplace_back(as, bs, Shape{p.m, p.n});
    names.push_back(kind + "_" + std::to_string(p.m) + "_" + std::to_string(p.n) + "_" +
                    std::to_string(p.k));
    const char *name = names.back().c_str();
    module(name, o);
    // Row-major inputs would be a model's own inputs; buffers may be stored as the product likes.
    entry(name, {}, [&] {
      Tensor a = tn ? o.a.transpose(0, 1) : Tensor(o.a), b = nt ? o.b.transpose(0, 1) : Tensor(o.b);
      o.y.copy_(matmul(a, b));
    });
  };
  for (Product p :
       {Product{"nn", 64, 128, 784},    {"nn", 64, 512, 784},       {"nn", 256, 256, 256},
        {"nn", 512, 512, 512},          {"nn", 128, 64, 128},       {"nn", 1024, 768, 256},
        {"nn", 1024, 1024, 256},        {"nn", 1024, 256, 1024},    {"nn_large", 1024, 1024, 1024},
        {"nn_large", 2048, 2048, 2048}, {"nt", 64, 784, 512},       {"nt", 512, 512, 512},
        {"nt", 1024, 256, 768},         {"tn", 784, 512, 64},       {"tn", 512, 512, 512},
        {"tn", 256, 1024, 1024},        {"narrow", 1024, 10, 256},  {"head", 64, 30522, 256},
        {"head_dw", 256, 30522, 64},    {"head_dx", 64, 256, 30522}})
    add(p);
}
