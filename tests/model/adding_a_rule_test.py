"""Follows docs/adding-a-rule.md: the rule it writes compiles, has sound settings, and works."""

import os
import pathlib
import re
import subprocess
import tempfile
import unittest

SOURCE = pathlib.Path(os.environ["SOURCE_DIR"])

PROGRAM = r"""
#include "habit.hpp"
using namespace cxsim;
int main() {
  Mind<float> mind{};
  mind.satisfaction = .5f;
  HabitSettings s = defaults<HabitSettings>();
  grow_used_to(mind, 1.0f, s);
  if (mind.expectation_offset != 0.0f) return 1;  // off by default
  s.rate = .2f;
  grow_used_to(mind, 1.0f, s);
  if (!(mind.expectation_offset > .099f && mind.expectation_offset < .101f)) return 2;
  grow_used_to(mind, 1000.0f, s);
  return mind.expectation_offset == .5f ? 0 : 3;  // clipped to its range
}
"""


class AddingARule(unittest.TestCase):
    def test_the_recipe_works(self):
        page = (SOURCE / "docs" / "adding-a-rule.md").read_text()
        block = re.search(r"```cpp\n(.*?)```", page, re.S).group(1)
        with tempfile.TemporaryDirectory() as folder:
            here = pathlib.Path(folder)
            (here / "habit.hpp").write_text("\n".join(line[3:] for line in block.splitlines()) + "\n")
            (here / "main.cpp").write_text(PROGRAM)
            subprocess.run(["g++", "-std=c++20", "-Wall", "-Wextra", "-Werror", "-fno-exceptions", "-fno-rtti",
                            f"-I{SOURCE / 'sim'}", f"-I{folder}", str(here / "main.cpp"), "-o", str(here / "a")],
                           check=True)
            self.assertEqual(subprocess.run([str(here / "a")], check=False).returncode, 0)


if __name__ == "__main__":
    unittest.main()
