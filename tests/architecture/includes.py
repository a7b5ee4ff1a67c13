"""Reads the includes of a source tree and names each one that leaves the house's plan."""

import pathlib
import re

import arrows

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
SUFFIXES = {".cpp", ".hpp"}


class Tree:
    """The source files beneath sim/ and analysis/, by path from the root, with their includes."""

    def __init__(self, root):
        self.root = pathlib.Path(root)
        files = [*self.root.glob("sim/*/**/*"), *self.root.glob("analysis/**/*")]
        self.includes = {
            path.relative_to(self.root).as_posix(): INCLUDE.findall(
                COMMENT.sub("", path.read_text(encoding="utf-8")))
            for path in sorted(files)
            if path.suffix in SUFFIXES and "node_modules" not in path.parts
        }

    def named_by(self, include):
        """The file a quoted include means: the root of includes is sim/, and / for analysis."""
        for candidate in (f"sim/{include}", include):
            if candidate in self.includes and not include.startswith("sim/"):
                return candidate
        return None

    def files_of(self, path):
        """The files of the tree that `path` includes."""
        named = (self.named_by(include) for _, include in self.includes[path])
        return [found for found in named if found]


def room_of(path):
    parts = pathlib.PurePosixPath(path).parts
    return "analysis" if parts[0] == "analysis" else parts[1]


def stray_edges(tree):
    """Includes from one room of another that its arrows do not reach, and rooms unknown."""
    problems = []
    for path in tree.includes:
        room = room_of(path)
        if room not in arrows.BENEATH:
            problems.append(f"{path}: {room} is no room of the house")
            continue
        for found in tree.files_of(path):
            if room_of(found) not in arrows.reach(room):
                problems.append(f"{path}: {room} may not use {room_of(found)} ({found})")
    return problems


def unresolved(tree):
    """Quoted includes that name no file by its room, and so would escape the other checks."""
    return [
        f'{path}: "{include}" names no file; write it as "room/file.hpp"'
        for path, found in tree.includes.items()
        for mark, include in found
        if mark == '"' and tree.named_by(include) is None
    ]


def wrong_doors(tree):
    """Headers from outside that a room may not include."""
    problems = []
    for path, found in tree.includes.items():
        room = room_of(path)
        for _, include in found:
            for name, pattern, rooms in arrows.DOORS:
                if re.match(pattern, include) and room not in rooms:
                    problems.append(f"{path}: {name} enters through {', '.join(rooms)} only")
            for name, pattern, rooms in arrows.BARRED:
                if re.match(pattern, include) and room in rooms:
                    problems.append(f"{path}: {room} uses no {name} (<{include}>)")
    return problems


def cycles(tree):
    """Chains of includes that come back to where they began."""
    problems, done = [], set()

    def walk(path, trail):
        if path in trail:
            problems.append(" -> ".join([*trail[trail.index(path):], path]))
        elif path not in done:
            for found in tree.files_of(path):
                walk(found, [*trail, path])
            done.add(path)

    for path in tree.includes:
        walk(path, [])
    return problems


def all_problems(root):
    tree = Tree(root)
    return stray_edges(tree) + unresolved(tree) + wrong_doors(tree) + cycles(tree)
