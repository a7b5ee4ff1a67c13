# The libraries from outside. Each enters through one room, named in sim/CMakeLists.txt.
find_package(Boost 1.74 REQUIRED)
find_package(TBB REQUIRED)
find_package(HDF5 REQUIRED COMPONENTS C HL)
find_package(ZLIB REQUIRED)
find_package(CLI11 REQUIRED)
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)

# Libraries that are headers only and bring no CMake target that fits.
function(cxsim_headers_only NAME HEADER)
  find_path(${NAME}_INCLUDE_DIR ${HEADER} REQUIRED)
  mark_as_advanced(${NAME}_INCLUDE_DIR)
  add_library(cxsim_${NAME} INTERFACE)
  target_include_directories(cxsim_${NAME} SYSTEM INTERFACE ${${NAME}_INCLUDE_DIR})
endfunction()

cxsim_headers_only(random123 Random123/philox.h)
cxsim_headers_only(xxhash xxhash.h)
cxsim_headers_only(toml toml++/toml.h)
target_compile_definitions(cxsim_toml INTERFACE TOML_HEADER_ONLY=1)
