# The engine's lanes: one source compiled for several kinds of processor, in one program.
#
# Inline functions and templates are compiled into each object that uses them, and the linker keeps
# any one of the copies: it could keep one that this processor cannot run. So each object is linked
# with itself, and everything in it is made local but its one entry.
option(CXSIM_LANES "Compile the engine for SSE4, AVX2 and AVX-512 besides" ON)
if(NOT CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  set(CXSIM_LANES OFF)
endif()

# cxsim_lanes(ROOM SOURCE [ENTRY name] LINKS target...): adds SOURCE to the room, once for each kind.
#
# The entry is the one function that is seen outside, name_sse4 and so on; kernels_sse4 by default.
# The objects so made are in the global property CXSIM_LANES_OBJECTS.
function(cxsim_lanes ROOM SOURCE)
  cmake_parse_arguments(LANES "" "ENTRY" "LINKS" ${ARGN})
  if(NOT LANES_ENTRY)
    set(LANES_ENTRY kernels)
  endif()
  if(NOT CXSIM_LANES)
    return()
  endif()
  find_path(hwy_INCLUDE_DIR hwy/highway.h REQUIRED)
  mark_as_advanced(hwy_INCLUDE_DIR)
  # Everything a group does is worked into one function, so that its vectors stay in registers.
  set(inlining --param=max-inline-insns-auto=400 --param=max-inline-insns-single=4000
      --param=inline-unit-growth=400 --param=large-function-growth=2000
      --param=large-stack-frame=100000 --param=large-stack-frame-growth=100000)
  set(sse4 -march=x86-64-v2)
  set(avx2 -march=x86-64-v3)
  set(avx512 -march=x86-64-v4 -mprefer-vector-width=512)
  foreach(kind sse4 avx2 avx512)
    set(object ${ROOM}_lanes_${kind})
    add_library(${object} OBJECT ${SOURCE})
    target_compile_options(${object} PRIVATE ${${kind}} ${inlining} -maes -mpclmul -fno-exceptions -fno-rtti
                                             -fno-gnu-unique)
    # Its checks of indices would need its library.
    target_compile_definitions(${object} PRIVATE CXSIM_LANES=${kind} HWY_IS_DEBUG_BUILD=0)
    target_include_directories(${object} SYSTEM PRIVATE ${hwy_INCLUDE_DIR})
    target_include_directories(${object} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
    target_link_libraries(${object} PRIVATE cxsim_options ${LANES_LINKS})
    set(closed ${CMAKE_CURRENT_BINARY_DIR}/${object}.o)
    add_custom_command(
      OUTPUT ${closed}
      COMMAND ${CMAKE_LINKER} -r --force-group-allocation -o ${closed} $<TARGET_OBJECTS:${object}>
      COMMAND ${CMAKE_OBJCOPY} --wildcard --keep-global-symbol=*${LANES_ENTRY}_${kind}* ${closed}
      DEPENDS ${object} $<TARGET_OBJECTS:${object}>
      COMMAND_EXPAND_LISTS VERBATIM)
    set_source_files_properties(${closed} PROPERTIES EXTERNAL_OBJECT TRUE GENERATED TRUE)
    target_sources(${ROOM} PRIVATE ${closed})
    set_property(GLOBAL APPEND PROPERTY CXSIM_LANES_OBJECTS ${closed})
  endforeach()
  target_compile_definitions(${ROOM} PRIVATE CXSIM_HAS_LANES=1)
endfunction()
