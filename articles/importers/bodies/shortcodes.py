"""Tells of the words in brackets that another system would have replaced. They are kept where they stand.

Their bounds keep the search linear; a shortcode longer than two thousand characters is not told.
"""

import re
from collections import Counter

_CODES = re.compile(
    r"\{\{[<%]\s*/?\s*(?P<hugo>[\w./-]+).{0,2000}?[>%]\}\}"
    r"|\{%-?\s*(?P<liquid>[\w./-]+)[^%]{0,2000}%\}"
    r"|\{\{(?P<value>[^{}]{1,2000})\}\}"
    r"|\[/?(?P<press>(?:gallery|caption|embed|audio|video|playlist|youtube|vimeo|contact-form|wp_caption)\b)[^\[\]]{0,2000}\]"
    r"|\[(?P<other>[a-z][\w-]{1,30})\s+\w{1,30}=[^\[\]]{0,2000}\]",
    re.DOTALL,
)


def flag_shortcodes(record, text):
    """Add a finding for each kind of shortcode in `text`."""
    if "[" not in text and "{" not in text:
        return
    found, shown = Counter(), {}
    for match in _CODES.finditer(text):
        name = next(value for value in match.groups() if value).strip()
        found[name] += 1
        shown.setdefault(name, match[0])
    for name, count in found.items():
        times = "once" if count == 1 else f"{count} times"
        message = f"The shortcode “{name[:40]}” stands in the text {times}. Put in what it stood for."
        record.note("shortcode", message, excerpt=shown[name])
