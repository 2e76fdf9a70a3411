"""Others may print a story, where it is ours and our licence says so: which licence holds, and what they copy."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from articles.models import Licence
from articles.templatetags.corrections import kind_name
from articles.text import calendar, prose
from articles.text.detached import detached
from articles.text.notices import notices

DEEDS = {
    Licence.BY_ND: ("CC BY-ND 4.0", "https://creativecommons.org/licenses/by-nd/4.0/"),
    Licence.BY: ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
}


def licence_of(edition, paper):
    """The Licence under which others may print the edition, "" if they may not.

    The house's own holds for what is ours alone: not for a wire's text, nor where other rights are told, nor for what
    somebody paid for. A story can say otherwise.
    """
    ours = not (edition.source_line or edition.rights or edition.kind == "sponsored")
    licence = edition.licence or (paper.licence if ours else Licence.NONE)
    if licence == Licence.NONE or (licence == Licence.OWN and not paper.licence_terms.strip()):
        return ""
    return licence


def deed(edition, paper, *, site):
    """The address that says what is allowed, for machines; "" if nothing is."""
    licence = licence_of(edition, paper)
    own = site + edition.republish_path if licence else ""
    return DEEDS[licence][1] if licence in DEEDS else own


@dataclass(frozen=True)
class Copy:
    """A story to be copied. `site`: our address, `name`: ours. Words are those of the language that is active."""

    edition: object
    licence: str
    site: str
    name: str

    @property
    def address(self):
        return self.site + self.edition.path

    @property
    def html(self):
        body = detached(self.edition.body_html, site=self.site)
        lines = [*self._head, *self._notices]
        return "\n".join(
            [
                f"<h1>{escape(self.edition.headline)}</h1>",
                *(f"<p>{escape(line)}</p>" for line in lines),
                body,
                f"<p>{self._credit_in_html}</p>",
            ]
        )

    @property
    def text(self):
        body = prose.plain_text(detached(self.edition.body_html, site=self.site))
        return "\n\n".join([self.edition.headline, *self._head, *self._notices, body, self._credit])

    @property
    def _head(self):
        names = ", ".join(byline["name"] for byline in self.edition.bylines)
        return [line for line in (self.edition.standfirst, names and f"{_('By')} {names}") if line]

    @property
    def _notices(self):
        """What was put right goes along with the text."""
        told = notices(self.edition.corrections)
        return [f"{kind_name(notice)}, {_day(notice.at)}: {notice.text}" for notice in told]

    @property
    def _credit(self):
        told = {"paper": self.name, "day": _day(self.edition.published_at)}
        first = _("First published by %(paper)s on %(day)s.") % told
        under = f" {_('Licence:')} {' '.join(DEEDS[self.licence])}." if self.licence in DEEDS else ""
        return f"{first} {self.address}{under}"

    @property
    def _credit_in_html(self):
        paper = f'<a href="{escape(self.address)}" rel="canonical">{escape(self.name)}</a>'
        first = escape(_("First published by %(paper)s on %(day)s."))
        told = first % {"paper": paper, "day": escape(_day(self.edition.published_at))}
        if self.licence not in DEEDS:
            return told
        name, address = DEEDS[self.licence]
        return f'{told} {_("Licence:")} <a href="{address}" rel="license">{name}</a>.'


def _day(moment):
    return calendar.written(timezone.localtime(moment), pgettext("date", "j F Y"))
