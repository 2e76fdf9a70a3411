"""What came in clean goes out at once, where that was asked for; what is kept as a draft says why."""

from django.db import transaction
from django.utils import timezone

from articles import freezing, publishing
from articles.models import Article, Edition
from articles.models.delivery import Outcome
from articles.text.findings import Finding, Level


def goes_out(parsed, desk):
    return desk.options.publish or desk.log.publishes(parsed.item.source)


def draw(arrived, known, desk):
    """Draw the share pictures of what will go out, outside any transaction: it takes time, and it makes files."""
    for parsed in arrived:
        if goes_out(parsed, desk) and parsed.record.may_be_published:
            freezing.share_picture(_to_be(parsed, known.record_of(parsed.item), desk))


def _to_be(parsed, row, desk):
    """The story as far as its share picture shows it."""
    headline, language = " ".join(parsed.record.headline.split()), parsed.record.language
    if row is not None and row.article is not None:
        lead = row.article.lead or (parsed.lead if parsed.late else None)
        return Article(headline=headline, language=language, section=row.article.section, lead=lead)
    return Article(headline=headline, language=language, section=desk.section_of(parsed), lead=parsed.lead)


def publish(parsed, known, desk):
    """Publish what came in clean; say why the rest stays a draft."""
    item = parsed.item
    if item.outcome not in (Outcome.CREATED, Outcome.UPDATED):
        return
    try:
        if not parsed.record.may_be_published:
            raise publishing.Refused("The text asks to be held. Read it before publishing.", code="withheld")
        _refuse_unfit(parsed)
        if known.taken_back.holds(parsed):
            raise publishing.Refused("The same delivery takes this story back.", code="canceled")
        _refuse_decided(item.article)
        _refuse_late(parsed)
        with transaction.atomic():
            publishing.publish(Article(pk=item.article), by=desk.options.by, **_end_of(parsed.record))
        item.published = True
        item.findings.append(Finding("published", Level.HINT, "It went out at once.", None, ""))
    except publishing.Refused as refusal:
        item.findings.append(Finding("not-published", Level.WARNING, _why_not(refusal), None, ""))


def _end_of(record):
    """What its provider says of when the story ends; one that has ended is not published at all."""
    if record.expires_at is None:
        return {}
    if record.expires_at <= timezone.now():
        raise publishing.Refused(f"Its provider let it end on {record.expires_at:%Y-%m-%d}.", code="expired")
    return {"until": record.expires_at}


def _why_not(refusal):
    """The refusal as one sentence: what the copy desk found, or what stands in the way."""
    return " ".join(finding.message for finding in refusal.findings) or refusal.message


def _refuse_unfit(parsed):
    """What somebody has to see first: a text that is here already, one without a headline or anybody who answers for it
    (IMPORT §3.16, §4).
    """
    codes = {finding.code for finding in parsed.item.findings}
    if "possible-duplicate" in codes:
        raise publishing.Refused("The same text is here already. Publish one of the two.", code="possible-duplicate")
    if codes & {"headline-missing", "headline-made"}:
        raise publishing.Refused("It came without a headline. Write one in the admin.", code="headline-missing")
    if not _is_answered_for(parsed):
        raise publishing.Refused("It names neither an author nor a provider. Add one in the admin.", code="no-author")


def _is_answered_for(parsed):
    record, lines = parsed.record, Article.objects.values_list("source_line", flat=True)
    return bool(record.credits or record.provider or lines.get(pk=parsed.item.article))


def _refuse_decided(article):
    """Newer text may renew a page that readers have, or begin one; it never brings back what somebody withdrew, nor
    out now what somebody scheduled.
    """
    editions = Edition.objects.filter(article=article)
    if editions.upcoming().exists():
        raise publishing.Refused("The story is scheduled. Replace the schedule in the admin.", code="scheduled")
    if editions.exists() and not editions.live().exists():
        raise publishing.Refused("The story was withdrawn. Publish it in the admin if it may return.", code="withdrawn")


def _refuse_late(parsed):
    """Pictures that come later begin no page, and bring no text of the desk's own to readers."""
    if parsed.worked_on:
        refused = "Pictures came to a text that somebody works on. Publish it in the admin once it is done."
        raise publishing.Refused(refused, code="worked-on")
    if parsed.late and not Edition.objects.filter(article=parsed.item.article).live().exists():
        raise publishing.Refused("Only its pictures are new. Publish the story in the admin.", code="draft")
