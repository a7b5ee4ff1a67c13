"""The studio tells its pages what happens, for as long as they listen, and ends when it is told."""

import os
import signal
import socket
import subprocess
import unittest

from studio_program import (GUARDS, Listener, PATIENCE, PROGRAM, Served, Studio, read_to_end,
                            read_until, vanish)


class WhatItTells(Served):
    def test_tells_several_listeners_the_same(self):
        with Listener(self.studio) as one, Listener(self.studio) as other:
            self.assertIn(b"Content-Type: text/event-stream\r\n", one.head)
            for name, value in GUARDS.items():
                self.assertIn(f"{name}: {value}\r\n".encode(), one.head)
            self.begin_run()
            events = one.until("done")
            self.assertEqual(events, other.until("done"))
        ids = [int(event["id"]) for event in events]
        self.assertEqual(list(range(ids[0], ids[0] + len(ids))), ids)

    def test_resumes_where_a_listener_was(self):
        events = []
        with Listener(self.studio) as before:
            for _ in range(3):
                self.begin_run()
                events += before.until("done")
        first = int(events[0]["id"])
        for seen in [0, len(events) // 2, len(events) - 2]:
            with Listener(self.studio, first + seen) as after:
                missed = [after.next() for _ in events[seen + 1:]]
            self.assertEqual(events[seen + 1:], missed)

    def test_begins_with_what_is_new(self):
        with Listener(self.studio) as before:
            self.begin_run()
            last = int(before.until("done")[-1]["id"])
        for strange in [None, "999999999", "x", "-1"]:
            with Listener(self.studio, strange) as fresh:
                self.begin_run()
                events = fresh.until("done")
                self.assertEqual(last + 1, int(events[0]["id"]))
                last = int(events[-1]["id"])

    def test_gives_signs_of_life(self):
        with Listener(self.studio) as quiet:
            text = read_until(quiet.line, b"\n\n", quiet.rest)
            self.assertTrue(text.startswith(b": "), text)

    def test_bears_with_listeners_that_vanish(self):
        for leave in [vanish, socket.socket.close]:
            listeners = [Listener(self.studio) for _ in range(20)]
            with Listener(self.studio) as staying:
                self.begin_run()
                for listener in listeners:
                    leave(listener.line)
                self.assertEqual("done", staying.until("done")[-1]["event"])

    def test_hears_nothing_a_listener_says(self):
        with Listener(self.studio) as listener:
            listener.line.sendall(b"x" * 100_000)
            self.begin_run()
            self.assertEqual("done", listener.until("done")[-1]["event"])


class HowItEnds(unittest.TestCase):
    def test_ends_at_once_whoever_is_there(self):
        studio = Studio()
        silent = studio.connect()
        with Listener(studio) as listener:
            status, _ = studio.stop(signal.SIGINT)
            self.assertEqual(130, status)
            self.assertIsNone(listener.next())
            self.assertEqual(b"", read_to_end(silent))
        silent.close()

    def test_does_not_share_a_port(self):
        first = Studio()
        self.addCleanup(first.stop)
        second = subprocess.run(
            [PROGRAM, "studio", "--no-open", "--port", str(first.port)],
            stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=PATIENCE,
            check=False, env={**os.environ, "CXSIM_PAGE": first.page.name})
        self.assertNotEqual(0, second.returncode)
        self.assertIn("in use", second.stderr)
        self.assertEqual("", second.stdout)


if __name__ == "__main__":
    unittest.main()
