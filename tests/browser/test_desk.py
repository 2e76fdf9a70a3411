"""The desk in a real browser: write, save, publish; paste; two windows; the keyboard; a silent console."""

import pytest

from articles.models import Article
from tests.factories import make_article, make_author, make_image, make_user

from .conftest import listen

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TEXT = ".ProseMirror"
# What Google Docs puts on the clipboard: everything inside a <b> that is not bold.
FROM_DOCS = (
    '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1b2c">'
    '<p dir="ltr" style="line-height:1.38"><span style="font-weight:400;font-size:11pt">The council voted </span>'
    '<span style="font-weight:700;font-size:11pt">to buy</span>'
    '<span style="font-weight:400;font-size:11pt"> the ferry.</span></p></b>'
)
PASTE = """([selector, html]) => {
  const data = new DataTransfer()
  data.setData("text/html", html)
  const paste = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })
  document.querySelector(selector).dispatchEvent(paste)
}"""


@pytest.fixture
def desk(page, live_server, settings, client):
    """A page logged in as an editor; the addresses of the site and of the server under test are the same."""
    settings.SITE_URL = live_server.url
    client.force_login(make_user("Managing editors", username="edda", first_name="Edda", last_name="Lind"))
    session = client.cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies([{"name": session.key, "value": session.value, "url": live_server.url}])
    page.home = f"{live_server.url}/admin/"
    page.set_default_timeout(30_000)
    return page


def open_story(page, article=None):
    page.goto(f"{page.home}articles/article/{f'{article.pk}/change' if article else 'add'}/")
    page.wait_for_selector(TEXT)


def save(page):
    page.click(".nr-savebar [name=_continue]")
    page.wait_for_selector(".messagelist .success")


def log_in(page):
    """By the form, as people do; the other tests come with a session."""
    page.context.clear_cookies()
    page.goto(f"{page.home}login/")
    page.fill("[name=username]", "edda")
    page.fill("[name=password]", "password")
    page.click("[type=submit]")
    page.wait_for_url("**/admin/")


def test_write_save_publish_and_read(desk):
    log_in(desk)
    author = make_author("Isla Wren")
    open_story(desk)
    desk.fill("#id_headline", "Port Merrow buys its ferry")
    desk.fill("#id_standfirst", "Councillors voted for it after a long night")
    desk.click(TEXT)
    desk.keyboard.type("The council voted 14 to 11 on Tuesday 3 November 2026 to buy the island ferry, it said.")
    desk.select_option("#id_bylines-0-author", str(author.pk))
    desk.fill("#id_tags", "Ferries,")
    save(desk)
    desk.click("[name=_publish]")
    desk.click("text=Publish now")
    desk.click(".messagelist >> text=View on site")

    assert "Port Merrow buys its ferry" in desk.inner_text("h1")
    assert "island ferry" in desk.inner_text("article")
    assert desk.said == []


@pytest.mark.parametrize("field", ["kicker", "dateline", "slug"])
def test_enter_in_a_line_saves_and_moves_the_story_nowhere(desk, field):
    article = make_article(headline="Enter saves")
    open_story(desk, article)
    desk.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    desk.fill(f"#id_{field}", "typed-here")
    desk.press(f"#id_{field}", "Enter")
    desk.wait_for_selector(".messagelist .success")

    article.refresh_from_db()
    assert (article.stage, getattr(article, field)) == ("draft", "typed-here")
    assert desk.url.endswith("/change/")


def test_typed_spaces_are_saved_as_spaces(desk):
    open_story(desk)
    desk.fill("#id_headline", "Spaces")
    desk.click(TEXT)
    desk.keyboard.type("One two  three ")
    desk.keyboard.press("Enter")
    desk.keyboard.type("four five.")
    save(desk)

    body = Article.objects.get().body
    assert "\xa0" not in body
    assert "&nbsp;" not in body
    assert "four five." in body


def test_a_paste_from_google_docs_is_clean_and_not_all_bold(desk):
    open_story(desk)
    desk.fill("#id_headline", "Pasted")
    desk.click(TEXT)
    desk.evaluate(PASTE, [TEXT, FROM_DOCS])
    save(desk)

    assert Article.objects.get().body == "<p>The council voted <strong>to buy</strong> the ferry.</p>"


def test_opening_and_saving_changes_nothing(desk):
    body = (
        '<h2>Fares</h2><p>A <strong>bold</strong> word, a <a href="https://example.org/">link</a>.</p>'
        "<ul><li>One</li><li>Two</li></ul><blockquote><p>Said so.</p></blockquote>"
    )
    article = make_article(body=body)
    before = article.body
    open_story(desk, article)
    save(desk)

    article.refresh_from_db()
    assert (article.body, article.version) == (before, 1)


def test_two_windows_and_nothing_is_lost(desk):
    article = make_article(headline="Opened twice")
    open_story(desk, article)
    other = desk.context.new_page()
    other.home = desk.home
    open_story(other, article)
    other.fill("#id_headline", "Saved in the other window")
    other.click(".nr-savebar [name=_continue]")
    other.wait_for_selector(".messagelist .success")

    desk.fill("#id_headline", "Typed in this window")
    desk.click(TEXT)
    desk.keyboard.type("Mine too.")
    desk.click(".nr-savebar [name=_continue]")
    desk.wait_for_selector(".nr-overtaken")
    assert desk.input_value("#id_headline") == "Typed in this window"
    assert "Mine too." in desk.inner_text(TEXT)
    desk.check(".nr-overtaken [value=mine]")
    desk.click("text=Save what I chose")
    desk.wait_for_selector(".messagelist .success")

    article.refresh_from_db()
    assert (article.headline, article.version) == ("Typed in this window", 3)
    assert "Mine too." in article.body


def test_bylines_are_ordered_by_keyboard(desk):
    first, second = make_author("Ana Ruiz"), make_author("Ben Okafor")
    article = make_article(bylines=[(first, ""), (second, "Photographs")])
    open_story(desk, article)
    desk.focus("byline-list li:nth-child(2) [aria-label='Move up']")
    desk.keyboard.press("Enter")
    save(desk)

    assert [byline.author for byline in article.bylines.all()] == [second, first]


def test_a_finding_leads_to_its_words(desk):
    article = make_article(body="<p>First of all.</p><p>The boat leaves at TK from the quay.</p>")
    open_story(desk, article)
    desk.click("[data-show]")

    assert desk.evaluate("getSelection().toString()") == "TK"


def test_tags_by_keyboard(desk):
    make_article(tags=["São Tomé"])
    open_story(desk)
    desk.fill("#id_headline", "Tagged")
    desk.focus("#id_tags")
    desk.keyboard.type("são")
    desk.wait_for_selector("tag-input [role=option]")
    desk.keyboard.press("Enter")
    desk.keyboard.type("Harbour works,")
    save(desk)

    assert {tag.name for tag in Article.objects.get(headline="Tagged").tags.all()} == {"São Tomé", "Harbour works"}


def test_a_lead_picture_is_found_and_chosen_by_keyboard(desk):
    make_image("red", title="Quay at noon")
    image = make_image("teal", title="Harbour at dawn")
    article = make_article()
    open_story(desk, article)
    desk.focus("#id_lead")
    desk.keyboard.type("dawn")
    desk.wait_for_selector("picture-input [role=option]:only-child")
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("Enter")
    save(desk)

    article.refresh_from_db()
    assert article.lead == image
    assert desk.said == []


def test_the_focal_point_moves_by_keyboard(desk):
    image = make_image()
    desk.goto(f"{desk.home}articles/image/{image.pk}/change/")
    desk.focus(".nr-pad")
    desk.keyboard.press("ArrowRight")
    desk.keyboard.press("Shift+ArrowDown")
    desk.click("[name=_save]")
    desk.wait_for_url("**/image/")

    image.refresh_from_db()
    assert (image.focal_x, image.focal_y) == (0.51, 0.6)


def test_the_form_works_without_scripts(desk, live_server):
    article = make_article(tags=["Ferries"])
    context = desk.context.browser.new_context(java_script_enabled=False, storage_state=desk.context.storage_state())
    plain = context.new_page()
    plain.goto(f"{live_server.url}/admin/articles/article/{article.pk}/change/")
    plain.fill("[name=tags]", "Ferries, Council")
    plain.fill("[name=bylines-0-role]", "Reporter")
    plain.click(".nr-savebar [name=_continue]")
    plain.wait_for_selector(".messagelist .success")
    context.close()

    assert {tag.name for tag in article.tags.all()} == {"Ferries", "Council"}
    assert article.bylines.get().role == "Reporter"


def test_no_page_of_the_desk_says_anything_to_the_console(desk, live_server):
    article = make_article(lead=make_image(), tags=["Ferries"])
    story = f"articles/article/{article.pk}"
    lists = [
        f"articles/{name}/" for name in "article section tag author page image delivery importrecord source".split()
    ]
    forms = [f"{name}add/" for name in lists[:6]]
    pages = [
        "",
        *lists,
        *forms,
        *(f"{story}/{name}/" for name in ("change", "publish", "unpublish", "compare", "history")),
    ]

    # Half a second without a request is idle: in tabs side by side, the pages wait for it at the same time.
    for paths in batched([*pages, f"articles/image/{article.lead_id}/change/"], 7):
        tabs = {path: open_tab(desk) for path in paths}
        for path, tab in tabs.items():
            assert tab.goto(desk.home + path).status == 200, path
        for path, tab in tabs.items():
            tab.wait_for_load_state("networkidle")
            assert tab.said == [], path
            assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
            tab.close()


def batched(paths, size):
    return [paths[start : start + size] for start in range(0, len(paths), size)]


def open_tab(page):
    tab = page.context.new_page()
    listen(tab)
    return tab


def test_the_desk_asks_nobody_else(desk, live_server):
    asked = []
    desk.on("request", lambda request: asked.append(request.url))
    open_story(desk, make_article(lead=make_image()))
    desk.wait_for_load_state("networkidle")

    assert [url for url in asked if not url.startswith((live_server.url, "data:", "blob:"))] == []
