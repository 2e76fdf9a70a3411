"""A newsroom of its own in a temporary folder: commands run in it, gunicorn serves it."""

import os
import resource
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent


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
        """Run a management command; (seconds, peak memory in MB of the largest child so far)."""
        began = time.perf_counter()
        command = [sys.executable, "manage.py", *map(str, arguments)]
        done = subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr[-2000:]}")
        seconds = time.perf_counter() - began
        return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024

    @contextmanager
    def serving(self, workers=2):
        """Serve with gunicorn; yields the base address."""
        port = _free_port()
        command = [sys.executable, "-m", "gunicorn", "newsroom.wsgi", "-b", f"127.0.0.1:{port}", "-w", str(workers)]
        command += [
            "--keep-alive",
            "5",
            "-k",
            "gthread",
            "--threads",
            "4",
            "--log-level",
            "error",
            "--no-control-socket",
        ]
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
