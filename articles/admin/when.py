"""When a story opens and when it leaves the site, as the publish page asks it and somebody answers."""

from django.utils import timezone

from articles import publishing
from articles.text import clock

from . import moments, zones

NOW, LATER, EMBARGO = "now", "later", "embargo"
KEEP, NEVER, AT = "keep", "never", "at"


class When:
    """What was answered, ready to be shown again: `at` (None: now) and `until` are as `publishing.publish` takes them.

    `errors` are (id of the field, what is wrong); `at` and `until` count only while there are none.
    """

    def __init__(self, data, *, user, article, planned=None):
        self.now, self.user, self.planned = timezone.now(), user, planned
        self.embargo = article.embargo_until if _is_ahead(article.embargo_until, self.now) else None
        self.errors = []
        self.zones, self.zone = zones.named(user), self._zone(data.get("zone"))
        self.opening, self.closing = (moments.read(data, name, self.zone, self.now) for name in ("at", "until"))
        self.start = data.get("when") or (NOW if self.opening.is_empty else LATER)
        self.ends = data.get("ends") or KEEP
        self._check()

    @classmethod
    def first(cls, *, user, article, planned, opens=None):
        """The page as it opens: at once; a story under embargo when that ends; what is scheduled at its moment."""
        when = cls({}, user=user, article=article, planned=planned)
        when.start = EMBARGO if when.embargo else NOW
        if opens:
            when.start, when.opening = LATER, moments.filled(opens, "at", when.zone, when.now)
        return when

    @property
    def at(self):
        return {LATER: self.opening.moment, EMBARGO: self.embargo}.get(self.start)

    @property
    def until(self):
        return {AT: self.closing.moment, NEVER: None}.get(self.ends, publishing.KEEP)

    @property
    def opens(self):
        """What the moment of opening means, in words; None while nothing is typed."""
        return self.opening.moment and zones.tell(self.opening.moment, self.user, "Goes live")

    @property
    def closes(self):
        return self.closing.moment and zones.tell(self.closing.moment, self.user, "Leaves the site")

    @property
    def embargo_ends(self):
        return self.embargo and zones.tell(self.embargo, self.user, "Embargo ends")

    @property
    def planned_end(self):
        return self.planned and zones.tell(self.planned, self.user, "Leaves the site")

    def _zone(self, key):
        """The newsroom's, if the form does not say."""
        known = zones.of(self.user)
        if key and key not in known:
            self.errors.append(("zone", "Choose one of these zones."))
        return known.get(key) or next(iter(known.values()))

    def _check(self):
        if self.start not in (NOW, LATER, EMBARGO):
            self.errors.append(("when-now", "Choose now or later."))
        if self.ends not in (KEEP, NEVER, AT):
            self.errors.append(("ends-at", "Choose whether the story leaves the site."))
        if self.start == LATER:
            self._need(self.opening, "Say when the story goes live.")
        if self.ends == AT:
            self._need(self.closing, "Say when the story leaves the site.")

    def _need(self, typed, missing):
        if typed.is_empty:
            typed.error = missing
        if typed is self.opening and typed.moment and self.embargo and typed.moment < self.embargo:
            typed.error = (
                f"Embargoed until {clock.told(self.embargo, self.zone, self.now)}. Choose a time from then on."
            )
        if typed.error:
            self.errors.append((f"{typed.name}-{typed.part}", typed.error))


def _is_ahead(moment, now):
    return moment is not None and moment > now
