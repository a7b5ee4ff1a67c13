"""`cxsim export --format csv`: every number of a result file, once, as it is in the file."""

import csv
import io
import pathlib
import resource
import signal
import subprocess
import tempfile
import unittest

import h5py
import numpy
import pandas
from program import PROGRAM, SOURCE, cxsim
from tables_of_results import agrees, axes_of, labels_of, places_of, variables_of

SCENARIO = SOURCE / "scenarios" / "02_what_if.toml"


def table_in(path):
    """A CSV file as name -> cells."""
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file, strict=True))
    return {name: [row[place] for row in rows[1:]] for place, name in enumerate(rows[0])}


class Exporting(unittest.TestCase):
    def setUp(self):
        self.home = tempfile.TemporaryDirectory()
        self.addCleanup(self.home.cleanup)
        self.folder = pathlib.Path(self.home.name)

    def export(self, *words):
        said = cxsim("export", *words, folder=self.folder)
        self.assertEqual(0, said.returncode, said.stderr)
        return said

    def assert_tables_agree(self, file, folder):
        """Every variable of the file is a column of one table, row for row and bit for bit."""
        tables = {path.stem: table_in(path) for path in folder.glob("*.csv")}
        dictionary = tables.pop("columns")
        told = set(zip(dictionary["table"], dictionary["column"]))
        seen = set()
        for variable in variables_of(file):
            name, names = places_of(file, variable)
            homes = [one for one, table in tables.items() if name in table and
                     self.is_home(one, table, variable)]
            self.assertEqual(1, len(homes), variable.name)
            table = tables[homes[0]]
            cells, numbers = table[name], variable[...].ravel()
            self.assertEqual(len(numbers), len(cells), variable.name)
            wrong = [k for k, cell in enumerate(cells) if not agrees(cell, numbers[k], names)]
            self.assertEqual([], wrong[:3], variable.name)
            axes = axes_of(variable)
            for axis, expected in axes.items():
                # Not assertEqual, which takes minutes to say how long lists differ.
                self.assertTrue(expected == table[axis], (variable.name, axis))
            seen |= {(homes[0], column) for column in (name, *axes)}
        self.assertEqual({(one, column) for one, table in tables.items() for column in table}, seen)
        self.assertEqual(seen, told)

    @staticmethod
    def is_home(name, table, variable):
        group = variable.name.split("/")[1] if variable.name.count("/") > 1 else ""
        groups = ("people", "contacts", "life_events")
        return name == group if group else name not in groups and \
            set(axes_of(variable)) <= set(table)


class ARun(Exporting):
    @classmethod
    def setUpClass(cls):
        cls.shared = tempfile.TemporaryDirectory()
        cls.results = pathlib.Path(cls.shared.name) / "run.h5"
        ran = cxsim("run", SCENARIO, "--people", 400, "--days", 240, "--replications", 2, "--set",
                    "record.people=100", "--set", "record.contacts=30", "--set",
                    "record.life_events=20", "--set", "simulation.burn_in=90", "-o", cls.results,
                    "--quiet")
        assert ran.returncode == 0, ran.stderr

    @classmethod
    def tearDownClass(cls):
        cls.shared.cleanup()

    def test_holds_every_number_of_the_file(self):
        said = self.export(self.results, "--format", "csv", "-o", "tables")
        self.assertEqual("14 tables written to tables\n", said.stderr)
        with h5py.File(self.results) as file:
            self.assert_tables_agree(file, self.folder / "tables")

    def test_names_tables_by_their_dimensions(self):
        self.export(self.results, "--quiet")
        self.assertEqual(
            ["arms", "by_department", "by_journey", "by_month", "by_root_cause", "by_segment",
             "by_stars", "by_touchpoint", "columns", "contact_causes", "contact_reasons",
             "contacts", "life_events", "people"],
            sorted(path.stem for path in (self.folder / "run").iterdir()))

    def test_codes_are_told_by_their_names(self):
        self.export(self.results, "-o", "t", "--table", "people", "--table", "contacts")
        people = table_in(self.folder / "t" / "people.csv")
        self.assertLessEqual(set(people["lifecycle"]),
                             {"unaware", "aware", "considering", "active", "former"})
        self.assertIn("", people["first_churn_day"])
        contacts = table_in(self.folder / "t" / "contacts.csv")
        self.assertEqual({"baseline", "trained"}, set(contacts["arm"]))
        self.assertLess(min(map(int, contacts["day"])), 0)

    def test_a_data_frame_reads_numbers_dates_and_gaps(self):
        text = self.export(self.results, "--table", "by_touchpoint", "-o", "-").stdout
        frame = pandas.read_csv(io.StringIO(text), parse_dates=["month"])
        self.assertEqual("datetime64[ns]", str(frame.month.dtype))
        self.assertTrue(frame.touchpoint_csat.isna().any())
        with h5py.File(self.results) as file:
            self.assertEqual(int(file["touchpoint_contacts"][...].sum()),
                             int(frame.touchpoint_contacts.sum()))

    def test_writes_only_the_tables_asked_for(self):
        self.export(self.results, "-o", "t", "--table", "by_month", "--table", "columns")
        self.assertEqual(["by_month.csv", "columns.csv"],
                         sorted(path.name for path in (self.folder / "t").iterdir()))

    def test_writes_over_its_own_tables_and_beside_others(self):
        place = self.folder / "t"
        place.mkdir()
        (place / "mine.txt").write_text("kept")
        (place / "arms.csv").write_text("old")
        self.export(self.results, "-o", "t", "--table", "arms")
        self.assertEqual("kept", (place / "mine.txt").read_text())
        self.assertEqual("arm,action_day\nbaseline,-1\ntrained,180\n",
                         (place / "arms.csv").read_text())
        self.assertEqual(2, len(list(place.iterdir())))

    def assert_refused(self, status, *words, cure):
        said = cxsim("export", *words, folder=self.folder)
        self.assertEqual(status, said.returncode, said.stderr)
        self.assertIn(cure, said.stderr)
        self.assertEqual("", said.stdout)

    def test_wrong_input_is_told(self):
        (self.folder / "other.h5").write_text("text")
        self.assert_refused(2, "nothing.h5", cure="there is no such file")
        self.assert_refused(2, "other.h5", cure="not an HDF5 file")
        self.assert_refused(2, self.results, "--table", "by_segmnt", cure="by_segment")
        self.assert_refused(2, self.results, "-o", "-", cure="--table")
        self.assert_refused(2, self.results, "--format", "xlsx", cure="csv")
        self.assertEqual(["other.h5"], [path.name for path in self.folder.iterdir()])

    def test_places_that_cannot_be_written_are_told(self):
        (self.folder / "file").write_text("mine")
        self.assert_refused(1, self.results, "-o", "file", cure="not a folder")
        self.assert_refused(1, self.results, "-o", "no/such", cure="mkdir -p no")
        self.assert_refused(1, self.results, "-o", "/proc/tables", cure="-o")

    def test_a_full_disk_is_told_and_leaves_no_half_table(self):
        def little_room():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))
        said = subprocess.run([PROGRAM, "export", self.results, "-o", "t"], cwd=self.folder, text=True,
                              capture_output=True, preexec_fn=little_room, restore_signals=False,
                              check=False)
        self.assertEqual(1, said.returncode)
        self.assertIn("cannot be written", said.stderr)
        self.assertEqual([], [path.name for path in (self.folder / "t").iterdir()
                              if path.suffix != ".csv" or path.stat().st_size > 20000])
        with open("/dev/full", "w", encoding="utf-8") as full:
            said = subprocess.run([PROGRAM, "export", self.results, "--table", "arms", "-o", "-"],
                                  stdout=full, stderr=subprocess.PIPE, text=True, check=False)
        self.assertEqual(1, said.returncode)
        self.assertIn("No space left", said.stderr)


class ASweep(Exporting):
    """A file as `cxsim sweep` writes it: every measure with the point in front."""

    POINTS, LENGTHS = 300, {"arm": 2, "replication": 3, "month": 12, "segment": 2}

    def setUp(self):
        super().setUp()
        self.path = self.folder / "results.h5"
        with h5py.File(self.path, "w", track_order=True) as file:
            file.attrs.update({"source": "cxsim 0.1.0", "complete": "yes", "title": "A sweep"})
            self.define_dimensions(file)
            self.define_variables(file)

    def define_dimensions(self, file):
        numbers = {"point": range(self.POINTS), "replication": range(self.LENGTHS["replication"]),
                   "month": range(0, 360, 30)}
        for name, values in numbers.items():
            scale = file.create_dataset(name, data=numpy.array(values, "int32"))
            scale.attrs["units"] = "days since 2026-01-01 00:00:00" if name == "month" else "1"
        for name, labels in {"arm": ["baseline", 'with, "quotes"'],
                             "segment": ["young", "Ältere"]}.items():
            file.create_dataset(name, data=labels, dtype=h5py.string_dtype())
        for name in ("point", *self.LENGTHS):
            file[name].attrs["long_name"] = "about " + name
            file[name].make_scale(name)

    def define_variable(self, file, name, dimensions, values, **attributes):
        variable = file.create_dataset(name, data=values)
        for axis, dimension in enumerate(dimensions):
            variable.dims[axis].attach_scale(file[dimension])
        variable.attrs.update({"units": "1", "long_name": f"about {name}, at length", **attributes})

    def define_variables(self, file):
        luck = numpy.random.default_rng(1)
        shape = (self.POINTS, *self.LENGTHS.values())
        revenue = luck.normal(1e4, 1e4, shape)
        revenue[7, 1] = numpy.nan
        self.define_variable(file, "revenue", ["point", *self.LENGTHS], revenue)
        self.define_variable(file, "nps_true", ["point", *self.LENGTHS],
                             luck.normal(0, 40, shape).astype("float32"))
        self.define_variable(file, "action_day", ["point", "arm"],
                             numpy.zeros((self.POINTS, 2), "int32"))
        self.define_variable(file, "months", ["point"], numpy.full(self.POINTS, 12, "int32"))
        self.define_variable(file, "customer.word_of_mouth.heard_rate", ["point"],
                             luck.uniform(0, 1, self.POINTS), scale="linear", low=0., high=1.)
        self.define_variable(file, "simulation.lanes", ["point"],
                             (numpy.arange(self.POINTS) % 2).astype("int32"),
                             flag_values=numpy.array([0, 1], "int32"), flag_meanings="no yes")

    def test_holds_every_number_with_its_point(self):
        self.export("results.h5")
        self.assertEqual(["arms", "by_segment", "columns", "design"],
                         sorted(path.stem for path in (self.folder / "results").iterdir()))
        with h5py.File(self.path) as file:
            self.assert_tables_agree(file, self.folder / "results")
            self.assertEqual(['baseline', 'with, "quotes"'], labels_of(file["arm"]))

    def test_the_design_has_a_row_a_point(self):
        text = self.export("results.h5", "--table", "design", "-o", "-").stdout
        self.assertEqual("point,months,customer.word_of_mouth.heard_rate,simulation.lanes",
                         text.splitlines()[0])
        self.assertEqual(self.POINTS + 1, len(text.splitlines()))

    def test_has_no_event_log(self):
        said = cxsim("export", "results.h5", "--format", "xes", folder=self.folder)
        self.assertEqual(2, said.returncode)
        self.assertIn("add contacts = 1000 to [record] and run again", said.stderr)


if __name__ == "__main__":
    unittest.main()
