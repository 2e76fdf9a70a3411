"""Reads the tables of docs/permissions.md: which answer each person gets, for each address, method and state."""

from pathlib import Path

STATES = ("draft", "in review", "ready", "live", "scheduled", "killed", "spiked", "binned")
DOCUMENT = Path(__file__).parents[2] / "docs" / "permissions.md"
ROLES = (
    "stranger",
    "reporter, own",
    "reporter, another's",
    "copy editor",
    "editor",
    "editor elsewhere",
    "managing editor",
    "superuser",
)
# A column for several; a narrower column of the same table comes first.
TOGETHER = {
    "everybody": ("stranger", "superuser"),  # the paper knows nobody: whoever may least, and whoever may most
    "reporter": ("reporter, own", "reporter, another's"),
    "editor": ("editor", "editor elsewhere"),
}
ALWAYS = "–"  # the answer does not depend on a state


def cells():
    """{(address, method, state, role): status}. Raises ValueError for a cell that is told twice, or a row too short."""
    found = {}
    for row in _rows():
        for method in row["method"].split(", "):
            for state in _states(row.get("state", ALWAYS)):
                for role, status in _answers(row):
                    key = (row["address"].strip("`"), method, state, role)
                    if key in found:
                        raise ValueError(f"told twice: {key}")
                    found[key] = status
    return found


def _states(text):
    """Those of a list; all of a story for "any", the others for "any but binned"."""
    if not text.startswith("any"):
        return text.split(", ")
    return [state for state in STATES if state not in text.removeprefix("any but ").split(", ")]


def _rows():
    head = None
    for line in DOCUMENT.read_text(encoding="utf-8").splitlines():
        if not line.startswith("|"):
            head = None
            continue
        texts = [text.strip() for text in line.strip("|").split("|")]
        if head is None:
            head = texts
        elif head[0] == "address" and set(line) - set("|-: "):
            yield dict(zip(head, texts, strict=True))


def _answers(row):
    """(role, status) of a row, each role once; a role without a column is missed by the test that counts them."""
    columns = [name for name in row if name in ROLES or name in TOGETHER]
    answers = {role: row[name] for name in columns if name in TOGETHER for role in TOGETHER[name]}
    return (answers | {name: row[name] for name in columns if name in ROLES}).items()
