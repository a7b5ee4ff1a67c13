"""Runs cxsim studio as a program, and speaks to it over plain sockets."""

import http.client
import json
import os
import pathlib
import select
import signal
import socket
import struct
import subprocess
import tempfile
import time
import unittest
import urllib.parse

PROGRAM = os.environ["CXSIM"]
PATIENCE = 60  # seconds after which a test fails rather than waits
LIMITS = "request_time=400,stall_time=500,linger_time=300,keep_alive=100,idle_time=20000"
SMALL = ["simulation.people=200", "simulation.days=30", "simulation.burn_in=30",
         "simulation.replications=1"]
GUARDS = {
    "Content-Security-Policy":
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def stand_in_page(folder):
    """A page that needs no build, and is large enough to fill what a socket holds."""
    folder = pathlib.Path(folder)
    (folder / "index.html").write_text(
        "<!doctype html><html><head><title>x</title></head><body></body></html>", encoding="ascii")
    (folder / "page.js").write_text("// " + "x" * 300_000 + "\n", encoding="ascii")
    (folder / "page.css").write_text("body {}\n", encoding="ascii")


class Studio:
    """A studio that runs until stop(); its limits are short, so that tests are."""

    def __init__(self, *words, limits=LIMITS):
        self.page = tempfile.TemporaryDirectory()
        stand_in_page(self.page.name)
        self.messages = tempfile.TemporaryFile(mode="w+")
        self.process = subprocess.Popen(
            [PROGRAM, "studio", "--no-open", "--limits", limits, *map(str, words)],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=self.messages, text=True,
            env={**os.environ, "CXSIM_PAGE": self.page.name})
        if not select.select([self.process.stdout], [], [], PATIENCE)[0]:
            self.stop(signal.SIGKILL)
            raise AssertionError("the studio did not print its link")
        self.link = self.process.stdout.readline().strip()
        address = urllib.parse.urlsplit(self.link)
        self.port = address.port
        self.host = f"127.0.0.1:{self.port}"
        self.token = urllib.parse.parse_qs(address.query)["token"][0]
        self.cookie = f"cxsim_studio_{self.port}={self.token}"

    def stop(self, how=signal.SIGINT):
        """Ends it; returns its exit status and what it said on stderr."""
        if self.process.poll() is None:
            self.process.send_signal(how)
        status = self.process.wait(timeout=PATIENCE)
        self.process.stdout.close()
        self.messages.seek(0)
        said = self.messages.read()
        self.messages.close()
        self.page.cleanup()
        return status, said

    def ask(self, method, path, fields=(), body=None):
        """One request as the page makes it, but for the fields given; None leaves one out."""
        every = {"Host": self.host, "Cookie": self.cookie}
        if body is not None:
            every.update({"Content-Type": "application/json", "Content-Length": str(len(body))})
        every.update(fields)
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            line.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            for name, value in every.items():
                if value is not None:
                    line.putheader(name, value)
            line.endheaders(body)
            answer = line.getresponse()
            answer.text = answer.read()
            return answer
        finally:
            line.close()

    def post(self, path, value):
        return self.ask("POST", path, body=json.dumps(value).encode())

    def connect(self, receive_buffer=None):
        line = socket.socket()
        if receive_buffer:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        line.settimeout(PATIENCE)
        line.connect(("127.0.0.1", self.port))
        return line

    def head(self, method, path, *fields):
        """The bytes of a request's head that may pass."""
        lines = [f"{method} {path} HTTP/1.1", f"Host: {self.host}", f"Cookie: {self.cookie}",
                 *fields]
        return ("\r\n".join(lines) + "\r\n\r\n").encode()

    def answer_to(self, data):
        """All that comes back for these bytes until the studio closes."""
        with self.connect() as line:
            line.sendall(data)
            return read_to_end(line)


def read_until(line, end, text=b""):
    """What comes, up to and with `end` or the close of the line."""
    while end not in text:
        more = line.recv(65536)
        if not more:
            break
        text += more
    return text


def read_to_end(line):
    text = b""
    try:
        while more := line.recv(65536):
            text += more
    except ConnectionResetError:
        pass
    return text


def vanish(line):
    """Closes with a reset, as a program that was killed may."""
    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    line.close()


def status_of(answer):
    return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/1.1 ") else 0


class Listener:
    """A client of /api/events."""

    def __init__(self, studio, last_event_id=None, receive_buffer=None):
        more = [] if last_event_id is None else [f"Last-Event-ID: {last_event_id}"]
        self.line = studio.connect(receive_buffer)
        self.line.sendall(studio.head("GET", "/api/events", *more))
        start = read_until(self.line, b"retry: 1000\n\n")
        self.head, _, self.rest = start.partition(b"retry: 1000\n\n")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.line.close()

    def next(self):
        """The next event as {"id", "event", "data"}; None at the end of the stream."""
        begin = time.monotonic()
        while time.monotonic() < begin + PATIENCE:
            self.rest = read_until(self.line, b"\n\n", self.rest)
            text, found, self.rest = self.rest.partition(b"\n\n")
            if not found:
                return None
            lines = [line for line in text.decode().split("\n") if not line.startswith(":")]
            if lines:
                return dict(line.split(": ", 1) for line in lines)
        raise AssertionError("there was no event")

    def until(self, *kinds):
        """Events up to and with the next of these kinds."""
        events = [self.next()]
        while events[-1] is not None and events[-1]["event"] not in kinds:
            events.append(self.next())
        return events


class Served(unittest.TestCase):
    """One studio for all tests of a class; after each it still answers."""

    @classmethod
    def setUpClass(cls):
        cls.studio = Studio()
        cls.addClassCleanup(cls.studio.stop)

    def tearDown(self):
        self.assertIsNone(self.studio.process.poll(), "the studio has ended")
        self.assertEqual(200, self.studio.ask("GET", "/api/library").status)

    def begin_run(self):
        """A run of a few people; its progress and end come as events."""
        library = json.loads(self.studio.ask("GET", "/api/library").text)
        answer = self.studio.post("/api/runs", {"scenario": library[0]["name"], "set": SMALL})
        self.assertEqual(200, answer.status, answer.text)
