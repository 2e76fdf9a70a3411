"""Reads hostile files, each in a process of its own, and watches what that costs and touches.

    python -m benchmarks.attacks FOLDER…

One line of JSON for each file: its outcomes, seconds by the clock and of work, the most memory it took in MB, what it
opened outside of its folder and the connections it tried. No database is asked.
"""

import json
import os
import resource
import sys
import sysconfig
import tempfile
import time
import traceback
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "benchmarks.settings")
django.setup()

from articles.importers import formats  # noqa: E402
from articles.intake.gathering import gather  # noqa: E402
from articles.intake.options import Options  # noqa: E402
from articles.intake.readers import Readers  # noqa: E402
from articles.intake.reading import fetch  # noqa: E402
from articles.text import languages  # noqa: E402

LIMIT = 20  # seconds of work, after which a file counts as endless
# What Python itself and its libraries read when they are first asked for something.
OURS = (sysconfig.get_paths()["stdlib"], sysconfig.get_paths()["purelib"], str(Path(__file__).parent.parent))
_NETWORK = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "urllib.Request")


def main(folders):
    formats.known()
    languages.language_of("The models are read before the clock starts, as in any import but the first. " * 5, "")
    for folder in map(Path, folders):
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            print(json.dumps({"file": str(path.relative_to(folder)), **attacked(path)}), flush=True)


def attacked(path):
    """What reading `path` came to, told by a child of this process."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT + 1))
        with os.fdopen(writer, "w") as out:
            json.dump(_watched(path), out)
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as told:
        text = told.read()
    _, status = os.waitpid(child, 0)
    return json.loads(text) if text else {"died": status}


def _watched(path):
    seen = {"opened": [], "connected": []}

    def watch(event, arguments):
        if event == "open" and isinstance(arguments[0], str | bytes):
            name = os.path.abspath(os.fsdecode(arguments[0]))
            if name != str(path) and not name.startswith(OURS) and not _is_nameless(name):
                seen["opened"].append(name)
        elif event in _NETWORK:
            seen["connected"].append(str(arguments[1:]))

    before, began, worked = _memory(), time.perf_counter(), time.process_time()
    sys.addaudithook(watch)
    outcomes, trace = _read(path)
    took = {"seconds": round(time.perf_counter() - began, 3), "worked": round(time.process_time() - worked, 3)}
    took["megabytes"] = round(_memory() - before)
    return {"outcomes": outcomes[:20], "items": len(outcomes), "traceback": trace, **took, **seen}


def _read(path):
    try:
        return [told(item) for item in items_of(path)], None
    except Exception:  # noqa: BLE001 - whatever comes is what this looks for
        return [], traceback.format_exc()


def items_of(path):
    for source in gather([str(path)]):
        for parsed in fetch(source, Options()):
            if not parsed.item.outcome and parsed.record is None:
                Readers().read([parsed])
            yield parsed.item


def told(item):
    return item.error["message"][:160] if item.error else f"story: {item.headline[:60]}"


def _is_nameless(name):
    """A temporary file without a name: the folder is opened, or a name that is gone at once."""
    folder = tempfile.gettempdir()
    return name == folder or (name.startswith(folder) and not os.path.exists(name))


def _memory():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(sys.argv[1:])
