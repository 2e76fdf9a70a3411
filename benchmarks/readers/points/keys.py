"""Points 7 to 11 and 15: headings, landmarks, and what a keyboard meets."""

from itertools import pairwise

HEADINGS = """() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map(h => +h.tagName[1])"""
UNNAMED = """() => [...document.querySelectorAll("section, nav, [role=region]")].filter(s =>
    !s.hasAttribute("aria-label") && !document.getElementById(s.getAttribute("aria-labelledby"))?.textContent.trim())
    .map(s => s.outerHTML.slice(0, 60))"""
LANDMARKS = """() => ({banner: document.querySelectorAll("body > header").length,
    main: document.querySelectorAll("main").length, contentinfo: document.querySelectorAll("body > footer").length,
    navs: [...document.querySelectorAll("nav")].map(n => n.getAttribute("aria-label")
        ?? document.getElementById(n.getAttribute("aria-labelledby"))?.textContent)})"""
STOPS = """() => [...document.querySelectorAll("[tabindex]")].filter(e => e.tabIndex > 0)
    .map(e => e.outerHTML.slice(0, 80))"""
HERE = """() => { const e = document.activeElement, box = e.getBoundingClientRect()
    const around = e.closest(".companions:has(.card-h a:focus-visible)")
    const ringed = [e, around, e.closest(".card")].filter(Boolean).map(x => getComputedStyle(x))
    return {tag: e.tagName, text: (e.textContent || e.name || "").trim().slice(0, 40), top: box.top,
        ring: ringed.some(s => s.outlineStyle != "none" && parseFloat(s.outlineWidth) >= 2),
        y: Math.round(box.top + scrollY), skip: e.className == "skip",
        columns: getComputedStyle(e.closest("ul") ?? e).columnCount != "auto",
        dom: [...document.querySelectorAll("*")].indexOf(e)} }"""
# A card's link covers the whole card, by what stands after it.
SMALL = """() => { const controls = "button, input:not([type=hidden], [type=radio], [type=checkbox]), select, textarea"
    return [...document.querySelectorAll(`a[href], summary, ${controls}`)].filter(e => {
        const style = getComputedStyle(e), box = e.getBoundingClientRect()
        const whole = getComputedStyle(e, "::after").position == "absolute"
        if (!box.width || whole || e.closest(".vh, .skip")) return false
        const inline = style.display == "inline" && e.closest("p, li, td, figcaption, h1, h2, h3, blockquote")
        return e.matches(controls) ? box.height < 44 : !inline && box.height < 24
    }).map(e => e.outerHTML.slice(0, 70)) }"""


def headings(reader):
    wrong = []
    for name, _, page in reader.each():
        levels, unnamed = page.evaluate(HEADINGS), page.evaluate(UNNAMED)
        jumps = [(a, b) for a, b in pairwise(levels) if b > a + 1]
        wrong += (
            [f"{name}: {levels.count(1)} h1, jumps {jumps}, unnamed {unnamed}"]
            if levels.count(1) != 1 or jumps or unnamed
            else []
        )
    return wrong, f"{len(reader.paper.pages)} pages"


def landmarks(reader):
    wrong = []
    for name, _, page in reader.each():
        found = page.evaluate(LANDMARKS)
        navs = found.pop("navs")
        wrong += (
            [f"{name}: {found} {navs}"]
            if set(found.values()) != {1} or len(set(navs)) != len(navs) or None in navs
            else []
        )
    return wrong, "one banner, main and contentinfo, each nav with a name of its own"


def skip_link(reader):
    wrong = []
    for name, _, page in reader.each((375,)):
        page.keyboard.press("Tab")
        first = page.evaluate(HERE)
        page.keyboard.press("Enter")
        page.wait_for_timeout(50)
        wrong += (
            [] if first["skip"] and first["top"] >= 0 and page.evaluate(HERE)["tag"] == "MAIN" else [f"{name}: {first}"]
        )
    return wrong, "first stop, visible, leads to main"


def _walked(page, most=150):
    """Every stop of the Tab key, once round."""
    stops = []
    while len(stops) < most:
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if here["tag"] == "BODY" or (stops and here["dom"] == stops[0]["dom"]):
            break
        stops.append(here)
    return stops


def tab_order(reader):
    """On one column the eye goes down, and so does the key; wider, the order is that of the document."""
    wrong, count = [], 0
    for name, width, page in reader.each((375, 1440)):
        wrong += [f"{name}: tabindex {stop}" for stop in page.evaluate(STOPS)]
        stops = _walked(page)[1:]
        count += len(stops)
        back = [b["text"] for a, b in pairwise(stops) if b["dom"] < a["dom"]]
        up = [b["text"] for a, b in pairwise(stops) if width == 375 and b["y"] < a["y"] - 40 and not b["columns"]]
        wrong += [f"{name} at {width}: back to {back}, up to {up}"] if back or up else []
    return wrong, f"{count} stops"


def rings(reader):
    wrong, count = [], 0
    for mode in ({}, {"forced_colors": "active"}):
        for name, _, page in reader.each((1440,), **mode):
            stops = _walked(page)
            count += len(stops)
            wrong += [
                f"{name}, {mode}: {stop['text']!r}" for stop in stops if not stop["ring"] and stop["tag"] != "MAIN"
            ]
    return wrong, f"{count} stops, in forced colours too"


def targets(reader):
    wrong = [
        f"{name} at {width}: {one}" for name, width, page in reader.each((375, 1440)) for one in page.evaluate(SMALL)
    ]
    return wrong, "24 px, controls of forms 44"


POINTS = [
    (7, "one h1, no skipped level, every section named", headings),
    (8, "landmarks", landmarks),
    (9, "the skip link", skip_link),
    (10, "tab order is reading order", tab_order),
    (11, "every stop has a ring of 2 px or more", rings),
    (15, "targets are large enough", targets),
]
