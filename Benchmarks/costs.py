"""What runs of commands cost, and whether goals for that are met."""
import os
import statistics
import sys
import time


class Cost:
    """Seconds, seconds of processors and peak bytes of several runs of one command, which ends with a status."""

    def __init__(self, command, status=0):
        self.command, self.status = command, status
        self.seconds, self.processor_seconds, self.peaks = [], [], []

    def run(self, output=os.devnull):
        actions = [(os.POSIX_SPAWN_OPEN, 1, output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)]
        start = time.perf_counter()
        child = os.posix_spawn(self.command[0], self.command, os.environ, file_actions=actions)
        _, status, usage = os.wait4(child, 0)
        self.seconds.append(time.perf_counter() - start)
        self.processor_seconds.append(usage.ru_utime + usage.ru_stime)
        self.peaks.append(usage.ru_maxrss * 1024)
        if os.waitstatus_to_exitcode(status) != self.status:
            sys.exit(f"run: {' '.join(self.command[:3])} ended with {os.waitstatus_to_exitcode(status)}")

    @property
    def time(self):
        return statistics.median(self.seconds)

    @property
    def processor(self):
        return statistics.median(self.processor_seconds)

    @property
    def peak(self):
        return max(self.peaks)


class FreshCost(Cost):
    """Of a command that writes a directory, which each run makes anew: to replace files is other work than to make them."""

    def __init__(self, command, directory):
        super().__init__([*command, directory])
        self.directory, self.runs = directory, 0

    def run(self, output=os.devnull):
        self.runs += 1
        self.command[-1] = f"{self.directory}-{self.runs}"
        super().run(output)


def alternate(costs, rounds, output=os.devnull):
    for cost in costs:  # the first run of each warms the caches and does not count
        cost.run(output)
        cost.seconds.clear()
        cost.processor_seconds.clear()
    for _ in range(rounds):
        for cost in costs:
            cost.run(output)


class Goals:
    def __init__(self):
        self.missed = False

    def check(self, what, figure, limit, unit, detail):
        met = figure <= limit
        self.missed |= not met
        print(f"{'PASS' if met else 'FAIL'}  {what:<44} {figure:7.2f} {unit:<3} at most {limit:g} {unit:<3} {detail}")


def milliseconds(seconds):
    return f"{seconds * 1000:.1f} ms"
