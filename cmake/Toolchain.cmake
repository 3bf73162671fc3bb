# Chooses compiler, linker and cache when the user named none: clang-22 and lld-22 build this project
# fastest (with one precompiled header), g++ works as well. Included before project().
if(NOT DEFINED CMAKE_CXX_COMPILER AND "$ENV{CXX}" STREQUAL "")
  find_program(DLC_CLANGXX NAMES clang++-22 HINTS /usr/lib/llvm-22/bin)
  if(DLC_CLANGXX)
    set(CMAKE_CXX_COMPILER ${DLC_CLANGXX} CACHE FILEPATH "")
    if(NOT DEFINED CMAKE_C_COMPILER AND "$ENV{CC}" STREQUAL "")
      string(REPLACE "clang++" "clang" DLC_CLANG ${DLC_CLANGXX})
      set(CMAKE_C_COMPILER ${DLC_CLANG} CACHE FILEPATH "")
    endif()
  endif()
endif()

if("${CMAKE_CXX_COMPILER}$ENV{CXX}" MATCHES "clang")
  set(DLC_PCH_DEFAULT ON)
else()
  set(DLC_PCH_DEFAULT OFF)
endif()

# g++ 12 knows `-fuse-ld=lld` as a name only; the -22 suffix is clang's to resolve.
find_program(DLC_LLD NAMES ld.lld-22 HINTS /usr/lib/llvm-22/bin)
if(DLC_LLD AND DLC_PCH_DEFAULT)
  add_link_options(--ld-path=${DLC_LLD})
endif()

find_program(DLC_CCACHE NAMES ccache)
if(DLC_CCACHE AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
  # Without this slackness ccache gives up on every file that uses a precompiled header.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${DLC_CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${DLC_CCACHE})
endif()
