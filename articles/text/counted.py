"""A count as a sentence says it."""


def counted(count, one, many):
    """Put `count` in place of `{}`: “1 link leads”, “2 links lead”."""
    return (one if count == 1 else many).format(count)
