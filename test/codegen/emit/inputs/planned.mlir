// A planned program by hand: y = x * w in the live rows, w -= lr. Two rows of four at most.
module {
  dlc.program @tiny dims {n = 4 : i64} attributes {state_bytes = 512 : i64} {
    dlc.setting @lr = 5.0e-01 : f32 {offset = 0 : i64}
    dlc.state @w : tensor<2x3xf32> {role = "param", offset = 256 : i64, bytes = 24 : i64, view = array<i64: 2, 3>, perm = array<i64: 1, 0>}
    step.kernel @k0_mul inputs 2 outputs 1 {
    ^bb0(%x: memref<4x3xf32>, %w: memref<3x2xf32>, %y: memref<4x2xf32>, %n: index):
      %zero = arith.constant 0.0 : f32
      linalg.fill {dlc.extents = [affine_map<(d0) -> (d0)>, affine_map<(d0) -> (2)>]} ins(%zero : f32) outs(%y : memref<4x2xf32>)
      linalg.generic {indexing_maps = [affine_map<(i, j, k) -> (i, k)>, affine_map<(i, j, k) -> (k, j)>, affine_map<(i, j, k) -> (i, j)>],
                      iterator_types = ["parallel", "parallel", "reduction"]}
          ins(%x, %w : memref<4x3xf32>, memref<3x2xf32>) outs(%y : memref<4x2xf32>)
          attrs = {dlc.extents = [affine_map<(d0) -> (d0)>, affine_map<(d0) -> (2)>, affine_map<(d0) -> (3)>]} {
      ^bb0(%a: f32, %b: f32, %c: f32):
        %p = arith.mulf %a, %b : f32
        %s = arith.addf %c, %p : f32
        linalg.yield %s : f32
      }
      step.return
    }
    step.kernel @k1_step inputs 2 outputs 1 {
    ^bb0(%w: memref<3x2xf32>, %lr: memref<f32>, %out: memref<3x2xf32>, %n: index):
      linalg.generic {indexing_maps = [affine_map<(i, j) -> (i, j)>, affine_map<(i, j) -> ()>, affine_map<(i, j) -> (i, j)>],
                      iterator_types = ["parallel", "parallel"]}
          ins(%w, %lr : memref<3x2xf32>, memref<f32>) outs(%out : memref<3x2xf32>)
          attrs = {dlc.extents = [affine_map<(d0) -> (3)>, affine_map<(d0) -> (2)>]} {
      ^bb0(%a: f32, %b: f32, %c: f32):
        %s = arith.subf %a, %b : f32
        linalg.yield %s : f32
      }
      step.return
    }
    step.kernel @k2_one inputs 0 outputs 1 {
    ^bb0(%out: memref<3x2xf32>, %n: index):
      linalg.generic {indexing_maps = [affine_map<(i, j) -> (i, j)>], iterator_types = ["parallel", "parallel"]}
          outs(%out : memref<3x2xf32>)
          attrs = {dlc.extents = [affine_map<(d0) -> (3)>, affine_map<(d0) -> (2)>]} {
      ^bb0(%c: f32):
        %i = linalg.index 0 : index
        %j = linalg.index 1 : index
        %ten = arith.constant 10 : index
        %t = arith.muli %j, %ten : index
        %v = arith.addi %t, %i : index
        %w = arith.index_cast %v : index to i32
        %f = arith.sitofp %w : i32 to f32
        linalg.yield %f : f32
      }
      step.return
    }
    step.schedule @forward inputs ["x"] [tensor<4x3xf32, #dlc.live<n, *>>] states [@w] results ["y"] [tensor<4x2xf32, #dlc.live<n, *>>]
        arena 512 inputs_at [0] results_at [256] {
      %x = step.slot "arena" 0 : memref<4x3xf32>
      %w = step.slot "state" 256 : memref<3x2xf32>
      %y = step.slot "arena" 256 : memref<4x2xf32>
      %lr = step.slot "state" 0 : memref<f32>
      step.launch @k0_mul(%x, %w, %y) : (memref<4x3xf32>, memref<3x2xf32>, memref<4x2xf32>) -> () loc("fc1"("model.cpp":7:3))
      step.launch @k1_step(%w, %lr, %w) : (memref<3x2xf32>, memref<f32>, memref<3x2xf32>) -> () loc("model.cpp":9:3)
      step.done
    }
    step.schedule @init inputs [] [] states [@w] results [] [] arena 0 inputs_at [] results_at [] {
      %w = step.slot "state" 256 : memref<3x2xf32>
      step.launch @k2_one(%w) : (memref<3x2xf32>) -> () loc("model.cpp":3:3)
      step.done
    }
  }
}
