# build/include: frontend/include and runtime/include under one root, as they are installed, by links
# to the sources, so that an edited header is seen without a copy step.
set(DLC_INCLUDE_ROOT ${PROJECT_BINARY_DIR}/include)
file(REMOVE_RECURSE ${DLC_INCLUDE_ROOT}) # a header that was removed must not live on as a dead link
file(MAKE_DIRECTORY ${DLC_INCLUDE_ROOT}/dlc)
file(GLOB DLC_HEADER_ENTRIES CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/frontend/include/dlc/*)
foreach(entry ${DLC_HEADER_ENTRIES} ${PROJECT_SOURCE_DIR}/runtime/include/dlc/rt)
  get_filename_component(name ${entry} NAME)
  file(CREATE_LINK ${entry} ${DLC_INCLUDE_ROOT}/dlc/${name} SYMBOLIC)
endforeach()
