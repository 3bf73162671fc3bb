# What `cmake --install` lays down, and find_package(dlc) for both trees. Everything is found relative
# to the config file and to `dlc` itself, so an installed tree may be moved.
include(CMakePackageConfigHelpers)

install(TARGETS dlc dlc-opt RUNTIME DESTINATION bin)
install(TARGETS dlc_rt ARCHIVE DESTINATION lib)
install(DIRECTORY frontend/include/ runtime/include/ DESTINATION include
        FILES_MATCHING PATTERN "*.h" PATTERN "*.hpp" PATTERN "*.inc" PATTERN "*.def")
install(FILES LICENSE README.md DESTINATION share/doc/dlc)

# What the runtime's archive needs of others, as archives too: a compiled model carries all but libc.
set(DLC_RT_LINK_LIBRARIES "")
foreach(archive libpng16.a libz.a)
  find_library(DLC_ARCHIVE_${archive} NAMES ${archive})
  if(DLC_ARCHIVE_${archive})
    list(APPEND DLC_RT_LINK_LIBRARIES -l:${archive})
  endif()
endforeach()
list(APPEND DLC_RT_LINK_LIBRARIES m ${CMAKE_DL_LIBS})

set(config_dir lib/cmake/dlc)
configure_package_config_file(cmake/dlcConfig.cmake.in ${PROJECT_BINARY_DIR}/${config_dir}/dlcConfig.cmake
                              INSTALL_DESTINATION ${config_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/${config_dir}/dlcConfigVersion.cmake
                                 COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/${config_dir}/dlcConfig.cmake
              ${PROJECT_BINARY_DIR}/${config_dir}/dlcConfigVersion.cmake
        DESTINATION ${config_dir})
