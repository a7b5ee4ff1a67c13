"""The page's own checks: its types, and the tests beside its sources."""

import os
import subprocess
import unittest

import in_browser


class PageChecks(unittest.TestCase):
    def assert_passes(self, *words):
        in_browser.skip_without(self, in_browser.missing_tools())
        done = subprocess.run(
            ["node", *words], cwd=in_browser.PAGE_SOURCE, text=True, check=False, timeout=600,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            env={**os.environ, "NO_COLOR": "1", "CI": "1"})
        print(done.stdout, flush=True)
        in_browser.counts["pass" if done.returncode == 0 else "fail"] += 1
        self.assertEqual(done.returncode, 0, f"{words[0]} fails: its output is above")

    def test_types(self):
        self.assert_passes("node_modules/svelte-check/bin/svelte-check", "--tsconfig",
                           "./tsconfig.json", "--fail-on-warnings", "--output", "human")

    def test_units(self):
        self.assert_passes("node_modules/vitest/vitest.mjs", "run")


if __name__ == "__main__":
    in_browser.main()
