"""A small paper with one of everything a reader can ask for, and the addresses of all its pages."""

from articles import editing, imprint, publishing
from articles.models import Page, Paper
from tests.factories import WAIVED, make_author, make_edition, make_image, make_section

FOLLOWED = ("section", "tag", "author", "corrections")


BACKING = {
    "method": "We sat through the meeting and read its minutes.",
    "sources": "Minutes of the council https://council.example/minutes\nFour people who were there",
    "desk_sources": "The night porter",
    "reply_sought": "yes",
    "reply_came": "The board said that it would answer in May.",
    "conflicts": "The board is our landlord.",
    "ai_use": "assisted",
    "ai_purpose": "to transcribe the meeting",
    "checked_by": "Hedda Quill",
}


def pages(edition):
    """Every public address that stands for a story, by what it is."""
    day = edition.published_at
    return {
        "front": "/",
        "story": edition.path,
        "section": edition.section.get_absolute_url(),
        "tag": f"/tag/{edition.tags[0]['slug']}/",
        "timeline": f"/tag/{edition.tags[0]['slug']}/timeline/",
        "author": f"/author/{edition.bylines[0]['slug']}/",
        "years": "/archive/",
        "year": f"/archive/{day:%Y}/",
        "month": f"/archive/{day:%Y/%m}/",
        "day": f"/archive/{day:%Y/%m/%d}/",
        "search": "/search/?q=ferry",
        "search-form": "/search/",
        "about": "/about/",
        "corrections": "/corrections/",
        "feeds": "/feeds/",
        "report-thanks": "/report/thanks/",
        "digest-asked": "/digest/asked/",
        "changes": edition.changes_path,
        "republish": edition.republish_path,
        "missing": "/2020/01/01/nothing-was-ever-here/",
    }


def in_each_form(name, path):
    """{name: address} of the feeds of what stands at `path`."""
    forms = {"": "rss.xml", "-atom": "atom.xml", "-json": "feed.json"}
    return {f"{name}{end}": f"{path}feeds/{form}" for end, form in forms.items()}


def machines(edition):
    """The addresses that machines read."""
    lists = pages(edition)
    return {
        **in_each_form("feed", "/"),
        **{key: path for name in FOLLOWED for key, path in in_each_form(f"{name}-feed", lists[name]).items()},
        "story-data": edition.data_path,
        "sitemap": "/sitemap.xml",
        "sitemap-pages": "/sitemap-pages.xml",
        "sitemap-month": f"/sitemap-{edition.published_at:%Y-%m}.xml",
        "oembed": f"/oembed?url=http://127.0.0.1:8000{edition.path}",
        "news-sitemap": "/news-sitemap.xml",
        "suggestions": "/search/suggestions/?q=po",
        "robots": "/robots.txt",
    }


def forms(edition):
    """Pages that nobody keeps, for each is made for one sending."""
    return {"report": "/report/", "report-of-story": f"/report/?story={edition.path}", "digest": "/digest/"}


def everything(edition):
    return pages(edition) | machines(edition)


def whole_paper():
    """A story with all its parts that was corrected once, and a page about the paper."""
    Page.objects.create(title="About us", slug="about", body="<p>We print the news.</p>")
    Paper.objects.create(digest_is_on=True)
    imprint.current()  # known from here on, as it is to a process that has made a page before
    edition = make_edition(
        kicker="The ferry",
        tags=["Harbour", "Council"],
        bylines=[(make_author("Isla Wren", role="reporter", bio="She reports."), "council reporter")],
        section=make_section("News", description="What happened."),
        lead=make_image(caption="The ferry leaves."),
        source_line="Merrow Press",
        rights="All rights reserved",
        dateline="Port Merrow",
        licence="by-nd",
        **BACKING,
    )
    return correct(edition)


def rewrite(edition, *, at=None, **fields):
    """Publish a new edition of the same story."""
    article = edition.article
    article.refresh_from_db()
    editing.save(article, fields, by=None, base_version=article.version)
    return publishing.publish(article, by=None, at=at, waive=WAIVED, backdated=True)


def correct(edition, kind="correction", *, wrong="We said that it was a gift.", right="It was sold.", **fields):
    """Publish a new edition of a story together with what was put right in it."""
    article = edition.article
    article.refresh_from_db()
    fields = fields or {"standfirst": f"{article.standfirst}, and paid for it"}
    editing.save(article, fields, by=None, base_version=article.version)
    return publishing.publish(article, by=None, waive=WAIVED, correction=publishing.Put(kind, wrong, right))


def hide(edition):
    publishing.unpublish(edition.article, by=None)
