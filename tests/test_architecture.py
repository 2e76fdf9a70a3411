"""The house plan as a test: a module imports only from lines below its own, and every module has a line."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PLAN = ROOT / "docs" / "architecture.md"


def lines():
    """The rooms of the drawing in the plan, bottom to top. Neighbours on one line never import each other."""
    drawing = PLAN.read_text(encoding="utf-8").split("## Rooms, bottom to top")[1].split("```")[1]
    drawn = re.findall(r"^ ?(\d+)  (\w+(?: · \w+)*)", drawing, re.MULTILINE)
    return [set(rooms.split(" · ")) for _, rooms in sorted(drawn, key=lambda line: int(line[0]))]


LINES = lines()
LEVEL = {room: level for level, rooms in enumerate(LINES) for room in rooms}
ASIDE = {"demo", "migrations"}  # data and a drawing script; the history of the tables


def modules():
    for path in sorted((ROOT / "articles").rglob("*.py")):
        parts = path.relative_to(ROOT / "articles").with_suffix("").parts
        if parts[0] not in {*ASIDE, "__init__"}:
            yield parts, path


def imported(path, package):
    """(dotted name, stands inside a function) of every import, relative ones made absolute."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inner = {n for f in ast.walk(tree) if isinstance(f, ast.FunctionDef | ast.Lambda) for n in ast.walk(f)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node in inner) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            stem = ".".join([*base, *(node.module.split(".") if node.module else [])])
            yield from ((f"{stem}.{alias.name}", node in inner) for alias in node.names)


def rooms_imported(path, parts):
    package = ("articles", *parts[:-1])
    for name, inner in imported(path, package):
        steps = name.split(".")
        if steps[0] == "articles" and len(steps) > 1 and steps[1] in LEVEL:
            yield steps[1], inner, name


def test_every_module_has_a_line_in_the_plan():
    homeless = {parts[0] for parts, _ in modules()} - LEVEL.keys()

    assert not homeless, f"give these a line in docs/architecture.md: {sorted(homeless)}"


@pytest.mark.parametrize(
    ("parts", "path"), list(modules()), ids=lambda value: "/".join(value) if isinstance(value, tuple) else ""
)
def test_a_module_imports_only_from_below(parts, path):
    room = parts[0]

    upward = [name for other, _, name in rooms_imported(path, parts) if other != room and LEVEL[other] >= LEVEL[room]]

    assert not upward


def test_no_import_hides_in_a_function():
    # apps.ready() is Django's own place for registering checks once the models are loaded.
    hidden = [
        f"{'/'.join(parts)}: {name}"
        for parts, path in modules()
        if parts != ("apps",)
        for name, inner in imported(path, ("articles", *parts[:-1]))
        if inner
    ]

    assert not hidden


def test_the_app_never_imports_the_project():
    outward = [
        f"{'/'.join(parts)}: {name}"
        for parts, path in modules()
        for name, _ in imported(path, ("articles", *parts[:-1]))
        if name.split(".")[0] == "newsroom"
    ]

    assert not outward


def test_the_text_and_copy_desk_rooms_never_import_the_database():
    touching = [
        f"{'/'.join(parts)}: {name}"
        for parts, path in modules()
        if parts[0] in {"text", "copydesk", "importers"}
        for name, _ in imported(path, ("articles", *parts[:-1]))
        if name.startswith(("django.db", "articles.models"))
    ]

    assert not touching


def test_the_migrations_have_one_leaf_and_it_is_named():
    folder = ROOT / "articles" / "migrations"

    newest = max(path.stem for path in folder.glob("[0-9]*.py"))

    assert (folder / "max_migration.txt").read_text().strip() == newest
