"""The only writer of editions, corrections and withdrawals: what readers see, until when, and what they are told.

Nothing happens at publication time. A window opens and closes by itself; every reader asks for the editions of now.
"""

from .planning import cancel, end
from .publish import KEEP, Put, path_of, publish, read
from .refusals import Refused
from .standing import Standing, standing
from .withdrawing import kill, revive, unpublish

__all__ = [
    "KEEP",
    "Put",
    "Refused",
    "Standing",
    "cancel",
    "end",
    "kill",
    "path_of",
    "publish",
    "read",
    "revive",
    "standing",
    "unpublish",
]
