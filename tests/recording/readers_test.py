"""Result files, read with the tools of others: xarray, h5py, ncdump and R's ncdf4.

Runs $CXSIM on a scenario of $SOURCE_DIR, or reads the finished file named by $CXSIM_RESULT.
"""

import os
import shutil
import subprocess
import tempfile
import unittest
import warnings

try:
    import h5netcdf  # noqa: F401  (engines of xarray, imported here for their absence to be told)
    import h5py
    import netCDF4  # noqa: F401
    import numpy
    import xarray
    MISSING = ""
except ImportError as error:
    MISSING = f"{error}: install python3-xarray, python3-h5netcdf, python3-netcdf4, python3-h5py"

import contract

ENGINES = ("h5netcdf", "netcdf4")
NO_COORDINATES = "This is a netCDF dimension but not a netCDF variable."
TIME_SPANS = {"days", "hours", "minutes", "seconds", "milliseconds", "microseconds", "nanoseconds"}

R_SCRIPT = """
options(warn = 2, digits = 17)
suppressPackageStartupMessages(library(ncdf4))
file <- nc_open(commandArgs(TRUE)[1])
for (variable in file$var) {
  axes <- rev(vapply(variable$dim, function(d) basename(d$name), ""))
  values <- ncvar_get(file, variable$name)
  total <- if (is.numeric(values)) sum(values, na.rm = TRUE) else 0
  cat(variable$name, paste(axes, collapse = ","), variable$prec, total, sep = "\\t")
  cat("\\n")
}
"""


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise AssertionError(f"{command[0]} failed:\n{done.stdout}\n{done.stderr}")
    return done.stdout


def is_text(dataset):
    return h5py.check_string_dtype(dataset.dtype) is not None


def text(value):
    return value.decode() if isinstance(value, bytes) else value


def is_scale(dataset):
    return h5py.h5ds.is_scale(dataset.id)


def has_no_coordinates(dataset):
    return text(dataset.attrs.get("NAME", "")).startswith(NO_COORDINATES)


def base(path):
    return path.rsplit("/", 1)[-1]


class ReadersTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        if MISSING:
            raise unittest.SkipTest(MISSING)
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.path = os.environ.get("CXSIM_RESULT") or cls.simulate()
        cls.file = h5py.File(cls.path, "r")
        cls.addClassCleanup(cls.file.close)
        cls.datasets = {}
        cls.file.visititems(cls.note)
        cls.variables = {
            path: dataset
            for path, dataset in cls.datasets.items()
            if not is_scale(dataset) and not is_text(dataset)
        }

    @classmethod
    def simulate(cls):
        program = os.environ.get("CXSIM", "")
        if not os.access(program, os.X_OK):
            raise unittest.SkipTest("CXSIM names no program, CXSIM_RESULT no file")
        source = os.environ.get("SOURCE_DIR", os.path.join(os.path.dirname(__file__), "../.."))
        scenario = os.path.join(source, "scenarios", "01_first_run.toml")
        path = os.path.join(cls.folder.name, "result.h5")
        sizes = ["--people", "300", "--days", "90", "--replications", "2"]
        run(program, "run", scenario, *sizes, "-o", path, "--quiet")
        return path

    @classmethod
    def note(cls, path, item):
        if isinstance(item, h5py.Dataset):
            cls.datasets[path] = item

    def axes_of(self, path):
        return tuple(base(dimension[0].name) for dimension in self.datasets[path].dims)

    def open_group(self, engine, group):
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            dataset = xarray.open_dataset(self.path, engine=engine, group=group or None)
            self.addCleanup(dataset.close)
            return dataset.load()

    def groups(self):
        return sorted({path.rpartition("/")[0] for path in self.datasets})

    # The contract.

    def test_root_dimensions_have_coordinates(self):
        for name in contract.ROOT_DIMENSIONS:
            with self.subTest(name):
                self.assertIn(name, self.datasets)
                self.assertTrue(is_scale(self.datasets[name]))
                self.assertFalse(has_no_coordinates(self.datasets[name]))

    def test_every_dataset_of_the_contract_is_there(self):
        for path, (axes, kinds) in contract.DATASETS.items():
            with self.subTest(path):
                self.assertIn(path, self.variables)
                self.assertEqual(self.axes_of(path), axes)
                self.assertIn(self.variables[path].dtype.kind, kinds)

    def test_the_cause_of_leaving_has_names(self):
        group, word = contract.CAUSE_OF_LEAVING
        named = [
            path
            for path, dataset in self.variables.items()
            if path.startswith(group + "/") and word in path and "flag_values" in dataset.attrs
        ]
        self.assertTrue(named)
        for path in named:
            attributes = self.variables[path].attrs
            names = text(attributes["flag_meanings"]).split()
            self.assertEqual(len(names), len(attributes["flag_values"]))
            self.assertEqual(self.variables[path].dtype, attributes["flag_values"].dtype)

    def test_provenance_is_there(self):
        group = self.file["provenance"]
        known = set(group) | set(group.attrs) | set(self.file.attrs)
        self.assertEqual(set(contract.PROVENANCE) - known, set())

    # Rules for every dataset, in the contract or beyond it.

    def test_every_dataset_says_its_units_and_name(self):
        for path, dataset in self.datasets.items():
            if has_no_coordinates(dataset):
                continue
            with self.subTest(path):
                self.assertTrue(text(dataset.attrs["units"]))
                self.assertTrue(text(dataset.attrs["long_name"]))
                self.assertNotIn(text(dataset.attrs["units"]), TIME_SPANS)

    def test_every_axis_has_a_scale(self):
        for path, dataset in self.variables.items():
            with self.subTest(path):
                self.assertGreater(dataset.ndim, 0)
                for dimension in dataset.dims:
                    self.assertEqual(len(dimension), 1)

    def test_floats_alone_have_a_fill_value(self):
        for path, dataset in self.variables.items():
            with self.subTest(path):
                self.assertIn(dataset.dtype.kind, "iuf")
                if dataset.dtype.kind == "f":
                    fill = dataset.attrs["_FillValue"]
                    self.assertEqual(fill.shape, (1,))
                    self.assertEqual(fill.dtype, dataset.dtype)
                    self.assertTrue(numpy.isnan(fill[0]))
                    self.assertTrue(numpy.isnan(dataset.fillvalue))
                else:
                    self.assertNotIn("_FillValue", dataset.attrs)

    def test_numbers_are_chunked_compressed_and_checked(self):
        for path, dataset in self.variables.items():
            if 0 in dataset.shape and dataset.maxshape == dataset.shape:
                continue
            with self.subTest(path):
                self.assertIsNotNone(dataset.chunks)
                self.assertEqual(dataset.compression, "gzip")
                self.assertTrue(dataset.shuffle)
                self.assertTrue(dataset.fletcher32)

    def test_the_file_describes_itself(self):
        attributes = {name: text(value) for name, value in self.file.attrs.items()}
        self.assertEqual(attributes["Conventions"], "CF-1.10")
        self.assertEqual(attributes["complete"], "yes")
        self.assertTrue(attributes["source"].startswith("cxsim "))
        self.assertTrue(attributes["title"])
        self.assertTrue(attributes["schema_version"])

    # The readers.

    def test_xarray_reads_every_group_as_it_was_written(self):
        for engine in ENGINES:
            for group in self.groups():
                opened = self.open_group(engine, group)
                for path, written in self.variables.items():
                    if path.rpartition("/")[0] != group:
                        continue
                    with self.subTest(engine=engine, path=path):
                        read = opened[base(path)]
                        self.assertEqual(read.dims, self.axes_of(path))
                        self.assertEqual(read.dtype.kind, written.dtype.kind)
                        same = numpy.array_equal(
                            read.values, written[()], equal_nan=written.dtype.kind == "f"
                        )
                        self.assertTrue(same)

    def test_xarray_selects_by_label(self):
        for engine in ENGINES:
            root = self.open_group(engine, "")
            self.assertIn("baseline", list(root.coords["arm"].values))
            self.assertNotIn("arm", root.sel(arm="baseline").dims)

    def test_xarray_reads_months_as_dates(self):
        for engine in ENGINES:
            self.assertEqual(self.open_group(engine, "").coords["month"].dtype.kind, "M")

    def test_ncdump_lists_every_variable(self):
        if shutil.which("ncdump") is None:
            self.skipTest("ncdump is not installed: install netcdf-bin")
        listed = run("ncdump", "-h", self.path).replace("\t", " ")
        for path in self.variables:
            with self.subTest(path):
                axes = ", ".join(self.axes_of(path))
                self.assertIn(f" {base(path)}({axes}) ;", listed)

    def test_r_reads_every_variable(self):
        if shutil.which("Rscript") is None:
            self.skipTest("R is not installed: install r-base-core and r-cran-ncdf4")
        rows = [line.split("\t") for line in run("Rscript", "-e", R_SCRIPT, self.path).splitlines()]
        read = {row[0]: row[1:] for row in rows}
        for path, dataset in self.variables.items():
            if path in contract.UNSEEN_BY_NCDF4:
                continue
            with self.subTest(path):
                axes, kind, total = read[path]
                self.assertEqual(tuple(axes.split(",")), self.axes_of(path))
                self.assertEqual(kind in ("float", "double"), dataset.dtype.kind == "f")
                expected = numpy.nansum(dataset[()], dtype="f8")
                size = numpy.nansum(numpy.abs(dataset[()]), dtype="f8")
                self.assertAlmostEqual(float(total), expected, delta=1e-9 * size + 1e-12)


if __name__ == "__main__":
    unittest.main()
