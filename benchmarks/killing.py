"""Kills an import at random moments (SIGKILL), runs it again, and looks whether anything is lost, doubled or torn.

    python -m benchmarks.killing [--kills 200] [--stories 2000] [--minutes 30] [--seed 7]

An import is killed again and again until it gets through; then its newsroom must be the one that an import without
kills has made: the same stories, editions and picture files, and no file without a row. Then the next newsroom begins.
After every kill each file must be named by a row: that of its picture or edition, or the one that announced it. Each
import is a process of its own, forked from this one so that the kills fall into the import and not into the start of
Python.
"""

import argparse
import os
import random
import re
import shutil
import signal
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import django

HERE = tempfile.TemporaryDirectory(prefix="newsroom-killed-")
for name in ("DATABASE_URL", "CACHE_URL", "STORAGE_URL"):
    os.environ.pop(name, None)
os.environ |= {"NEWSROOM_DATA": HERE.name, "DJANGO_SETTINGS_MODULE": "benchmarks.settings"}
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection, connections  # noqa: E402
from django.db.models import F  # noqa: E402

from articles import intake, ledger, pictures  # noqa: E402
from articles.importers import formats  # noqa: E402
from articles.models import AnnouncedFile, Article, Edition, Image, ImportRecord, Rendition, Revision  # noqa: E402
from articles.text import languages  # noqa: E402

from . import mixture  # noqa: E402
from . import stories as text  # noqa: E402

DATA = Path(HERE.name)
INBOX, PUBLISHED, MEDIA, EMPTY = DATA / "inbox", DATA / "wire", DATA / "media", DATA / "empty.sqlite3"


@dataclass
class Tally:
    kills: int = 0
    imports: int = 0
    announced: int = 0  # the most files after a kill that only their announcement named
    problems: list = field(default_factory=list)

    def hear(self, problems):
        for problem in problems:
            print(f"after kill {self.kills}: {problem}", flush=True)
        self.problems += problems


def main():
    parser = argparse.ArgumentParser(prog="python -m benchmarks.killing")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--stories", type=int, default=2000)
    parser.add_argument("--minutes", type=float, default=30, help="begin no other import after so many")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    _prepare(options.stories)
    whole = _import()
    wanted = state()
    print(f"{len(wanted['stories'])} stories, {len(wanted['files'])} files in {whole:.0f} s without a kill", flush=True)
    tally, pick = Tally(), random.Random(options.seed)
    until = time.monotonic() + options.minutes * 60
    while tally.kills < options.kills and time.monotonic() < until:
        _kill_until_through(tally, options.kills, lambda: pick.uniform(0, whole / 6), wanted)
        print(f"{tally.kills} kills so far, {len(tally.problems)} problems", flush=True)
    _tell(tally)
    sys.exit(1 if tally.problems else 0)


def _tell(tally):
    print(f"{tally.kills} kills in {tally.imports} imports; {len(tally.problems)} problems.")
    print(f"After a kill at most {tally.announced} files were announced only; the next run took them up.")


def _prepare(stories):
    many = mixture.write(INBOX, stories * 19 // 20)
    text.write(PUBLISHED, stories - many, start=many)
    call_command("migrate", verbosity=0)
    connections.close_all()
    shutil.copy(DATA / "newsroom.sqlite3", EMPTY)
    formats.known()
    languages.language_of("The models are read before the first kill, as in any import but the first. " * 5, "")


def _kill_until_through(tally, most, moment, wanted):
    """One newsroom from empty to whole."""
    _empty()
    tally.imports += 1
    while tally.kills < most and not _is_through(moment()):
        tally.kills += 1
        tally.hear(torn(tally, wanted))
    _import()
    tally.hear(unlike(wanted))


def _empty():
    connections.close_all()
    for path in DATA.glob("newsroom.sqlite3*"):
        path.unlink()
    shutil.rmtree(MEDIA, ignore_errors=True)
    shutil.copy(EMPTY, DATA / "newsroom.sqlite3")


def _import():
    """Run an import to its end; seconds."""
    began = time.monotonic()
    _, status = os.waitpid(_started(), 0)
    if status:
        raise RuntimeError(f"an import that nobody killed ended with status {status}")
    return time.monotonic() - began


def _is_through(seconds):
    """Start an import and kill it after `seconds`; whether it had ended by itself."""
    child = _started()
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)  # a child that has ended is still there to be waited for
    _, status = os.waitpid(child, 0)
    if status not in (0, signal.SIGKILL):
        raise RuntimeError(f"an import ended with status {status}")
    return status == 0


def _started():
    connections.close_all()
    child = os.fork()
    if child == 0:
        done = 1
        try:
            counts = _brought()
            done = 1 if counts["failed"] or counts["conflict"] else 0
        finally:
            os._exit(done)
    return child


def _brought():
    """What the import is: a twentieth is published at once, as from a wire that is trusted."""
    published = intake.run([str(PUBLISHED)], intake.Options(section="news", publish=True))
    return published.counts + intake.run([str(INBOX)], intake.Options(section="news")).counts


def torn(tally, wanted):
    """What a kill may never leave behind, at any moment."""
    files, named = set(_files()), dict(_named())
    unnamed, announced = files - named.keys(), set(_announced())
    tally.announced = max(tally.announced, len(unnamed & announced))
    problems = [*_database_says(), *_rows_say()]
    problems += [f"a row names {name}, which is not there" for name in named.keys() - files]
    problems += [f"{name} is cut short" for name, size in named.items() if name in files and not _is_whole(name, size)]
    problems += [f"{name} is a file that no row names" for name in unnamed - announced]
    return problems + [f"{name} is a file that no import makes" for name in unnamed - set(wanted["files"])]


def unlike(wanted):
    """What differs from a newsroom whose import nobody killed."""
    found = state()
    problems = [*_database_says(), *_rows_say(), *ledger.verify()]
    for what in wanted:
        problems += [f"{what}: lost {one}" for one in sorted(set(wanted[what]) - set(found[what]))[:5]]
        problems += [f"{what}: too much {one}" for one in sorted(set(found[what]) - set(wanted[what]))[:5]]
    problems += [f"{name} is a file without a row" for name in set(found["files"]) - dict(_named()).keys()]
    problems += [f"{name} is announced and was never named" for name in _announced()]
    again = _brought()
    return problems + [f"another run does more: {again}"] * (again["created"] + again["updated"] > 0)


def state():
    """The newsroom without the numbers and moments that differ from one import to the next."""
    digests = {str(key): digest for key, digest in Image.objects.values_list("pk", "sha256")}
    rows = ImportRecord.objects.values_list("external_id", "article__headline", "article__body", "article__stage")
    stories = [(name, headline, _by_digest(body, digests), stage) for name, headline, body, stage in rows]
    editions = Edition.objects.values_list("article__import_records__external_id", "number", "headline", "body_html")
    told = [(name, number, headline, _by_digest(body, digests)) for name, number, headline, body in editions]
    return {"stories": stories, "editions": told, "files": _files()}


def _by_digest(body, digests):
    return re.sub(r"picture:(\d+)", lambda found: f"picture:{digests.get(found[1])}", body)


def _files():
    return [path.relative_to(MEDIA).as_posix() for path in MEDIA.rglob("*") if path.is_file()]


def _named():
    """(file, bytes or None) for each file that a row names."""
    yield from ((image.file.name, None) for image in Image.objects.all())
    yield from ((pictures.path(row.name), row.size) for row in Rendition.objects.all())
    yield from ((name, None) for name in Edition.objects.exclude(card="").values_list("card", flat=True))


def _announced():
    return AnnouncedFile.objects.values_list("place", flat=True)


def _is_whole(name, size):
    """As long as its row says; where no row tells, a JPEG ends with its end mark."""
    data = (MEDIA / name).read_bytes()
    return len(data) == size if size is not None else data.endswith(b"\xff\xd9") or not name.endswith(".jpg")


def _database_says():
    with connection.cursor() as cursor:
        said = cursor.execute("PRAGMA integrity_check").fetchall()
        orphans = cursor.execute("PRAGMA foreign_key_check").fetchall()
    return [str(row) for row in said if row[0] != "ok"] + [f"a row points to nothing: {row}" for row in orphans]


def _rows_say():
    """A story has one record, one revision for each version, and at most one edition here."""
    stories, records = Article.objects.count(), ImportRecord.objects.count()
    if stories != records or ImportRecord.objects.values("article").distinct().count() != records:
        yield f"{stories} stories have {records} records"
    kept = Revision.objects.filter(version=F("article__version")).count()
    if kept != stories:
        yield f"{stories} stories have {kept} revisions of their version"
    editions = Edition.objects.count()
    if Edition.objects.values("article").distinct().count() != editions:
        yield f"some story was published twice: {editions} editions"


if __name__ == "__main__":
    main()
