"""One WordPress item as a record (IMPORT §2), or as what it is if it is no story."""

import hashlib

from lxml import etree

from articles.importers import bodies, leftovers
from articles.importers.record import Credit, LeftOut, Picture, Placed, Pubstatus, Record
from articles.importers.wire import texts, trees
from articles.longlists import Kept

from .content import html_of
from .items import content_of, meta_of
from .moments import embargo_of, moment_of

_NOT_STORIES = {
    "page": "a page; make it a standing page of the paper if it is needed",
    "attachment": "a picture or a file; it comes in with the story it belongs to",
    "nav_menu_item": "an entry of a menu",
    "wp_navigation": "a menu",
    "wp_block": "a reusable block",
    "wp_template": "a template",
    "wp_global_styles": "a style",
}
_MOST_PICTURES = 2000  # that the galleries of a post show without naming them
_NOWHERE = ("Uncategorized", "uncategorized", "Uncategorised")


class Posts:
    """Reads items one after the other; remembers their ids, for WordPress uses some twice."""

    def __init__(self, channel, asked):
        self._channel, self._asked, self._seen = channel, asked, Kept()

    def read(self, item, number):
        placed = Placed(number, item.sourceline)
        kind, title = trees.words(item, "post_type") or "post", bodies.plain(trees.words(item, "title"))
        if kind != "post":
            what = _NOT_STORIES.get(kind, f"of a kind of its own (“{kind}”), which is no story")
            return LeftOut(f"This is {what}.", "not-a-story", title, placed)
        status = trees.words(item, "status")
        if status in ("trash", "auto-draft"):
            return LeftOut(f"This lies in the bin of the old system ({status}).", "binned", title, placed)
        return self._story(item, placed, title, status)

    def _story(self, item, placed, title, status):
        raw = etree.tostring(item, encoding="utf-8", with_tail=False)
        record = Record(placed=placed, raw=raw, headline=title, source=self._channel.told.get("base_blog_url", ""))
        record.encoding = self._channel.encoding
        record.extra["meta"] = meta_of(item)
        self._read_identity(record, item)
        self._read_state(record, item, status)
        self._read_authors(record, item)
        _read_terms(record, item)
        record.standfirst = bodies.plain(content_of(item, "encoded", "excerpt"))
        self._read_lead(record)
        html = html_of(record, content_of(item, "encoded", "content"), self._pictures_of(item))
        bodies.set_body(record, html, base=self._channel.told.get("link", ""))
        if comments := [trees.as_data(one) for one in trees.children(item, "comment")]:
            record.extra["comments"] = comments
        record.language = self._channel.told.get("language", "")
        record.provider = self._channel.told.get("title", "")
        record.extra |= {"site": about} if (about := self._channel.told.get("description")) else {}
        texts.settle(record, asked=self._asked)
        leftovers.keep_unread(record, leftovers.of_xml(item))
        return record

    def _read_identity(self, record, item):
        """The blog, the number and the guid: none of them is unique by itself, and in some files not even all three."""
        number, guid = trees.words(item, "post_id"), trees.words(item, "guid")
        name = f"{self._channel.told.get('base_blog_url', '')} post {number} {guid}".strip()
        if name in self._seen:
            name = f"{name} {hashlib.sha256(record.raw).hexdigest()[:16]}"
            record.note("id-repeated", "Another item of this file has the same number and guid.")
        self._seen[name] = None
        record.external_id = name
        record.url_slug = trees.words(item, "post_name")
        record.canonical_url = trees.words(item, "link")
        record.own_site = self._channel.told.get("base_blog_url", "") or self._channel.told.get("link", "")
        record.old_addresses = [guid] if guid.startswith(("http://", "https://")) else []
        if record.own_site and number.isdecimal():
            short = f"{record.own_site.rstrip('/')}/?p={number}"  # WordPress leads there from every site of its own
            record.old_addresses = list(dict.fromkeys([*record.old_addresses, short]))

    def _read_state(self, record, item, status):
        record.published_at = moment_of(record, item, "post_date", self._asked)
        record.updated_at = moment_of(record, item, "post_modified", self._asked) or record.published_at
        record.first_created = record.published_at
        record.external_version = record.updated_at.isoformat() if record.updated_at else ""
        record.embargo_until = embargo_of(record, status)
        record.extra["status"] = status
        if status in ("private", "draft", "pending"):
            record.withheld = True
            record.note("not-published", f"It was not published in the old system (status “{status}”).")
        if password := trees.words(item, "post_password"):
            record.pubstatus, record.extra["password"] = Pubstatus.WITHHELD, password
            record.note("password", "It was behind a password in the old system, so it is held.")

    def _read_authors(self, record, item):
        """Co-Authors Plus names all of them in order; else who made the post, if the file says who that is."""
        written = [one for one in trees.children(item, "category") if one.get("domain") == "author"]
        if written:
            people = {trees.text(one): self._email_of(one.get("nicename", "")) for one in written if trees.text(one)}
            record.credits = [Credit(name, email=email) for name, email in people.items()]
        elif login := trees.words(item, "creator"):
            if login in self._channel.authors:
                name, email = self._channel.authors[login]
                record.credits = [Credit(name, email=email)]
            else:
                record.extra["creator"] = login
                record.note(
                    "author-unknown", f"The file does not say who “{login}” is; name the author.", excerpt=login
                )
        record.byline = ", ".join(credit.name for credit in record.credits)

    def _email_of(self, nicename):
        return self._channel.authors.get(nicename.removeprefix("cap-"), ("", ""))[1]

    def _read_lead(self, record):
        """The featured image, wherever in the file its entry stands."""
        number = record.extra["meta"].get("_thumbnail_id", "")
        found = self._channel.attachments.get(number if isinstance(number, str) else number[0])
        if found:
            caption = bodies.plain(found.caption)
            extra = {"title": found.title} if found.title else {}
            record.pictures.append(Picture(found.address, caption=caption, alt=found.alt, lead=True, extra=extra))
        elif number:
            record.note("picture-missing", f"Its picture (number {number}) is not in the file; add one.")

    def _pictures_of(self, item):
        """A function that gives the attachments of these numbers or, without numbers, those uploaded under the post: a
        post may show them again and again.
        """
        here, all_of_them, left = trees.words(item, "post_id"), self._channel.attachments, _MOST_PICTURES

        def pictures(numbers):
            nonlocal left
            if numbers:
                return [found for number in numbers if (found := all_of_them.get(number))]
            shown = all_of_them.under(here, left)
            left -= len(shown)
            return shown

        return pictures


def _read_terms(record, item):
    """The first category is the section; the others are tags, as they were for readers."""
    terms = [(one.get("domain", "category"), trees.text(one)) for one in trees.children(item, "category")]
    categories = [name for domain, name in terms if domain == "category" and name and name not in _NOWHERE]
    record.section = categories[0] if categories else ""
    tags = [name for domain, name in terms if domain in ("post_tag", "tag") and name]
    record.tags = list(dict.fromkeys([*tags, *categories[1:]]))
    record.extra["terms"] = [{"domain": domain, "name": name} for domain, name in terms if domain != "author"]
