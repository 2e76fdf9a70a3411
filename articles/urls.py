"""The app's addresses. Dates are parts of an address only if they can be dates; everything else is not found."""

from django.urls import path, re_path

from articles import feeds, sitemaps
from articles.views import (
    about,
    archive,
    cards,
    changes,
    corrections,
    data,
    digest,
    embedding,
    following,
    front,
    lists,
    logo,
    machines,
    previews,
    report,
    republish,
    search,
    story,
    timeline,
    well_known,
)
from articles.views.pictures import picture

YEAR, MONTH, DAY = "(?P<year>[12][0-9]{3})", "(?P<month>0[1-9]|1[0-2])", "(?P<day>0[1-9]|[12][0-9]|3[01])"
PART = "(?P<part>[2-9]|[1-9][0-9]{1,2})"
LINK = "(?P<token>[A-Za-z0-9_-]{43})"
STORY = "[12][0-9]{3}/(?:0[1-9]|1[0-2])/(?:0[1-9]|[12][0-9]|3[01])/[^/]+"

FORMS = {"": "rss.xml", "-atom": "atom.xml", "-json": "feed.json"}


def in_each_form(route, feed, name):
    """The addresses of a feed: feeds/rss.xml, atom.xml and feed.json under its page, as NAME, NAME-atom, NAME-json."""
    return [path(f"{route}feeds/{form}", feed, {"form": form}, f"{name}{end}") for end, form in FORMS.items()]


urlpatterns = [
    path("", front.front, name="front"),
    re_path(rf"^{STORY}/$", story.story, name="story"),
    re_path(rf"^{STORY}\.json$", data.story, name="story-data"),
    re_path(rf"^{STORY}/card-(?P<mark>[0-9a-f]{{16}})\.jpg$", cards.card, name="story-card"),
    re_path(rf"^{STORY}/changes/$", changes.story, name="story-changes"),
    re_path(rf"^{STORY}/republish/$", republish.story, name="story-republish"),
    path("section/<str:slug>/", lists.section, name="section"),
    path("tag/<str:slug>/", lists.tag, name="tag"),
    path("tag/<str:slug>/timeline/", timeline.tag, name="tag-timeline"),
    path("author/<str:slug>/", lists.author, name="author"),
    path("archive/", archive.years, name="archive"),
    re_path(rf"^archive/{YEAR}/$", archive.year, name="archive-year"),
    re_path(rf"^archive/{YEAR}/{MONTH}/$", archive.month, name="archive-month"),
    re_path(rf"^archive/{YEAR}/{MONTH}/{DAY}/$", archive.day, name="archive-day"),
    path("search/", search.results, name="search"),
    path("search/suggestions/", search.suggestions, name="search-suggestions"),
    path("about/", about.index, name="about"),
    path("about/<slug:slug>/", about.about, name="about-page"),
    path("corrections/", corrections.index, name="corrections"),
    path("feeds/", following.index, name="feeds"),
    *in_each_form("", feeds.paper, "feed"),
    *in_each_form("section/<str:slug>/", feeds.section, "section-feed"),
    *in_each_form("tag/<str:slug>/", feeds.tag, "tag-feed"),
    *in_each_form("author/<str:slug>/", feeds.author, "author-feed"),
    *in_each_form("corrections/", feeds.corrections, "corrections-feed"),
    path("digest/", digest.digest, name="digest"),
    path("digest/asked/", digest.asked, name="digest-asked"),
    re_path(rf"^digest/confirm/{LINK}/$", digest.confirm, name="digest-confirm"),
    re_path(rf"^digest/leave/{LINK}/$", digest.leave, name="digest-leave"),
    path("report/", report.report, name="report"),
    path("report/thanks/", report.thanks, name="report-thanks"),
    path("oembed", embedding.story, name="oembed"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-pages.xml", sitemaps.pages, name="sitemap-pages"),
    re_path(rf"^sitemap-{YEAR}-{MONTH}\.xml$", sitemaps.month, name="sitemap-month"),
    re_path(
        rf"^sitemap-{YEAR}-{MONTH}-(?P<part>[2-9]|[1-9][0-9]{{1,2}})\.xml$", sitemaps.month, name="sitemap-month-part"
    ),
    path("news-sitemap.xml", sitemaps.news, name="news-sitemap"),
    path("robots.txt", machines.robots, name="robots"),
    path("trust.txt", well_known.trust, name="trust"),
    path(".well-known/trust.txt", well_known.trust, name="trust-known"),
    path(".well-known/security.txt", well_known.security, name="security"),
    path("ads.txt", well_known.ads, name="ads"),
    path("healthz", machines.alive, name="alive"),
    path("readyz", machines.ready, name="ready"),
    path("pictures/<str:name>", picture, name="picture"),
    path("logo/<str:name>", logo.logo, name="logo"),
    re_path(rf"^preview/{LINK}/$", previews.preview, name="preview"),
    re_path(rf"^preview/{LINK}/pictures/(?P<name>[^/]+)$", previews.picture, name="preview-picture"),
]
