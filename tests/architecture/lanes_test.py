"""The lanes stay closed: of each object that cmake/Lanes.cmake makes, the linker sees one function and no
inline copy that it could put in place of another's; and nothing of it runs before the processor is asked."""

import os
import pathlib
import re
import subprocess
import unittest

OBJECTS = [pathlib.Path(name) for name in os.environ.get("LANES_OBJECTS", "").split(":") if name]
NM = os.environ.get("NM", "nm")
OBJDUMP = os.environ.get("OBJDUMP", "objdump")
KINDS = ("sse4", "avx2", "avx512")


def output_of(*command):
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout


def symbols(path, *which):
    """(name, type) of each defined symbol."""
    lines = output_of(NM, "--format=posix", "--defined-only", *which, path).splitlines()
    return [tuple(line.split()[:2]) for line in lines if not line.endswith(":")]


def kind_of(path):
    return path.stem.rpartition("_")[2]


def problems(path, kind):
    """What the linker sees of an object beside its one entry."""
    seen = symbols(path, "--extern-only")
    found = [f"{name} is weak or unique ({type_})" for name, type_ in symbols(path) if type_ in "uvVwW"]
    if len(seen) != 1:
        found.append(f"{len(seen)} symbols are seen: {seen[:5]}")
    elif seen[0][1] != "T" or not re.search(rf"\d[a-z]+_{kind}Ev$", seen[0][0]):
        found.append(f"{seen[0]} is no entry for {kind}")
    return found


def vector_instructions(path):
    """What an object does at the start of the program that an old processor could not."""
    text = output_of(OBJDUMP, "--disassemble", "--no-show-raw-insn", "--section=.text.startup", path)
    instructions = re.findall(r"^ +[0-9a-f]+:\s+(\S+)", text, re.MULTILINE)
    return [name for name in instructions if name.startswith("v")]


@unittest.skipUnless(OBJECTS, "this build holds no lanes")
class Lanes(unittest.TestCase):
    maxDiff = None

    def test_are_there_for_every_kind_of_processor(self):
        rooms = {path.stem.rpartition("_")[0] for path in OBJECTS}
        self.assertIn("cxsim_engine_lanes", rooms)
        self.assertEqual(sorted(path.stem for path in OBJECTS),
                         sorted(f"{room}_{kind}" for room in rooms for kind in KINDS))

    def test_let_one_function_out(self):
        for path in OBJECTS:
            with self.subTest(path.name):
                self.assertEqual([], problems(path, kind_of(path)))

    def test_ask_for_no_vectors_at_the_start_of_the_program(self):
        for path in OBJECTS:
            with self.subTest(path.name):
                self.assertEqual([], vector_instructions(path))

    def test_would_not_be_closed_by_the_compiler_alone(self):
        """The checks above find what they look for."""
        for path in OBJECTS:
            compiled = [*path.parent.glob(f"CMakeFiles/{path.stem}.dir/**/*.o")]
            self.assertEqual(1, len(compiled), compiled)
            with self.subTest(path.name):
                weak = [problem for problem in problems(compiled[0], kind_of(path)) if "is weak" in problem]
                self.assertGreater(len(weak), 0)


if __name__ == "__main__":
    unittest.main()
