"""The only writer of old addresses: which address of another site leads to which story here."""

from django.conf import settings
from django.contrib.redirects.models import Redirect
from django.db import transaction
from django.urls import Resolver404, resolve

from articles import permissions, record
from articles.models import OldAddress, Transition
from articles.text import old_addresses as addresses

STORIES = ("story", "story-data", "story-card", "story-changes", "story-republish")


class Refused(Exception):
    """The address leads nowhere; `code` is stable, the message says what to do."""

    def __init__(self, message, *, code):
        super().__init__(message)
        self.message, self.code = message, code


def lead(wanted):
    """Let each path of {path: story's key} lead to its story; return {path: key} of those that lead to another.

    In statements that do not grow with them; a path that is led already is not written again.
    """
    there = _owners(wanted)
    if new := [path for path in sorted(wanted) if path not in there]:
        rows = [Redirect(site_id=settings.SITE_ID, old_path=path) for path in new]
        Redirect.objects.bulk_create(rows, ignore_conflicts=True)  # another import may have the same this moment
        kept = Redirect.objects.filter(old_path__in=new, new_path="", of_story=None)
        told = [OldAddress(redirect=row, article_id=wanted[row.old_path]) for row in kept]
        OldAddress.objects.bulk_create(told, ignore_conflicts=True)
        there |= _owners(new)
    return {path: owner for path, owner in there.items() if owner != wanted[path]}


def is_our_own(path):
    """Whether the newsroom itself answers there, whatever is published: such a page is never led away from."""
    bare = path.partition("?")[0]
    if bare == "/":
        return path == "/"
    return _is_fixed(bare) or _is_fixed(f"{bare.rstrip('/')}/")


def _is_fixed(path):
    try:
        match = resolve(path)
    except Resolver404:
        return False
    return "admin" in match.namespaces or (not match.kwargs and match.url_name not in STORIES)


@transaction.atomic
def add(article, address, *, by):
    """Let an address, with its host or without, lead to a story, and return its path. Raises Refused."""
    address = addresses.with_scheme(address)
    path = addresses.kept(address, {addresses.host_of(address)})
    _refuse_unfit(path)
    if taken := lead({path: article.pk}):
        raise Refused(_whose(path, taken[path], by), code="taken")
    record.keep(article, Transition.Action.REDIRECTED, by=by, note=f"{path} leads here.")
    return path


@transaction.atomic
def take_away(old, *, by):
    """Let an old address lead nowhere."""
    article, path = old.article, old.redirect.old_path
    old.redirect.delete()
    record.keep(article, Transition.Action.REDIRECTED, by=by, note=f"{path} leads here no more.")


def _owners(paths):
    """{path: key of the story it leads to, None if it leads elsewhere} of those that are kept."""
    rows = Redirect.objects.filter(site=settings.SITE_ID, old_path__in=paths)
    return dict(rows.values_list("old_path", "of_story__article"))


def _refuse_unfit(path):
    if not path:
        told = f"Write a path such as /2019/05/old-name/, of at most {addresses.LONGEST} characters."
        raise Refused(told, code="no-path")
    if is_our_own(path):
        raise Refused(f"{path} is a page of this newsroom, and stays one.", code="own")


def _whose(path, key, by):
    """To whom, if `by` may know: a person who may see that story, or whoever runs the newsroom from its machine."""
    if key is None:
        return f"{path} leads elsewhere already."
    owner = OldAddress.objects.select_related("article").get(redirect__old_path=path).article
    if by is None or permissions.may_see(by, owner):
        return f"{path} leads to “{owner.headline}” already."
    return f"{path} leads to another story already."
