"""Why a letter is not taken."""


class Refused(Exception):
    """`code` is stable, the message tells whoever sent it what to do; `seconds` until it is worth another try."""

    def __init__(self, message, *, code, seconds=0):
        super().__init__(message)
        self.message, self.code, self.seconds = message, code, seconds
