#!/usr/bin/python3
"""Measures Jupyter kernels over a live client and prints a Markdown table, one column for each.

bench.py [--rounds N] [--json FILE] [--only START,...] NAME[:LANGUAGE] ...    (LANGUAGE: java, python)

Rounds take turns, so that other load on the machine hits all kernels alike; a figure is the median over
the rounds, the best round behind it in brackets. Every kernel is started here and ended by its own pid.
"""
import argparse
import json
import math
import os
import statistics
import subprocess
import sys
import time

import psutil
import zmq
from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpecManager

CODE = {
    "java": {
        "trivial": "1+1",
        "sleep": "Thread.sleep(60_000);",
        "lines": 'for (int i = 0; i < 100_000; i++) System.out.println("line " + i);',
        "setup": 'String foo = "x";',
        "complete": "foo.toUp",
        "inspect": "String.valueOf",
        "is_complete": "for (int i = 0; i < 3; i++) {",
        "chain": lambda i: "int v0 = 1;" if i == 0 else f"int v{i} = v{i - 1} + 1;",
        "table": "Papers.sample()",
    },
    "python": {
        "trivial": "1+1",
        "sleep": "import time; time.sleep(60)",
        "lines": 'for i in range(100_000): print("line", i)',
        "setup": 'foo = "x"',
        "complete": "foo.up",
        "inspect": "str.upper",
        "is_complete": "for i in range(3):",
        "chain": lambda i: "v0 = 1" if i == 0 else f"v{i} = v{i - 1} + 1",
    },
}

ROWS = [  # name, unit, digits
    ("start to kernel_info", "s", 2), ("start to first result", "s", 2), ("CPU until then", "s", 2),
    ("trivial cell, median of 50", "ms", 1), ("the same after 150 cells", "ms", 1),
    ("completion, first", "ms", 0), ("completion, warm", "ms", 1), ("inspection, warm", "ms", 1),
    ("is_complete", "ms", 1), ("completion while a cell runs", "ms", 1),
    ("inspection while a cell runs", "ms", 1), ("is_complete while a cell runs", "ms", 1),
    ("100,000 lines", "s", 2), ("lines that arrived", "", 0), ("CPU per trivial cell", "ms", 1),
    ("a table as first cell, a second after the start", "ms", 0), ("a table, warm", "ms", 0),
    ("JShell alone, trivial snippet after 150", "ms", 1),
    ("memory after the first result", "MB", 0), ("memory after 180 cells", "MB", 0),
    ("1,000 cells: first hundred, median", "ms", 1), ("1,000 cells: last hundred, median", "ms", 1),
    ("memory after 1,000 cells", "MB", 0), ("CPU while idle", "%", 1),
]


IDLE_S = 20
PATIENCE_S = 20
LONG = ("broadsheet", "python3")


class Live:
    """A kernel process and its sockets."""

    def __init__(self, name, log):
        self.manager = KernelManager(kernel_name=name)
        self.born = time.perf_counter()
        self.manager.start_kernel(stdout=log, stderr=log)
        self.client = self.manager.client()
        self.client.start_channels()
        self.process = psutil.Process(self.manager.provisioner.process.pid)
        self.poller = zmq.Poller()
        self.sockets = {}
        for channel in ("shell", "iopub"):
            socket = getattr(self.client, channel + "_channel").socket
            socket = zmq.Socket.shadow(socket.underlying)
            self.poller.register(socket, zmq.POLLIN)
            self.sockets[socket] = channel

    def age(self):
        return time.perf_counter() - self.born

    def messages(self, seconds):
        for socket, _ in self.poller.poll(seconds * 1000):
            while True:
                try:
                    frames = socket.recv_multipart(zmq.NOBLOCK)
                except zmq.Again:
                    break
                _, parts = self.client.session.feed_identities(frames)
                yield self.sockets[socket], self.client.session.deserialize(parts)

    def ask(self, send, idle=False):
        """Seconds until the reply (and, if asked, the idle), the reply, and the text printed."""
        start = time.perf_counter()
        request = send()
        reply, seen_idle, text = None, not idle, []
        while reply is None or not seen_idle:
            if time.perf_counter() - start > PATIENCE_S:
                raise RuntimeError(f"no answer within {PATIENCE_S} s")
            for channel, message in self.messages(0.5):
                if message["parent_header"].get("msg_id") != request:
                    continue
                if channel == "shell":
                    reply = message["content"]
                elif message["msg_type"] == "stream":
                    text.append(message["content"]["text"])
                elif message["content"].get("execution_state") == "idle":
                    seen_idle = True
        return time.perf_counter() - start, reply, "".join(text)

    def run(self, code, idle=True):
        return self.ask(lambda: self.client.execute(code, allow_stdin=False), idle)

    def ready(self):
        """Until kernel_info is answered and publications arrive."""
        asked, last = set(), 0
        while self.age() < PATIENCE_S:
            if time.perf_counter() - last > 1:
                asked.add(self.client.kernel_info())
                last = time.perf_counter()
            for channel, message in self.messages(0.05):
                if channel == "shell" and message["parent_header"].get("msg_id") in asked:
                    return
        raise RuntimeError("the kernel never answered")

    def cpu(self):
        return sum(sum(p.cpu_times()[:2]) for p in [self.process, *self.process.children(recursive=True)])

    def memory(self):
        return sum(p.memory_info().rss for p in [self.process, *self.process.children(recursive=True)]) / 2**20

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)
        self.manager.cleanup_resources()


def median_ms(times):
    return statistics.median(times) * 1000


def first_table(name, log, found):
    """What our library's first table costs, of a kernel of its own, and one when all is warm."""
    live = Live(name, log)
    try:
        live.ready()
        time.sleep(1)
        found["a table as first cell, a second after the start"] = live.run(CODE["java"]["table"])[0] * 1000
        found["a table, warm"] = median_ms([live.run(CODE["java"]["table"])[0] for _ in range(20)][10:])
    finally:
        live.close()


def floor(name, classes):
    """What a trivial snippet costs in JShell alone, by the kernel's own Java and its options."""
    command = KernelSpecManager().get_kernel_spec(name).argv
    options = [o for o in command[1:command.index("-cp")] if not o.startswith(("-XX:SharedArchiveFile", "-Xlog"))]
    run = subprocess.run([command[0], *options, "-cp", classes, "Floor"], capture_output=True, text=True, timeout=PATIENCE_S)
    return float(run.stdout)


def measure(name, language, only, log):
    found = {"load": os.getloadavg()[0]}
    try:
        measure_into(found, name, language, only, log)
        if only != "start" and "broadsheet" in name:
            first_table(name, log, found)
    except RuntimeError as problem:
        print(f"{name}: {problem}", file=sys.stderr)
    return found


def measure_into(found, name, language, only, log):
    code = CODE[language]
    live = Live(name, log)
    try:
        live.ready()
        found["start to kernel_info"] = live.age()
        live.run(code["trivial"], idle=False)
        found["start to first result"] = live.age()
        found["CPU until then"] = live.cpu()
        time.sleep(0.3)
        found["memory after the first result"] = live.memory()
        if only == "start":
            return
        live.run(code["trivial"])
        cells = lambda n: [live.run(code["trivial"])[0] for _ in range(n)]
        complete = lambda: live.ask(lambda: live.client.complete(code["complete"], len(code["complete"])))[0]
        inspect = lambda: live.ask(lambda: live.client.inspect(code["inspect"], len(code["inspect"])))[0]
        is_complete = lambda: live.ask(lambda: live.client.is_complete(code["is_complete"]))[0]
        found["trivial cell, median of 50"] = median_ms(cells(50))
        live.run(code["setup"])
        found["completion, first"] = complete() * 1000
        for _ in range(10):
            complete(), inspect(), is_complete()
        found["completion, warm"] = median_ms([complete() for _ in range(20)])
        found["inspection, warm"] = median_ms([inspect() for _ in range(20)])
        found["is_complete"] = median_ms([is_complete() for _ in range(20)])
        for i in range(30):
            live.run(code["chain"](i))
        cells(50)
        before = live.cpu()
        found["the same after 150 cells"] = median_ms(cells(50))
        found["CPU per trivial cell"] = (live.cpu() - before) / 50 * 1000
        found["memory after 180 cells"] = live.memory()
        seconds, _, text = live.run(code["lines"])
        found["100,000 lines"], found["lines that arrived"] = seconds, text.count("\n")
        if language == "java" and "broadsheet" in name:
            request = live.client.execute(code["sleep"], allow_stdin=False)
            time.sleep(0.3)
            found["completion while a cell runs"] = median_ms([complete() for _ in range(20)])
            found["inspection while a cell runs"] = median_ms([inspect() for _ in range(20)])
            found["is_complete while a cell runs"] = median_ms([is_complete() for _ in range(20)])
            live.manager.interrupt_kernel()
            while not any(c == "shell" and m["parent_header"].get("msg_id") == request for c, m in live.messages(1)):
                pass
        if only != "short":
            times = cells(1000)
            found["1,000 cells: first hundred, median"] = median_ms(times[:100])
            found["1,000 cells: last hundred, median"] = median_ms(times[-100:])
            found["memory after 1,000 cells"] = live.memory()
            time.sleep(1)
            before = live.cpu()
            time.sleep(IDLE_S)
            found["CPU while idle"] = (live.cpu() - before) / IDLE_S * 100
    finally:
        live.close()


def shown(values, digits):
    if not values:
        return "–"
    middle = f"{statistics.median(values):,.{digits}f}"
    return middle if len(values) == 1 else f"{middle} ({min(values):,.{digits}f})"


def table(results):
    names = list(results)
    print("| | " + " | ".join(names) + " |\n| --- |" + " ---: |" * len(names))
    for row, unit, digits in ROWS:
        cells = [[r[row] for r in results[n] if row in r] for n in names]
        if any(cells):
            print(f"| {row}{', ' + unit if unit else ''} | " + " | ".join(shown(c, digits) for c in cells) + " |")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--json")
    arguments.add_argument("--floor", help="the folder of the compiled Floor.java")
    arguments.add_argument("--only", choices=("start", "short", "all"), default="all")
    arguments.add_argument("kernels", nargs="+")
    asked = arguments.parse_args()
    results = {}
    with open(os.devnull, "w") as log:
        for number in range(asked.rounds):
            for kernel in asked.kernels:
                name, _, language = kernel.partition(":")
                # A thousand cells once, and not of a peer that takes minutes for them.
                long = number == asked.rounds - 1 and name in LONG
                only = "short" if asked.only == "all" and not long else asked.only
                found = measure(name, language or "java", only, log)
                if asked.floor and asked.only != "start" and "broadsheet" in name:
                    found["JShell alone, trivial snippet after 150"] = floor(name, asked.floor)
                results.setdefault(name, []).append(found)
                print(f"round {number + 1}, {name}: load {found['load']:.1f}, first result after "
                      f"{found.get('start to first result', math.nan):.2f} s", file=sys.stderr, flush=True)
    table(results)
    if asked.json:
        with open(asked.json, "w") as out:
            json.dump(results, out, indent=1)


if __name__ == "__main__":
    main()
