"""Points 24 to 28: cards and pictures."""

from itertools import product

CARDS = """() => [...document.querySelectorAll(".card")].map(c => ({links: c.querySelectorAll("a").length,
    name: c.querySelector("a").textContent.trim().replace(/\\s+/g, " "),
    kicker: c.querySelector(".kicker")?.textContent.trim() ?? "",
    alt: [...c.querySelectorAll("img")].map(i => i.getAttribute("alt")).join("")}))"""
ALTS = """() => [...document.querySelectorAll("main img")].map(i => [i.getAttribute("alt"), !!i.closest(".card")])"""
BARE = """() => [...document.querySelectorAll("img")].filter(i => !i.hasAttribute("width") || !i.hasAttribute("height"))
    .map(i => i.outerHTML.slice(0, 80))"""
WATCH = """() => { window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach(e => {
    if (!e.hadRecentInput) window.shift += e.value })).observe({type: "layout-shift", buffered: true}) }"""
CHOSEN = """() => [...document.querySelectorAll("main img")].map(i => { const box = i.getBoundingClientRect()
    const found = /-(\\d+)\\.(avif|webp|jpg)$/.exec(i.currentSrc)
    const sets = [...i.closest("picture").querySelectorAll("source, img")].map(s => s.srcset || "")
    const widths = sets.flatMap(s => s.match(/\\d+(?=w)/g) ?? []).map(Number)
    const told = {shown: box.width, widest: Math.max(...widths), least: Math.min(...widths)}
    return found && box.width ? {...told, chosen: +found[1], format: found[2]} : null
    }).filter(Boolean)"""
LARGEST = """() => new Promise(done => new PerformanceObserver(list => {
    const e = list.getEntries().at(-1); done(e.element?.getAttribute("fetchpriority") == "high" || e.element?.tagName)
    }).observe({type: "largest-contentful-paint", buffered: true}))"""
# Under a correction the lead may begin near the foot of a telephone: what is hardly seen is not the largest there.
HALF_SEEN = """() => { const box = document.querySelector("img[fetchpriority=high]").getBoundingClientRect()
    return innerHeight - box.top >= box.height / 2 }"""
EAGER = """() => [...document.querySelectorAll("img")].filter(i => i.loading != "lazy" && !i.matches(".logo"))
    .map(i => i.getAttribute("fetchpriority"))"""
ILLUSTRATED = ("front", "section", "story", "long story", "opinion")


def cards(reader):
    wrong, count = [], 0
    for name, _, page in reader.each():
        for card in page.evaluate(CARDS):
            count += 1
            named = not card["kicker"] or card["name"].startswith(card["kicker"].rstrip(": "))
            wrong += [] if card["links"] == 1 and named else [f"{name}: {card}"]
    return wrong, f"{count} cards"


def alternatives(reader):
    wrong = []
    for name, _, page in reader.each():
        for alt, in_card in page.evaluate(ALTS):
            bad = alt if in_card else not alt or alt.lower().startswith(("image of", "picture of"))
            wrong += [f"{name}: {alt!r}, {'card' if in_card else 'page'}"] if bad or alt is None else []
    return wrong, "pictures of a story say what they show, those of cards nothing"


def room(reader):
    """Pictures that come half a second late move nothing."""
    wrong, most = [], 0.0
    for width in (375, 1440):
        with reader.context(width) as context:
            context.add_init_script(f"({WATCH})()")
            context.route("**/pictures/**", lambda route: (context.pages[0].wait_for_timeout(300), route.continue_()))
            page = context.new_page()
            for name in ILLUSTRATED:
                page.goto(reader.paper.address(name))
                page.mouse.wheel(0, 3000)
                page.wait_for_timeout(600)
                shift = page.evaluate("() => window.shift")
                most = max(most, shift)
                wrong += [f"{name} at {width}: {shift:.4f}"] if shift else []
                wrong += [f"{name}: {one}" for one in page.evaluate(BARE)]
    return wrong, f"shift {most:.3f} with slow pictures"


def renditions(reader):
    wrong, count = [], 0
    for density, width, name in product((1, 2), (375, 768, 1440), ILLUSTRATED):
        # a context each: a browser that has a larger size already shows that
        with reader.page(name, width, height=6000, device_scale_factor=density) as page:
            page.wait_for_timeout(400)
            for one in page.evaluate(CHOSEN):
                count += 1
                ratio = one["chosen"] / (one["shown"] * density)
                fits = (ratio >= 0.99 or one["chosen"] == one["widest"]) and (
                    ratio <= 2.2 or one["chosen"] == one["least"]
                )
                wrong += [] if fits and one["format"] == "avif" else [f"{name} at {width} x{density}: {one}"]
    return wrong, f"{count} pictures at 3 widths and 2 densities"


def lead(reader):
    wrong = []
    for name, width, page in reader.each((375, 1440), names=ILLUSTRATED):
        eager = page.evaluate(EAGER)
        page.wait_for_timeout(200)
        largest = page.evaluate(LARGEST) is True or not page.evaluate(HALF_SEEN)
        wrong += [] if eager == ["high"] and largest else [f"{name} at {width}: eager {eager}, not the largest"]
    return wrong, "one picture is eager, and it is the largest paint where half of it is seen"


POINTS = [
    (24, "a card is one link, kicker first", cards),
    (25, "alternative texts", alternatives),
    (26, "every picture has its room", room),
    (27, "no rendition too small or too large", renditions),
    (28, "the lead alone is eager, and is the largest paint", lead),
]
