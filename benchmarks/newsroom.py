"""A newsroom of its own in a temporary folder: commands run in it, gunicorn serves it."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent


class Used(NamedTuple):
    """What a command took: seconds by the clock, seconds of work on all cores, and the most memory in MB."""

    seconds: float
    worked: float
    memory: float


class Newsroom:
    """`folder` holds its database and files; every command is a process of its own, as in production."""

    def __init__(self, folder):
        self.folder = folder
        self.environment = {
            **os.environ,
            "NEWSROOM_DATA": str(folder),
            "DJANGO_SETTINGS_MODULE": "benchmarks.settings",
            "SITE_NAME": "The Bench",
            "LOG_LEVEL": "ERROR",
        }

    def manage(self, *arguments):
        """Run a management command; (seconds, the most memory that it held, in MB)."""
        used = self.measured(*arguments)
        return used.seconds, used.memory

    def measured(self, *arguments):
        """Run a management command; what it Used."""
        command = [sys.executable, "manage.py", *map(str, arguments)]
        with tempfile.TemporaryFile() as said:
            began = time.perf_counter()
            process = subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=said, stderr=said)
            _, status, used = os.wait4(process.pid, 0)
            seconds = time.perf_counter() - began
            process.returncode = os.waitstatus_to_exitcode(status)
            said.seek(0)
            if process.returncode:
                told = said.read().decode("utf-8", "replace")[-2000:]
                raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}:\n{told}")
        return Used(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)

    def fresh(self, name):
        """An empty newsroom of its own within this one, which was migrated and no more: a copy of its database."""
        own = Newsroom(self.folder / f"desk-{name}")
        own.folder.mkdir()
        shutil.copy(self.folder / "newsroom.sqlite3", own.folder)
        return own

    @contextmanager
    def serving(self, workers=2, threads=4):
        """Serve with gunicorn; yields the base address."""
        port = _free_port()
        command = [sys.executable, "-m", "gunicorn", "newsroom.wsgi", "-b", f"127.0.0.1:{port}", "-w", str(workers)]
        command += ["--keep-alive", "5", "-k", "gthread", "--threads", str(threads), "--log-level", "error"]
        command += ["--no-control-socket"]
        server = subprocess.Popen(command, cwd=ROOT, env=self.environment)
        try:
            base = f"http://127.0.0.1:{port}"
            _wait_for(base)
            yield base
        finally:
            server.terminate()
            server.wait(10)


def get(url):
    with urllib.request.urlopen(url, timeout=30) as answer:
        return answer.read()


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(base):
    for _ in range(100):
        try:
            get(f"{base}/healthz")
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("the server did not come up within ten seconds")
