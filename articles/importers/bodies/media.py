"""The pictures of a body, by their number, and what plays in it, as a link."""

from html import escape

from . import embeds, figures
from .inline import unescaped


class Media:
    """Puts the pictures and players of one body on `page`; `flow` is the text around them."""

    def __init__(self, record, base, *, page, flow, told):
        self._record, self._base = record, base
        self._page, self._flow, self._told = page, flow, told
        self._embedded = set()

    def image(self, event):
        picture = figures.picture_of(event.attributes)
        if picture is None:
            self._record.remove("picture-unseen", event.attributes.get("src", "")[:2000])
        elif "emoji" in event.classes and picture.alt:
            self._flow.say(escape(picture.alt, quote=False))
        elif not self._is_repeated(picture):
            self._show(picture)

    def _is_repeated(self, picture):
        """Whether it came just now: once for the script, once for those without it."""
        last = self._record.pictures[-1] if self._record.pictures else None
        return bool(last) and not last.lead and picture.data is None and last.href == picture.href

    def _show(self, picture):
        self._record.pictures.append(picture)
        number = len(self._record.pictures) - 1
        html = figures.image(number, picture)
        if self._page.figures:
            self._page.figures[-1].pictures.append(html)
            self._page.figures[-1].numbers.append(number)
        else:
            self._stand(f"<figure>{html}</figure>")

    def player(self, event):
        """Open a player; returns what closes it."""
        self._flow.flush()
        if event.attributes.get("src") or event.attributes.get("data"):
            self.embed(event.attributes)
        return self._flow.flush

    def frame(self, event):
        self.embed(event.attributes)
        self._record.remove("frame-text", unescaped(event.text))

    def embed(self, attributes):
        """A link to what plays here, once for each address."""
        src = attributes.get("src") or attributes.get("data") or attributes.get("data-src") or ""
        address = embeds.address_of(src, self._base)
        if not address:
            self._record.remove("embed", src[:2000] or "(no address)")
            self._told["embed-lost"] += 1
        elif address not in self._embedded:
            self._embedded.add(address)
            self._told["embed"] += 1
            self._stand(embeds.card(address, attributes.get("title", "")))

    def _stand(self, figure):
        self._page.stand(figure, within_text=not self._flow.is_between)
