"""What the tree of one moment does not show: stops in the dark, words in another tongue, what is said while typing."""

from .said import said

# Something with the focus that a screen reader does not know of is a stop in the dark.
HIDDEN = """() => [...document.querySelectorAll("[aria-hidden=true], [inert], [hidden]")]
    .flatMap(e => [e, ...e.querySelectorAll("*")])
    .filter(e => e.tabIndex >= 0 && !e.closest("[inert]") && e.checkVisibility()).map(e => e.outerHTML.slice(0, 80))"""
# Words in another script than the language they are said to be in; a name has no language.
FOREIGN = r"""() => { const scripts = {ar: /[\u0600-\u06ff]{3}/, he: /[\u0590-\u05ff]{3}/, ru: /[\u0400-\u04ff]{3}/,
        ja: /[\u3040-\u30ff\u4e00-\u9fff]{2}/}, latin = /[A-Za-z]{4}/
    const wrong = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const look = (words, e) => { const own = e.closest("[lang]").lang.split("-")[0]
        const found = Object.keys(scripts).find(code => scripts[code].test(words))
        const isForeign = found ? found != own : own in scripts && latin.test(words)
        if (isForeign) wrong.push(`${own}: ${words.trim().slice(0, 60)}`) }
    for (let node; node = walker.nextNode();) if (node.parentElement.checkVisibility()
        && !node.parentElement.closest("bdi, script, textarea, time"))
        look(node.data, node.parentElement)
    for (const image of document.images) if (image.alt) look(image.alt, image)
    return wrong }"""
STORY = ("h1", ".standfirst", ".byline", ".dates", ".lead img", ".body", ".after", ".related")
ORDER = """selectors => { const found = selectors.map(s => document.querySelector(`main ${s}`)).filter(Boolean)
    return found.slice(1).filter((e, n) => !(found[n].compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING))
        .map(e => e.className || e.tagName) }"""


def strays(page):
    """Stops inside what is hidden, and parts of a story out of their order."""
    yield from (f"hidden, yet a stop: {one}" for one in page.evaluate(HIDDEN))
    yield from (f"said in the wrong tongue, {one}" for one in page.evaluate(FOREIGN))
    if page.locator("main article.story .byline").count():
        yield from (f"too early in the story: {one}" for one in page.evaluate(ORDER, STORY))


def changes(reader):
    """The search page says what it found, and offers what may be meant while one types."""
    return [*_found(reader), *_offered(reader)]


def _found(reader):
    with reader.page("search") as page:
        told = [one for one in said(page) if one.role == "status"]
    return [] if told and told[0].told.get("live") == "polite" else ["search: nobody says what was found"]


def _offered(reader):
    """A native list: the browser itself says that there are suggestions, and which one is chosen."""
    with reader.page("search form") as page:
        page.focus("#q")
        page.keyboard.type("fer")
        page.wait_for_function("document.querySelector('#likely').options.length > 0")
        field = next(one for one in said(page) if one.name and one.told.get("value") == "fer")
    return [] if field.role == "combobox" and field.told.get("hasPopup") == "listbox" else [f"search: {field}"]
