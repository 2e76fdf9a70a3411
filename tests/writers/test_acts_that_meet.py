"""Two acts on one story in the same moment: the second acts on what the first has left."""

from importlib import import_module
from threading import Thread

import pytest
from django.db import connection, transaction
from django.utils import timezone

from articles import editing, ledger, publishing
from articles.models import Article, Edition, Likeness, Section, Transition
from articles.publishing.refusals import locked
from tests.factories import make_article, make_edition


@pytest.mark.django_db
def test_who_waited_for_a_publication_does_not_take_it_back(monkeypatch):
    module = import_module("articles.publishing.publish")
    article, locked = make_article(), module.locked

    def after_a_colleague(story):
        monkeypatch.setattr(module, "locked", locked)
        publishing.publish(story, by=None)
        editing.save(story, {"headline": "Newer"}, by=None, base_version=1)
        return locked(story)

    monkeypatch.setattr(module, "locked", after_a_colleague)
    publishing.publish(article, by=None)

    assert not Transition.objects.filter(action="canceled").exists()
    assert Edition.objects.seen_by(timezone.now()).count() == 2


@pytest.mark.django_db
def test_two_corrections_in_one_moment_are_told_under_their_own_numbers(monkeypatch):
    module = import_module("articles.publishing.publish")
    ours, theirs, append = make_edition().article, make_edition().article, module._append
    put = publishing.Put("correction", "The vote was 12 to 11.", "It was 14 to 11.")

    def after_a_colleague(*args, **told):
        monkeypatch.setattr(module, "_append", append)
        publishing.publish(theirs, by=None, correction=put)
        return append(*args, **told)

    monkeypatch.setattr(module, "_append", after_a_colleague)
    publishing.publish(ours, by=None, correction=put)

    assert list(ledger.verify()) == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite lets one transaction write at a time")
def test_who_waited_for_a_save_publishes_in_the_section_it_gave():
    article, sport = make_article(), Section.objects.create(name="Sport", slug="sport")

    def publish():
        publishing.publish(article, by=None)
        connection.close()

    colleague = Thread(target=publish)
    with transaction.atomic():
        Article.objects.filter(pk=article.pk).update(section=sport)
        colleague.start()
        colleague.join(0.5)
    colleague.join()

    assert Edition.objects.get().section == sport


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite lets one transaction write at a time")
def test_a_story_is_published_while_one_that_it_is_like_is_being_acted_on():
    theirs, ours = make_edition().article, make_article()

    def publish():
        publishing.publish(ours, by=None)
        connection.close()

    colleague = Thread(target=publish)
    with transaction.atomic():
        locked(theirs)
        colleague.start()
        colleague.join(20)
        waited = colleague.is_alive()
    colleague.join()

    assert not waited
    assert Likeness.objects.filter(other=theirs).exists()
