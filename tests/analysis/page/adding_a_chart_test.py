"""Follows docs/adding-a-rule.md, "A chart of the page": its row joins the table and tells what it says."""

import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

import h5py

PROGRAM = pathlib.Path(os.environ["CXSIM"])
SOURCE = pathlib.Path(os.environ["SOURCE_DIR"])
ROOMS = ("experiments", "scenario", "recording", "engine", "interventions", "company", "journey", "population",
         "model", "base")
LIBRARIES = [PROGRAM.parent / "libcxsim_analysis.a", *(PROGRAM.parent / "sim" / f"libcxsim_{room}.a" for room in ROOMS)]
HDF5 = "/usr/lib/x86_64-linux-gnu/hdf5/serial"

MAIN = r"""
#include <iostream>
#include "analysis/page/series.hpp"
#include "analysis/report/file_source.hpp"
using namespace cxsim;
int main(int, char** words) {
  const NetcdfReader reader(words[1]);
  const FileSource source(reader);
  const MonthlyResults results(source);
  std::cout << Json{{"all", series_json(results)}, {"by_segment", segment_series_json(results)}};
}
"""


def row_of_the_page():
    page = (SOURCE / "docs" / "adding-a-rule.md").read_text(encoding="utf-8")
    section = page[page.index("## A chart of the page"):]
    return re.search(r"```cpp\n(.*?)```", section, re.S).group(1)


def with_row(table, row):
    """The table with the row below that of churn."""
    churn = re.search(r'    \{"churn_rate".*?\},\n', table, re.S).group(0)
    return table.replace(churn, churn + row, 1)


class AddingAChart(unittest.TestCase):
    def test_the_recipe_works(self):
        with tempfile.TemporaryDirectory() as folder:
            here = pathlib.Path(folder)
            table = (SOURCE / "analysis" / "page" / "series_table.cpp").read_text(encoding="utf-8")
            (here / "series_table.cpp").write_text(with_row(table, row_of_the_page()), encoding="utf-8")
            (here / "main.cpp").write_text(MAIN, encoding="utf-8")
            subprocess.run(["g++", "-std=c++20", "-Wall", "-Wextra", "-Wshadow", "-Wconversion", "-Werror",
                            f"-I{SOURCE / 'sim'}", f"-I{SOURCE}", "-isystem", "/usr/include/hdf5/serial",
                            here / "main.cpp", here / "series_table.cpp",
                            *(library for library in [*LIBRARIES, *LIBRARIES] if library.exists()),
                            f"-L{HDF5}", f"-Wl,-rpath,{HDF5}", "-ltbb", "-lfmt", "-lhdf5_hl", "-lhdf5", "-lz",
                            "-o", here / "a"], check=True)
            subprocess.run([PROGRAM, "run", "01_first_run", "--people", "600", "--days", "90", "--replications", "2",
                            "-o", here / "run.h5", "--quiet"], check=True, capture_output=True)
            told = json.loads(subprocess.run([here / "a", here / "run.h5"], check=True, capture_output=True).stdout)
            with h5py.File(here / "run.h5") as file:
                looked, customers = file["looked"][()], file["active_customers"][()]

        series = told["all"]["looking_elsewhere"]
        self.assertEqual(["churn_rate", "looking_elsewhere"],
                         [name for name in told["all"] if name in ("churn_rate", "looking_elsewhere")])
        for arm in range(looked.shape[0]):
            shares = looked[arm].sum(axis=2) / customers[arm].sum(axis=2)
            for month, mean in enumerate(series["arms"][arm]["mean"]):
                self.assertAlmostEqual(shares[:, month].mean(), mean, places=5)
        first = looked[0, :, 0, 0] / customers[0, :, 0, 0]
        self.assertAlmostEqual(first.mean(), told["by_segment"]["looking_elsewhere"]["segments"][0][0][0], places=5)


if __name__ == "__main__":
    unittest.main()
