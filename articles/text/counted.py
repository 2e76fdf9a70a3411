"""A count as a sentence says it."""


def counted(count, one, many):
    """ "1 link leads", "2 links lead": the count stands in place of `{}`."""
    return (one if count == 1 else many).format(count)
