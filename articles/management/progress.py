"""Shows how a long command gets on: a bar with rate and time left on a terminal, plain lines in a log."""

import time

from tqdm import tqdm


class Bar:
    """A tqdm bar; `line` prints above it."""

    def __init__(self, stream, total):
        self._bar = tqdm(total=total, file=stream, unit=" items", dynamic_ncols=True, smoothing=0.1)

    def step(self):
        self._bar.update()

    def line(self, text):
        self._bar.write(text, file=self._bar.fp)

    def close(self):
        self._bar.close()


class Lines:
    """One line every `every` items, with the rate and, where the total is known, the time left."""

    def __init__(self, stream, total, every=100):
        self._stream, self._total, self._every, self._done, self._began = stream, total, every, 0, time.monotonic()

    def step(self):
        self._done += 1
        if self._done % self._every == 0:
            self._stream.write(self._sentence() + "\n")
            self._stream.flush()

    def line(self, text):
        self._stream.write(text + "\n")

    def close(self):
        pass

    def _sentence(self):
        rate = self._done / max(time.monotonic() - self._began, 1e-6)
        if not self._total:
            return f"{self._done} items, {rate:.0f} a second"
        left = (self._total - self._done) / rate
        return f"{self._done} of {self._total} items, {rate:.0f} a second, {left:.0f} s left"


def progress(stream, total=None):
    return (Bar if stream.isatty() else Lines)(stream, total)
