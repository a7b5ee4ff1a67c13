"""Follows docs/adding-an-intervention.md: the kind it writes joins the catalogue and moves what it says."""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

SOURCE = pathlib.Path(os.environ["SOURCE_DIR"])
LIBRARIES = pathlib.Path(os.environ["CXSIM"]).parent / "sim"

PROGRAM = r"""
#include "interventions/catalogue.hpp"
#include "interventions/programme.hpp"
using namespace cxsim;
int main() {
  const Kind* kind = find_kind("call_back");
  if (kind == nullptr) return 1;
  if (place_in_catalogue(*kind) <= place_in_catalogue(kinds::announced_waits)) return 2;
  Conditions before;
  before.customer.quality = defaults<QualitySettings>();
  before.touchpoints.resize(2);
  for (Touchpoint& t : before.touchpoints) t.service_minutes = 10;
  Intervention one = usual(*kind);
  one.timing.ramp = 0;
  one.changes[1] = {Operation::multiply, 1.5f};
  one.scope.touchpoints.add(TouchpointId(1));
  const auto programme = Programme::of({one}, before.touchpoints, {});
  if (!programme) return 3;
  Conditions now = before;
  programme->arrange({0, before}, now);
  if (now.customer.quality.wait_scale != 2 * before.customer.quality.wait_scale) return 4;
  if (now.touchpoints[0].service_minutes != 10) return 5;
  return now.touchpoints[1].service_minutes == 15 ? 0 : 6;
}
"""


def with_line_after(text, line, new):
    """The text with a new line below the one that holds `line`."""
    assert line in text, f"{line} is gone: the page and this test no longer follow the source"
    return text.replace(line, line + new, 1)


class AddingAnIntervention(unittest.TestCase):
    def test_the_recipe_works(self):
        page = (SOURCE / "docs" / "adding-an-intervention.md").read_text()
        block = re.search(r"```cpp\n(.*?)```", page, re.S).group(1)
        with tempfile.TemporaryDirectory() as folder:
            here = pathlib.Path(folder)
            room = here / "interventions"
            shutil.copytree(SOURCE / "sim" / "interventions", room)
            (room / "levers" / "call_back.cpp").write_text(block)
            for name, line, new in (("catalogue.hpp", "announced_waits,", " call_back,"),
                                    ("catalogue.cpp", "&kinds::announced_waits,", " &kinds::call_back,")):
                file = room / name
                file.write_text(with_line_after(file.read_text(), line, new))
            (here / "main.cpp").write_text(PROGRAM)
            objects = [str(here / "main.cpp"), str(room / "catalogue.cpp"), str(room / "levers" / "call_back.cpp")]
            libraries = [str(LIBRARIES / f"libcxsim_{name}.a")
                         for name in ("interventions", "company", "journey", "model", "base")
                         if (LIBRARIES / f"libcxsim_{name}.a").exists()]
            subprocess.run(["g++", "-std=c++20", "-Wall", "-Wextra", "-Werror", "-fno-exceptions", "-fno-rtti",
                            "-DBOOST_NO_EXCEPTIONS", "-DBOOST_NO_RTTI", f"-I{here}", f"-I{SOURCE / 'sim'}",
                            *objects, *libraries, *libraries, "-o", str(here / "a")], check=True)
            self.assertEqual(subprocess.run([str(here / "a")], check=False).returncode, 0)


if __name__ == "__main__":
    unittest.main()
