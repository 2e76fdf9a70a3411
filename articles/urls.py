"""The app's addresses. Dates are parts of an address only if they can be dates; everything else is not found."""

from django.urls import path, re_path

from articles import feeds, sitemaps
from articles.views import about, archive, front, lists, machines, story
from articles.views.pictures import picture

YEAR, MONTH, DAY = "(?P<year>[12][0-9]{3})", "(?P<month>0[1-9]|1[0-2])", "(?P<day>0[1-9]|[12][0-9]|3[01])"

urlpatterns = [
    path("", front.front, name="front"),
    re_path(r"^[12][0-9]{3}/(?:0[1-9]|1[0-2])/(?:0[1-9]|[12][0-9]|3[01])/[^/]+/$", story.story, name="story"),
    path("section/<str:slug>/", lists.section, name="section"),
    path("tag/<str:slug>/", lists.tag, name="tag"),
    path("author/<str:slug>/", lists.author, name="author"),
    path("archive/", archive.years, name="archive"),
    re_path(rf"^archive/{YEAR}/$", archive.year, name="archive-year"),
    re_path(rf"^archive/{YEAR}/{MONTH}/$", archive.month, name="archive-month"),
    re_path(rf"^archive/{YEAR}/{MONTH}/{DAY}/$", archive.day, name="archive-day"),
    path("about/", about.index, name="about"),
    path("about/<slug:slug>/", about.about, name="about-page"),
    path("feeds/rss.xml", feeds.paper, name="feed"),
    path("section/<str:slug>/feeds/rss.xml", feeds.section, name="section-feed"),
    path("tag/<str:slug>/feeds/rss.xml", feeds.tag, name="tag-feed"),
    path("author/<str:slug>/feeds/rss.xml", feeds.author, name="author-feed"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-pages.xml", sitemaps.pages, name="sitemap-pages"),
    re_path(rf"^sitemap-{YEAR}-{MONTH}\.xml$", sitemaps.month, name="sitemap-month"),
    path("robots.txt", machines.robots, name="robots"),
    path("healthz", machines.alive, name="alive"),
    path("readyz", machines.ready, name="ready"),
    path("pictures/<str:name>", picture, name="picture"),
]
