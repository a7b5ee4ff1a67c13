"""A tiny sweep, made whole and in shards, one of which is stopped in the middle of its work."""

import pathlib
import re
import shlex
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "cli"))
from program import FIRST_RUN, PROGRAM, SOURCE, cxsim  # noqa: E402

SWEEP = ["--vary", "customer.word_of_mouth.heard_rate=0.02:0.2:log", "--vary", "company.maturity_stage=1:6",
         "--design", "sobol", "-n", "12", "--replications", "2", "--people", "300", "--days", "60"]

# The program, but for the first try of one shard, which is caught as soon as it has kept a run.
FALTERING = """\
#!/bin/bash
if [[ " $* " != *" --shard {shard} "* || -e {mark} ]]; then exec {program} "$@"; fi
{program} "$@" &
until [[ -s {journal} ]] || ! kill -0 $!; do :; done
{catch}
"""


def faltering(scratch, folder, shard, catch):
    """A program like cxsim that does what `catch` says in bash to the first try of a shard, which is $!; and the file
    that tells that it has, which `catch` calls {mark}."""
    path, mark = scratch / "faltering", scratch / "has_faltered"
    journal = folder / "runs" / f"shard-{shard.replace('/', '-of-')}.0.runs"
    path.write_text(FALTERING.format(shard=shard, journal=journal, mark=mark, program=shlex.quote(PROGRAM),
                                     catch=catch.format(mark=mark)))
    path.chmod(0o755)
    return path, mark


def with_top(script, **values):
    """A script of docs/cluster with other values at its top, as a researcher edits it."""
    text = (SOURCE / "docs" / "cluster" / script).read_text()
    for name, value in values.items():
        listed = isinstance(value, list)
        old = rf"^{name}=\(.*?\)$" if listed else rf"^{name}=\S*"
        new = f"{name}=({shlex.join(map(str, value))})" if listed else f"{name}={shlex.quote(str(value))}"
        text, found = re.subn(old, lambda _, new=new: new, text, flags=re.MULTILINE | re.DOTALL)
        assert found == 1, f"{script} sets {name} {found} times"
    return text


def whole(folder):
    """The bytes of the sweep's results, made by one process."""
    done = cxsim("sweep", FIRST_RUN, *SWEEP, "-o", folder, "--threads", "1", "--quiet")
    assert done.returncode == 0, done.stderr
    return (pathlib.Path(folder) / "results.h5").read_bytes()
