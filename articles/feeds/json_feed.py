"""JSON Feed 1.1 in full text (https://www.jsonfeed.org/version/1.1/)."""

import json

from django.conf import settings
from django.utils.feedgenerator import rfc3339_date

VERSION = "https://jsonfeed.org/version/1.1"


def write(channel, items, *, own, hub):
    """The feed as text. `own`: its own address; `hub`: see rss.write."""
    feed = {
        "version": VERSION,
        "title": channel.title,
        "home_page_url": channel.link,
        "feed_url": own,
        "description": channel.description,
        "language": settings.LANGUAGE_CODE,
        "authors": [{"name": channel.paper, "url": f"{settings.SITE_URL}/"}],
        "hubs": [{"type": "WebSub", "url": hub}] if hub else None,
        "items": [_told(item) for item in items],
    }
    return json.dumps(_said(feed), ensure_ascii=False)


def _told(item):
    return _said(
        {
            "id": item.uri,
            "url": item.url,
            "title": item.title,
            "summary": item.summary,
            "content_html": item.html,
            "image": item.picture["url"] if item.picture else None,
            "date_published": rfc3339_date(item.published),
            "date_modified": rfc3339_date(item.updated) if item.updated else None,
            "authors": [{"name": name, "url": address} for name, address in item.writers] or None,
            "tags": list(item.tags) or None,
            "language": item.language,
            "_corrections": _put_right(item.put_right),
        }
    )


def _put_right(notices):
    """Why the item changed. An extension of ours: an object that says where it is told of."""
    if not notices:
        return None
    entries = [
        _said({"kind": one.kind, "date": rfc3339_date(one.at), "wrong": one.wrong, "right": one.right})
        for one in notices
    ]
    return {"about": f"{settings.SITE_URL}/corrections/", "items": entries}


def _said(pairs):
    return {name: value for name, value in pairs.items() if value not in (None, "")}
