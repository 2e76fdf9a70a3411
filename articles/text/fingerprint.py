"""Says whether two stories are the same words, whatever their encoding, line ends, quotes and spaces."""

import hashlib

from .composing import nfc

_QUOTES = str.maketrans({**dict.fromkeys("‘’‚‛′´`＇", "'"), **dict.fromkeys("“”„‟″«»＂", '"')})


def fingerprint(headline, body_text):
    """The SHA-256, in hex, of the words: composed, case folded, quotes folded, white space collapsed."""
    words = " ".join(nfc(f"{headline}\n{body_text}").casefold().translate(_QUOTES).split())
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
