# cxsim_room(NAME [CORE] [LINKS target...]): one folder becomes one library, cxsim_NAME.
#
# Its sources are found, up to one folder deep, so a new file needs no edit here; main.cpp is left
# for the program, lanes.cpp for cmake/Lanes.cmake. Includes name the room: "model/trust.hpp".
# CORE rooms are compiled without exceptions and RTTI. LINKS are the arrows the room may follow.
function(cxsim_room NAME)
  cmake_parse_arguments(ROOM "CORE" "" "LINKS" ${ARGN})
  set(target cxsim_${NAME})
  set(folder ${CMAKE_CURRENT_SOURCE_DIR}/${NAME})
  file(GLOB sources CONFIGURE_DEPENDS ${folder}/*.cpp ${folder}/*/*.cpp)
  file(GLOB headers CONFIGURE_DEPENDS ${folder}/*.hpp ${folder}/*/*.hpp)
  list(FILTER sources EXCLUDE REGEX "/(main|lanes)\\.cpp$")

  if(sources)
    set(scope PUBLIC)
    add_library(${target} STATIC ${sources} ${headers})
    target_link_libraries(${target} PRIVATE cxsim_options)
    if(ROOM_CORE)
      target_link_libraries(${target} PRIVATE cxsim_core_options)
    endif()
  else()
    set(scope INTERFACE)
    add_library(${target} INTERFACE ${headers})
  endif()
  target_include_directories(${target} ${scope} ${CMAKE_CURRENT_SOURCE_DIR})
  target_compile_features(${target} ${scope} cxx_std_20)
  target_link_libraries(${target} ${scope} ${ROOM_LINKS})
endfunction()
