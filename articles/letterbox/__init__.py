"""What people without an account may send us: a form of our own page, filled in by hand, once, and not too often.

Such a form has no CSRF token, for that would take a cookie, and is safe without one: forging a request across sites
pays only where a browser adds something that the forger lacks, a session or a cookie. Here it adds nothing. Whoever can
make a visitor's browser post this form could post it themselves, to the same effect. What is left is that others' pages
could make their visitors write to us; a request that comes from another site is refused for that.

Nothing is kept of who sends but a count, under a name made with a salt that is gone after a day (`senders`).
"""

from .forms import Letter
from .refusals import Refused

__all__ = ["Letter", "Refused"]
