"""Runs the program as a user would, and opens what it wrote."""

import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import tempfile

import h5py
import numpy

HERE = pathlib.Path(__file__).resolve().parent.parent
ROOT = HERE.parent.parent
SCENARIOS = HERE / "scenarios"
FIRMS = {"reference": "broadband.toml", "refined": "broadband_refined.toml"}


class Size:
    """How large an experiment is: the full size, or a smaller form of it."""

    def __init__(self, name, people, runs):
        self.name, self.people_share, self.runs_share = name, people, runs

    def people(self, wanted):
        return max(200, round(wanted * self.people_share))

    def runs(self, wanted):
        return max(3, round(wanted * self.runs_share))


Size.full = Size("full", 1, 1)
Size.small = Size("small", .2, .5)


class Laboratory:
    """Runs scenarios of tests/validation/scenarios on a firm, at a size; equal runs run once.

    `extra` are settings for every run, as --set takes them: what the screening of assumptions varies.
    """

    def __init__(self, size=Size.full, firm="reference", extra=None, seed=1, program=None):
        self.size, self.firm, self.extra, self.seed = size, firm, dict(extra or {}), seed
        self.program = program or os.environ.get("CXSIM", str(ROOT / "build" / "release" / "cxsim"))
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="cxsim_validation_"))
        self._open = {}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        for results in self._open.values():
            results.file.close()
        self._open = {}
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, scenario, people=20000, runs=5, days=None, settings=None):
        """Results of a scenario. `people` and `runs` are those of the full size; `settings` are what the
        experiment is about and prevail over `extra`."""
        chosen = {**self.extra, **(settings or {})}
        words = ["--people", str(self.size.people(people)), "--replications", str(self.size.runs(runs)),
                 "--seed", str(self.seed)]
        if days is not None:
            words += ["--days", str(days)]
        for key, value in chosen.items():
            words += ["--set", f"{key}={value}"]
        key = hashlib.sha256("\0".join([scenario, *words]).encode()).hexdigest()[:16]
        if key not in self._open:
            self._open[key] = Results(self._made(scenario, words, self.folder / f"{key}.h5"))
        return self._open[key]

    def _made(self, scenario, words, output):
        asked = [self.program, "run", str(self._on_this_firm(scenario)), "-o", str(output), "--quiet", *words]
        ran = subprocess.run(asked, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
        if ran.returncode != 0:
            raise RuntimeError(f"{' '.join(asked)}\n{ran.stderr}")
        return output

    def _on_this_firm(self, scenario):
        """The scenario with the base of this laboratory's firm under it."""
        path = SCENARIOS / f"{scenario}.toml"
        base = ROOT / "scenarios" / "bases" / FIRMS[self.firm]
        text, count = re.subn(r'(?m)^extends = ".*bases/broadband\.toml"', f'extends = "{base}"',
                              path.read_text())
        if count != 1:
            raise ValueError(f"{path} should extend bases/broadband.toml")
        own = self.folder / f"{scenario}.toml"
        own.write_text(text)
        return own


class Results:
    """A result file: `results["nps_true"]` is an array (arm, replication, month, ...)."""

    def __init__(self, path):
        self.path = path
        self.file = h5py.File(path, "r")
        self._events = {}

    def __getitem__(self, name):
        return self.file[name][...].astype(float)

    def labels(self, dimension):
        return [label.decode() if isinstance(label, bytes) else label for label in self.file[dimension][...]]

    def index(self, dimension, label):
        return self.labels(dimension).index(label)

    @property
    def runs(self):
        return self.file["nps_true"].shape[1]

    def arm(self, name):
        return self.index("arm", name)

    def person(self, column, arm=0):
        """A column of /people as (replication, person)."""
        return self.file[f"people/{column}"][arm]

    def kinds(self):
        """Names of the kinds of events, in the order of their numbers."""
        names = self.file["life_events/kind"].attrs["flag_meanings"]
        return (names.decode() if isinstance(names, bytes) else names).split()

    def column(self, name):
        if name not in self._events:
            self._events[name] = self.file[f"life_events/{name}"][...]
        return self._events[name]

    def events(self, *kinds, arm=0, run=None, columns=()):
        """The rows of /life_events of these kinds as a dictionary of columns; in a run person after
        person, day after day, in the order they were lived."""
        names = self.kinds()
        wanted = numpy.isin(self.column("kind"), [names.index(kind) for kind in kinds])
        wanted &= self.column("arm_index") == arm
        if run is not None:
            wanted &= self.column("replication_index") == run
        return {name: self.column(name)[wanted] for name in ("person", "day", "kind", *columns)}
