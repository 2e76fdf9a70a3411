"""The form that every letter is: a stamp, a trap for programs that fill in all there is, and the order of refusals."""

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from . import origins, stamps
from .counting import count
from .refusals import Refused
from .senders import sender

HOUR = 3600
STATUS = {"elsewhere": 403, "no-stamp": 403, "too-many": 429, "too-busy": 429, "not-now": 503}
WORN = ("too-old", "no-stamp", "used", "not-now")  # what is then shown again needs another stamp


class Letter(forms.Form):
    """A form for people without an account; `components/letterbox.html` goes inside its <form>.

    A subclass says its `purpose`, and how many an hour it takes `each` from one sender and `altogether`. Only a letter
    that could be kept is counted and uses up its stamp.
    """

    purpose, each, altogether = "letter", 5, 100

    stamp = forms.CharField(required=False, widget=forms.HiddenInput)
    homepage = forms.CharField(required=False)

    def __init__(self, request, **kwargs):
        super().__init__(request.POST if request.method == "POST" else None, **kwargs)
        self.request, self.refusal = request, None

    def clean(self):
        cleaned = super().clean()
        try:
            self._refuse_odd(cleaned)
            if not self.errors:
                self._take(cleaned)
        except Refused as refusal:
            self.refusal = refusal
            raise forms.ValidationError(refusal.message, code=refusal.code) from refusal
        return cleaned

    @property
    def status(self):
        """The status of the page that shows this form."""
        if not self.is_bound or self.is_valid():
            return 200
        return STATUS.get(self.refusal.code, 400) if self.refusal else 400

    @property
    def headers(self):
        """Nobody keeps a page that holds a stamp; who comes too often is told when to come back."""
        seconds = self.refusal.seconds if self.refusal else 0
        return {"Cache-Control": "private, no-store", **({"Retry-After": str(seconds)} if seconds else {})}

    @cached_property
    def next_stamp(self):
        """What the page that shows this form is sent back with: the one it came with while that is good."""
        worn = not self.is_bound or (self.refusal and self.refusal.code in WORN)
        return stamps.make(self.purpose) if worn else self.data.get("stamp", "")

    def give_back(self, message):
        """What was taken could not be dealt with after all: say so, with another stamp to send it again."""
        self.refusal = Refused(message, code="not-now")
        self.add_error(None, forms.ValidationError(message, code="not-now"))

    def _refuse_odd(self, cleaned):
        origins.refuse_elsewhere(self.request)
        if cleaned.get("homepage"):
            raise Refused(_("A field that people do not see was filled in. Send it once more."), code="trap")
        stamps.refuse_unless_good(cleaned.get("stamp", ""), self.purpose)

    def _take(self, cleaned):
        self._refuse_many()
        stamps.use(cleaned["stamp"], self.purpose)

    def _refuse_many(self):
        name = sender(self.request)
        if name and count(f"{self.purpose}:{name}", HOUR) > self.each:
            told = _("That is a lot from one place. Try again in an hour.")
            raise Refused(told, code="too-many", seconds=HOUR)
        if count(f"{self.purpose}:all", HOUR) > self.altogether:
            told = _("More is coming in than we can read. Try again in an hour.")
            raise Refused(told, code="too-busy", seconds=HOUR)
