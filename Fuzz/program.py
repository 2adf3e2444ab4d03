"""One run of the program in a directory of its own, with limits, and what it did to the machine."""

import os
import resource
import select
import shutil
import signal
import stat

from cases import Link, Pipe

SECONDS = 5  # of processor time
PATIENCE = 30  # seconds until a run counts as one that waits for something
MEMORY = 512 << 20

VICTIM = b"kind: Victim\n"
PLANTED = ("git", "curl", "helm", "docker", "kubectl", "sops", "python3", "bash", "ssh", "fn.sh")


class Run:
    def __init__(self, arguments, code, signal, cpu, memory, waited, out, err):
        self.arguments, self.code, self.signal, self.cpu, self.memory = arguments, code, signal, cpu, memory
        self.waited, self.out, self.err = waited, out, err

    def messages(self):
        return self.err.decode("utf-8", "replace").strip()

    def __eq__(self, other):
        return (self.code, self.signal, self.out, self.err) == (other.code, other.signal, other.out, other.err)


class Sandbox:
    """Below `root`: `work` is where the program runs, `work/tree` what it reads, `work/out` what it may write."""

    def __init__(self, root, binary):
        self.root, self.binary = root, binary
        shutil.rmtree(root, ignore_errors=True)
        for name in ("work", "home", "tmp", "bin", "victim"):
            os.makedirs(f"{root}/{name}")
        for path in ("victim/file", "home/file", "outside"):
            write(f"{root}/{path}", VICTIM)
        for name in PLANTED:
            write(f"{root}/bin/{name}", f'#!/bin/sh\necho "$0 $*" >> {root}/ran\n'.encode())
            os.chmod(f"{root}/bin/{name}", 0o755)
        self.executions, self.cpu = 0, 0.0

    def lay(self, trees):
        """Writes the trees, in the place of those of the run before."""
        shutil.rmtree(f"{self.root}/work")
        os.mkdir(f"{self.root}/work")
        for name, files in trees.items():
            os.makedirs(f"{self.root}/work/{name}", exist_ok=True)
            for path, content in files.items():
                lay(f"{self.root}/work/{name}/{path}", content)

    def run(self, arguments, runs_ruby=False):
        """Runs the program, which finds planted programs on its PATH, unless it may run Ruby."""
        root = self.root
        environment = {
            "PATH": f"{root}/bin",
            "HOME": f"{root}/home",
            "TMPDIR": f"{root}/tmp",
            "NO_COLOR": "1",
            "LANG": "C.UTF-8",
            "SWIFT_BACKTRACE": os.environ.get("FUZZ_BACKTRACE", "enable=no"),
        }
        if runs_ruby:
            environment["PATH"] = "/usr/bin:/bin"
        actions = [(os.POSIX_SPAWN_OPEN, 0, "/dev/null", os.O_RDONLY, 0)]
        for descriptor, name in ((1, "stdout"), (2, "stderr")):
            actions.append(
                (os.POSIX_SPAWN_OPEN, descriptor, f"{root}/{name}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
            )
        os.chdir(f"{root}/work")
        pid = os.posix_spawn(self.binary, [self.binary, *arguments], environment, file_actions=actions, setpgroup=0)
        resource.prlimit(pid, resource.RLIMIT_CPU, (SECONDS + 1, SECONDS + 2))
        resource.prlimit(pid, resource.RLIMIT_AS, (6 << 30, 6 << 30))
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (1 << 30, 1 << 30))
        resource.prlimit(pid, resource.RLIMIT_CORE, (0, 0))
        waited = self.wait(pid)
        _, status, used = os.wait4(pid, 0)
        cpu = used.ru_utime + used.ru_stime
        self.executions += 1
        self.cpu += cpu
        code = os.waitstatus_to_exitcode(status)
        return Run(
            arguments,
            max(code, 0),
            max(-code, 0),
            cpu,
            used.ru_maxrss << 10,
            waited,
            read(f"{root}/stdout"),
            read(f"{root}/stderr"),
        )

    @staticmethod
    def wait(pid):
        descriptor = os.pidfd_open(pid)
        try:
            poll = select.poll()
            poll.register(descriptor, select.POLLIN)
            if poll.poll(PATIENCE * 1000):
                return False
            os.killpg(pid, signal.SIGKILL)
            return True
        finally:
            os.close(descriptor)

    def ran(self):
        """The commands of planted programs that were run, which are forgotten then."""
        path = f"{self.root}/ran"
        if not os.path.exists(path):
            return ""
        text = read(path).decode("utf-8", "replace")
        os.unlink(path)
        return text

    def state(self):
        """All that is not the run's own output, as far as a write would change it."""
        found = {}
        for directory, folders, names in os.walk(self.root):
            if directory == f"{self.root}/work":
                folders[:] = [name for name in folders if name != "out"]
            for name in folders + names:
                path = f"{directory}/{name}"
                if path in (f"{self.root}/stdout", f"{self.root}/stderr", f"{self.root}/ran"):
                    continue
                status = os.lstat(path)
                changes = 0 if stat.S_ISDIR(status.st_mode) else status.st_mtime_ns
                found[path] = (status.st_mode, status.st_ino, changes)
        return found


def lay(path, content):
    """One file; where the path is taken by another file or leads through one, nothing."""
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        if isinstance(content, Link):
            os.symlink(content, path)
        elif isinstance(content, Pipe):
            os.mkfifo(path)
        else:
            write(path, content)
    except (OSError, ValueError):
        pass


def write(path, content):
    with open(path, "xb") as file:
        file.write(content)


def read(path):
    with open(path, "rb") as file:
        return file.read()
