"""The studio answers its own page only, and nothing a client sends takes it down."""

import concurrent.futures
import http.client
import json
import random
import select
import socket
import unittest

from studio_program import GUARDS, PATIENCE, Served, read_to_end, read_until, status_of, vanish


class WhoMayAsk(Served):
    def status(self, method, path, fields, body=None):
        answer = self.studio.ask(method, path, fields, body)
        for name, value in GUARDS.items():
            self.assertEqual(value, answer.getheader(name), name)
        return answer.status

    def test_listens_on_this_machine_only(self):
        port = f":{self.studio.port:04X}"
        local = []
        for name in ["tcp", "tcp6"]:
            with open("/proc/net/" + name, encoding="ascii") as table:
                lines = [line.split() for line in table]
            local += [line[1] for line in lines if line[3] == "0A" and line[1].endswith(port)]
        self.assertEqual(["0100007F" + port], local)

    def test_answers_to_its_own_names_only(self):
        port = self.studio.port
        self.assertEqual(200, self.status("GET", "/", {"Host": f"localhost:{port}"}))
        for host in [f"evil.example:{port}", "evil.example", "127.0.0.1", f"127.0.0.1:{port + 1}",
                     f"127.0.0.1:{port}.evil.example", f"0.0.0.0:{port}", "", None]:
            with self.subTest(host=host):
                self.assertEqual(421, self.status("GET", "/", {"Host": host}))
                self.assertEqual(421, self.status("GET", "/api/library", {"Host": host}))

    def test_answers_no_page_of_another_origin(self):
        own = {"Origin": "http://" + self.studio.host}
        self.assertEqual(200, self.status("POST", "/api/stop", own, b"{}"))
        for origin in ["http://evil.example", "null", "https://" + self.studio.host,
                       f"http://127.0.0.1:{self.studio.port + 1}"]:
            with self.subTest(origin=origin):
                self.assertEqual(403, self.status("POST", "/api/stop", {"Origin": origin}, b"{}"))
                self.assertEqual(403, self.status("GET", "/", {"Origin": origin}))

    def test_answers_no_request_across_sites(self):
        for site, status in [("same-origin", 200), ("none", 200), ("cross-site", 403),
                             ("same-site", 403)]:
            with self.subTest(site=site):
                fields = {"Sec-Fetch-Site": site}
                self.assertEqual(status, self.status("GET", "/api/library", fields))
                self.assertEqual(status, self.status("GET", "/", fields))

    def test_answers_nobody_without_the_token(self):
        wrong = self.studio.cookie[:-1] + ("0" if self.studio.cookie[-1] != "0" else "1")
        other = self.studio.cookie.replace(str(self.studio.port), "1", 1)
        for cookie in [None, "", wrong, other, self.studio.token]:
            with self.subTest(cookie=cookie):
                for path in ["/", "/page.js", "/page.css", "/favicon.ico", "/api/events",
                             "/api/library", "/api/runs/1/results.h5", "/nothing"]:
                    self.assertEqual(403, self.status("GET", path, {"Cookie": cookie}))
                self.assertEqual(403, self.status("POST", "/api/stop", {"Cookie": cookie}, b"{}"))

    def test_says_how_to_come_in(self):
        page = self.studio.ask("GET", "/", {"Cookie": None})
        self.assertTrue(page.getheader("Content-Type").startswith("text/html"))
        self.assertIn(b"printed in the terminal", page.text)
        api = self.studio.ask("GET", "/api/library", {"Cookie": None})
        self.assertEqual("token", json.loads(api.text)["problems"][0]["key"])

    def test_changes_the_token_for_a_cookie(self):
        path = f"/?scenario=a%20b&token={self.studio.token}&set=c%3D1"
        answer = self.studio.ask("GET", path, {"Cookie": None})
        self.assertEqual((303, "/?scenario=a%20b&set=c%3D1"),
                         (answer.status, answer.getheader("Location")))
        name_and_value, *flags = answer.getheader("Set-Cookie").split("; ")
        self.assertEqual(self.studio.cookie, name_and_value)
        self.assertEqual({"HttpOnly", "SameSite=Strict", "Path=/"}, set(flags))
        self.assertNotIn("token", answer.getheader("Location"))

    def test_takes_no_wrong_token(self):
        for token in ["", "0" * 32, self.studio.token[:-1], self.studio.token + "0",
                      self.studio.token.upper() + "!"]:
            with self.subTest(token=token):
                answer = self.studio.ask("GET", "/?token=" + token, {"Cookie": None})
                self.assertEqual(403, answer.status)
                self.assertIsNone(answer.getheader("Set-Cookie"))
        for path in ["/page.js", "/api/library"]:
            answer = self.studio.ask("GET", f"{path}?token={self.studio.token}", {"Cookie": None})
            self.assertEqual(403, answer.status)

    def test_takes_json_only(self):
        for kind in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data",
                     None]:
            with self.subTest(kind=kind):
                self.assertEqual(
                    415, self.status("POST", "/api/stop", {"Content-Type": kind}, b"{}"))

    def test_knows_few_methods(self):
        for method, path, allowed in [
                ("PUT", "/api/runs", "GET, POST"), ("DELETE", "/api/runs/1", "GET, POST"),
                ("OPTIONS", "/api/runs", "GET, POST"), ("POST", "/", "GET, HEAD"),
                ("BREW", "/page.js", "GET, HEAD"), ("POST", "/api/events", "GET")]:
            with self.subTest(method=method, path=path):
                answer = self.studio.ask(method, path, body=b"{}")
                self.assertEqual((405, allowed), (answer.status, answer.getheader("Allow")))


class WhatIsAsked(Served):
    def test_serves_the_page(self):
        for path, kind in [("/", "text/html"), ("/page.js", "text/javascript"),
                           ("/page.css", "text/css")]:
            answer = self.studio.ask("GET", path)
            self.assertEqual(200, answer.status)
            self.assertTrue(answer.getheader("Content-Type").startswith(kind))
            self.assertTrue(answer.text)
            head = self.studio.ask("HEAD", path)
            self.assertEqual((str(len(answer.text)), b""),
                             (head.getheader("Content-Length"), head.text))
        self.assertEqual(204, self.studio.ask("GET", "/favicon.ico").status)
        self.assertEqual(404, self.studio.ask("GET", "/nothing").status)

    def test_leads_nowhere_else(self):
        for path in ["/../../etc/passwd", "/..", "/%2e%2e/%2e%2e/etc/passwd",
                     "/..%2f..%2fetc/passwd", "/%2e%2e%5cetc", "/..\\..\\etc\\passwd",
                     "//etc/passwd", "/page.js/../..", "/page.js%00.css", "/page.js\0", "/%", "/%4",
                     "/%zz", "/%ff", "/%c0%ae%c0%ae/", "/%252e%252e/etc/passwd", "/./page.js",
                     "etc/passwd", "*", "/api/../page.js", "/api/%2e%2e/%2e%2e/etc/passwd",
                     "/api/runs/../../x", "/api/runs/%2e%2e/x", "file:///etc/passwd",
                     f"http://{self.studio.host}/page.js", "http://evil.example/", "/#/page.js",
                     "/page.js ", "/PAGE.JS", "/page.js/"]:
            with self.subTest(path=path):
                answer = self.studio.answer_to(
                    self.studio.head("GET", path, "Connection: close"))
                self.assertIn(status_of(answer), [400, 404])
                self.assertNotIn(b"root:", answer)

    def test_has_a_limit_for_heads(self):
        for fields in [["X: " + "a" * 9000], ["Cookie: " + "a=b; " * 2000], ["A: b"] * 2000]:
            answer = self.studio.answer_to(self.studio.head("GET", "/", *fields))
            self.assertEqual(431, status_of(answer))
        answer = self.studio.answer_to(self.studio.head("GET", "/?" + "a" * 9000))
        self.assertEqual(431, status_of(answer))

    def test_has_a_limit_for_bodies(self):
        large = b'"' + b"a" * 300_000 + b'"'
        kind = "Content-Type: application/json"
        head = self.studio.head("POST", "/api/runs", kind, f"Content-Length: {len(large)}")
        answer = self.studio.answer_to(head + large)
        self.assertEqual(413, status_of(answer))
        self.assertIn(b'{"problems":', answer)
        for length in [2**31, 2**32 + 1, 2**63, 2**64 - 1]:
            head = self.studio.head("POST", "/api/runs", kind, f"Content-Length: {length}")
            self.assertEqual(413, status_of(self.studio.answer_to(head)))
        for length in ["-1", "x", "", str(2**64), "1, 2", "1\r\nContent-Length: 2", "0x10"]:
            head = self.studio.head("POST", "/api/stop", kind, f"Content-Length: {length}")
            self.assertEqual(400, status_of(self.studio.answer_to(head + b"{}")), length)

    def test_takes_no_body_in_pieces(self):
        kind = "Content-Type: application/json"
        chunks = b"2\r\n{}\r\n0\r\n\r\n"
        head = self.studio.head("POST", "/api/stop", kind, "Transfer-Encoding: chunked")
        self.assertEqual(411, status_of(self.studio.answer_to(head + chunks)))
        # Two lengths: what one reader takes for a body another takes for a second request.
        for more in [["Content-Length: 2", "Transfer-Encoding: chunked"],
                     ["Transfer-Encoding: chunked", "Content-Length: 2"]]:
            answer = self.studio.answer_to(
                self.studio.head("POST", "/api/stop", kind, *more) + chunks)
            self.assertEqual((400, 1), (status_of(answer), answer.count(b"X-Frame-Options")))

    def test_says_that_it_expects_the_body(self):
        kind, expects = "Content-Type: application/json", "Expect: 100-continue"
        with self.studio.connect() as line:
            line.sendall(self.studio.head("POST", "/api/stop", kind, expects, "Content-Length: 2"))
            self.assertEqual(b"HTTP/1.1 100 Continue\r\n\r\n", read_until(line, b"\r\n\r\n"))
            line.sendall(b"{}")
            self.assertEqual(200, status_of(read_until(line, b"\r\n\r\n")))
        for fields, status in [(["Content-Type: text/plain", "Content-Length: 2"], 415),
                               ([kind, "Content-Length: 999999"], 413)]:
            head = self.studio.head("POST", "/api/stop", expects, *fields)
            self.assertEqual(status, status_of(self.studio.answer_to(head)))

    def test_answers_requests_sent_at_once_in_their_order(self):
        with self.studio.connect() as line:
            line.sendall(self.studio.head("GET", "/page.css") + self.studio.head("GET", "/nothing")
                         + self.studio.head("GET", "/", "Connection: close"))
            answers = read_to_end(line)
        statuses = [int(each[:3]) for each in answers.split(b"HTTP/1.1 ")[1:]]
        self.assertEqual([200, 404, 200], statuses)

    def test_answers_a_client_that_has_said_all(self):
        with self.studio.connect() as line:
            line.sendall(self.studio.head("GET", "/page.js"))
            line.shutdown(socket.SHUT_WR)
            self.assertEqual(200, status_of(read_to_end(line)))

    def test_takes_garbage(self):
        luck = random.Random(1)
        for garbage in [b"\0" * 100, b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"\r\n\r\n",
                        b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"{}", b"GET / HTTP/1.1\n\n",
                        b"A" * 100_000, b"GET / HTTP/1.1\r\n: x\r\n\r\n",
                        *(luck.randbytes(luck.randrange(1, 20_000)) for _ in range(30))]:
            answer = self.studio.answer_to(garbage)
            self.assertIn(status_of(answer), [400, 408, 431], (garbage[:20], answer[:40]))

    def test_takes_bodies_that_are_no_json(self):
        for body in [b"", b"{", b"\xff", b"[" * 100_000, b"null", b"[]", b'{"scenario":1}']:
            answer = self.studio.ask("POST", "/api/runs", body=body)
            self.assertEqual(400, answer.status, body[:40])
            self.assertTrue(json.loads(answer.text)["problems"])

    def test_opens_no_file_but_its_scenarios(self):
        body = b'{"scenario":"../../etc/passwd","set":[]}'
        answer = json.loads(self.studio.ask("POST", "/api/runs", body=body).text)
        self.assertEqual(["scenario"], [problem["key"] for problem in answer["problems"]])
        self.assertNotIn("run", answer)


class HowItIsAsked(Served):
    def test_waits_for_no_slow_client(self):
        for data in [self.studio.head("GET", "/"),
                     self.studio.head("POST", "/api/stop", "Content-Type: application/json",
                                      "Content-Length: 200000") + b" " * 100]:
            with self.studio.connect() as line:
                for byte in data:
                    # Readable: it has answered.
                    if select.select([line], [], [], 0.02)[0]:
                        break
                    line.sendall(bytes([byte]))
                self.assertEqual(408, status_of(read_to_end(line)))

    def test_waits_for_no_client_that_does_not_read(self):
        with self.studio.connect(receive_buffer=4096) as line:
            line.setblocking(False)
            try:
                for _ in range(5000):
                    line.send(self.studio.head("GET", "/page.js"))
            except (BlockingIOError, ConnectionError):
                pass
            gone = select.poll()
            gone.register(line, select.POLLHUP | select.POLLERR)
            self.assertTrue(gone.poll(PATIENCE * 1000), "it still waits")

    def test_bears_with_clients_that_vanish(self):
        for leave in [vanish, socket.socket.close]:
            for sent in [b"", b"GET", self.studio.head("GET", "/page.js") * 40,
                         self.studio.head("GET", "/api/library") * 40,
                         self.studio.head("POST", "/api/stop", "Content-Type: application/json",
                                          "Content-Length: 100") + b"{"]:
                line = self.studio.connect(receive_buffer=4096)
                line.sendall(sent)
                if len(sent) > 1000:
                    line.recv(100)
                leave(line)

    def test_answers_fifty_clients_at_once(self):
        page = self.studio.ask("GET", "/page.js").text

        def visit(_):
            line = http.client.HTTPConnection("127.0.0.1", self.studio.port, timeout=PATIENCE)
            fields = {"Cookie": self.studio.cookie}
            bodies = []
            for path in ["/page.js", "/api/library", "/page.js", "/nothing", "/page.js"]:
                line.request("GET", path, headers=fields)
                answer = line.getresponse()
                bodies.append((answer.status, answer.read()))
            line.close()
            return bodies

        with concurrent.futures.ThreadPoolExecutor(50) as clients:
            visits = list(clients.map(visit, range(50)))
        for visited in visits:
            self.assertEqual([200, 200, 200, 404, 200], [status for status, _ in visited])
            self.assertEqual({page}, {body for _, body in visited[::2]})

    def test_has_room_for_a_number_of_clients(self):
        lines = [self.studio.connect() for _ in range(80)]
        answers = []
        for line in lines:
            try:
                line.sendall(self.studio.head("GET", "/page.css"))
                answers.append(status_of(read_until(line, b"\r\n\r\n")))
            except ConnectionError:
                answers.append(0)
        for line in lines:
            line.close()
        self.assertEqual({200, 503}, set(answers))
        self.assertLessEqual(answers.count(200), 64)
        self.assertGreaterEqual(answers.count(200), 50)


if __name__ == "__main__":
    unittest.main()
