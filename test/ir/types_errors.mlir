// RUN: %dlc-opt %s --split-input-file --verify-diagnostics

// expected-error @below {{a live extent is mul*symbol+add with mul at least 1 and add at least 0, got 0*n}}
func.func private @mul(tensor<8xf32, #dlc.live<0*n>>)

// -----

// expected-error @below {{a live extent is mul*symbol+add with mul at least 1 and add at least 0, got n+-1}}
func.func private @add(tensor<8xf32, #dlc.live<n+-1>>)

// -----

// expected-error @below {{expected}}
func.func private @syntax(tensor<8xf32, #dlc.live<2n>>)
