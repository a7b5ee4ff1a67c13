"""The generated pages of docs/ are what the program prints now, and the guides name what exists."""

import os
import pathlib
import re
import subprocess
import unittest

PROGRAM = os.environ["CXSIM"]
SOURCE = pathlib.Path(os.environ["SOURCE_DIR"])
PAGES = {"scenario-reference.md": ["reference"], "output-format.md": ["reference", "--output-format"]}


class GeneratedDocs(unittest.TestCase):
    def test_pages_are_up_to_date(self):
        for page, words in PAGES.items():
            with self.subTest(page):
                printed = subprocess.run([PROGRAM, *words], capture_output=True, text=True, check=True).stdout
                self.assertEqual((SOURCE / "docs" / page).read_text(), printed,
                                 f"write it anew: cxsim {' '.join(words)} > docs/{page}")

    def test_files_that_the_guides_name_exist(self):
        for page in [*(SOURCE / "docs").glob("*.md"), SOURCE / "README.md", SOURCE / "CONTRIBUTING.md"]:
            for path in re.findall(r"`((?:sim|docs|tests|scenarios|analysis)/[\w./-]+\.\w+)`", page.read_text()):
                if "habit" in path or "call_back" in path:  # what the recipe adds
                    continue
                with self.subTest(page=page.name, path=path):
                    self.assertTrue((SOURCE / path).exists(), f"{page.name} names {path}")

    def test_links_between_pages_lead_somewhere(self):
        for page in [*(SOURCE / "docs").rglob("*.md"), SOURCE / "README.md"]:
            for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text()):
                with self.subTest(page=page.name, link=link):
                    self.assertTrue((page.parent / link).exists())


if __name__ == "__main__":
    unittest.main()
