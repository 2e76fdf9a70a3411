"""Points 36, 37, 39 and 40: dates, corrections, paper, search."""

import re
import subprocess
import tempfile
from pathlib import Path

from benchmarks.readers.paper import fetched

TIMES = """() => [...document.querySelectorAll("main time")].map(t => [t.getAttribute("datetime"), t.textContent])"""
MACHINE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?Z)?)?)?")
RELATIVE = re.compile(r"\b(?:ago|yesterday|today|minutes?|hours?)\b", re.IGNORECASE)


def dates(reader):
    wrong = []
    for name, _, page in reader.each():
        for machine, told in page.evaluate(TIMES):
            wrong += (
                []
                if machine and MACHINE.fullmatch(machine) and not RELATIVE.search(told)
                else [f"{name}: {machine} {told}"]
            )
    for name in ("story", "long story"):
        html = reader.paper.html(name)
        wrong += (
            [f"{name}: updated without a way to what changed"] if ("Updated" in html) != ("/changes/" in html) else []
        )
    return wrong, "absolute, machine-readable; updated only with a way to what changed"


def corrections(reader):
    story, wrong = reader.paper.html("story"), []
    notice = "It was 14 to 11."
    if notice not in story:
        return ["the story has no correction: run without --at"], ""
    wrong += [] if story.index(notice) < story.index('class="body"') else ["not before the text"]
    wrong += [] if notice in reader.paper.html("corrections") else ["not on the page of corrections"]
    wrong += [] if notice.encode() in fetched(f"{reader.paper.base}/feeds/rss.xml")[1] else ["not in the feed"]
    wrong += [] if notice in " ".join(_printed(reader, "story").split()) else ["not in print"]
    return wrong, "before the text, in the feed, in print, on the page of corrections"


def on_paper(reader):
    wrong, told = [], []
    for name, most in (("story", 4), ("long story", 5), ("arabic story", 3)):
        text = _printed(reader, name)
        pages = text.count("\f")
        told.append(f"{name} {pages}")
        wrong += [f"{name}: {pages} pages"] if pages > most else []
        wrong += [
            f"{name}: {word!r} is printed"
            for word in ("Skip to main", "Related stories", "All sections")
            if word in text
        ]
    return wrong, f"pages: {', '.join(told)}; no menus; looked at too"


def _printed(reader, name):
    with reader.page(name) as page, tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "story.pdf")
        page.emulate_media(media="print")
        page.pdf(path=str(path), prefer_css_page_size=True, format="A4")
        return subprocess.run(
            ["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True
        ).stdout


def search(reader):
    if "search" not in reader.paper.pages:
        return ["no search"], ""
    wrong = []
    with reader.page("search") as page:
        field = page.locator("main input[type=search]")
        label = page.evaluate("e => e.labels.length && e.labels[0].offsetHeight > 0", field.element_handle())
        wrong += [] if label else ["no visible label"]
        wrong += [] if page.locator("main [role=status]").count() else ["no status"]
        wrong += [] if page.locator("main mark").count() else ["nothing marked"]
        page.locator("main ol a, main article a").first.click()
        page.go_back()
        wrong += [] if field.input_value() == "ferry" and "q=ferry" in page.url else ["back brings something else"]
    with reader.page("search without results") as page:
        wrong += [] if page.locator("main a").count() else ["no help where nothing is found"]
    return wrong, "label, status, marks, address, back, help"


POINTS = [
    (36, "dates are absolute and machine-readable", dates),
    (37, "a correction is seen wherever the story is", corrections),
    (39, "a story on paper", on_paper),
    (40, "search", search),
]
