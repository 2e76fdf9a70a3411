"""Points 12 to 14, 16 to 23 and 38: colours, modes, scripts, and what is left without stylesheet or script."""

import re

from benchmarks.readers import axe
from tests.reader import colours

UNDERLINED = """() => [...document.querySelectorAll(".body a, .note a, .prose a")].filter(a =>
    getComputedStyle(a).textDecorationLine != "underline").map(a => a.outerHTML.slice(0, 60))"""
ORDER = """selectors => { document.querySelectorAll("link[rel=stylesheet]").forEach(l => l.remove())
    return selectors.map(s => document.querySelector(s)?.getBoundingClientRect().top).filter(y => y !== undefined) }"""
READ = [".masthead", "h1", ".standfirst", ".byline", ".dates", ".body p", ".tags", ".related", "body > footer"]
MOVING = """() => [...document.querySelectorAll("*")].filter(e => { const s = getComputedStyle(e)
    return s.animationName != "none" || s.transitionDuration.split(",").some(t => parseFloat(t) > 0) }).length
    + document.getAnimations().length"""
BORDERS = """() => [...document.querySelectorAll(".note")]
    .filter(e => parseFloat(getComputedStyle(e).borderTopWidth) < 1)
    .concat([...document.querySelectorAll("ins, del")]
    .filter(e => getComputedStyle(e).textDecorationLine == "none")).map(e => e.outerHTML.slice(0, 60))"""
LEADING = """code => { document.documentElement.lang = code
    document.querySelectorAll("[lang]").forEach(e => e.lang = code)
    const p = getComputedStyle(document.querySelector(".body > p")), h = getComputedStyle(document.querySelector("h1"))
    return [parseFloat(p.lineHeight) / parseFloat(p.fontSize), parseFloat(h.lineHeight) / parseFloat(h.fontSize)] }"""
LEAST = {
    "ar": (1.75, 1.35),
    "hi": (1.7, 1.35),
    "ja": (1.75, 1.3),
    "zh": (1.75, 1.3),
    "th": (1.75, 1.4),
    "ko": (1.7, 1.3),
}
TEXTS = ("--c-text", "--c-muted", "--c-link", "--c-visited")


def text_contrast(reader):
    tokens = colours.everyday()
    ratios = [
        colours.contrast(text, under, tokens | ground, mode)
        for mode in (colours.LIGHT, colours.DARK)
        for ground in colours.grounds().values()
        for text in TEXTS
        for under in ("--c-page", "--c-sunken", "--c-note-bg")
    ]
    more = [colours.contrast(text, "--c-page", colours.wanted(), mode) for mode in (0, 1) for text in TEXTS]
    wrong = [f"{min(ratios):.2f}, {min(more):.2f}"] if min(ratios) < 4.5 or min(more) < 7 else []
    return wrong, f"least {min(ratios):.2f}, {min(more):.2f} with more contrast; axe looks at the pages"


def edge_contrast(reader):
    tokens = colours.everyday()
    pairs = (("--c-focus", "--c-sunken"), ("--c-note-edge", "--c-note-bg"), ("--c-control", "--c-page"))
    ratios = [colours.contrast(edge, under, tokens, mode) for mode in (0, 1) for edge, under in pairs]
    return [f"{min(ratios):.2f}"] if min(ratios) < 3 else [], f"least {min(ratios):.2f}"


def links(reader):
    wrong = [f"{name}: {one}" for name, _, page in reader.each() for one in page.evaluate(UNDERLINED)]
    tokens = colours.everyday()
    return wrong + (
        [] if tokens["--c-link"] != tokens["--c-visited"] else ["visited is as unvisited"]
    ), "underlined, visited differs"


def axe_finds_nothing(reader):
    wrong = [line for mode in axe.MODES[:2] for line in axe.in_mode(reader, mode)]
    return wrong, f"{len(reader.paper.pages)} kinds of page, light and dark, {axe.WIDTHS} px"


def without_stylesheet(reader):
    wrong = []
    for name, _, page in reader.each(names=["story", "opinion", "arabic story"]):
        tops = page.evaluate(ORDER, READ)
        wrong += [f"{name}: {tops}"] if tops != sorted(tops) else []
    return wrong, "what is read first stands first"


def without_scripts(reader):
    with_scripts = {name: page.inner_text("body") for name, _, page in reader.each()}
    without = {name: page.inner_text("body") for name, _, page in reader.each(java_script_enabled=False)}
    return [name for name in without if with_scripts[name] != without[name]], f"the same text on {len(without)} pages"


def forced_colours(reader):
    wrong = [
        f"{name}: {one}" for name, _, page in reader.each(forced_colors="active") for one in page.evaluate(BORDERS)
    ]
    return wrong, "notes keep a border, changes their lines; looked at too"


def still(reader):
    wrong = [f"{name}: {n}" for name, _, page in reader.each(reduced_motion="reduce") if (n := page.evaluate(MOVING))]
    return wrong, "nothing moves"


def tongues(reader):
    wrong = []
    for name, wanted in (("story", ("en", "ltr")), ("arabic story", ("ar", "rtl")), ("french story", ("fr", "ltr"))):
        with reader.page(name) as page:
            found = page.evaluate("""() => { const e = document.querySelector(".body")
                return [e.closest("[lang]").lang, e.closest("[dir]").dir] }""")
        wrong += [f"{name}: {found}"] if (found[0].split("-")[0], found[1]) != wanted else []
    with reader.page("front") as page:
        cards = page.evaluate(
            """() => [...document.querySelectorAll(".card-h[lang]")].map(h => h.lang + h.dir).sort()"""
        )
    wrong += [] if "arrtl" in cards else [f"front: {cards}"]
    return wrong, "story pages and cards of other languages"


def logical(reader):
    found = re.findall(r"(?<![\w-])(?:(?:margin|padding|border)-(?:left|right)|left|right|float)\s*:", colours.CSS)
    with reader.page("arabic story") as page:
        edges = page.evaluate("""() => [".body", ".byline", ".dates"].map(s => {
            const box = document.querySelector(s).getBoundingClientRect()
            return box.left + box.width / 2 > innerWidth / 2 })""")
    found += [] if all(edges) else [f"not mirrored: {edges}"]
    return found, "no physical property; the Arabic page is mirrored"


def leading(reader):
    wrong, told = [], []
    with reader.page("story") as page:
        for code, (body, head) in LEAST.items():
            found = page.evaluate(LEADING, code)
            told.append(f"{code} {found[0]:.2f}/{found[1]:.2f}")
            wrong += [f"{code}: {found}"] if found[0] < body - 0.01 or found[1] < head - 0.01 else []
    return wrong, ", ".join(told)


def changes_in_words(reader):
    if "changes" not in reader.paper.pages:
        return ["no page of changes"], ""
    with reader.page("changes") as page:
        marks = page.evaluate("""() => [...document.querySelectorAll("ins, del")].map(e => e.textContent)""")
        hidden = page.evaluate(
            """() => [...document.querySelectorAll("ins .vh, del .vh, .vh + ins, .vh + del, .vh")].length"""
        )
    return [] if marks and hidden else [
        f"{len(marks)} marks, {hidden} words for them"
    ], f"{len(marks)} marks, {hidden} in words"


POINTS = [
    (12, "text contrast 4.5:1, 7:1 where more is asked for", text_contrast),
    (13, "edges that mean something 3:1", edge_contrast),
    (14, "links in text are underlined, visited ones differ", links),
    (16, "axe finds nothing", axe_finds_nothing),
    (17, "sensible without the stylesheet", without_stylesheet),
    (18, "the same without scripts", without_scripts),
    (19, "forced colours", forced_colours),
    (20, "reduced motion", still),
    (21, "lang and dir", tongues),
    (22, "right to left", logical),
    (23, "leading by script", leading),
    (38, "changes are told in words too", changes_in_words),
]
