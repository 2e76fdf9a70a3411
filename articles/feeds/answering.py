"""A channel in the form that was asked for, or 304: the etag is known before anything is written."""

from django.conf import settings

from articles import freshness

from . import atom, json_feed, rss

FORMS = {
    "rss.xml": (rss.write, "application/rss+xml"),
    "atom.xml": (atom.write, "application/atom+xml"),
    "feed.json": (json_feed.write, "application/feed+json"),
}


def answer(request, channel, form, *, seconds):
    """`form`: one of FORMS, the last part of the address too. `seconds`: until the paper next changes by itself."""
    write, kind = FORMS[form]
    own, hub = channel.self_link(form), settings.WEBSUB_HUB
    response = freshness.answer(
        request,
        lambda: write(channel, channel.items(), own=own, hub=hub),
        etag=freshness.etag("feed", form, hub, *channel.told),
        seconds=seconds,
        content_type=f"{kind}; charset=utf-8" if kind.endswith("xml") else kind,
    )
    if hub:
        response["Link"] = f'<{hub}>; rel="hub", <{own}>; rel="self"'  # https://www.w3.org/TR/websub/#discovery
    return response
