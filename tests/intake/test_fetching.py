"""Pictures that a delivery names on the web: fetched where that was asked for, once, and given to their story."""

import json

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import editing, intake
from articles.intake import media, picture_notes
from articles.models import Article, Edition, FetchedPicture, Image, ImportRecord
from tests.fetching.server import not_there, sends, serving
from tests.pictures import samples

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media")]
PICTURE = samples.data(90, 60, format="PNG")


@pytest.fixture
def site():
    with serving() as site:
        site.answers["/pump.png"] = sends(PICTURE)
        yield site


@pytest.fixture
def page(inbox, site):
    """An HTML page with a picture in its text."""
    figure = f'<figure><img src="{site.address()}" alt="A pump"><figcaption>The pump</figcaption></figure>'
    return inbox.drop("pumps.html", f"<h1>Pumps ordered</h1><p>The board met.</p>{figure}")


@pytest.fixture
def bring(inbox, site):
    def bring(*, stop=None, paths=None, **options):
        options = intake.Options(**{"fetch_media": True, **options})
        return intake.run(paths or [str(inbox.folder)], options, keep_items=True, web=site.web(), stop=stop)

    return bring


def told(report, number=0):
    return [finding.code for finding in report.items[number].findings if finding.code.startswith("picture")]


def test_a_picture_on_the_web_comes_in_with_its_words_and_where_it_came_from(page, site, bring):
    report = bring()

    image = Image.objects.get()
    assert f'src="picture:{image.pk}"' in Article.objects.get().body
    assert (image.caption, image.alt) == ("The pump", "A pump")
    assert FetchedPicture.objects.get().address == site.address()
    assert (report.fetched, report.not_fetched, told(report)) == (1, 0, [])


def test_nothing_is_asked_for_that_the_delivery_has(page, site, bring, inbox):
    inbox.drop("2024/pump.png", PICTURE)
    page.write_text(page.read_text().replace("/pump.png", "/2024/pump.png"))

    bring(paths=[str(page)])

    assert Image.objects.exists()
    assert not site.asked


def test_a_second_run_asks_for_nothing_and_writes_nothing(page, site, bring, writes):
    bring()
    done = len(writes)

    report = bring()

    assert report.counts == {"unchanged": 1}
    assert (len(site.asked), len(writes)) == (1, done)


def test_a_picture_of_two_stories_is_asked_for_once(page, site, bring, inbox):
    inbox.drop("again.html", page.read_text().replace("Pumps ordered", "More pumps"))

    bring()

    assert [article.body.count("<img") for article in Article.objects.all()] == [1, 1]
    assert len(site.asked) == 1


def test_without_being_told_to_nothing_is_asked_and_the_way_is_said(page, site, bring):
    report = bring(fetch_media=False)

    assert not site.asked
    assert told(report) == ["picture-missing"]
    assert "--fetch-media" in Article.objects.get().ednote


def test_what_was_fetched_stays_with_newer_text_that_comes_without_it(page, site, bring):
    bring()
    page.write_text(page.read_text().replace("The board met.", "The board met twice."))

    bring(fetch_media=False)

    article = Article.objects.get()
    assert "twice" in article.body
    assert "picture:" in article.body
    assert len(site.asked) == 1


def test_a_picture_that_is_not_there_is_told_and_the_story_comes_in(page, site, bring):
    site.answers["/pump.png"] = not_there

    report = bring()

    article = Article.objects.get()
    assert told(report) == ["picture-not-fetched"]
    assert f"Picture {site.address()} was not fetched: pictures.example answered 404" in article.ednote
    assert "Caption: The pump" in article.ednote
    assert (report.fetched, report.not_fetched) == (0, 1)


def test_what_is_known_of_all_pictures_of_a_story_is_asked_for_at_once(inbox, site, bring):
    paths = ["/a.png", "/b.png", "/c.png"]
    site.answers |= dict.fromkeys(paths, sends(PICTURE))
    figures = "".join(f'<img src="{site.address(path)}" alt="x">' for path in paths)
    inbox.drop("pumps.html", f"<h1>Pumps ordered</h1><p>The board met.</p>{figures}")
    bring()
    inbox.drop("again.html", f"<h1>More pumps ordered</h1><p>The board met again.</p>{figures}")

    with CaptureQueriesContext(connection) as queries:
        assert bring().counts == {"created": 1, "unchanged": 1}

    asked = [query for query in queries.captured_queries if 'FROM "articles_fetchedpicture"' in query["sql"]]
    assert (len(asked), len(site.asked)) == (1, 3)


def test_the_next_run_fetches_what_did_not_come(page, site, bring):
    site.answers["/pump.png"] = not_there
    bring()
    site.answers["/pump.png"] = sends(PICTURE)

    report = bring()

    article = Article.objects.get()
    assert report.counts == {"updated": 1}
    assert "picture:" in article.body
    assert article.ednote == ""
    assert article.version == 2


def test_what_an_editor_noted_of_a_picture_is_not_taken_for_what_an_import_noted_of_it(page, site, bring):
    site.answers["/pump.png"] = not_there
    bring()
    ours = f"Picture {site.address()} needs a licence."

    assert picture_notes.without(f"{Article.objects.get().ednote}\n\n{ours}", [site.address()]) == ours


def test_what_was_imported_before_without_pictures_gets_them(page, site, bring):
    bring(fetch_media=False)
    ImportRecord.objects.update(awaited=None)  # as it stands from before this was kept

    bring()

    assert "picture:" in Article.objects.get().body


def test_what_still_does_not_come_writes_nothing(page, site, bring, writes):
    site.answers["/pump.png"] = not_there
    bring()
    done = len(writes)

    report = bring()

    assert (report.counts, told(report)) == ({"unchanged": 1}, ["picture-not-fetched"])
    assert len(writes) == done


def test_what_is_no_picture_is_not_asked_for_again(page, site, bring):
    site.answers["/pump.png"] = sends(b"<!doctype html>")

    assert told(bring()) == ["picture-not-fetched"]
    assert told(bring()) == []
    assert len(site.asked) == 1


def test_beside_a_picture_that_may_come_later_it_is_not_asked_for_either(inbox, site, bring):
    site.answers |= {"/pump.png": sends(b"<!doctype html>"), "/b.png": not_there}
    images = "".join(f'<img src="{site.address(path)}" alt="x">' for path in ("/pump.png", "/b.png"))
    inbox.drop("pumps.html", f"<h1>Pumps ordered</h1><p>The board met.</p>{images}")
    bring()
    site.answers["/b.png"] = sends(PICTURE)

    assert bring().counts == {"updated": 1}
    assert [handler.path for handler in site.asked] == ["/pump.png", "/b.png", "/b.png"]
    assert f"Picture {site.address()} " in Article.objects.get().ednote


def test_a_picture_that_cannot_be_read_is_told_and_asked_for_once_in_a_run(page, site, bring, inbox):
    site.answers["/pump.png"] = sends(PICTURE[:60])
    inbox.drop("again.html", page.read_text().replace("Pumps ordered", "More pumps"))

    report = bring()

    assert [told(report, 0), told(report, 1)] == [["picture-not-fetched"]] * 2
    assert (len(site.asked), report.not_fetched) == (1, 1)
    assert not Image.objects.exists()


def test_a_picture_that_the_desk_refuses_is_asked_for_once_in_a_run(page, site, bring, inbox, monkeypatch):
    def refuse(*args, **told):
        raise ValidationError("No such picture here.")

    monkeypatch.setattr("articles.pictures.add", refuse)
    inbox.drop("again.html", page.read_text().replace("Pumps ordered", "More pumps"))

    report = bring()

    assert [told(report, 0), told(report, 1)] == [["picture-not-fetched"]] * 2
    assert len(site.asked) == 1


def edit(article, **fields):
    editing.save(article, fields, by=None, base_version=article.version)


def test_over_an_edited_story_the_text_with_its_pictures_waits_and_is_offered_once(page, site, bring):
    bring(fetch_media=False)
    edit(Article.objects.get(), headline="Our own headline")

    report = bring()
    record = ImportRecord.objects.get()
    intake.decline(record, by=None)

    assert report.counts == {"conflict": 1}
    assert "picture:" in record.pending["body"]
    assert bring().counts == {"unchanged": 1}


def test_taking_the_text_that_waits_takes_the_note_away(page, site, bring):
    bring(fetch_media=False)
    edit(Article.objects.get(), headline="Our own headline")
    bring()

    intake.accept(ImportRecord.objects.get(), by=None)

    article = Article.objects.get()
    assert "picture:" in article.body
    assert article.ednote == ""


@pytest.fixture
def led(inbox, site):
    return inbox.drop("pumps.md", f"---\ntitle: Pumps\nauthor: Isla Wren\nimage: {site.address()}\n---\nThe board met.")


@pytest.mark.parametrize("edited", [False, True])
def test_a_lead_picture_that_comes_later_is_hung_where_there_is_none(led, site, bring, edited):
    bring(fetch_media=False)
    if edited:
        edit(Article.objects.get(), headline="Our own headline")

    assert bring().counts == {"updated": 1}
    article = Article.objects.get()
    assert article.lead == Image.objects.get()
    assert (article.headline == "Our own headline") is edited
    assert bring().counts == {"unchanged": 1}


def test_a_picture_that_comes_later_brings_no_text_of_the_desk_to_readers(led, site, bring):
    bring(fetch_media=False, publish=True)
    edit(Article.objects.get(), body="<p>The board met. This is not checked.</p>")

    report = bring(publish=True)

    article = Article.objects.get()
    assert (report.counts, report.published, report.held) == ({"updated": 1}, 0, 1)
    assert article.lead
    assert article.editions.count() == 1


def test_a_picture_that_comes_later_begins_no_page(page, site, bring):
    bring(fetch_media=False)

    assert (bring(publish=True).published, Edition.objects.exists()) == (0, False)


def test_a_spiked_story_gets_no_pictures(led, site, bring):
    bring(fetch_media=False)
    Article.objects.update(stage=Article.Stage.SPIKED)

    assert bring().counts == {"unchanged": 1}
    assert not site.asked


def test_a_story_that_its_provider_took_back_asks_for_nothing(inbox, site, bring):
    item = {"uri": "tag:wire,1", "pubstatus": "canceled", "headline": "Pumps", "body_text": "The board met."}
    item["associations"] = {"a": {"uri": "p", "renditions": {"original": {"href": site.address()}}}}
    inbox.drop("a.json", json.dumps(item))

    assert bring().counts == {"canceled": 1}
    assert not site.asked


def test_somebody_who_worked_on_the_story_while_it_fetched_keeps_the_work(page, site, bring):
    bring(fetch_media=False)
    asked = site.web

    def while_it_fetches(**options):
        web = asked(**options)
        theirs = web.picture

        def picture(href):
            edit(Article.objects.get(), headline="Typed meanwhile")
            return theirs(href)

        web.picture = picture
        return web

    site.web = while_it_fetches

    assert bring().counts == {"conflict": 1}
    assert Article.objects.get().headline == "Typed meanwhile"


def test_a_dry_run_asks_for_nothing_and_counts(page, site, bring, inbox):
    inbox.drop("again.html", page.read_text().replace("Pumps ordered", "More pumps"))

    report = bring(dry_run=True)

    assert (report.fetched, report.counts) == (1, {"created": 2})
    assert not site.asked
    assert not Image.objects.exists()


def test_a_dry_run_over_what_is_here_tells_what_would_be_fetched(page, site, bring):
    bring(fetch_media=False)

    report = bring(dry_run=True)

    assert (report.fetched, report.counts) == (1, {"updated": 1})
    assert Article.objects.get().version == 1


def test_no_transaction_is_open_while_the_web_is_asked(page, site, bring, monkeypatch):
    from django.db import connection

    depth, theirs = [], media.Album._from_the_web

    def watched(album, picture):
        depth.append(len(connection.savepoint_ids))
        return theirs(album, picture)

    monkeypatch.setattr(media.Album, "_from_the_web", watched)
    before = len(connection.savepoint_ids)

    bring()

    assert depth == [before]


def test_stopped_between_two_pictures_it_leaves_the_batch_to_the_next_run(inbox, site, bring):
    site.answers["/b.png"] = sends(samples.data(90, 60, format="PNG", seed=2))
    images = "".join(f'<img src="{site.address(path)}" alt="x">' for path in ("/pump.png", "/b.png"))
    inbox.drop("pumps.html", f"<h1>Pumps ordered</h1><p>The board met.</p>{images}")
    seen = iter([False, True])

    report = bring(stop=lambda: next(seen))

    assert report.stopped
    assert (Article.objects.count(), Image.objects.count()) == (0, 1)
    assert bring().counts == {"created": 1}
    assert len(site.asked) == 2


def test_killed_before_its_story_was_written_a_picture_is_not_asked_for_again(page, site, bring, monkeypatch):
    monkeypatch.setattr("articles.intake.arriving.create", _killed)
    with pytest.raises(KeyboardInterrupt):
        bring()
    monkeypatch.undo()

    assert bring().counts == {"created": 1}
    assert len(site.asked) == 1


def _killed(*args):
    raise KeyboardInterrupt


class TestTheCommand:
    """As it is typed, with the guards as they are."""

    def test_it_does_not_ask_this_machine(self, inbox, page, site, capsys):
        page.write_text(page.read_text().replace(site.address(), "http://127.0.0.1/pump.png"))

        report = inbox.run(fetch_media=True)

        said = capsys.readouterr()
        assert report["counts"] == {"created": 1}
        assert "127.0.0.1 is 127.0.0.1, which is not on the public internet; add it by hand" in said.err + said.out
        assert "0 pictures fetched, 1 not to be had." in said.out
        assert not site.asked

    def test_a_dry_run_says_how_many_it_would_fetch(self, inbox, page, site, capsys):
        page.write_text(page.read_text().replace(site.address(), "http://pictures.example/pump.png"))

        inbox.run(fetch_media=True, dry_run=True)

        assert "1 picture would be fetched." in capsys.readouterr().out

    def test_what_is_not_fetched_is_told_with_its_file_its_item_and_its_address(self, inbox, capsys):
        item = {"uri": "tag:wire,1", "headline": "Pumps", "body_text": "The board met."}
        item["associations"] = {"a": {"uri": "p", "renditions": {"original": {"href": "http://10.0.0.1/pump.png"}}}}
        path = inbox.drop("a.json", json.dumps([item | {"uri": "tag:wire,0", "associations": {}}, item]))

        inbox.run(fetch_media=True)

        said = capsys.readouterr()
        assert (
            f"picture: {path}#2: “Pumps”: The picture http://10.0.0.1/pump.png was not fetched" in said.err + said.out
        )
