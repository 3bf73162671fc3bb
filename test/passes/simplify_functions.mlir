// Functions of constants are constants, and within one unit in the last place of what the kernels compute.
// RUN: %dlc-opt %s --dlc-simplify | FileCheck %s
// RUN: dlc-check %s
// CHECK-LABEL: dlc.entry @known
// CHECK-DAG: dlc.splat 1.34985888 : f32
// CHECK-DAG: dlc.splat -0.356674969 : f32
// CHECK-NOT: dlc.exp
// CHECK-NOT: dlc.log
// CHECK: dlc.yield
// CHECK-LABEL: dlc.entry @singles
dlc.program @functions dims {} {
  // Through a movement as well.
  dlc.entry @known inputs [] states [] results ["y", "z"] attributes {check.expect = [dense<1.34985888> : tensor<2xf32>, dense<-0.356674969> : tensor<f32>]} {
    %0 = dlc.splat 3.000000e-01 : f32 -> tensor<f32>
    %1 = dlc.broadcast %0 dims = [0] : tensor<f32> to tensor<2xf32>
    %2 = dlc.exp %1 : tensor<2xf32>
    %3 = dlc.splat 0.7 : f32 -> tensor<f32>
    %4 = dlc.log %3 : tensor<f32>
    dlc.yield %2, %4 : tensor<2xf32>, tensor<f32>
  }
  dlc.entry @singles inputs ["x", "above"] states [] results ["neg", "abs", "relu", "floor", "ceil", "round", "trunc", "sqrt", "exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "asinh", "atanh", "erf", "erfc", "acosh"] attributes {check.inputs = [dense<0.3> : tensor<f32>, dense<1.25> : tensor<f32>], check.expect = [dense<0.0> : tensor<f32>, dense<0.0> : tensor<f32>, dense<0.0> : tensor<f32>, dense<0.0> : tensor<f32>, dense<0.0> : tensor<f32>, dense<0.0> : tensor<f32>, dense<0.0> : tensor<f32>, dense<0.0> : tensor<f32>, dense<0.0> : tensor<f32>, dense<0.0> : tensor<f32>, dense<0.0> : tensor<f32>, dense<0.0> : tensor<f32>, dense<0.0> : tensor<f32>, dense<0.0> : tensor<f32>, dense<0.0> : tensor<f32>, dense<0.0> : tensor<f32>, dense<0.0> : tensor<f32>, dense<0.0> : tensor<f32>, dense<0.0> : tensor<f32>, dense<0.0> : tensor<f32>, dense<0.0> : tensor<f32>, dense<0.0> : tensor<f32>, dense<0.0> : tensor<f32>, dense<0.0> : tensor<f32>, dense<0.0> : tensor<f32>, dense<0.0> : tensor<f32>, dense<0.0> : tensor<f32>, dense<0.0> : tensor<f32>, dense<0.0> : tensor<f32>], check.tolerance = 1.2e-07} {
  ^bb0(%x: tensor<f32>, %above: tensor<f32>):
    %c = dlc.splat 0.3 : f32 -> tensor<f32>
    %d = dlc.splat 1.25 : f32 -> tensor<f32>
    %neg_run = dlc.neg %x : tensor<f32>
    %neg_known = dlc.neg %c : tensor<f32>
    %neg = dlc.sub %neg_run, %neg_known : tensor<f32>
    %abs_run = dlc.abs %x : tensor<f32>
    %abs_known = dlc.abs %c : tensor<f32>
    %abs = dlc.sub %abs_run, %abs_known : tensor<f32>
    %relu_run = dlc.relu %x : tensor<f32>
    %relu_known = dlc.relu %c : tensor<f32>
    %relu = dlc.sub %relu_run, %relu_known : tensor<f32>
    %floor_run = dlc.floor %x : tensor<f32>
    %floor_known = dlc.floor %c : tensor<f32>
    %floor = dlc.sub %floor_run, %floor_known : tensor<f32>
    %ceil_run = dlc.ceil %x : tensor<f32>
    %ceil_known = dlc.ceil %c : tensor<f32>
    %ceil = dlc.sub %ceil_run, %ceil_known : tensor<f32>
    %round_run = dlc.round %x : tensor<f32>
    %round_known = dlc.round %c : tensor<f32>
    %round = dlc.sub %round_run, %round_known : tensor<f32>
    %trunc_run = dlc.trunc %x : tensor<f32>
    %trunc_known = dlc.trunc %c : tensor<f32>
    %trunc = dlc.sub %trunc_run, %trunc_known : tensor<f32>
    %sqrt_run = dlc.sqrt %x : tensor<f32>
    %sqrt_known = dlc.sqrt %c : tensor<f32>
    %sqrt = dlc.sub %sqrt_run, %sqrt_known : tensor<f32>
    %exp_run = dlc.exp %x : tensor<f32>
    %exp_known = dlc.exp %c : tensor<f32>
    %exp = dlc.sub %exp_run, %exp_known : tensor<f32>
    %exp2_run = dlc.exp2 %x : tensor<f32>
    %exp2_known = dlc.exp2 %c : tensor<f32>
    %exp2 = dlc.sub %exp2_run, %exp2_known : tensor<f32>
    %expm1_run = dlc.expm1 %x : tensor<f32>
    %expm1_known = dlc.expm1 %c : tensor<f32>
    %expm1 = dlc.sub %expm1_run, %expm1_known : tensor<f32>
    %log_run = dlc.log %x : tensor<f32>
    %log_known = dlc.log %c : tensor<f32>
    %log = dlc.sub %log_run, %log_known : tensor<f32>
    %log2_run = dlc.log2 %x : tensor<f32>
    %log2_known = dlc.log2 %c : tensor<f32>
    %log2 = dlc.sub %log2_run, %log2_known : tensor<f32>
    %log10_run = dlc.log10 %x : tensor<f32>
    %log10_known = dlc.log10 %c : tensor<f32>
    %log10 = dlc.sub %log10_run, %log10_known : tensor<f32>
    %log1p_run = dlc.log1p %x : tensor<f32>
    %log1p_known = dlc.log1p %c : tensor<f32>
    %log1p = dlc.sub %log1p_run, %log1p_known : tensor<f32>
    %sin_run = dlc.sin %x : tensor<f32>
    %sin_known = dlc.sin %c : tensor<f32>
    %sin = dlc.sub %sin_run, %sin_known : tensor<f32>
    %cos_run = dlc.cos %x : tensor<f32>
    %cos_known = dlc.cos %c : tensor<f32>
    %cos = dlc.sub %cos_run, %cos_known : tensor<f32>
    %tan_run = dlc.tan %x : tensor<f32>
    %tan_known = dlc.tan %c : tensor<f32>
    %tan = dlc.sub %tan_run, %tan_known : tensor<f32>
    %asin_run = dlc.asin %x : tensor<f32>
    %asin_known = dlc.asin %c : tensor<f32>
    %asin = dlc.sub %asin_run, %asin_known : tensor<f32>
    %acos_run = dlc.acos %x : tensor<f32>
    %acos_known = dlc.acos %c : tensor<f32>
    %acos = dlc.sub %acos_run, %acos_known : tensor<f32>
    %atan_run = dlc.atan %x : tensor<f32>
    %atan_known = dlc.atan %c : tensor<f32>
    %atan = dlc.sub %atan_run, %atan_known : tensor<f32>
    %sinh_run = dlc.sinh %x : tensor<f32>
    %sinh_known = dlc.sinh %c : tensor<f32>
    %sinh = dlc.sub %sinh_run, %sinh_known : tensor<f32>
    %cosh_run = dlc.cosh %x : tensor<f32>
    %cosh_known = dlc.cosh %c : tensor<f32>
    %cosh = dlc.sub %cosh_run, %cosh_known : tensor<f32>
    %tanh_run = dlc.tanh %x : tensor<f32>
    %tanh_known = dlc.tanh %c : tensor<f32>
    %tanh = dlc.sub %tanh_run, %tanh_known : tensor<f32>
    %asinh_run = dlc.asinh %x : tensor<f32>
    %asinh_known = dlc.asinh %c : tensor<f32>
    %asinh = dlc.sub %asinh_run, %asinh_known : tensor<f32>
    %atanh_run = dlc.atanh %x : tensor<f32>
    %atanh_known = dlc.atanh %c : tensor<f32>
    %atanh = dlc.sub %atanh_run, %atanh_known : tensor<f32>
    %erf_run = dlc.erf %x : tensor<f32>
    %erf_known = dlc.erf %c : tensor<f32>
    %erf = dlc.sub %erf_run, %erf_known : tensor<f32>
    %erfc_run = dlc.erfc %x : tensor<f32>
    %erfc_known = dlc.erfc %c : tensor<f32>
    %erfc = dlc.sub %erfc_run, %erfc_known : tensor<f32>
    %acosh_run = dlc.acosh %above : tensor<f32>
    %acosh_known = dlc.acosh %d : tensor<f32>
    %acosh = dlc.sub %acosh_run, %acosh_known : tensor<f32>
    dlc.yield %neg, %abs, %relu, %floor, %ceil, %round, %trunc, %sqrt, %exp, %exp2, %expm1, %log, %log2, %log10, %log1p, %sin, %cos, %tan, %asin, %acos, %atan, %sinh, %cosh, %tanh, %asinh, %atanh, %erf, %erfc, %acosh : tensor<f32>, tensor<f32>, tensor<f32>, tensor<f32>, tensor<f32>, tensor<f32>, tensor<f32>, tensor<f32>, tensor<f32>, tensor<f32>, tensor<f32>, tensor<f32>, tensor<f32>, tensor<f32>, tensor<f32>, tensor<f32>, tensor<f32>, tensor<f32>, tensor<f32>, tensor<f32>, tensor<f32>, tensor<f32>, tensor<f32>, tensor<f32>, tensor<f32>, tensor<f32>, tensor<f32>, tensor<f32>, tensor<f32>
  }
  dlc.entry @doubles inputs ["x", "above"] states [] results ["neg", "abs", "relu", "floor", "ceil", "round", "trunc", "sqrt", "exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "asinh", "atanh", "erf", "erfc", "acosh"] attributes {check.inputs = [dense<0.3> : tensor<f64>, dense<1.25> : tensor<f64>], check.expect = [dense<0.0> : tensor<f64>, dense<0.0> : tensor<f64>, dense<0.0> : tensor<f64>, dense<0.0> : tensor<f64>, dense<0.0> : tensor<f64>, dense<0.0> : tensor<f64>, dense<0.0> : tensor<f64>, dense<0.0> : tensor<f64>, dense<0.0> : tensor<f64>, dense<0.0> : tensor<f64>, dense<0.0> : tensor<f64>, dense<0.0> : tensor<f64>, dense<0.0> : tensor<f64>, dense<0.0> : tensor<f64>, dense<0.0> : tensor<f64>, dense<0.0> : tensor<f64>, dense<0.0> : tensor<f64>, dense<0.0> : tensor<f64>, dense<0.0> : tensor<f64>, dense<0.0> : tensor<f64>, dense<0.0> : tensor<f64>, dense<0.0> : tensor<f64>, dense<0.0> : tensor<f64>, dense<0.0> : tensor<f64>, dense<0.0> : tensor<f64>, dense<0.0> : tensor<f64>, dense<0.0> : tensor<f64>, dense<0.0> : tensor<f64>, dense<0.0> : tensor<f64>], check.tolerance = 2.3e-16} {
  ^bb0(%x: tensor<f64>, %above: tensor<f64>):
    %c = dlc.splat 0.3 : f64 -> tensor<f64>
    %d = dlc.splat 1.25 : f64 -> tensor<f64>
    %neg_run = dlc.neg %x : tensor<f64>
    %neg_known = dlc.neg %c : tensor<f64>
    %neg = dlc.sub %neg_run, %neg_known : tensor<f64>
    %abs_run = dlc.abs %x : tensor<f64>
    %abs_known = dlc.abs %c : tensor<f64>
    %abs = dlc.sub %abs_run, %abs_known : tensor<f64>
    %relu_run = dlc.relu %x : tensor<f64>
    %relu_known = dlc.relu %c : tensor<f64>
    %relu = dlc.sub %relu_run, %relu_known : tensor<f64>
    %floor_run = dlc.floor %x : tensor<f64>
    %floor_known = dlc.floor %c : tensor<f64>
    %floor = dlc.sub %floor_run, %floor_known : tensor<f64>
    %ceil_run = dlc.ceil %x : tensor<f64>
    %ceil_known = dlc.ceil %c : tensor<f64>
    %ceil = dlc.sub %ceil_run, %ceil_known : tensor<f64>
    %round_run = dlc.round %x : tensor<f64>
    %round_known = dlc.round %c : tensor<f64>
    %round = dlc.sub %round_run, %round_known : tensor<f64>
    %trunc_run = dlc.trunc %x : tensor<f64>
    %trunc_known = dlc.trunc %c : tensor<f64>
    %trunc = dlc.sub %trunc_run, %trunc_known : tensor<f64>
    %sqrt_run = dlc.sqrt %x : tensor<f64>
    %sqrt_known = dlc.sqrt %c : tensor<f64>
    %sqrt = dlc.sub %sqrt_run, %sqrt_known : tensor<f64>
    %exp_run = dlc.exp %x : tensor<f64>
    %exp_known = dlc.exp %c : tensor<f64>
    %exp = dlc.sub %exp_run, %exp_known : tensor<f64>
    %exp2_run = dlc.exp2 %x : tensor<f64>
    %exp2_known = dlc.exp2 %c : tensor<f64>
    %exp2 = dlc.sub %exp2_run, %exp2_known : tensor<f64>
    %expm1_run = dlc.expm1 %x : tensor<f64>
    %expm1_known = dlc.expm1 %c : tensor<f64>
    %expm1 = dlc.sub %expm1_run, %expm1_known : tensor<f64>
    %log_run = dlc.log %x : tensor<f64>
    %log_known = dlc.log %c : tensor<f64>
    %log = dlc.sub %log_run, %log_known : tensor<f64>
    %log2_run = dlc.log2 %x : tensor<f64>
    %log2_known = dlc.log2 %c : tensor<f64>
    %log2 = dlc.sub %log2_run, %log2_known : tensor<f64>
    %log10_run = dlc.log10 %x : tensor<f64>
    %log10_known = dlc.log10 %c : tensor<f64>
    %log10 = dlc.sub %log10_run, %log10_known : tensor<f64>
    %log1p_run = dlc.log1p %x : tensor<f64>
    %log1p_known = dlc.log1p %c : tensor<f64>
    %log1p = dlc.sub %log1p_run, %log1p_known : tensor<f64>
    %sin_run = dlc.sin %x : tensor<f64>
    %sin_known = dlc.sin %c : tensor<f64>
    %sin = dlc.sub %sin_run, %sin_known : tensor<f64>
    %cos_run = dlc.cos %x : tensor<f64>
    %cos_known = dlc.cos %c : tensor<f64>
    %cos = dlc.sub %cos_run, %cos_known : tensor<f64>
    %tan_run = dlc.tan %x : tensor<f64>
    %tan_known = dlc.tan %c : tensor<f64>
    %tan = dlc.sub %tan_run, %tan_known : tensor<f64>
    %asin_run = dlc.asin %x : tensor<f64>
    %asin_known = dlc.asin %c : tensor<f64>
    %asin = dlc.sub %asin_run, %asin_known : tensor<f64>
    %acos_run = dlc.acos %x : tensor<f64>
    %acos_known = dlc.acos %c : tensor<f64>
    %acos = dlc.sub %acos_run, %acos_known : tensor<f64>
    %atan_run = dlc.atan %x : tensor<f64>
    %atan_known = dlc.atan %c : tensor<f64>
    %atan = dlc.sub %atan_run, %atan_known : tensor<f64>
    %sinh_run = dlc.sinh %x : tensor<f64>
    %sinh_known = dlc.sinh %c : tensor<f64>
    %sinh = dlc.sub %sinh_run, %sinh_known : tensor<f64>
    %cosh_run = dlc.cosh %x : tensor<f64>
    %cosh_known = dlc.cosh %c : tensor<f64>
    %cosh = dlc.sub %cosh_run, %cosh_known : tensor<f64>
    %tanh_run = dlc.tanh %x : tensor<f64>
    %tanh_known = dlc.tanh %c : tensor<f64>
    %tanh = dlc.sub %tanh_run, %tanh_known : tensor<f64>
    %asinh_run = dlc.asinh %x : tensor<f64>
    %asinh_known = dlc.asinh %c : tensor<f64>
    %asinh = dlc.sub %asinh_run, %asinh_known : tensor<f64>
    %atanh_run = dlc.atanh %x : tensor<f64>
    %atanh_known = dlc.atanh %c : tensor<f64>
    %atanh = dlc.sub %atanh_run, %atanh_known : tensor<f64>
    %erf_run = dlc.erf %x : tensor<f64>
    %erf_known = dlc.erf %c : tensor<f64>
    %erf = dlc.sub %erf_run, %erf_known : tensor<f64>
    %erfc_run = dlc.erfc %x : tensor<f64>
    %erfc_known = dlc.erfc %c : tensor<f64>
    %erfc = dlc.sub %erfc_run, %erfc_known : tensor<f64>
    %acosh_run = dlc.acosh %above : tensor<f64>
    %acosh_known = dlc.acosh %d : tensor<f64>
    %acosh = dlc.sub %acosh_run, %acosh_known : tensor<f64>
    dlc.yield %neg, %abs, %relu, %floor, %ceil, %round, %trunc, %sqrt, %exp, %exp2, %expm1, %log, %log2, %log10, %log1p, %sin, %cos, %tan, %asin, %acos, %atan, %sinh, %cosh, %tanh, %asinh, %atanh, %erf, %erfc, %acosh : tensor<f64>, tensor<f64>, tensor<f64>, tensor<f64>, tensor<f64>, tensor<f64>, tensor<f64>, tensor<f64>, tensor<f64>, tensor<f64>, tensor<f64>, tensor<f64>, tensor<f64>, tensor<f64>, tensor<f64>, tensor<f64>, tensor<f64>, tensor<f64>, tensor<f64>, tensor<f64>, tensor<f64>, tensor<f64>, tensor<f64>, tensor<f64>, tensor<f64>, tensor<f64>, tensor<f64>, tensor<f64>, tensor<f64>
  }
}
