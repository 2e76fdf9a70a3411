"""Stories for the search benchmark: those of the corpora under NEWSROOM_CORPORA, then others of their sentences."""

import json
import os
import random
import re
import tarfile
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

_DATED = re.compile(r"(\d{4})-(\d\d)-(\d\d)-")
_TOPICS = re.compile(r"^topics:\n((?:  - .*\n)+)", re.MULTILINE)
_TITLE = re.compile(r'^title: *["\']?(.*?)["\']?$', re.MULTILINE)
_SENTENCE = re.compile(r"[A-Z“][^.!?\n]{30,300}[.!?]")
_FIRST, _DAYS = datetime(2006, 1, 1, tzinfo=UTC), 7500


@dataclass(frozen=True)
class Story:
    name: str
    headline: str
    text: str
    at: datetime
    topics: tuple = ()
    section: str = "News"


def corpora():
    """All real stories, those that are in two corpora once."""
    root = Path(os.environ["NEWSROOM_CORPORA"])
    found = {}
    for story in (*_wikinews(root / "wikinews-gum"), *_government(root)):
        found.setdefault(story.name, story)
    return list(found.values())


def made_up(real, many, seed=7):
    """`many` stories of about 250 words. A headline is words of eight sentences: none says what a real story says."""
    pick = random.Random(seed)
    sentences = [sentence for story in real for sentence in _SENTENCE.findall(story.text)]
    for number in range(many):
        headline = " ".join(pick.choice(sentence.split()) for sentence in pick.choices(sentences, k=8))
        text = "\n".join(" ".join(pick.choices(sentences, k=4)) for _ in range(3))
        yield Story(f"made-up-{number}", headline, text, _FIRST + timedelta(days=pick.random() * _DAYS))


def _wikinews(folder):
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    for entry in (each for each in index if (folder / "txt" / each["file"]).exists()):
        headline, _, text = (folder / "txt" / entry["file"]).read_text(encoding="utf-8").partition("\n")
        at = datetime.fromisoformat(entry["created"]).replace(tzinfo=UTC)
        yield Story(entry["file"].removesuffix(".txt"), headline, text, at, section="World")


def _government(root):
    for name in ("us-gov-plaintext", "us-gov-markdown"):
        with tarfile.open(root / f"{name}.tar.xz") as packed:
            for member in packed:
                if _DATED.match(Path(member.name).name):
                    yield _read(Path(member.name), packed.extractfile(member).read().decode("utf-8", "replace"))


def _read(path, text):
    """A plain text has its headline in its first line, a Markdown file in its front matter."""
    if path.suffix == ".md":
        _, front, text = text.split("---", 2)
        headline, topics = _TITLE.search(front)[1], _topics(front)
    else:
        (headline, _, text), topics = text.partition("\n"), ()
    year, month, day = map(int, _DATED.match(path.name).groups())
    at = datetime(year, month, day, 12, tzinfo=UTC)
    return Story(path.stem, headline.strip()[:300], text, at, topics, "Government")


def _topics(front):
    found = _TOPICS.search(front)
    return tuple(line.strip(" -") for line in found[1].splitlines()) if found else ()
