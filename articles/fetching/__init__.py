"""Pictures from the web, behind guards: what an address may be, which machines may be asked, how much is taken.

    Web(agent="…").picture("https://…")     its bytes, or NotFetched with the reason and whether asking again may help

A name is resolved once and the connection goes to the address that was checked, at every redirect anew. The bytes look
like a picture by their beginning and are not decoded: that is for `images`. Whoever asks holds no transaction.
"""

from .asking import Limits, Web
from .refusals import NotFetched

__all__ = ["Limits", "NotFetched", "Web"]
