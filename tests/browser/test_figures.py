"""Pictures in a text as an editor brings them in: by the button, and by pasting files, foreign pictures, addresses."""

import base64
import io

import pytest
from PIL import Image as Pillow

from articles.models import Article, Image
from tests.factories import make_article, make_image

from .test_desk import TEXT, desk, open_story, save  # noqa: F401 (desk is a fixture)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASTE = """([html, text, file]) => {
  const data = new DataTransfer()
  if (html) data.setData("text/html", html)
  if (text) data.setData("text/plain", text)
  const bytes = Uint8Array.from(atob(file ?? ""), (c) => c.charCodeAt(0))
  if (file) data.items.add(new File([bytes], "shot.png", { type: "image/png" }))
  const paste = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })
  document.querySelector(".ProseMirror").dispatchEvent(paste)
}"""


@pytest.fixture(autouse=True)
def pictures_have_come(desk):  # noqa: F811
    """The server answers the last picture before the test takes its database away."""
    yield
    desk.wait_for_load_state("networkidle")


def png():
    file = io.BytesIO()
    Pillow.new("RGB", (90, 60), "olive").save(file, "PNG")
    return base64.b64encode(file.getvalue()).decode()


def body_of(page):
    return (
        page.input_value("#id_body")
        if page.is_visible("#id_body")
        else page.eval_on_selector("#id_body", "e => e.value")
    )


def test_the_button_brings_in_a_picture_with_its_words_by_keyboard_alone(desk):  # noqa: F811
    image = make_image("navy", title="The slipway", alt="A slipway", caption="Low water")
    make_image("red", title="Another")
    article = make_article(body="<p>The council voted on Tuesday 3 November.</p>")
    open_story(desk, article)

    desk.focus(TEXT)
    desk.keyboard.press("Control+End")
    desk.focus(".prose-menubar [title=picture]")
    desk.keyboard.press("Enter")
    desk.keyboard.type("slip")
    desk.wait_for_selector("#nr-library li:only-child")
    desk.focus("#nr-library li button")
    desk.keyboard.press("Enter")
    desk.keyboard.type(" at dawn")
    save(desk)

    article.refresh_from_db()
    assert article.body == (
        "<p>The council voted on Tuesday 3 November.</p>"
        f'<figure><img src="picture:{image.pk}" alt="A slipway"><figcaption>Low water at dawn</figcaption></figure>'
    )
    assert desk.said == []


def test_escape_leaves_the_library_and_the_text_as_it_was(desk):  # noqa: F811
    article = make_article()
    open_story(desk, article)

    desk.click(".prose-menubar [title=picture]")
    desk.wait_for_selector("#nr-library[open]")
    desk.keyboard.press("Escape")
    desk.wait_for_selector("#nr-library", state="hidden")

    assert body_of(desk) == article.body


def test_what_is_pasted_is_uploaded_left_out_or_made_a_card(desk):  # noqa: F811
    open_story(desk)
    desk.fill("#id_headline", "Port Merrow looks at pictures")
    desk.focus(TEXT)

    desk.evaluate(PASTE, ["<p>One</p><img src='https://evil.example/x.png'><p>two</p>", "", None])
    told = desk.inner_text(".nr-told")
    desk.evaluate(PASTE, ["", "", png()])
    desk.wait_for_selector(".ProseMirror .nr-figure img")
    desk.keyboard.press("Enter")
    desk.focus(".ProseMirror")
    desk.keyboard.press("Control+End")
    desk.evaluate(PASTE, ["", "https://youtu.be/tide", None])
    desk.keyboard.type("The tide")
    save(desk)

    image = Image.objects.get()
    assert "left out" in told
    assert Article.objects.get().body == (
        f'<p>One</p><p>two</p><figure><img src="picture:{image.pk}" alt=""></figure>'
        '<figure class="embed"><a href="https://youtu.be/tide">The tide</a><figcaption>youtu.be</figcaption></figure>'
    )
    assert desk.said == []


def test_opening_and_saving_a_text_with_figures_changes_nothing(desk):  # noqa: F811
    one = f'<figure><img src="picture:{make_image().pk}" alt="A boat"><figcaption>At <em>sea</em></figcaption></figure>'
    body = (
        f'<p>One</p>{one}<figure class="gallery">{one}{one}<figcaption>Both</figcaption></figure>'
        '<figure class="embed"><a href="https://example.org/?a&amp;b">Tides</a><figcaption>Board</figcaption></figure>'
        "<blockquote><p>We wait.</p><footer>A <em>pilot</em></footer></blockquote>"
        "<table><caption>Fares, <em>in crowns</em></caption><tbody><tr><td>4</td></tr></tbody></table><p>End</p>"
    )
    article = make_article(body=body)
    open_story(desk, article)
    desk.wait_for_selector(".ProseMirror .nr-embed")

    desk.fill("#id_kicker", "The sea")
    save(desk)

    article.refresh_from_db()
    assert article.body == body
    assert desk.said == []


def test_a_table_gets_a_caption_by_keyboard_alone_and_loses_it_again(desk):  # noqa: F811
    table = "<tbody><tr><td>Adult</td><td>4</td></tr></tbody></table>"
    article = make_article(body=f"<p>Fares go up.</p><table>{table}")
    open_story(desk, article)

    desk.click(".ProseMirror td")
    desk.focus(".prose-menubar [title='Caption of the table']")
    desk.keyboard.press("Enter")
    desk.keyboard.type("Fares from May")
    desk.keyboard.press("Enter")
    desk.keyboard.press("Home")
    desk.keyboard.type("One ")
    save(desk)
    article.refresh_from_db()
    named = article.body

    desk.wait_for_selector(".ProseMirror figcaption")
    desk.click(".ProseMirror figcaption")
    desk.keyboard.press("End")
    for _ in "Fares from May!":
        desk.keyboard.press("Backspace")
    save(desk)
    article.refresh_from_db()

    changed = table.replace("Adult", "One Adult")
    assert named == f"<p>Fares go up.</p><table><caption>Fares from May</caption>{changed}"
    assert article.body == f"<p>Fares go up.</p><table>{changed}"
    assert desk.said == []
