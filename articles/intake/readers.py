"""Reads the stories of a batch in several processes at once, where `--jobs` asks for it.

A Word document takes longer to be read than to be written; of plain text three quarters is writing
(docs/performance.md). A format takes bytes and gives records, so that a process without a database can read;
whatever such a process cannot do, or does not live to do, is done here.
"""

from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from articles.importers import apart

from .reading import settle


class Readers:
    """`jobs`: how many processes read. They begin with the first batch that has more than one story to be read."""

    def __init__(self, jobs=1):
        self._jobs, self._pool = jobs, None

    def read(self, batch):
        """Turn the bytes of each into a record in place."""
        asked = [(parsed, self._ask(parsed) if self._jobs > 1 and len(batch) > 1 else None) for parsed in batch]
        for parsed, answer in asked:
            settle(parsed, self._answered(parsed, answer))

    def close(self):
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def _ask(self, parsed):
        asked = parsed.asked
        if self._pool is None:
            context = get_context("spawn")  # a fork would take this process's connection to the database along
            self._pool = ProcessPoolExecutor(self._jobs, context, initializer=apart.begin)
        said = (asked.name, asked.encoding, asked.language, asked.timezone)
        try:
            return self._pool.submit(apart.read_alone, parsed.form.name, parsed.data, *said)
        except BrokenProcessPool:
            self._jobs = 1
            return None

    def _answered(self, parsed, answer):
        if answer:
            try:
                return answer.result()
            except (apart.Elsewhere, BrokenProcessPool):  # it may have been killed for its memory
                pass
        return apart.read(parsed.form, parsed.data, parsed.asked)
