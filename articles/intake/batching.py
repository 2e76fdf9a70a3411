"""Portions what comes in: as much at a time as is written in a moment. Whoever saves meanwhile waits no longer."""

from itertools import islice

from articles.models import Source

from .gathering import gather
from .reading import fetch

HELD = 0.1  # seconds that a batch may keep others from writing
FIRST, FEWEST, MOST = 20, 10, 40  # stories of a batch
SLOW = 5  # stories that one counts for whose pictures are fetched, or that is published at once
USUAL = 4096  # bytes; a longer story counts for more than one: what takes long is reading every word of it


class Pace:
    """How much goes into a batch, going by how long the one before took."""

    def __init__(self, options, log):
        self._options, self._log, self.most = options, log, FIRST

    def weight(self, parsed):
        options = self._options
        slow = options.fetch_media or options.publish or self._log.publishes(parsed.item.source)
        return max(1, len(parsed.data) / USUAL) * (SLOW if slow else 1)

    def note(self, written, seconds):
        """Hear how long it took to write these."""
        if written:
            fitting = sum(map(self.weight, written)) * HELD / max(seconds, 0.001)
            self.most = min(max((self.most + fitting) / 2, FEWEST), MOST)


def batches(paths, options, ready, pace, report, taken_back):
    """What comes in, numbered and counted, in portions; two versions of one story are never in one batch. Where stories
    go out at once, it is looked through first for those that it takes back.
    """
    inputs = gather(paths, options.source, ready)
    if options.publish or Source.objects.filter(publishes=True).exists():
        inputs = list(inputs)
        taken_back.look_through(inputs, options)
    coming = (parsed for source in _counted(inputs, report) for parsed in fetch(source, options))
    batch, weight, ids = [], 0, set()
    for number, parsed in enumerate(islice(coming, options.limit), 1):
        parsed.item.number = number
        own_id = (parsed.item.source, parsed.item.external_id) if parsed.names_itself else None
        if weight >= pace.most or own_id in ids:
            yield batch
            batch, weight, ids = [], 0, set()
        batch.append(parsed)
        weight += pace.weight(parsed)
        ids |= {own_id} - {None}
    if batch:
        yield batch


def _counted(sources, report):
    for source in sources:
        report.inputs += 1
        yield source
