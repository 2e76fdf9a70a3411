"""Asks a server for one address again and again and counts the answers: wrk where it is installed, else our own."""

import re
import shutil
import socket
import subprocess
import threading
import time
from urllib.parse import urlsplit


def rate(url, *, connections=16, seconds=3.0):
    """Answers per second over keep-alive connections. Raises ValueError if any answer is not a 200."""
    if wrk := shutil.which("wrk"):
        return _rate_by_wrk(wrk, url, connections, seconds)
    return _rate_by_threads(url, connections, seconds)


def _rate_by_wrk(wrk, url, connections, seconds):
    command = [wrk, "-t1", f"-c{connections}", f"-d{max(1, round(seconds))}s", url]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in said:
        raise ValueError(f"{url} did not answer 200 each time:\n{said}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])


def _rate_by_threads(url, connections, seconds):
    parts = urlsplit(url)
    request = f"GET {parts.path}?{parts.query} HTTP/1.1\r\nHost: {parts.netloc}\r\n\r\n".encode()
    counts, until = [0] * connections, time.monotonic() + seconds
    threads = [
        threading.Thread(target=_ask, args=(parts, request, until, counts, number)) for number in range(connections)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if min(counts) < 0:
        raise ValueError(f"{url} did not answer 200 each time")
    return sum(counts) / seconds


def _ask(parts, request, until, counts, number):
    with socket.create_connection((parts.hostname, parts.port), timeout=30) as connection:
        file = connection.makefile("rb")
        while time.monotonic() < until:
            connection.sendall(request)
            if b" 200 " not in file.readline():
                counts[number] = -1
                return
            _skip_body(file)
            counts[number] += 1


def _skip_body(file):
    length = 0
    while (line := file.readline().strip()) != b"":
        if line.lower().startswith(b"content-length:"):
            length = int(line.split(b":")[1])
    file.read(length)
