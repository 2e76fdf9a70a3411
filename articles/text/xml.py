"""Text that XML can hold."""

import re

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def clean(text):
    """Without the control characters that no XML may hold, escaped or not: one of them would break the whole file."""
    return _NOT_XML.sub("", text)
