// The scenarios that come with the program.
#pragma once

#include <string>
#include <vector>

namespace cxsim {

// The folder they are in: beside the working folder, or where the program was built or installed;
// empty if there is none. CXSIM_SCENARIOS names another.
std::string library_folder();

// Their paths below it, in alphabetical order, without the bases.
std::vector<std::string> library_scenarios();

// A path as it is if there is such a file; otherwise the library's scenario of that name, with or
// without its ending; otherwise the path unchanged.
std::string find_scenario(const std::string& name);

// The folder of the built page, beside the program or where it was installed; empty if there is
// none. CXSIM_PAGE names another.
std::string page_folder();

}  // namespace cxsim
