"""Finds dates that depend on the day of reading (yesterday, on Thursday) and dates that do not (3 May, 2024-05-03).

“This year” and “last year” are left out: the date of publication, which every page shows, settles them well enough.
"""

import re

_EN_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_FR_DAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche"
_ES_DAYS = "lunes martes miércoles jueves viernes sábado domingo"

# A phrase takes one word from each of its parts: ("last next", "week month") makes four.
_PHRASES = {
    "en": [
        ("today yesterday tomorrow tonight",),
        ("last", "night"),
        ("this", "morning afternoon evening weekend"),
        ("on last next this", _EN_DAYS),
        ("last next", "week weekend month"),
    ],
    "fr": [
        ("aujourd'hui hier demain",),
        ("ce", f"matin soir {_FR_DAYS}"),
        ("cette", "nuit"),
        (_FR_DAYS, "dernier prochain matin soir"),
        ("la", "semaine", "dernière prochaine"),
        ("le", "mois", "dernier prochain"),
    ],
    "es": [
        ("hoy ayer anoche",),
        ("esta", "mañana tarde noche"),
        ("el este", _ES_DAYS),
        ("el", "pasado próximo", _ES_DAYS),
        ("la", "semana", "pasada próxima"),
        ("el", "mes", "pasado próximo"),
    ],
}


def _pattern(phrases):
    parts = [r"\s".join(f"(?:{'|'.join(part.split())})" for part in phrase) for phrase in phrases]
    return re.compile(rf"\b(?:{'|'.join(parts)})(?![\w-]|['’]s\b)".replace("d'h", "d['’]h"), re.IGNORECASE)


def _signs(phrases):
    """The second word of every phrase, or its only one, up to the apostrophe."""
    return sorted({word.partition("'")[0] for parts in phrases for word in parts[:2][-1].split()}, key=len)


_RELATIVE = {tongue: _pattern(phrases) for tongue, phrases in _PHRASES.items()}
_SIGNS = {tongue: _signs(phrases) for tongue, phrases in _PHRASES.items()}

_MONTHS = (
    "January February March April May June July August September October November December"
    " Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"
    " janvier février mars avril mai juin juillet août septembre octobre novembre décembre janv févr juil déc"
    " enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre"
    " Januar Februar März Mai Juni Juli Oktober Dezember"
)
_MONTHS = frozenset(_MONTHS.split())
_MONTH_AFTER = re.compile(rf"(?:er|st|nd|rd|th|º|°|\.)?\s(?:of |de )?(?:{'|'.join(sorted(_MONTHS))})(?!\w)")
_DAY = re.compile(r"[0-9]{1,2}(?![0-9])")
_FIGURES = re.compile(r"[0-9]{1,4}(?:-[0-9]{2}-[0-9]{2}|[/.][0-9]{1,2}[/.][0-9]{2,4}|月[0-9]{1,2}日)")


def might_be_relative(text, tongue):
    """A quick no."""
    lowered = text.lower()
    return any(sign in lowered for sign in _SIGNS.get(tongue, ()))


def relative_dates(text, tongue):
    """Return (start, end) of each date that depends on the day of reading; empty for a language not listed."""
    return [match.span() for match in _RELATIVE[tongue].finditer(text)] if tongue in _RELATIVE else []


def has_fixed_date(text):
    """Whether `text` names a day of a month, in words or figures, the year given or not."""
    return bool(_FIGURES.search(text)) or any(_is_a_day(text, match) for match in _DAY.finditer(text))


def _is_a_day(text, match):
    start, end = match.span()
    before = text[max(0, start - 16) : start].split()[-1:]
    return (before and before[0].rstrip(".") in _MONTHS) or _MONTH_AFTER.match(text, end)
