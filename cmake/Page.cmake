# The page that `cxsim report` and `cxsim studio` show: analysis/studio/page, built by npm into page/
# beside the program. Where node or npm is missing the simulator is built without it.
option(CXSIM_PAGE "Build the page, where node and npm are found" ON)
find_program(CXSIM_NODE node)
find_program(CXSIM_NPM npm)
mark_as_advanced(CXSIM_NODE CXSIM_NPM)

set(CXSIM_PAGE_FOLDER ${CMAKE_BINARY_DIR}/page)
set(page_source ${PROJECT_SOURCE_DIR}/analysis/studio/page)

if(CXSIM_PAGE AND CXSIM_NODE AND CXSIM_NPM)
  # npm writes this file last.
  set(installed ${page_source}/node_modules/.package-lock.json)
  add_custom_command(
    OUTPUT ${installed}
    COMMAND ${CXSIM_NPM} ci --no-audit --no-fund --loglevel=error
    COMMAND ${CMAKE_COMMAND} -E touch ${installed}
    DEPENDS ${page_source}/package.json ${page_source}/package-lock.json
    WORKING_DIRECTORY ${page_source}
    COMMENT "Installing what the page is built with"
    VERBATIM)

  file(GLOB_RECURSE page_files CONFIGURE_DEPENDS ${page_source}/src/*)
  list(FILTER page_files EXCLUDE REGEX "\\.test\\.ts$")
  set(built ${CXSIM_PAGE_FOLDER}/index.html ${CXSIM_PAGE_FOLDER}/page.js
            ${CXSIM_PAGE_FOLDER}/page.css)
  add_custom_command(
    OUTPUT ${built}
    COMMAND ${CXSIM_NODE} node_modules/vite/bin/vite.js build --logLevel warn --emptyOutDir
            --outDir ${CXSIM_PAGE_FOLDER}
    DEPENDS ${installed} ${page_files} ${page_source}/index.html ${page_source}/vite.config.ts
            ${page_source}/svelte.config.js ${page_source}/tsconfig.json
    WORKING_DIRECTORY ${page_source}
    COMMENT "Building the page"
    VERBATIM)
  add_custom_target(cxsim_page ALL DEPENDS ${built})
  install(DIRECTORY ${CXSIM_PAGE_FOLDER}/ DESTINATION ${CMAKE_INSTALL_DATADIR}/cxsim/page)
elseif(CXSIM_PAGE)
  message(STATUS "The page is left out: node or npm was not found")
endif()
