"""Every address there is, by walking the resolver: what it is called, and which parts it takes."""

from dataclasses import dataclass

from django.urls import get_resolver
from django.urls.resolvers import RoutePattern


@dataclass(frozen=True)
class Address:
    """`name` is that of the pattern, "admin:index"; a pattern without one is called by its route."""

    name: str
    route: str
    parts: frozenset

    @property
    def has_name(self):
        return not self.name.startswith("/")


OLD = "old address"  # of another site: what leads on has no pattern of its own


def walk():
    """All addresses, those of the desk and those of the paper."""
    return [*_under(get_resolver(), "", ""), Address(OLD, "", frozenset())]


def _under(resolver, space, before):
    for pattern in resolver.url_patterns:
        route = f"{before}{pattern.pattern}"
        if hasattr(pattern, "url_patterns"):
            inner = f"{pattern.namespace}:" if pattern.namespace else space
            yield from _under(pattern, inner, route)
        else:
            yield Address(f"{space}{pattern.name}" if pattern.name else f"/{route}", route, _parts(pattern.pattern))


def _parts(pattern):
    taken = pattern.converters if isinstance(pattern, RoutePattern) else pattern.regex.groupindex
    return frozenset(taken)
