// RUN: dlc --emit=trace %s -o - | FileCheck %s
// RUN: dlc --emit=trace %s -o - | dlc-check - | FileCheck %s --check-prefix=PRINTED
// print and assert_ with all their arguments. They stay in their order among what is computed.
// No gradient: it gives nothing.
#include <dlc/dlc.h>
#include <string>
using namespace dlc;

DLC_PROGRAM(print) {
  nn::Linear fc{2, 1};
  // CHECK: dlc.entry @f
  entry("f", {f32({3})}, [&](Tensor x) {
    // CHECK: dlc.print "", %{{.*}} : tensor<3xf32>
    print(x);
    // CHECK: dlc.add
    Tensor y = x + 1;
    // CHECK: dlc.print "y", %{{.*}} : tensor<3xf32>
    print("y", y);
    // CHECK: dlc.print "--"
    print("--");
    // CHECK: [[MASK:%.*]] = dlc.less
    // CHECK: dlc.assert "y is small", [[MASK]] : tensor<3xi1>
    assert_(y < 1000, "y is small");
    return y;
  });
  // A parameter is printed as it is then: before and after it is written.
  // PRINTED: before tensor([[BEFORE:.*]])
  // PRINTED-NEXT: in between tensor({{\[}}[1., 1.]])
  // PRINTED-NEXT: after tensor({{\[}}[0.5000, 0.5000]])
  entry("g", {}, [&] {
    print("before", fc.weight);
    fc.weight.copy_(ones({1, 2}));
    print("in between", fc.weight);
    fc.weight.copy_(fc.weight - 0.5);
    print("after", fc.weight);
  });
  // In a loop once a step, in a branch when it is taken; their gradients print nothing.
  // PRINTED: loop
  // PRINTED-NEXT: step tensor([1., 2.])
  // PRINTED-NEXT: taken tensor([2., 4.])
  // PRINTED-NEXT: step tensor([2., 4.])
  // PRINTED-NEXT: step tensor([4., 8.])
  // PRINTED-NEXT: tensor([8., 8.])
  // PRINTED-NEXT: end
  entry("h", {}, [&] {
    print("loop");
    Tensor one = arange(2, f32) + 1;
    Tensor twice = scan(one, {},
                        [&](Tensor x) {
                          print("step", x);
                          Tensor taken = cond(
                              x.sum() < 4,
                              [&] {
                                print("taken", x * 2);
                                return x * 2;
                              },
                              [&] { return x + x; });
                          return Step{taken, {}};
                        },
                        {.length = 3})
                       .carry[0];
    print(grad(twice.sum(), one));
    print("end");
  });
  // All on one line, as Python's print has it.
  // CHECK: dlc.print "a 1 True", %{{.*}} : tensor<2xi64> goes_on
  // CHECK-NEXT: dlc.print "", %{{.*}} : tensor<2xi64> goes_on
  // CHECK-NEXT: dlc.print "2.5 and the rest"
  // PRINTED: a 1 True tensor([0, 1]) tensor([0, 1]) 2.5 and the rest
  // PRINTED-NEXT: tensor([0, 1]) 3.0 1e-05 100000.0 inf
  // PRINTED-NEXT: rows tensor(4) of 4
  // PRINTED-NEXT: 0.1 tensor([0, 1])
  Dim n = dim("n", 4);
  entry("l", {f32({n})}, [&](Tensor x) {
    Tensor y = arange(2);
    std::string rest = "and the rest";
    print("a", 1, true, y, y, 2.5, rest);
    print(y, 3.0, 1e-5, 1e5, __builtin_inf());
    print("rows", x.size(0), "of", x.size(0).bound());
    print(0.1, y);
  });
  // What a checkpoint computes again it does not print again.
  // PRINTED: checkpoint
  // PRINTED-NEXT: inside tensor([0., 1., 4.])
  // PRINTED-NEXT: gradient tensor([0., 2., 4.])
  // PRINTED-NEXT: end
  entry("k", {}, [&] {
    print("checkpoint");
    Tensor x = arange(3, f32);
    Tensor y = checkpoint(
        [](Tensor x) {
          print("inside", x * x);
          assert_(x < 10, "x is small");
          return (x * x).sum();
        },
        x);
    print("gradient", grad(y, x));
    print("end");
  });
}
