"""Reads the rooms that the build declares, to hold them against the plan of the house."""

import pathlib
import re

import arrows

ROOM = re.compile(r"^cxsim_room\((\w+)([^)]*)\)", re.MULTILINE)
HOUSE_FILES = ["CMakeLists.txt", "sim/CMakeLists.txt"]


def declared(root):
    """Room -> the rooms its target links."""
    rooms = {}
    for name in HOUSE_FILES:
        text = (pathlib.Path(root) / name).read_text(encoding="utf-8")
        for room, rest in ROOM.findall(text):
            targets = re.findall(r"\bcxsim_(\w+)", rest)
            rooms[room] = [target for target in targets if target in arrows.BENEATH]
    return rooms


def problems(root):
    rooms = declared(root)
    missing = [f"the build declares no room {room}" for room in arrows.BENEATH if room not in rooms]
    strays = [
        f"the build lets {room} use {other}"
        for room, others in rooms.items()
        for other in others
        if room not in arrows.BENEATH or other not in arrows.reach(room)
    ]
    return missing + strays
