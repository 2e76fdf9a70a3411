"""Pictures, galleries and embeds in a story's text, wherever readers and machines get the story."""

import json
import re
from html import escape
from xml.etree import ElementTree

import pytest
from django.db.models import ProtectedError
from django.utils import timezone

from articles import editing, previewing, publishing
from articles.models import Edition
from tests.factories import make_article, make_edition, make_image

from .papers import rewrite

pytestmark = [pytest.mark.django_db, pytest.mark.once]
ADDRESS = re.compile(r"/pictures/[0-9a-f]{16}-\d+\.\w+")


def figure(image, alt="", caption=""):
    told = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f'<figure><img src="picture:{image.pk}" alt="{alt}">{told}</figure>'


def embed(address="https://youtu.be/tide"):
    source = "<figcaption>Harbour board</figcaption>"
    return f'<figure class="embed"><a href="{address}">The tide comes in</a>{source}</figure>'


@pytest.fixture
def image(db):
    return make_image(caption="The ferry leaves.", color="navy")


def body(*figures):
    return f"<p>The council voted on Tuesday 3 November.</p>{''.join(figures)}<p>Work begins in March 2027.</p>"


def page(client, edition):
    return client.get(edition.path).content.decode()


def test_a_picture_in_the_text_has_sizes_formats_dimensions_and_loads_late(client, image):
    html = page(client, make_edition(body=body(figure(image))))

    picture = re.search(r"<figure class=\"plate\">.*?</figure>", html, re.DOTALL)[0]
    assert '<source type="image/avif" srcset="/pictures/' in picture
    assert 'width="900" height="600"' in picture
    assert 'loading="lazy"' in picture and "fetchpriority" not in picture
    assert f'alt="{image.alt}"' in picture
    assert "The ferry leaves." in picture and image.credit in picture
    assert "picture:" not in html


def test_the_story_says_its_own_words_of_a_picture(client, image):
    html = page(client, make_edition(body=body(figure(image, "A boat & a man", "Off <em>Skerrin</em>"))))

    assert 'alt="A boat &amp; a man"' in html
    assert "Off <em>Skerrin</em>" in html
    assert "The ferry leaves." not in html


@pytest.mark.parametrize(
    ("origin", "label"),
    [("generated", "Made by a machine, not a photograph."), ("edited", "The picture has been altered.")],
)
def test_how_a_picture_in_the_text_was_made_is_said_under_it(client, origin, label):
    image = make_image(origin=origin, credit="")

    assert label in page(client, make_edition(body=body(figure(image))))


def test_a_gallery_and_an_embed_are_laid_out(client, image):
    gallery = f'<figure class="gallery">{figure(image)}{figure(make_image("red"))}<figcaption>All</figcaption></figure>'
    html = page(client, make_edition(body=body(gallery, embed())))

    assert html.count('<figure class="plate">') == 2
    assert '<figure class="gallery" aria-label="All">' in html
    assert '<a href="https://youtu.be/tide">The tide comes in</a>' in html
    assert "Video</span> · <bdi>Harbour board</bdi>" in html
    assert "<iframe" not in html


def test_pictures_in_the_text_cost_the_page_no_query(client, image, django_assert_num_queries):
    figures = [figure(make_image(color)) for color in ("red", "green", "blue")]
    edition = make_edition(body=body(figure(image), *figures))

    with django_assert_num_queries(3):
        client.get(edition.path)


def test_a_picture_in_a_live_text_is_served_and_no_longer_when_it_is_gone(client, image):
    edition = make_edition(body=body(figure(image)))
    address = ADDRESS.search(page(client, edition))[0]

    assert client.get(address).status_code == 200

    rewrite(edition, body=body())
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("state", ["draft", "scheduled", "killed", "on the desk alone"])
def test_a_picture_in_a_text_that_readers_do_not_have_is_not_served(client, image, state):
    article = make_article(body=body(figure(image)))
    name = image.renditions.first().name
    if state == "scheduled":
        publishing.publish(article, by=None, at=timezone.now() + timezone.timedelta(hours=1))
    if state == "killed":
        publishing.publish(article, by=None)
        publishing.kill(article, by=None, notice="Withdrawn.", reason="Court")
    if state == "on the desk alone":
        edition = make_edition(body=body())
        editing.save(edition.article, {"body": body(figure(image))}, by=None, base_version=edition.version)

    there, never = client.get(f"/pictures/{name}"), client.get("/pictures/0000000000000000-640.webp")

    assert (there.status_code, there.content) == (never.status_code, never.content) == (404, never.content)


def test_a_preview_link_shows_the_pictures_of_its_text_and_no_other(client, image):
    other = make_image("red")
    _, token = previewing.make(make_article(body=body(figure(image))), by=None, days=2)
    html = client.get(f"/preview/{token}/").content.decode()

    address = re.search(rf"/preview/{token}/pictures/[^ \"]+", html)[0]

    assert client.get(address).status_code == 200
    assert client.get(f"/preview/{token}/pictures/{other.renditions.first().name}").status_code == 404


def test_feeds_carry_the_pictures_with_full_addresses(client, image):
    make_edition(body=body(figure(image, "A boat", "Off Skerrin"), embed()))

    feed = ElementTree.fromstring(client.get("/feeds/rss.xml").content)
    html = feed.find(".//{http://purl.org/rss/1.0/modules/content/}encoded").text

    assert re.search(r'<img src="http://127.0.0.1:8000/pictures/[^"]+" width="\d+" height="\d+" alt="A boat"', html)
    assert "Off Skerrin" in html and image.credit in html
    assert '<a href="https://youtu.be/tide">The tide comes in</a>' in html
    assert "picture:" not in html


def test_ninjs_associates_the_pictures_of_the_text(client, image):
    lead = make_image("red", caption="Lead")
    edition = make_edition(lead=lead, body=body(figure(image, "A boat")))

    item = json.loads(client.get(edition.data_path).content)

    assert [(one["name"], one["descriptions"][0]["value"]) for one in item["associations"]] == [
        ("lead", "Lead"),
        ("text-1", "The ferry leaves."),
    ]
    assert item["associations"][1]["digitalSourceType"]["uri"].endswith("/digitalCapture")
    assert "picture:" not in json.dumps(item)


def test_search_engines_are_told_of_the_pictures_and_how_they_were_made(client, image):
    image.origin = "generated"
    image.save()
    edition = make_edition(body=body(figure(image)))

    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', page(client, edition), re.DOTALL)[1]
    (told,) = [one for one in json.loads(block)["image"] if one.get("caption")]

    assert ADDRESS.search(told["url"])
    assert told["caption"] == "The ferry leaves."
    assert told["digitalSourceType"] == "https://schema.org/TrainedAlgorithmicMediaDigitalSource"


def test_what_changed_tells_of_a_picture_that_came(client, image):
    edition = make_edition(body=body(), public_changes="always")
    edition = rewrite(edition, body=body(figure(image, "A boat at sea")))

    html = client.get(edition.changes_path).content.decode()

    assert "A boat at sea" in html
    assert "Pictures or embeds were changed." in html and "<h3>Picture or embed</h3>" in html
    assert "paragraph was added" not in html
    assert "picture:" not in html


def test_a_key_that_no_picture_has_leaves_the_page_whole(client, image):
    edition = make_edition(body=body(figure(image).replace(str(image.pk), "999999")))

    html = page(client, edition)

    assert "<figure" not in html and "Work begins in March 2027." in html


def test_a_picture_in_a_text_cannot_be_deleted_from_under_it(image):
    article = make_article(body=body(figure(image)))

    with pytest.raises(ProtectedError):
        image.delete()

    editing.save(article, {"body": body()}, by=None, base_version=1)
    image.delete()


def test_a_picture_that_a_past_edition_showed_cannot_be_deleted(image):
    edition = make_edition(body=body(figure(image)))
    rewrite(edition, body=body())

    with pytest.raises(ProtectedError):
        image.delete()


def test_an_edition_keeps_what_a_picture_said_when_it_was_published(client, image):
    edition = make_edition(body=body(figure(image)))
    image.caption = "Another caption"
    image.save()

    assert "The ferry leaves." in page(client, edition)


def test_a_new_caption_of_a_picture_can_be_published_with_the_same_text(image):
    edition = make_edition(body=body(figure(image)))
    image.caption = "Another caption"
    image.save()

    again = publishing.publish(edition.article, by=None)

    assert Edition.objects.get(pk=again.pk).figures[str(image.pk)]["caption"] == "Another caption"
    assert again.updated_at is None


PAYLOAD = "\"'></figure></script><script>alert(1)</script><img src=x onerror=alert(1)>"


def test_nothing_that_is_said_of_a_picture_or_a_card_becomes_markup(client):
    image = make_image("plum", title=PAYLOAD, alt=PAYLOAD, caption=PAYLOAD, credit=PAYLOAD)
    told = escape(PAYLOAD)
    card = f'<figure class="embed"><a href="https://x.y/?{told}">{told}</a><figcaption>{told}</figcaption></figure>'
    edition = make_edition(body=body(figure(image), figure(image, told, told), card), public_changes="always")
    edition = rewrite(edition, body=body(card))
    edition = rewrite(edition, body=body(figure(image), figure(image, told, told), card))

    feed = ElementTree.fromstring(client.get("/feeds/rss.xml").content)
    told_to_others = json.loads(client.get(edition.data_path).content)["bodies"][0]["value"]
    encoded = feed.find(".//{http://purl.org/rss/1.0/modules/content/}encoded").text
    for html in (page(client, edition), client.get(edition.changes_path).content.decode(), encoded, told_to_others):
        tags = re.findall(r"<[a-z][^>]*>", re.sub(r'="[^"]*"', "", html))
        assert "alert(1)" in html
        assert not [tag for tag in tags if "alert" in tag or "onerror" in tag]
        assert "<script>alert" not in re.sub(r'="[^"]*"', "", html)
