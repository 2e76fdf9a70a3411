"""The forty points of a good page, one by one: what was measured, and what is left to the eye."""

from dataclasses import dataclass

from benchmarks.readers.browser import reading

from . import keys, layout, looks, pictures, telling, weight

MODULES = (layout, keys, looks, pictures, weight, telling)


@dataclass(frozen=True)
class Point:
    number: int
    says: str
    measure: object


def run(paper, kit, options):
    """Whether every point that a program can decide holds."""
    print(f"\nForty points: {len(paper.pages)} kinds of page")
    points = sorted((Point(*one) for module in MODULES for one in module.POINTS), key=lambda point: point.number)
    points = [point for point in points if not options.only or point.number in options.only]
    with reading(paper, kit) as reader:
        held = [_told(point, reader) for point in points]
    return all(held)


def _told(point, reader):
    if point.measure is None:
        print(f"  {point.number:2} by eye  {point.says}", flush=True)
        return True
    wrong, figure = point.measure(reader)
    print(f"  {point.number:2} {'FAILS' if wrong else 'holds'}   {point.says}: {figure}", flush=True)
    for line in list(wrong)[:6]:
        print(f"             {line}")
    return not wrong
