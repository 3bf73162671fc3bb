# One precompiled header for every target that includes MLIR. It is compiled once, in dlc_pch, and
# handed to the rooms here: a room's CMakeLists.txt says nothing about it and builds without it.
if(NOT DLC_PCH)
  return()
endif()

add_library(dlc_pch OBJECT cmake/Precompiled.cpp)
target_precompile_headers(dlc_pch PRIVATE cmake/Precompiled.h)
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  # A time stamp inside would change the hash that ccache takes of the file.
  target_compile_options(dlc_pch PRIVATE "SHELL:-Xclang -fno-pch-timestamp")
endif()
# Executables are left out: they are compiled as PIE, which the header, made for archives, is not.
foreach(target dlc_ir dlc_passes dlc_codegen dlc_frontend)
  target_precompile_headers(${target} REUSE_FROM dlc_pch)
endforeach()
