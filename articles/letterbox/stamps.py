"""The stamp in a form: signed, for one kind of form and one sending, good neither at once nor for ever."""

import secrets

from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.utils.translation import gettext as _

from .counting import is_first
from .refusals import Refused

SOONEST, LATEST = 3, 12 * 3600  # seconds; nobody reads a form and fills it in within three


def make(purpose):
    return _signer(purpose).sign(secrets.token_urlsafe(12))


def refuse_unless_good(stamp, purpose):
    """Raise Refused for a stamp that is missing, forged or another form's, for one too young, and one too old."""
    signer = _signer(purpose)
    try:
        signer.unsign(stamp, max_age=LATEST)
    except SignatureExpired:
        raise Refused(_("This form lay open for too long. Send it once more now."), code="too-old") from None
    except BadSignature:
        raise Refused(_("This form is incomplete. Send it once more now."), code="no-stamp") from None
    if _is_younger(signer, stamp, SOONEST):
        raise Refused(_("That was quick. Look it over once more, then send it again."), code="too-fast")


def use(stamp, purpose):
    """Raise Refused for a stamp that was used before."""
    if not is_first(f"stamp:{purpose}:{stamp}", LATEST):
        raise Refused(_("This was sent before, and has arrived. There is nothing more to do."), code="used")


def _is_younger(signer, stamp, seconds):
    try:
        signer.unsign(stamp, max_age=seconds)
    except SignatureExpired:
        return False
    return True


def _signer(purpose):
    return TimestampSigner(salt=f"letterbox.{purpose}")
