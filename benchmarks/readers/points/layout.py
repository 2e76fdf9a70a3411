"""Points 1 to 6, 34 and 35: nothing overflows or is cut, lines and sizes are right at every width."""

from itertools import pairwise

WIDTHS = (320, 390, 768, 1024, 1280, 1600, 2560)
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Text that its own box cuts off; what is hidden from the eye on purpose, and what scrolls, is not cut.
OPENED = """() => document.querySelectorAll("main details").forEach(d => d.open = true)"""
CUT = """() => [...document.querySelectorAll("body *")].filter(e => {
    const s = getComputedStyle(e);
    return e.childNodes.length && !e.closest(".vh, .scroll, svg, pre") && s.display != "inline"
        && (s.overflowX == "hidden" || s.overflowX == "clip")
        && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1) && e.clientWidth > 2
}).map(e => e.tagName + "." + e.className)"""
# The length in characters of every line of running text that is not the last of its paragraph.
LINES = """() => [...document.querySelectorAll(".body > p, .prose > p")].flatMap(p => {
    const lines = [], walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT), range = document.createRange()
    let top = null, count = 0
    for (let node; node = walker.nextNode();) for (let i = 0; i < node.length; i++) {
        range.setStart(node, i); range.setEnd(node, i + 1)
        const box = range.getClientRects()[0]
        if (!box || !box.width) { count += top === null ? 0 : 1; continue }
        if (top !== null && box.top > top + 8) { lines.push(count); count = 0; top = box.top }
        top ??= box.top; count++
    }
    return lines })"""
SIZES = """() => {
    const sizes = {body: Infinity, least: Infinity, where: ""}
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node; node = walker.nextNode();) {
        const e = node.parentElement
        if (!node.data.trim() || e.closest(".vh, script, sub, sup") || !e.getClientRects().length) continue
        const size = parseFloat(getComputedStyle(e).fontSize)
        if (e.matches(".body > p")) sizes.body = Math.min(sizes.body, size)
        if (size < sizes.least) { sizes.least = size; sizes.where = e.tagName + "." + e.className }
    }
    return sizes }"""
HEADLINES = """() => [...document.querySelectorAll("main .card:not([data-kind=opinion], [data-kind=sponsored])")]
    .map(c => [+c.dataset.weight, parseFloat(getComputedStyle(c.querySelector(".card-h")).fontSize)])"""
SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
SPACED += " p { margin-block-end: 2em !important }"
LONGEST = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft and the harbour board " * 2


def no_overflow(reader):
    wrong = [
        f"{name} at {width}: {over} px"
        for name, width, page in reader.each(WIDTHS)
        if (over := page.evaluate(OVERFLOW))
    ]
    return wrong, f"{len(reader.paper.pages)} pages, {WIDTHS[0]} to {WIDTHS[-1]} px"


def _with(reader, style, widths):
    for name, width, page in reader.each(widths):
        page.add_style_tag(content=style)
        page.evaluate(OPENED)  # what is closed is not laid out anew
        over, cut = page.evaluate(OVERFLOW), page.evaluate(CUT)
        if over or cut:
            yield f"{name} at {width}: {over} px, {cut[:3]}"


def text_at_200(reader):
    return list(_with(reader, "html { font-size: 200% }", (375, 768, 1280))), "375, 768 and 1280 px"


def text_spaced(reader):
    return list(_with(reader, SPACED, (320, 1280))), "320 and 1280 px"


def line_length(reader):
    """Latin text only: other scripts count otherwise."""
    wrong, told = [], []
    for width, least, most in ((320, 30, 75), (768, 45, 75), (1280, 45, 75), (1600, 45, 75)):
        with reader.page("long story", width) as page:
            lines = sorted(page.evaluate(LINES))
        middle = lines[len(lines) // 2]
        told.append(f"{middle} at {width} (longest {lines[-1]})")
        wrong += [told[-1]] if middle < least or lines[-1] > most else []
    return wrong, ", ".join(told)


def sizes(reader):
    wrong, least, body = [], 99, 99
    for name, width, page in reader.each((320, 1280)):
        found = page.evaluate(SIZES)
        least, body = min(least, found["least"]), min(body, found["body"] or 99)
        wrong += [f"{name} at {width}: {found}"] if found["least"] < 13 or (found["body"] or 99) < 18 else []
    with reader.page("story", 390) as page:
        before = page.evaluate(SIZES)["body"]
        session = page.context.new_cdp_session(page)
        session.send("Page.setFontSizes", {"fontSizes": {"standard": 24}})
        page.reload()
        after = page.evaluate(SIZES)["body"]
    wrong += [] if abs(after / before - 1.5) < 0.05 else [f"a default of 24 px makes {before} to {after}"]
    return wrong, f"least {least:.1f} px, body {body:.1f} px, {after:.1f} with a default of 24"


def weights(reader):
    wrong = []
    for _, width, page in reader.each(WIDTHS, names=["front"]):
        found = {}
        for weight, size in page.evaluate(HEADLINES):
            found.setdefault(weight, []).append(size)
        order = [found[weight] for weight in sorted(found)]
        wrong += [f"{width}: {found}" for one, lighter in pairwise(order) if min(one) <= max(lighter)][:1]
    return wrong, f"weights {sorted(found)} at {len(WIDTHS)} widths"


def long_words(reader):
    """The longest German word in every headline, no picture, no byline."""
    script = """words => { document.querySelectorAll("picture, .byline").forEach(e => e.remove())
        document.querySelectorAll("main h1, .card-h a, .standfirst").forEach(e => e.textContent = words) }"""
    wrong = []
    for name, width, page in reader.each((320, 768, 1440), names=["front", "story", "section"]):
        page.evaluate(script, LONGEST)
        over = page.evaluate(OVERFLOW)
        wrong += [f"{name} at {width}: {over} px"] if over else []
    return wrong, "no overflow with a word of 79 letters; looked at too"


POINTS = [
    (1, "no horizontal scroll", no_overflow),
    (2, "text at 200 %: nothing cut", text_at_200),
    (3, "text spacing override loses nothing", text_spaced),
    (4, "body line of 45 to 75 characters, 30 at least on a phone", line_length),
    (5, "body 18 px, nothing under 13, the reader's default honoured", sizes),
    (6, "headline size follows the weight", weights),
    (34, "longest headlines and words", long_words),
    (35, "front with 1, 3, 7, 20 stories and no pictures looks designed", None),
]
