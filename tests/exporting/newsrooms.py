"""A newsroom with something of everything, and what it takes to empty one again."""

from datetime import timedelta

from django.contrib.auth.models import User
from django.db import connection
from django.utils import timezone

from articles import editing, old_addresses, previewing, publishing, tagging
from articles.exporting.rows import exported
from articles.models import Article, Page, Paper, Tag
from tests.factories import BODY, make_article, make_author, make_edition, make_image, make_section, make_user


def fill():
    """Stories in every state: live, corrected, scheduled, ending, killed, unpublished, a draft, spiked, in the bin."""
    editor = make_user("Editors", username="mira", first_name="Mira", last_name="Lund")
    tagging.save_tag(Tag(name="Ferry", description="The island ferry."), aliases=["Boat"])
    Page.objects.create(title="About us", slug="us", body="<p>Who we are.</p>")
    Paper.objects.create(name="The Skerrin Star", ground="salmon")
    make_section("Harbour", description="Boats and quays.")
    author = make_author("Isla Wren", role="council reporter", bio="Writes about the council.")
    story = make_edition(by=editor, tags=["Ferry", "Quay"], lead=make_image("teal"), ago=timedelta(days=3))
    _corrected(story.article, editor)
    arabic = {"headline": "المجلس يشتري العبّارة", "body": "<p>صوّت المجلس أمس.</p>", "language": "ar"}
    arabic["translation_of"] = story.article
    make_edition(by=editor, bylines=[(author, "in Port Merrow")], ago=timedelta(days=2), **arabic)
    publishing.publish(make_article(by=editor, headline="It is for tomorrow"), by=editor, at=_in(days=1))
    ended = make_edition(by=editor, headline="It has an end", ago=timedelta(days=2)).article
    publishing.end(ended, by=editor, at=_in(hours=2))
    publishing.unpublish(make_edition(by=editor, headline="It was taken off").article, by=editor)
    for path in ("/2019/05/the-ferry/", "/?p=41", "/blog/ferry.html", "/海/"):
        old_addresses.add(story.article, path, by=editor)
    killed = make_edition(by=editor, headline="It was killed", ago=timedelta(days=1)).article
    old_addresses.add(killed, "/2019/06/killed", by=editor)
    publishing.kill(killed, by=editor, notice="This story was withdrawn.", reason="A court said so.")
    draft = make_article(by=editor, headline="It is a draft", lead=make_image("navy"), tags=["Ferry"])
    old_addresses.add(draft, "/2019/07/a-draft/", by=editor)
    previewing.make(draft, by=editor, days=7)
    editing.move(make_article(by=editor, headline="It was spiked"), to=Article.Stage.SPIKED, by=editor)
    editing.bin_story(make_article(by=editor, headline="It lies in the bin"), by=editor)
    return editor


def _in(**span):
    return timezone.now() + timedelta(**span)


def _corrected(story, editor):
    """A second edition under another address, with a correction."""
    fields = {"slug": "the-ferry-again", "body": BODY.replace("14 to 11", "15 to 10")}
    editing.save(story, fields, by=editor, base_version=story.version)
    told = publishing.Put("correction", wrong="We said 14 to 11.", right="It was 15 to 10.")
    publishing.publish(story, by=editor, correction=told)


def empty():
    """Take every row away, accounts too, whatever the ledgers say of it, and let new ones be numbered from one."""
    tables = [model._meta.db_table for model in exported()]
    with connection.constraint_checks_disabled(), connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(table)}")
    User.objects.all().delete()
