"""Plain functions that make things for tests: sensible defaults, every one overridable by keyword."""

import io
from datetime import timedelta
from itertools import count

from django.contrib.auth.models import Group, User
from django.utils import timezone
from PIL import Image as Picture

from articles import editing, grouping, pictures, publishing, tagging
from articles.models import Author, Section
from articles.permissions import GROUPS

BODY = (
    "<p>The council voted 14 to 11 on Tuesday 3 November to buy the island ferry, after a meeting that ran past "
    "midnight and filled the public gallery.</p>"
    "<p>Work on the pier begins in March, and the first crossing is planned for the last week of May 2027.</p>"
)
_number = count(1)
_stories = {"made": 0}


def count_stories_anew():
    """The first story of every test has the same headline, and so a card that is drawn already."""
    _stories["made"] = 0


def make_user(group=None, **fields):
    """A member of staff with the password "password"; `group` is a name from permissions.GROUPS."""
    fields = {"username": f"user{next(_number)}", "is_staff": True, **fields}
    user = User.objects.create_user(password="password", **fields)
    if group:
        user.groups.add(make_group(group))
    return user


def make_group(name):
    group, _ = Group.objects.get_or_create(name=name)
    group.permissions.set(grouping.permissions_of(GROUPS[name]))
    return group


def make_section(name="News", **fields):
    return Section.objects.get_or_create(slug=fields.pop("slug", name.lower()), defaults={"name": name, **fields})[0]


def make_author(name="Isla Wren", **fields):
    slug = fields.pop("slug", name.lower().replace(" ", "-"))
    return Author.objects.get_or_create(slug=slug, defaults={"name": name, **fields})[0]


def make_image(color="teal", size=(900, 600), **fields):
    file = io.BytesIO()
    Picture.new("RGB", size, color).save(file, "JPEG")
    file.seek(0)
    fields = {"title": f"A {color} picture", "alt": f"A {color} field", "credit": "Drawing: test", **fields}
    return pictures.add(file, **fields)


def make_article(*, by=None, bylines=None, tags=(), **fields):
    """A draft that the copy desk has nothing against. `bylines`: (Author, role) pairs; `tags`: names."""
    _stories["made"] += 1
    defaults = {
        "headline": f"Port Merrow votes to buy its ferry, part {_stories['made']}",
        "standfirst": "Councillors backed a plan after a long night",
        "body": BODY,
        "section": None if "section" in fields else make_section(),
        "language": "en",
    }
    bylines = [(make_author(), "")] if bylines is None else bylines
    return editing.create(defaults | fields, by=by, bylines=bylines, tags=tagging.resolve(tags))


def make_edition(*, at=None, by=None, ago=None, **fields):
    """A live edition of a new article; `ago` is a timedelta, `at` the moment it goes live."""
    at = at or timezone.now() - (ago or timedelta(minutes=5))
    return publishing.publish(make_article(by=by, **fields), by=by, at=at, waive=WAIVED, backdated=True)


WAIVED = {
    "no-body": "test",
    "picture-missing": "test",
    "no-headline": "test",
    "placeholder": "test",
    "mojibake": "test",
}
