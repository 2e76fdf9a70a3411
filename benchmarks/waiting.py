"""How long an editor waits for a save, alone and while an import runs, in a newsroom served as `make run` serves it.

python -m benchmarks.waiting [--saves 100] [--stories 4000] [--publish]
"""

import argparse
import http.cookiejar
import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from pathlib import Path

from lxml import html

from . import mixture, stories
from .newsroom import ROOT, Newsroom

PASSWORD = "a-bench-of-oak-7"

STARTING = 5  # seconds after which an import has begun to write


class Editor:
    """Logs in to the admin and saves a story as a browser would: asks for the form, changes it, sends it back."""

    def __init__(self, base):
        self._base = base
        jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self._opener = urllib.request.build_opener(jar)
        self._send("/admin/login/", username="bench", password=PASSWORD, next="/admin/")

    def save(self, path, number):
        """Seconds from pressing the button to the page that comes back. Raises ValueError where it was not saved."""
        told = dict(self._form(path).form_values())
        told |= {"standfirst": f"The board has met {number} times.", "_continue": "1"}
        began = time.perf_counter()
        page = self._post(path, told)
        seconds = time.perf_counter() - began
        if f"met {number} times" not in page or "errornote" in page:
            raise ValueError("the save did not come back with what was saved")
        return seconds

    def first_story(self):
        page = html.fromstring(self._get("/admin/articles/article/"))
        return page.xpath("//a[contains(@href, '/change/')]/@href")[0].partition("?")[0]

    def _send(self, path, **fields):
        return self._post(path, dict(self._form(path).form_values()) | fields)

    def _form(self, path):
        page = html.fromstring(self._get(path))
        return max(page.forms, key=lambda form: len(form.fields))

    def _get(self, path):
        with self._opener.open(self._base + path, timeout=60) as answer:
            return answer.read().decode()

    def _post(self, path, fields):
        data = urllib.parse.urlencode({name: value for name, value in fields.items() if value is not None}).encode()
        request = urllib.request.Request(self._base + path, data, {"Referer": self._base + path})
        with self._opener.open(request, timeout=60) as answer:
            return answer.read().decode()


def main():
    parser = argparse.ArgumentParser(prog="python -m benchmarks.waiting")
    parser.add_argument("--saves", type=int, default=100)
    parser.add_argument("--stories", type=int, default=4000, help="stories that come in meanwhile")
    parser.add_argument("--publish", action="store_true", help="and are published at once")
    options = parser.parse_args()
    os.environ |= {"DJANGO_SUPERUSER_PASSWORD": PASSWORD}
    with tempfile.TemporaryDirectory(prefix="newsroom-waiting-") as folder:
        newsroom = _newsroom(Path(folder))
        (mixture.write if not options.publish else stories.write)(newsroom.folder / "inbox", options.stories)
        with newsroom.serving(workers=1, threads=8) as base:
            editor = Editor(base)
            path = editor.first_story()
            _tell("alone", [editor.save(path, number) for number in range(options.saves)])
            _tell("while an import runs", _saves_meanwhile(newsroom, editor, path, options))


def _newsroom(folder):
    newsroom = Newsroom(folder)
    newsroom.manage("migrate", "-v0")
    newsroom.manage("collectstatic", "--noinput", "-v0")
    newsroom.manage("createsuperuser", "--noinput", "--username", "bench", "--email", "bench@bench.example")
    stories.write(folder / "first", 5, start=900_000)
    newsroom.manage("import_articles", folder / "first", "--section", "news")
    return newsroom


def _saves_meanwhile(newsroom, editor, path, options):
    """Saves for as long as the import runs, at most as many as asked for."""
    command = [sys.executable, "manage.py", "import_articles", str(newsroom.folder / "inbox"), "--section", "news"]
    command += ["--publish"] * options.publish
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command, cwd=ROOT, env=newsroom.environment, **quiet)
    took = []
    try:
        time.sleep(STARTING)
        while process.poll() is None and len(took) < options.saves:
            took.append(editor.save(path, 1000 + len(took)))
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(60)
    return took


def _tell(when, took):
    took = sorted(took)
    shown = "  ".join(
        f"p{share} {1000 * took[min(len(took) - 1, len(took) * share // 100)]:.0f}" for share in (50, 95, 99)
    )
    quick = sum(seconds < 0.5 for seconds in took) / len(took)
    print(
        f"{len(took)} saves {when}: {shown} ms, the longest {1000 * took[-1]:.0f}; {quick:.1%} under 500 ms", flush=True
    )


if __name__ == "__main__":
    main()
