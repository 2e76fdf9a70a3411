"""A value of JSON as what stands at its ends, each with its path (`associations.0.headline`). Nothing recurses."""


def leaves(value, *, without=frozenset()):
    """Yield (path, value) of everything that is no object and no list, but for members named in `without`."""
    waiting = [("", value)]
    while waiting:
        path, one = waiting.pop()
        if isinstance(one, dict):
            inside = [(name, told) for name, told in one.items() if name not in without]
        elif isinstance(one, list):
            inside = list(enumerate(one))
        else:
            yield path, one
            continue
        waiting += [(f"{path}.{name}".lstrip("."), told) for name, told in reversed(inside)]
