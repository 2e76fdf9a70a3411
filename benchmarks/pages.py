"""The main pages over gunicorn, each as a ratio to a constant Django response of the same size in the same run."""

import re

from . import stories
from .load import rate
from .newsroom import get


def fill(newsroom, many):
    """Bring in and publish stories, so that every page has a full one to show."""
    folder = newsroom.folder / "published"
    stories.write(folder, many, start=1_000_000)
    newsroom.manage("import_articles", folder, "--section", "news", "--tag", "Ferry", "--publish")


def addresses(base):
    story = re.search(r'href="(/\d{4}/\d\d/\d\d/[^"]+/)"', get(f"{base}/").decode())[1]
    return {
        "front": "/",
        "story": story,
        "section": "/section/news/",
        "tag": "/tag/ferry/",
        "archive month": "/archive/" + "/".join(story.split("/")[1:3]) + "/",
        "RSS": "/feeds/rss.xml",
        "sitemap": "/sitemap.xml",
    }


def measure(base, seconds):
    """A row a page, the median of three rounds: bytes, answers a second, and the two ratios to the constant's."""
    rows = []
    for name, path in addresses(base).items():
        size = len(get(base + path))
        rounds = sorted(_round(base, path, size, seconds) for _ in range(3))
        ratio, past, page, constant = rounds[1]
        rows.append({"page": name, "bytes": size, "page/s": page, "constant/s": constant, "ratio": ratio, "past": past})
    return rows


def _round(base, path, size, seconds):
    """The door keeps no page under a question it does not know, so `past` is what Django itself answers."""
    page = rate(base + path, seconds=seconds)
    past = rate(f"{base}{path}?past=the-door", seconds=seconds)
    constant = rate(f"{base}/constant/{size}/", seconds=seconds)
    return page / constant, past / constant, page, constant


def show(rows):
    lines = [f"{'page':<15}{'bytes':>8}{'page/s':>9}{'constant/s':>12}{'ratio':>8}{'past the door':>15}"]
    for row in rows:
        figures = f"{row['page/s']:>9.0f}{row['constant/s']:>12.0f}{_share(row['ratio']):>8}{_share(row['past']):>15}"
        lines.append(f"{row['page']:<15}{row['bytes']:>8}{figures}")
    return "\n".join(lines)


def _share(ratio):
    return f"1/{1 / ratio:.1f}" if ratio < 1 else f"{ratio:.2f}"
