"""Dependencies run one way: the includes and the build follow the arrows of the house."""

import os
import pathlib
import tempfile
import unittest

import build_arrows
import includes

ROOT = pathlib.Path(os.environ.get("SOURCE_DIR", pathlib.Path(__file__).parents[2]))


def problems_of(files):
    """The problems found in a made-up tree of path -> text."""
    with tempfile.TemporaryDirectory() as root:
        for name, text in files.items():
            path = pathlib.Path(root) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return includes.all_problems(root)


class TheHouse(unittest.TestCase):
    maxDiff = None

    def test_has_files_to_read(self):
        self.assertTrue(includes.Tree(ROOT).includes)

    def test_follows_its_arrows(self):
        self.assertEqual([], includes.stray_edges(includes.Tree(ROOT)))

    def test_names_every_file_by_its_room(self):
        self.assertEqual([], includes.unresolved(includes.Tree(ROOT)))

    def test_lets_each_library_in_by_one_door(self):
        self.assertEqual([], includes.wrong_doors(includes.Tree(ROOT)))

    def test_has_no_include_cycle(self):
        self.assertEqual([], includes.cycles(includes.Tree(ROOT)))

    def test_is_built_as_it_is_planned(self):
        self.assertEqual([], build_arrows.problems(ROOT))


class TheReader(unittest.TestCase):
    """The checks above find what they look for."""

    def only_problem_of(self, files):
        problems = problems_of(files)
        self.assertEqual(1, len(problems), problems)
        return problems[0]

    def test_accepts_arrows_that_point_down(self):
        self.assertEqual([], problems_of({
            "sim/base/ids.hpp": "#include <cstdint>\n",
            "sim/engine/day.cpp": '#include "base/ids.hpp"\n#include <tbb/parallel_for.h>\n',
            "analysis/report/page.cpp": '#include "base/ids.hpp"\n',
        }))

    def test_finds_an_arrow_that_points_up(self):
        problem = self.only_problem_of({
            "sim/base/ids.hpp": "#pragma once\n",
            "sim/engine/day.hpp": '#include "base/ids.hpp"\n',
            "sim/model/trust.hpp": '#  include "engine/day.hpp"\n',
        })
        self.assertIn("model may not use engine", problem)

    def test_is_not_led_astray_by_a_comment_that_names_a_glob(self):
        problem = self.only_problem_of({
            "sim/base/ids.hpp": '// For sim/*\n#include "model/state.hpp"  /* why */\n',
            "sim/model/state.hpp": "#pragma once\n",
        })
        self.assertIn("base may not use model", problem)

    def test_finds_an_arrow_between_neighbours(self):
        problem = self.only_problem_of({
            "sim/company/queue.hpp": '#include "population/people.hpp"\n',
            "sim/population/people.hpp": "#pragma once\n",
        })
        self.assertIn("company may not use population", problem)

    def test_sees_an_arrow_written_in_angle_brackets(self):
        problem = self.only_problem_of({
            "sim/base/ids.hpp": "#include <model/state.hpp>\n",
            "sim/model/state.hpp": "#pragma once\n",
        })
        self.assertIn("base may not use model", problem)

    def test_finds_a_cycle(self):
        problem = self.only_problem_of({
            "sim/model/a.hpp": '#include "model/b.hpp"\n',
            "sim/model/b.hpp": '#include "model/c.hpp"\n',
            "sim/model/c.hpp": '#include "model/a.hpp"\n',
        })
        self.assertEqual(
            "sim/model/a.hpp -> sim/model/b.hpp -> sim/model/c.hpp -> sim/model/a.hpp", problem)

    def test_finds_each_library_that_comes_in_elsewhere(self):
        headers = {
            "tbb/parallel_for.h": "oneTBB",
            "oneapi/tbb/task_arena.h": "oneTBB",
            "toml++/toml.h": "toml++",
            "hdf5.h": "HDF5",
            "hdf5_hl.h": "HDF5",
            "H5Cpp.h": "HDF5",
            "boost/graph/adjacency_list.hpp": "Boost.Graph",
            "boost/beast/http.hpp": "Boost.Beast",
            "boost/asio/ip/tcp.hpp": "Boost.Beast",
            "hwy/highway.h": "Highway",
            "fmt/format.h": "fmt",
            "fstream": "threads, files",
        }
        for header, name in headers.items():
            with self.subTest(header=header):
                problem = self.only_problem_of({"sim/model/rule.hpp": f"#include <{header}>\n"})
                self.assertIn(name, problem)

    def test_finds_an_include_that_names_no_room(self):
        problem = self.only_problem_of({
            "sim/model/a.hpp": '#include "b.hpp"\n',
            "sim/model/b.hpp": "#pragma once\n",
        })
        self.assertIn('"b.hpp" names no file', problem)

    def test_finds_a_room_that_is_not_in_the_plan(self):
        problem = self.only_problem_of({"sim/attic/box.hpp": "#pragma once\n"})
        self.assertIn("attic is no room", problem)

    def test_reads_no_comments(self):
        text = '// All of sim/*\n// #include "engine/day.hpp"\n/*\n#include "engine/day.hpp"\n*/\n'
        self.assertEqual([], problems_of({
            "sim/engine/day.hpp": "#pragma once\n",
            "sim/model/rule.hpp": text,
        }))

    def test_finds_a_link_that_the_plan_does_not_have(self):
        with tempfile.TemporaryDirectory() as root:
            (pathlib.Path(root) / "sim").mkdir()
            for name in build_arrows.HOUSE_FILES:
                text = (ROOT / name).read_text(encoding="utf-8")
                text = text.replace("(model CORE LINKS", "(model CORE LINKS cxsim_engine")
                (pathlib.Path(root) / name).write_text(text, encoding="utf-8")
            self.assertEqual(["the build lets model use engine"], build_arrows.problems(root))


if __name__ == "__main__":
    unittest.main()
