"""What comes in brings its old addresses along, where they were the newsroom's own."""

import json

import pytest
from django.contrib.redirects.models import Redirect
from django.test import Client

from articles import intake, publishing
from articles.models import Article, DeliveryItem, Edition, OldAddress, Source
from tests.corpora import corpus_folder
from tests.factories import WAIVED
from tests.importers.test_archives_of_others import WXR
from tests.importers.test_archives_of_others import item as post

pytestmark = pytest.mark.django_db
RSS = """<rss version="2.0"><channel><title>Wire</title><item><title>Ferry</title><guid>1</guid>
<link>https://wire.example/2019/ferry/</link><description>The council bought the ferry on 3 November.</description>
</item></channel></rss>"""


def blog(*posts):
    """An export of a WordPress site; each post tells its number and, in `more`, its link."""
    return WXR.format("".join(posts))


def linked(number, path, **told):
    return post(number=number, more=f"<link>https://blog.example{path}</link>", title=f"Post {number}", **told)


def paths():
    return set(Redirect.objects.values_list("old_path", flat=True))


def test_a_wordpress_export_brings_its_permalinks_and_short_links(inbox):
    inbox.drop("blog.xml", blog(linked(7, "/2012/01/07/ferry/")))

    inbox.run()

    assert paths() == {"/2012/01/07/ferry/", "/?p=7"}
    assert set(OldAddress.objects.values_list("article", flat=True)) == {Article.objects.get().pk}


def test_a_second_run_writes_nothing(inbox, writes):
    inbox.drop("blog.xml", blog(linked(7, "/2012/01/07/ferry/")))
    inbox.run()
    writes.clear()

    inbox.run()

    assert writes == []


def test_a_dry_run_leaves_no_redirect(inbox):
    inbox.drop("blog.xml", blog(linked(7, "/2012/01/07/ferry/")))

    inbox.run(dry_run=True)

    assert paths() == set()


def test_a_batch_costs_the_same_however_many_addresses_it_brings(inbox, writes):
    def inserts(count):
        writes.clear()
        inbox.drop("blog.xml", blog(*(linked(n, f"/2012/{n}/") for n in range(count, 2 * count))))
        inbox.run()
        return sum("django_redirect" in sql or "oldaddress" in sql for sql in writes)

    assert inserts(5) == inserts(20) == 2


def test_an_address_that_two_stories_claim_stays_with_the_first_and_is_told(inbox):
    inbox.drop("blog.xml", blog(linked(7, "/ferry/"), linked(8, "/ferry/")))

    report = inbox.run()

    told = [[finding["code"] for finding in item["findings"]].count("address-taken") for item in report["items"]]
    assert told == [0, 1]
    assert OldAddress.objects.get(redirect__old_path="/ferry/").article.headline == "Post 7"
    assert "address-taken" in {finding["code"] for finding in DeliveryItem.objects.get(number=2).findings}


def test_newer_text_under_a_new_address_brings_that_too(inbox):
    inbox.drop("blog.xml", blog(linked(7, "/ferry/")))
    inbox.run()
    inbox.drop("blog.xml", blog(linked(7, "/boat/", content="<p>It is sold.</p>", date="2026-11-04 10:00:00")))

    report = inbox.run()

    assert report["counts"] == {"updated": 1}
    assert paths() == {"/ferry/", "/boat/", "/?p=7"}


def test_an_address_elsewhere_in_the_export_is_not_ours(inbox):
    inbox.drop("blog.xml", blog(post(number=7, more="<link>https://partner.example/ferry/</link>")))

    inbox.run()

    assert paths() == {"/?p=7"}


def test_a_wires_address_of_a_story_is_the_wires(inbox):
    inbox.drop("feed.xml", RSS)

    inbox.run()

    assert Article.objects.count() == 1
    assert paths() == set()


def test_a_source_whose_rules_call_it_our_old_site_brings_its_addresses(inbox):
    Source.objects.create(slug="inbox", name="Inbox", old_site="https://www.wire.example")
    inbox.drop("feed.xml", RSS)

    inbox.run()

    assert paths() == {"/2019/ferry/"}


def test_what_came_before_the_rule_is_led_when_the_rule_is_made(inbox):
    inbox.drop("feed.xml", RSS)
    inbox.run()
    source = Source.objects.get()
    source.old_site = "https://wire.example"

    counts = [intake.load_old_addresses(source), intake.load_old_addresses(source)]

    assert counts == [1, 1]
    assert paths() == {"/2019/ferry/"}


def test_front_matter_brings_the_addresses_it_names(inbox):
    inbox.drop("ferry.md", "---\ntitle: Ferry\naliases: [/2012/ferry/]\n---\nThe council bought it on 3 November.\n")

    inbox.run()

    assert paths() == {"/2012/ferry/"}


def test_ghost_brings_the_address_it_gives_each_post(inbox):
    told = {"posts": [{"id": "1", "title": "Ferry", "slug": "ferry", "html": "<p>It is bought.</p>"}]}
    inbox.drop("ghost.json", json.dumps({"db": [{"meta": {"version": "5.0"}, "data": told}]}))

    inbox.run()

    assert paths() == {"/ferry/"}


def test_the_permalinks_of_a_real_site_lead_to_what_is_published_and_to_nothing_else(inbox):
    folder = corpus_folder("wordpress-theme-test-data")
    inbox.run(str(folder / "themeunittestdata.wordpress.xml"))
    out, kept = OldAddress.objects.filter(redirect__old_path__startswith="/2").order_by("pk")[:2]
    edition = publishing.publish(out.article, by=None, waive=WAIVED)

    answers = [Client().get(old.get_absolute_url()) for old in (out, kept)]

    assert [answer.status_code for answer in answers] == [301, 404]
    assert answers[0]["Location"] == edition.path
    assert OldAddress.objects.count() > 100
    assert Edition.objects.count() == 1
