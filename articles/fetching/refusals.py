"""Why a picture did not come."""


class NotFetched(Exception):
    """`code` names the reason, the message ends the sentence "The picture … was not fetched: "; `again` says whether a
    later run may have more luck.
    """

    def __init__(self, message, code, *, again=False):
        super().__init__(message)
        self.message, self.code, self.again = message, code, again
