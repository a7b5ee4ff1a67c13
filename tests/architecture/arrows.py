"""The house in one table: which room may use which, and where each outside library enters."""

# Room -> the rooms directly beneath it. A room may also use what lies beneath those.
BENEATH = {
    "base": [],
    "model": ["base"],
    "journey": ["model"],
    "company": ["journey"],
    "population": ["model"],
    "interventions": ["company", "population"],
    "engine": ["interventions"],
    "scenario": ["engine"],
    "recording": ["engine"],
    "experiments": ["scenario", "recording"],
    "analysis": ["experiments"],
    "cli": ["analysis"],
}

# The core answers with values, and fmt reports failures by throwing.
ABOVE_THE_CORE = ["scenario", "recording", "experiments", "analysis", "cli"]

# Name, pattern of its headers, and the rooms that may include them.
DOORS = [
    ("Random123", r"Random123/", ["base"]),
    ("Highway", r"hwy/", ["base"]),
    ("Boost.Graph", r"boost/(graph|property_map)/", ["journey"]),
    ("Boost.Math", r"boost/math/", ["experiments", "analysis"]),
    ("Boost.Random", r"boost/random/", ["experiments"]),
    ("Boost.Beast", r"boost/(beast|asio)/", ["analysis"]),
    ("oneTBB", r"(oneapi/)?tbb(/|\.h$)", ["engine"]),
    ("toml++", r"toml(\+\+|plusplus)/|toml\.hpp$", ["scenario"]),
    ("HDF5", r"(hdf5/.*|hdf5(_hl)?\.h|H5\w*\.h)$", ["recording"]),
    ("zlib", r"zlib\.h$", ["recording"]),
    ("xxHash", r"xxhash\.h$", ["recording"]),
    ("fmt", r"fmt/", ABOVE_THE_CORE),
    ("nlohmann JSON", r"nlohmann/", ["analysis", "cli"]),
    ("CLI11", r"CLI/", ["cli"]),
]

# A rule is a pure function: it starts no thread, opens no file and asks no clock.
BARRED = [
    ("threads, files and clocks", r"(thread|mutex|future|fstream|iostream|filesystem|chrono)$",
     ["model"]),
]


def reach(room):
    """The rooms that `room` may use: itself and all that lies beneath it."""
    seen, waiting = set(), [room]
    while waiting:
        here = waiting.pop()
        if here not in seen:
            seen.add(here)
            waiting.extend(BENEATH[here])
    return seen
