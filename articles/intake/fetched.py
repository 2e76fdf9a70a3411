"""Pictures on the web: what was fetched before is known by its address, the rest is asked for where a run may do so.

No transaction is open here. A picture is kept before it is remembered, and remembered before its story is written:
whatever ends the run between two of these, the next one finds it.
"""

import re

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles import images, imprint
from articles.fetching import NotFetched, Web
from articles.models import FetchedPicture

_ON_THE_WEB = re.compile(r"(?:https?:)?//", re.IGNORECASE)


class Stopped(Exception):
    """The run was asked to stop while it fetched: its batch is not written."""


def is_on_the_web(href):
    return bool(_ON_THE_WEB.match(href.strip()))


def agent():
    """Who asks, as a header can say it: a name in another script is left to the address."""
    name = imprint.name(imprint.current()).encode("ascii", "ignore").decode()
    name = " ".join(re.sub(r"[^ -~]|[();]", " ", name).split())
    return f"Newsroom ({name}; +{settings.SITE_URL})" if name else f"Newsroom (+{settings.SITE_URL})"


class Fetched:
    """What one run knows of pictures on the web, and what it may ask for: nothing without `--fetch-media`.

    `count` pictures were fetched, or would be in a dry run; `failed` maps an address to what its NotFetched says, so
    that no address is asked twice. `stopped` once a Stopped was raised.
    """

    def __init__(self, options, web=None, stop=None):
        self.may_ask, self._dry, self._stop = options.fetch_media, options.dry_run, stop
        self._web = web or Web(agent=agent() if options.fetch_media else "")
        self._ahead, self.failed = set(), {}
        self.count, self.stopped, self._waited = 0, False, False

    def known(self, hrefs):
        """{address: Image} of those that were fetched before, in one query; `address` says which is whose."""
        if not (addresses := {self.address(href) for href in hrefs} - {""}):
            return {}
        rows = FetchedPicture.objects.filter(address__in=addresses).select_related("image")
        return {row.address: row.image for row in rows}

    def address(self, href):
        """The address that `href` leads to, as it is remembered; empty for one that is not asked for."""
        try:
            return str(self._web.address(href))
        except NotFetched:
            return ""

    def ask(self, href, *, keep):
        """The Image that `keep` makes of the bytes at `href`; None in a dry run, which counts the address. Raises
        NotFetched, and Stopped.
        """
        if self._stop and self._stop():
            self.stopped = True
            raise Stopped
        if self._dry:
            self._ahead.add(str(self._web.address(href)))
            self.count = len(self._ahead)
            return None
        if href in self.failed:
            raise _said(*self.failed[href])
        self._waited = True
        try:
            image = keep(self._web.picture(href))
        except NotFetched as problem:
            self.failed[href] = (problem.message, problem.code, problem.again)
            raise
        except images.Unusable as problem:
            # A picture cut short may be whole the next time; one that is too large or of another kind stays so.
            again = problem.code == "broken"
            self.failed[href] = (f"it cannot be used ({problem.message})", "unusable", again)
            raise _said(*self.failed[href]) from problem
        except ValidationError as problem:
            self.failed[href] = (f"it cannot be used ({' '.join(problem.messages)})", "unusable", False)
            raise _said(*self.failed[href]) from problem
        self._remember(href, image)
        return image

    def has_waited(self):
        """Whether the web was asked since this was asked last."""
        waited, self._waited = self._waited, False
        return waited

    def _remember(self, href, image):
        """The picture at `href` is this Image; whoever fetched it at the same moment has said so too."""
        told = {"image": image, "fetched_at": timezone.now()}
        FetchedPicture.objects.get_or_create(address=str(self._web.address(href)), defaults=told)
        self.count += 1


def _said(message, code, again):
    return NotFetched(message, code, again=again)
