"""Points 29 to 33: bytes, requests, strangers, validity, the face, and how soon it is there."""

import brotli

from benchmarks.readers import nu

# In bytes as they travel, and requests, before anybody scrolls (READER.md 3).
LIST = (24_000, 110_000, 167_000, 12, 1500)
STORY = (14_000, 60_000, 107_000, 5, 700)
LINES = """() => [...document.querySelectorAll("h1, .card-h")].map(h => h.offsetHeight)"""
PAINTED = """() => performance.getEntriesByName("first-contentful-paint").length"""  # a busy machine paints later
TIMES = """() => new Promise(done => { const told = {cls: 0}
    const seen = (type, tell) => new PerformanceObserver(tell).observe({type, buffered: true})
    seen("largest-contentful-paint", list => told.lcp = list.getEntries().at(-1).startTime)
    seen("layout-shift", list => list.getEntries().forEach(e => told.cls += e.value))
    told.fcp = performance.getEntriesByName("first-contentful-paint")[0]?.startTime
    setTimeout(() => done(told), 500) })"""
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
RUNS = 5


def budgets(reader):
    wrong, told = [], []
    for name in reader.paper.pages:
        found = _weighed(reader, name)
        limit = STORY if "story" in name or name in ("opinion", "satire") else LIST
        over = _over(found, limit)
        wrong += [f"{name}: {over}"] if over else []
        if name in ("front", "story", "section", "search"):
            told.append(f"{name} {found['total'] / 1000:.0f} kB in {found['requests']}")
    return wrong, ", ".join(told)


def _over(found, limit):
    return [
        f"{what} {value} > {most}" for (what, value), most in zip(found.items(), limit, strict=True) if value > most
    ]


def _weighed(reader, name):
    """A phone with two pixels to the point, before it scrolls; text as a proxy sends it, with brotli."""
    with reader.context(390, 844, device_scale_factor=2) as context:
        page, answers = context.new_page(), []
        page.on("response", lambda answer: answers.append(answer))
        page.goto(reader.paper.address(name))
        page.wait_for_timeout(300)
        sizes = {"html": 0, "pictures": 0, "total": 0}
        for answer in answers:
            data, kind = answer.body(), answer.headers.get("content-type", "")
            size = len(brotli.compress(data)) if "text" in kind or "svg" in kind or "json" in kind else len(data)
            sizes["html" if "html" in kind else "pictures" if "image/" in kind else "total"] += size
        nodes = page.evaluate("() => document.querySelectorAll('*').length")
    total = sum(sizes.values())
    return {
        "html": sizes["html"],
        "pictures": sizes["pictures"],
        "total": total,
        "requests": len(answers),
        "nodes": nodes,
    }


def strangers(reader):
    wrong = []
    with reader.context() as context:
        page = context.new_page()
        page.on(
            "request",
            lambda request: wrong.append(request.url) if not request.url.startswith(reader.paper.base) else None,
        )
        for name in reader.paper.pages:
            page.goto(reader.paper.address(name))
            kept = page.evaluate("() => localStorage.length + sessionStorage.length")
            wrong += [f"{name} keeps something"] if kept else []
        wrong += [f"cookie {cookie['name']}" for cookie in context.cookies()]
    return wrong, f"no other host, no cookie, nothing stored on {len(reader.paper.pages)} pages"


def said(reader):
    wrong = []
    context = reader.browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.on("console", lambda message: wrong.append(f"{page.url}: {message.text}") if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(f"{page.url}: {error}"))
    for name in reader.paper.pages:
        page.goto(reader.paper.address(name))
    context.close()
    gone = ("404 (Not Found)", "410 (Gone)")  # the page that is not there says so, and the one that was withdrawn
    wrong = [line for line in wrong if not any(answer in line for answer in gone)]
    errors, _ = nu.messages(reader.paper, reader.kit)
    return wrong + errors, "console quiet, the Nu checker finds no error"


def face(reader):
    """Headlines break alike whether the face came or not; as fallback stands what this machine has."""
    same = count = 0
    for name in ("front", "section", "story", "opinion"):
        for width in (375, 1440):
            with reader.page(name, width) as page:
                page.evaluate("() => document.fonts.ready")
                loaded = page.evaluate("() => [...document.fonts].filter(f => f.status == 'loaded').length")
                page.reload()
                there = page.evaluate(LINES)
                page.route("**/*.woff2", lambda route: route.abort())
                page.reload()
                gone = page.evaluate(LINES)
            count += len(there)
            same += sum(one == other for one, other in zip(there, gone, strict=True))
    share = 100 * same / count
    wrong = [f"{share:.0f} % of {count} headlines"] if share < 95 else []
    return wrong + ([] if loaded <= 4 else [f"{loaded} faces"]), f"{share:.0f} % of {count} headlines break alike"


def soon(reader):
    """On a line of 1.6 Mbit/s with 150 ms, the cache empty, the median of five."""
    wrong, told = [], []
    for name, fcp, lcp in (("front", 1200, 1800), ("story", 1100, 1500)):
        runs = sorted((_times(reader, name) for _ in range(RUNS)), key=lambda times: times["lcp"])
        times = runs[RUNS // 2]
        told.append(f"{name} FCP {times['fcp']:.0f} LCP {times['lcp']:.0f} CLS {times['cls']:.3f}")
        wrong += [told[-1]] if times["fcp"] > fcp or times["lcp"] > lcp or times["cls"] else []
    return wrong, ", ".join(told)


def _times(reader, name):
    with reader.context(390, 844, device_scale_factor=2) as context:
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", SLOW)
        page.goto(reader.paper.address(name))
        page.wait_for_function(PAINTED)
        return page.evaluate(TIMES)


POINTS = [
    (29, "bytes, requests and nodes within budget", budgets),
    (30, "no third party, cookie or storage", strangers),
    (31, "no console error, valid HTML", said),
    (32, "the face moves no line", face),
    (33, "soon there on a slow line", soon),
]
