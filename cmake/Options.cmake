# How every file is compiled. `cxsim_options` carries it; each room and test links it.
add_library(cxsim_options INTERFACE)
target_compile_features(cxsim_options INTERFACE cxx_std_20)
set(CMAKE_CXX_EXTENSIONS OFF)

# The same bits on every machine: a*b+c keeps both roundings unless a fused form is called by name.
target_compile_options(cxsim_options INTERFACE -ffp-contract=off)

# Nobody reads the floating-point flags or errno: a choice between two numbers needs no branch. This
# changes no bit of a result.
target_compile_options(cxsim_options INTERFACE -fno-trapping-math -fno-math-errno)

# g++ 12 at -O3 takes the std::string members of temporaries for overlapping and uninitialised, and a
# settings row that could name a std::string for one that does.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  set(cxsim_false_alarms -Wno-restrict -Wno-maybe-uninitialized -Wno-array-bounds)
endif()

target_compile_options(
  cxsim_options
  INTERFACE -Wall
            -Wextra
            -Wpedantic
            -Wshadow
            -Wconversion
            -Wsign-conversion
            -Wnon-virtual-dtor
            -Woverloaded-virtual
            ${cxsim_false_alarms}
            $<$<BOOL:${CXSIM_WERROR}>:-Werror>)

if(CXSIM_SANITIZE)
  # The core has no RTTI, which -fsanitize=vptr would need.
  set(cxsim_sanitize_flags -fsanitize=${CXSIM_SANITIZE} -fno-sanitize=vptr
                           -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_compile_options(cxsim_options INTERFACE ${cxsim_sanitize_flags})
  target_link_options(cxsim_options INTERFACE ${cxsim_sanitize_flags})
  # Boost.Asio orders memory by fences, of which the thread sanitizer says that it does not see them.
  if(CXSIM_SANITIZE MATCHES "thread" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(cxsim_options INTERFACE -Wno-tsan)
  endif()
endif()

# What must also run in a browser: errors are values there, and types are known without RTTI.
add_library(cxsim_core_options INTERFACE)
target_compile_options(cxsim_core_options INTERFACE -fno-exceptions -fno-rtti)
target_compile_definitions(cxsim_core_options INTERFACE BOOST_NO_EXCEPTIONS BOOST_NO_RTTI)
