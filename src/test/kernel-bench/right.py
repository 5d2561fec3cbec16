#!/usr/bin/python3
"""Asks Jupyter kernels what the protocol promises and prints a Markdown table, one column for each.

right.py [--json FILE] NAME[:LANGUAGE] ...    (LANGUAGE: java, python)

Every row is one promise, tried over real sockets; "yes" or a figure, or what came instead.
"""
import argparse
import json
import os
import signal
import subprocess
import sys
import time

import psutil

from bench import Live

CODE = {
    "java": {
        "value": "1+1", "keep": "int keep = 42;", "kept": "keep", "print": 'System.out.print("x");',
        "fail": 'Thread.sleep(300); throw new RuntimeException("x");',
        "show": 'String id = display("first");', "update": 'updateDisplay(id, "second");',
        "later": 'new Thread(() -> { try { Thread.sleep(500); } catch (InterruptedException e) {} System.out.print("late"); }).start();',
        "endless": {
            "loop": "while (true) {}", "sleep": "Thread.sleep(100_000);",
            "catches all": "while (true) { try { while (true) {} } catch (Throwable t) {} }",
            "library": "java.util.stream.LongStream.range(0, Long.MAX_VALUE).map(Math::abs).sum();",
        },
    },
    "python": {
        "value": "1+1", "keep": "keep = 42", "kept": "keep", "print": 'print("x", end="")',
        "fail": 'import time; time.sleep(.3); raise RuntimeError("x")',
        "show": 'from IPython.display import display, update_display; _ = display("first", display_id="d")',
        "update": 'update_display("second", display_id="d")',
        "later": 'import threading, time\ndef f():\n  time.sleep(.5); print("late", end="")\nthreading.Thread(target=f).start()',
        "endless": {
            "loop": "while True: pass", "sleep": "import time; time.sleep(100)",
            "catches all": "while True:\n  try:\n    while True: pass\n  except BaseException: pass",
            "library": "sum(range(10**15))",
        },
    },
}

ORPHAN = """import sys, time
from jupyter_client import KernelManager
m = KernelManager(kernel_name=sys.argv[1])
m.start_kernel(stdout=open("/dev/null", "w"), stderr=open("/dev/null", "w"))
c = m.client(); c.start_channels(); c.wait_for_ready(timeout=60)
print(m.provisioner.process.pid, flush=True); time.sleep(600)
"""


class Kernel(Live):
    """A kernel that is ready, and all that came back on one request."""

    def __init__(self, name, log):
        super().__init__(name, log)
        try:
            self.ready()
        except RuntimeError:
            self.close()
            raise
        self.collect(self.client.kernel_info(), 5)

    def collect(self, request, timeout=30, wait_idle=True):
        """The reply, and what was published, by type."""
        reply, published, end = None, [], time.monotonic() + timeout
        while time.monotonic() < end:
            for channel, message in self.messages(0.2):
                if message["parent_header"].get("msg_id") != request:
                    continue
                if channel == "shell":
                    reply = message["content"]
                else:
                    published.append((message["msg_type"], message["content"]))
            idle = any(c.get("execution_state") == "idle" for _, c in published)
            if reply is not None and (idle or not wait_idle):
                break
        return reply, published

    def execute(self, code, timeout=30, **options):
        return self.collect(self.client.execute(code, allow_stdin=False, **options), timeout)


def started(name, log, found):
    """A kernel; one that never answers is counted, and another started, at most three."""
    for _ in range(3):
        try:
            return Kernel(name, log)
        except RuntimeError:
            found["starts that never answered"] = str(int(found.get("starts that never answered", "0")) + 1)
    raise RuntimeError("three kernels never answered")


def types(published):
    return [t for t, _ in published if t != "status"]


def yes(condition, otherwise="no"):
    return "yes" if condition else otherwise


def requests(kernel, code, found):
    count = lambda: kernel.execute(code["value"])[0]["execution_count"]
    before = count()
    _, published = kernel.execute(code["value"], silent=True)
    found["silent: nothing is published, nothing counted"] = yes(not types(published) and count() == before + 1)
    kernel.execute(code["value"], store_history=False)
    found["store_history: not counted"] = yes(count() == before + 2)
    reply, _ = kernel.execute("", user_expressions={"a": code["value"], "b": "undefinedName"})
    values = reply.get("user_expressions") or {}
    found["user_expressions: value and failure"] = yes([values.get(n, {}).get("status") for n in "ab"] == ["ok", "error"])
    sent = [kernel.client.execute(c, allow_stdin=False) for c in (code["fail"], code["value"], code["value"])]
    replies = {}
    end = time.monotonic() + 20
    while len(replies) < 3 and time.monotonic() < end:
        for channel, message in kernel.messages(0.2):
            parent = message["parent_header"].get("msg_id")
            if channel == "shell" and parent in sent:
                replies[parent] = message["content"]["status"]
    found["stop_on_error: what waits is aborted"] = yes([replies.get(s) for s in sent] == ["error", "aborted", "aborted"])


def displays(kernel, code, found):
    shown = [c for t, c in kernel.execute(code["show"])[1] if t == "display_data"]
    updated = [c for t, c in kernel.execute(code["update"])[1] if t == "update_display_data"]
    same = shown and updated and shown[0].get("transient") == updated[0].get("transient")
    found["a display is updated after its cell"] = yes(same)
    request = kernel.client.execute(code["later"], allow_stdin=False)
    kernel.collect(request)
    later = kernel.client.execute(code["value"], allow_stdin=False)
    owners, end = [], time.monotonic() + 3
    while time.monotonic() < end and not owners:
        owners = [m["parent_header"].get("msg_id") for _, m in kernel.messages(0.2) if m["msg_type"] == "stream"]
    found["late output belongs to its own cell"] = yes(owners == [request], "to a later one" if later in owners else "no")


def malformed(kernel, code, found):
    session = kernel.client.session
    socket = next(s for s, channel in kernel.sockets.items() if channel == "shell")
    pack = lambda value: value if isinstance(value, bytes) else session.pack(value)
    header = session.msg("execute_request", {})["header"]
    content = {"code": code["value"], "silent": False}
    unknown = session.msg("no_such_request", {})["header"]
    signed = lambda *parts: [b"<IDS|MSG>", session.sign([pack(p) for p in parts])] + [pack(p) for p in parts]
    kinds = [
        [b"garbage"],
        [b"<IDS|MSG>", b"0" * 64] + [pack(p) for p in (header, {}, {}, content)],
        signed(header, {}, {}, b"{not json"),
        signed(unknown, {}, {}, {}),
        signed(header, {}, {}, {}),
        [b"<IDS|MSG>", b"", b"", b"", b"", b""],
        signed(b'{"msg_type": 5, "msg_id": []}', {}, {}, content),
    ]
    survived = 0
    for frames in kinds:
        socket.send_multipart(frames)
        reply, _ = kernel.execute(code["value"], timeout=5)
        survived += bool(reply and reply["status"] == "ok")
    found["malformed messages survived"] = f"{survived} of {len(kinds)}"


def interrupts(start, code, found):
    for kind, cell in code["endless"].items():
        kernel = start()
        try:
            kernel.execute(code["keep"])
            request = kernel.client.execute(cell, allow_stdin=False)
            time.sleep(1)
            asked = time.monotonic()
            kernel.manager.interrupt_kernel()
            reply, _ = kernel.collect(request, 8, wait_idle=False)
            took = time.monotonic() - asked
            value = dict(kernel.execute(code["kept"], 8)[1]).get("execute_result") if reply else None
            kept = value and value["data"]["text/plain"] == "42"
            found[f"interrupt, {kind}: reply, s"] = "never" if not reply else f"{took:.2f}" if kept else "state lost"
        finally:
            kernel.close()


def gone(processes, asked, patience=15):
    while time.monotonic() - asked < patience:
        if not [p for p in processes if p.is_running() and p.status() != psutil.STATUS_ZOMBIE]:
            return f"{time.monotonic() - asked:.2f}"
        time.sleep(0.02)
    return "never"


def ends(name, start, code, found):
    for how in ("idle", "busy", "SIGTERM"):
        kernel = start()
        try:
            if how != "idle":
                kernel.client.execute(code["endless"]["loop"], allow_stdin=False)
                time.sleep(0.7)
            processes = [kernel.process, *kernel.process.children(recursive=True)]
            asked = time.monotonic()
            if how == "SIGTERM":
                os.kill(kernel.process.pid, signal.SIGTERM)
            else:
                kernel.client.shutdown()
            found[f"exit, {how}, s"] = gone(processes, asked)
        finally:
            kernel.close()
    client = subprocess.Popen([sys.executable, "-c", ORPHAN, name], stdout=subprocess.PIPE, text=True, stderr=subprocess.DEVNULL)
    kernel = psutil.Process(int(client.stdout.readline()))
    client.kill()
    client.wait()
    found["exit, the client died, s"] = gone([kernel], time.monotonic())
    if kernel.is_running():
        kernel.kill()


def restart(start, code, found):
    kernel = start()
    try:
        kernel.execute(code["keep"])
        asked = time.monotonic()
        kernel.manager.restart_kernel(now=False)
        kernel.process = psutil.Process(kernel.manager.provisioner.process.pid)
        kernel.born = time.perf_counter()
        kernel.ready()
        reply, _ = kernel.execute(code["value"])
        found["restart to a new result, s"] = f"{time.monotonic() - asked:.2f}" if reply else "never"
    finally:
        kernel.close()


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--json")
    arguments.add_argument("kernels", nargs="+")
    asked = arguments.parse_args()
    results = {}
    with open(os.devnull, "w") as log:
        for each in asked.kernels:
            name, _, language = each.partition(":")
            code, found = CODE[language or "java"], results.setdefault(name, {})
            start = lambda: started(name, log, found)
            for part in (requests, displays, malformed):
                kernel = None
                try:
                    kernel = start()
                    part(kernel, code, found)
                except Exception as problem:
                    print(f"{name}, {part.__name__}: {problem!r}", file=sys.stderr)
                finally:
                    if kernel:
                        kernel.close()
            for part in (lambda: interrupts(start, code, found), lambda: ends(name, start, code, found), lambda: restart(start, code, found)):
                try:
                    part()
                except Exception as problem:
                    print(f"{name}: {problem!r}", file=sys.stderr)
    rows = list(dict.fromkeys(row for found in results.values() for row in found))
    print("| | " + " | ".join(results) + " |\n| --- |" + " ---: |" * len(results))
    for row in rows:
        print(f"| {row} | " + " | ".join(found.get(row, "–") for found in results.values()) + " |")
    if asked.json:
        with open(asked.json, "w") as out:
            json.dump(results, out, indent=1)


if __name__ == "__main__":
    main()
