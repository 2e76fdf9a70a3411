"""`python -m benchmarks.readers [lighthouse] [axe] [nu] [points] [tree] [--at ADDRESS] [--runs N]`: how the pages do.

Without a name, all five. With --at, a newsroom that runs already is looked at instead of a new one. Needs Chromium, and
for all but the tree npm and Java: what they bring along is installed into a folder that is thrown away (or kept, with
NEWSROOM_TOOLS=folder). Ends with 1 if anything fails.
"""

import argparse
import sys

from . import axe, lighthouse, nu, points, tree
from .paper import sample_paper
from .tools import tools

PARTS = {"lighthouse": lighthouse.run, "axe": axe.run, "nu": nu.run, "points": points.run, "tree": tree.run}


def main():
    parser = argparse.ArgumentParser(prog="python -m benchmarks.readers")
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="what to run, all of it if none is named")
    parser.add_argument("--at", help="the address of a newsroom that runs already")
    parser.add_argument("--only", type=int, nargs="*", help="numbers of points")
    parser.add_argument("--runs", type=int, default=5, help="Lighthouse runs of each page")
    parser.add_argument("--told", help="a folder that keeps what a screen reader says of each page")
    options = parser.parse_args()
    with tools() as kit, sample_paper(options.at) as paper:
        failed = [name for name in options.parts or PARTS if not PARTS[name](paper, kit, options)]
    print(f"\nFailed: {', '.join(failed)}" if failed else "\nAll of it holds.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
