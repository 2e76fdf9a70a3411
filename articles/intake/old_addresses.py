"""Where stories were on another site: what asks for them there is led to them here, once readers have them.

Only addresses that were the newsroom's own: those on the site whose export the delivery is (WordPress, Ghost), those
that its source's rules call our old site, and those that name no host. A wire's address of a story is the wire's.
"""

from django.db import DatabaseError, transaction

from articles import old_addresses
from articles.models import ImportRecord
from articles.models.delivery import Outcome
from articles.text.findings import Finding, Level
from articles.text.old_addresses import host_of, kept

_AT_ONCE = 200  # records
_WRITTEN = (Outcome.CREATED, Outcome.UPDATED, Outcome.CONFLICT)


def keep(batch, desk, known):
    """Let the old addresses of what came in lead to its stories; say of those that lead to another."""
    said = [(parsed, path) for parsed in batch if parsed.item.outcome in _WRITTEN for path in _paths(parsed, desk)]
    wanted = {}
    for parsed, path in said:
        wanted.setdefault(path, parsed.item.article)
    try:
        with transaction.atomic():
            taken = wanted | old_addresses.lead(wanted) if wanted else {}
    except DatabaseError as error:  # the stories stay
        for parsed, path in said:
            parsed.item.findings.append(_not_kept(path, str(error).splitlines()[0]))
        return
    for parsed, path in said:
        if taken[path] != parsed.item.article or _leads_elsewhere(path, parsed.item, known):
            parsed.item.findings.append(_taken(path))


def _leads_elsewhere(path, item, known):
    """Whether an earlier batch of a dry run would have let it lead to another story; the first to ask gets it."""
    if not known.is_rehearsal:
        return False
    story = f"{item.source} {item.external_id}"
    if path not in known.led:
        known.led[path] = story
    return known.led.get(path) != story


def load(source):
    """As `keep`, of all that came from a source before: its rules may say only now that it is our old site. Return how
    many addresses lead to its stories.
    """
    rows = ImportRecord.objects.filter(source=source).exclude(article=None).order_by("pk")
    rows, count, last = rows.values_list("pk", "article", "extra"), 0, 0
    while some := list(rows.filter(pk__gt=last)[:_AT_ONCE]):  # no query is open while addresses are written
        wanted, last = {}, some[-1][0]
        for _, article, extra in some:
            for path in _paths_of_old(extra, source):
                wanted.setdefault(path, article)
        with transaction.atomic():
            count += len(wanted) - len(old_addresses.lead(wanted))
    return count


def _paths(parsed, desk):
    record, source = parsed.record, desk.log.source(parsed.item.source)
    return _own(record.canonical_url, record.old_addresses, {record.own_site, source.old_site})


def _paths_of_old(extra, source):
    """Of a record that was kept: see `carrying`."""
    others = [one for one in extra.get("old_addresses", []) if isinstance(one, str)]
    told = [one if isinstance(one, str) else "" for one in (extra.get("canonical_url"), extra.get("own_site"))]
    return _own(told[0], others, {told[1], source.old_site})


def _own(canonical_url, others, sites):
    """The paths, each once, of those addresses of a story that were the newsroom's own."""
    hosts = {host_of(site) for site in sites} - {""}
    said = [*([canonical_url] if host_of(canonical_url) else []), *others]
    paths = dict.fromkeys(kept(address, hosts) for address in said)
    return [path for path in paths if path and not old_addresses.is_our_own(path)]


def _taken(path):
    message = f"The old address {path} leads to another story already, and goes on doing so."
    return Finding("address-taken", Level.WARNING, message, None, path[:120])


def _not_kept(path, problem):
    message = f"The old address {path} could not be kept: {problem}. Add it in the admin."
    return Finding("address-not-kept", Level.WARNING, message, None, path[:120])
