"""Finds text that was read in the wrong encoding somewhere on its way here.

UTF-8 read as Windows-1252 leaves pairs such as Ã© for é; read as Mac Roman it leaves √© and ‚Äô. A replacement
character or a C1 control (0x92 for an apostrophe) shows that the letter itself is lost. None of these pairs is
spelling in any language; those that could end a word in capitals (AMANHÃ”) count only inside a word.
"""

import re

_LATER = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"  # what the bytes 80-BF look like in Windows-1252
_NEVER_PUNCTUATION = "\u00a0-\u00aa\u00ac-\u00ba\u00bc-\u00bf€ƒ†‡ˆ‰Š‹ŒŽ˜™š›œžŸ"

_SUSPECT = re.compile("[ÃÂÐÑØÙÎÏà-ï‚√ð\u0080-\u0084\u0086-\u009f\ufffd]")
_GARBLED = re.compile(
    rf"[ÃÂ](?:[{_NEVER_PUNCTUATION}]|[{_LATER}](?=[^\W\d_]))"
    rf"|â€|ï»¿|ï¿½|ðŸ"
    rf"|(?:[ÐÑØÙÎÏ][{_LATER}]){{2}}"
    rf"|(?:[à-ï][{_LATER}]{{2}}){{2}}"
    r"|‚Ä[ôúùìîòö¶]|√[©®±°≥¥§∂∫ºΩ]"
    r"|[\u0080-\u0084\u0086-\u009f\ufffd]"
)


def garbled(text):
    """Return (start, end) of each garbled place in `text`."""
    return [match.span() for match in _GARBLED.finditer(text)] if _SUSPECT.search(text) else []
