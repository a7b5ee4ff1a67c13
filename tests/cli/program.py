"""Runs the program as a user would, and keeps what it said."""

import os
import pathlib
import subprocess

PROGRAM = os.environ["CXSIM"]
SOURCE = pathlib.Path(os.environ["SOURCE_DIR"])
BASE = SOURCE / "scenarios" / "bases" / "broadband.toml"
FIRST_RUN = SOURCE / "scenarios" / "01_first_run.toml"


def cxsim(*words, folder=None, **more):
    """Calls the program in a folder; returns the finished process with its texts."""
    return subprocess.run([PROGRAM, *map(str, words)], cwd=folder, capture_output=True, text=True,
                          timeout=600, stdin=subprocess.DEVNULL, check=False, **more)
