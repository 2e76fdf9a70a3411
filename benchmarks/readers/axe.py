"""axe on every kind of page: light and dark, with more contrast asked for, wide and narrow."""

from .browser import reading

WIDTHS = (1440, 375)
MODES = [
    {"color_scheme": scheme, "contrast": contrast}
    for contrast in ("no-preference", "more")
    for scheme in ("light", "dark")
]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async rules => (await axe.run(document, {runOnly: rules}))
    .violations.map(v => `${v.id}: ${v.nodes.slice(0, 3).map(n => n.target.join(" ")).join(" | ")}`)"""


def run(paper, kit, options):
    """Whether there is no violation."""
    found = violations(paper, kit)
    print(f"\naxe: {len(paper.pages)} kinds of page, {len(MODES)} modes, {WIDTHS} pixels: {len(found)} violations")
    for line in found:
        print(f"  {line}")
    return not found


def violations(paper, kit):
    with reading(paper, kit) as reader:
        return [line for mode in MODES for line in in_mode(reader, mode)]


def in_mode(reader, mode):
    for name, width, page in reader.each(WIDTHS, **mode):
        page.add_script_tag(path=reader.kit.path("axe-core/axe.min.js"))
        for violation in page.evaluate(RUN, RULES):
            yield f"{name}, {width}, {mode['color_scheme']}, contrast {mode['contrast']}: {violation}"
