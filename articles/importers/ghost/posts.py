"""One Ghost post as a record (IMPORT §2)."""

import json

from articles.importers import bodies, leftovers
from articles.importers.record import Credit, LeftOut, Picture, Placed, Pubstatus, Record, Unreadable
from articles.importers.wire import texts
from articles.importers.wire.moments import moment

from . import lexical, mobiledoc

_ABSENT = "__GHOST_URL__"
_KNOWN = frozenset(
    """id uuid title slug html lexical mobiledoc markdown plaintext feature_image custom_excerpt canonical_url type page
    status created_at updated_at published_at author_id author tags authors""".split()
)
_EDITORS = {"lexical": lexical.html, "mobiledoc": mobiledoc.html}
_OF_SITES = ("description",)
_OF_ROWS = ("bio", "location", "website", "description")  # and no more: the rows of users hold their passwords, too


class Site:
    """The tables of a site, by what posts ask them for."""

    def __init__(self, tables, asked):
        self._asked = asked
        settings = {row.get("key"): row.get("value") for row in _rows(tables, "settings")}
        self._name, self._url = settings.get("title") or "", str(settings.get("url") or "").rstrip("/")
        self._about = _told_of(settings, _OF_SITES)
        self._language = settings.get("locale") or settings.get("lang") or ""
        users, tags = _by(tables, "users", "id"), _by(tables, "tags", "id")
        self._authors = _joined(tables, "posts_authors", "author_id", users)
        self._tags = _joined(tables, "posts_tags", "tag_id", tags)
        self._users, self._meta = users, _by(tables, "posts_meta", "post_id")

    def read(self, post, number):
        placed, title = Placed(number), bodies.plain(str(post.get("title") or ""))
        if post.get("type", "post") != "post" or post.get("page") in (1, True):
            message = "This is a page; make it a standing page of the paper if it is needed."
            return LeftOut(message, "not-a-story", title, placed)
        name = str(post.get("uuid") or post.get("id") or "")
        if not name:
            raise Unreadable("the post has no id, so it could not be known again", code="no-id")
        raw = json.dumps(post, ensure_ascii=False).encode("utf-8", "surrogatepass")
        record = Record(placed=placed, raw=raw, external_id=name, headline=title, provider=self._name)
        self._read_state(record, post)
        self._read_names(record, post)
        self._read_lead(record, post)
        record.standfirst = bodies.plain(str(post.get("custom_excerpt") or ""))
        bodies.set_body(record, _html_of(post).replace(_ABSENT, self._url), base=f"{self._url}/" if self._url else "")
        record.url_slug = str(post.get("slug") or "")
        record.own_site, own = self._url, self._address(record)
        record.canonical_url = str(post.get("canonical_url") or "") or own * bool(self._url)
        record.old_addresses = [own] if own else []
        record.language = self._language
        record.extra |= {key: value for key, value in post.items() if key not in _KNOWN and value not in (None, "", [])}
        record.extra |= {f"meta_{key}": value for key, value in self._meta_of(post).items() if value not in (None, "")}
        texts.settle(record, asked=self._asked)
        leftovers.keep_unread(record, leftovers.of_json(_said_by(post)))
        return record

    def _address(self, record):
        """Where Ghost has a post unless its routes were changed; a path alone where the export names no site."""
        return f"{self._url}/{record.url_slug}/" if record.url_slug else ""

    def _read_state(self, record, post):
        for name, field in (
            ("created_at", "first_created"),
            ("updated_at", "updated_at"),
            ("published_at", "published_at"),
        ):
            setattr(record, field, moment(record, name, str(post.get(name) or ""), self._asked))
        record.external_version = str(post.get("updated_at") or post.get("published_at") or "")
        status = str(post.get("status") or "published")
        record.extra["status"] = status
        if status == "scheduled":
            record.embargo_until = record.published_at
        elif status not in ("published", "sent"):
            record.withheld = True
            record.note("not-published", f"It was not published in the old system (status “{status}”).")
        if post.get("visibility", "public") not in ("public", None, ""):
            record.pubstatus = Pubstatus.WITHHELD
            record.note("not-public", f"In the old system it was for {post['visibility']} only, so it is held.")

    def _read_names(self, record, post):
        """Authors and tags in their order; tags that begin with # were for the system's own use."""
        people = self._authors.get(post.get("id")) or [self._users.get(post.get("author_id") or post.get("author"))]
        named = {str(one["name"]): str(one.get("email") or "") for one in people if one and one.get("name")}
        record.credits = [Credit(name, email=email) for name, email in named.items()]
        record.byline = ", ".join(named)
        rows = self._tags.get(post.get("id"), [])
        self._read_about(record, [*filter(None, people), *rows])
        tags = [str(tag.get("name") or "") for tag in rows]
        shown = [tag for tag in tags if tag and not tag.startswith("#")]
        record.section, record.tags = (shown[0] if shown else ""), shown
        if internal := [tag for tag in tags if tag.startswith("#")]:
            record.extra["internal_tags"] = internal

    def _read_about(self, record, rows):
        """What the export says of the site, the authors and the tags of a post: the desk's own are not touched."""
        about = {"site": self._about} | {str(row.get("name")): _told_of(row, _OF_ROWS) for row in rows}
        if about := {name: told for name, told in about.items() if told}:
            record.extra["about"] = about

    def _read_lead(self, record, post):
        if src := post.get("feature_image"):
            meta = self._meta_of(post)
            caption = bodies.plain(str(meta.get("feature_image_caption") or ""))
            alt = str(meta.get("feature_image_alt") or "")
            record.pictures.append(Picture(str(src).replace(_ABSENT, self._url), caption=caption, alt=alt, lead=True))

    def _meta_of(self, post):
        return self._meta.get(post.get("id"), {})


def _html_of(post):
    """The first form that says anything: HTML, then what Ghost's two editors wrote, then text."""
    if post.get("html"):
        return str(post["html"])
    for name, read in _EDITORS.items():
        if post.get(name):
            return read(_loaded(post[name], name))
    return "".join(f"<p>{line}</p>" for line in str(post.get("markdown") or post.get("plaintext") or "").split("\n\n"))


def _said_by(post):
    """What stands in a post. Of the text in several forms it is the one that was read."""
    read = next((name for name in ("html", "lexical", "mobiledoc") if post.get(name)), "")
    told = {name: value for name, value in post.items() if name == read or name not in _EDITORS}
    return told | ({read: _loaded(post[read], read)} if read in _EDITORS else {})


def _loaded(told, name):
    try:
        return json.loads(told) if isinstance(told, str) else told
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"its {name} is no JSON, and there is no HTML; export it again", code="json") from error


def _told_of(row, names):
    return {name: row[name] for name in names if row.get(name)}


def _rows(tables, name):
    return [row for row in tables.get(name) or [] if isinstance(row, dict)]


def _by(tables, name, key):
    return {row.get(key): row for row in _rows(tables, name)}


def _joined(tables, name, key, others):
    """{post: [rows of the other table, in order]} of a table that joins two."""
    joined = {}
    for row in sorted(_rows(tables, name), key=lambda row: row.get("sort_order") or 0):
        if row.get(key) in others:
            joined.setdefault(row.get("post_id"), []).append(others[row[key]])
    return joined
