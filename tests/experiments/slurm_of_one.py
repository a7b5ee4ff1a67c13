"""A Slurm of one machine that lives in a folder, for tests: its own munge, controller and node, on loopback only."""

import contextlib
import ctypes
import os
import pathlib
import pwd
import shutil
import signal
import socket
import subprocess
import time

# Where a program is missing, the Debian package that brings it.
PACKAGES = {"munged": "munge", "slurmctld": "slurmctld", "slurmd": "slurmd", "sbatch": "slurm-client"}
SLEEP = .2
UNTIL_IDLE = 15
UNTIL_STOPPED = 5

CONFIGURATION = """\
ClusterName=test
SlurmctldHost={host}({address})
SlurmctldPort={controller_port}
SlurmdPort={node_port}
SlurmUser={user}
SlurmdUser={user}
AuthType=auth/munge
AuthInfo=socket={folder}/munge.socket,cred_expire=5
CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SwitchType=switch/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
MailProg=/bin/true
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SlurmdParameters=config_overrides
SchedulerParameters=sched_interval=1,bf_interval=1,batch_sched_delay=0
JobRequeue=0
KillWait=1
ReturnToService=2
NodeName={host} NodeAddr={address} CPUs={cores}
PartitionName=all Nodes=ALL Default=YES State=UP
"""


class Unavailable(Exception):
    """This machine cannot run a Slurm of its own, and why."""


def die_with_the_test():
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)


def adopt_orphans():
    """Makes what our daemons leave behind our own, so that we can bury it, and stop it and nothing else."""
    ctypes.CDLL(None).prctl(36, 1)


def loopback():
    """The address of this machine's name, where the daemons will listen. Who may, gets a name that is an address."""
    if ctypes.CDLL(None).unshare(0x04000000) == 0:  # names of our own
        socket.sethostname("127.0.0.1")
    name = socket.gethostname()
    try:
        address = socket.gethostbyname(name)
    except OSError:
        raise Unavailable(f"the name of this machine, {name}, has no address") from None
    if not address.startswith("127."):
        raise Unavailable(f"the name of this machine, {name}, is not loopback but {address}")
    return address


def free_ports(address, count):
    sockets = [socket.socket() for _ in range(count)]
    for each in sockets:
        each.bind((address, 0))
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def parents():
    """The parent of each process."""
    found = {}
    for folder in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            found[int(folder.name)] = int((folder / "stat").read_text().rsplit(")", 1)[1].split()[1])
        except OSError:
            pass
    return found


def descendants():
    """Processes that we started, or that those started."""
    parent_of = parents()
    found = [os.getpid()]
    for one in found:
        found += [child for child, parent in parent_of.items() if parent == one]
    return found[1:]


class Slurm:
    """Begin with start(), which raises Unavailable; end with stop(), whatever happened between."""

    def __init__(self, folder, cores):
        self.folder = pathlib.Path(folder)
        self.cores = cores
        self.daemons = []
        self.path = os.environ["PATH"] + ":/usr/sbin:/sbin"
        # Without what another Slurm tells, in one of whose jobs this may run.
        self.environment = {name: value for name, value in os.environ.items()
                            if not name.startswith(("SLURM", "SBATCH", "SQUEUE", "SINFO"))}
        self.environment["SLURM_CONF"] = str(self.folder / "slurm.conf")

    def start(self):
        missing = [package for name, package in PACKAGES.items() if not shutil.which(name, path=self.path)]
        if missing:
            raise Unavailable("not installed: " + ", ".join(missing))
        if not pathlib.Path("/proc/self/stat").exists():
            raise Unavailable("/proc is not mounted")
        adopt_orphans()
        self.configure()
        self.begin("munged", "--foreground", "--force", f"--key-file={self.folder}/munge.key",
                   f"--socket={self.folder}/munge.socket", f"--pid-file={self.folder}/munge.pid",
                   f"--seed-file={self.folder}/munge.seed", f"--log-file={self.folder}/munge.log")
        self.wait_for("munge", (self.folder / "munge.socket").exists)
        self.begin("slurmctld", "-D", "-c", "-f", f"{self.folder}/slurm.conf")
        self.begin("slurmd", "-D", "-f", f"{self.folder}/slurm.conf")
        self.wait_for("an idle node", lambda: self.call("sinfo", "--noheader", "--format=%T") == "idle")

    def configure(self):
        self.folder.mkdir()
        for name in ("state", "spool"):
            (self.folder / name).mkdir()
        key = self.folder / "munge.key"
        key.touch(mode=0o600)
        key.write_bytes(os.urandom(128))
        try:
            user = pwd.getpwuid(os.getuid()).pw_name
        except KeyError:
            raise Unavailable(f"user {os.getuid()} has no name") from None
        address = loopback()
        controller_port, node_port = free_ports(address, 2)
        (self.folder / "slurm.conf").write_text(CONFIGURATION.format(
            host=socket.gethostname().split(".")[0], address=address, user=user, folder=self.folder,
            cores=self.cores, controller_port=controller_port, node_port=node_port))
        # The other kind asks systemd for a place of its own at once; this one waits to be used, and is not.
        (self.folder / "cgroup.conf").write_text("CgroupPlugin=cgroup/v1\n")

    def begin(self, name, *words):
        log = self.folder / f"{name}.out"
        with log.open("wb") as out:
            self.daemons.append((log, subprocess.Popen(
                [shutil.which(name, path=self.path), *words], stdin=subprocess.DEVNULL, stdout=out,
                stderr=subprocess.STDOUT, env=self.environment, preexec_fn=die_with_the_test)))

    def wait_for(self, what, is_there):
        end = time.monotonic() + UNTIL_IDLE
        while not is_there():
            for log, daemon in self.daemons:
                if daemon.poll() is not None:
                    raise Unavailable(f"{log.stem} ended with {daemon.returncode}: {last_words(log)}")
            if time.monotonic() > end:
                logs = "; ".join(f"{log.stem}: {last_words(log)}" for log, _ in self.daemons)
                raise Unavailable(f"no sign of {what} within {UNTIL_IDLE} s: {logs}")
            time.sleep(SLEEP)

    def bury_orphans(self):
        """A task is over for Slurm when nothing is left of it, and the dead are left until somebody asks."""
        ours = {daemon.pid for _, daemon in self.daemons}
        for child, parent in parents().items():
            if parent == os.getpid() and child not in ours:
                with contextlib.suppress(ChildProcessError):
                    os.waitpid(child, os.WNOHANG)

    def call(self, *words):
        """What a command of Slurm prints; None where it fails."""
        self.bury_orphans()
        try:
            done = subprocess.run(words, env=self.environment, cwd=self.folder, capture_output=True, text=True,
                                  timeout=10, check=False)
        except subprocess.TimeoutExpired:
            return None
        return done.stdout.strip() if done.returncode == 0 else None

    def stop(self):
        for _, daemon in reversed(self.daemons):
            daemon.terminate()
        for _, daemon in self.daemons:
            try:
                daemon.wait(UNTIL_STOPPED)
            except subprocess.TimeoutExpired:
                daemon.kill()
                daemon.wait()
        for process in descendants():
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        self.bury_orphans()


def last_words(log):
    return " / ".join(log.read_text(errors="replace").splitlines()[-3:])
