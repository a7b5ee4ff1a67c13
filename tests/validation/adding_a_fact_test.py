"""Follows docs/adding-a-fact.md: the fact it writes is measured, in band, and could have failed."""

import os
import pathlib
import re
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from lab import Laboratory, Size  # noqa: E402

PAGE = pathlib.Path(os.environ["SOURCE_DIR"], "docs", "adding-a-fact.md")


class AddingAFact(unittest.TestCase):
    def test_the_recipe_works(self):
        block = re.search(r"```python\n(.*?)```", PAGE.read_text(), re.S).group(1)
        names = {}
        exec("\n".join(line[3:] for line in block.splitlines()), names)  # pylint: disable=exec-used
        fact = names["FACT"]
        with Laboratory(size=Size.small) as lab:
            findings = fact.measure(lab)
        for check in findings.checks:
            with self.subTest(check=check.name):
                self.assertTrue(check.holds, check)
                self.assertLess(check.estimate.error, .01)
        real, control = findings.checks
        self.assertGreater(real.estimate.low, control.estimate.high)


if __name__ == "__main__":
    unittest.main()
