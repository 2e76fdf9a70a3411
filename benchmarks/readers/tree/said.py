"""What a screen reader says of a page, in its order: the accessibility tree of Chromium, with places and languages."""

from dataclasses import dataclass

LANDMARKS = ("banner", "navigation", "main", "contentinfo", "search", "region", "complementary", "form")
GROUPS = ("article", "list", "listitem", "figure", "table", "row", "blockquote", "status", "alert", "group", "Details")
BLOCKS = ("paragraph", "listitem", "cell", "gridcell", "columnheader", "rowheader", "Figcaption", "caption", "status")
FIELDS = ("textbox", "searchbox", "combobox", "ComboBoxMenuButton", "ComboBoxSelect", "Date", "checkbox", "radio")
ACTS = ("link", "button", "DisclosureTriangle", "DisclosureTriangleGrouped", *FIELDS)
NAMED = (*ACTS, "image", "heading")  # what is nothing without a name
WORDS = ("insertion", "deletion", "mark")
SAID = {*LANDMARKS, *GROUPS, *NAMED, *WORDS, "StaticText", "separator"}
TOLD = ("level", "expanded", "hasPopup", "invalid", "required", "live", "focusable", "autocomplete", "url")


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that is said. `within`: the landmarks it stands in, outermost first; `block`: which paragraph, item or
    cell; `told`: its states; `box`: (left, top, right, bottom) on the page, None for what the eye does not see.
    """

    role: str
    name: str
    depth: int
    within: tuple
    block: str
    told: dict
    box: tuple | None
    tongue: str

    @property
    def is_words(self):
        return self.role == "StaticText"


def said(page):
    """Everything that is said of a page, in reading order."""
    session = page.context.new_cdp_session(page)
    session.send("Accessibility.enable")
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    places = _places(session.send("DOMSnapshot.captureSnapshot", {"computedStyles": []}))
    session.detach()
    reader = _Reader({node["nodeId"]: node for node in nodes}, places)
    reader.read(nodes[0], 0, (), "")
    return reader.said


class _Reader:
    def __init__(self, nodes, places):
        self.nodes, self.places, self.said = nodes, places, []

    def read(self, node, depth, within, block):
        role, name = _value(node, "role"), " ".join(_value(node, "name").split())
        is_said = not node.get("ignored") and role in SAID and bool(name or role != "StaticText")
        if is_said:
            self._say(node, role, name, depth, within, block)
        if role in BLOCKS or role == "heading":
            block = node["nodeId"]
        if is_said and role in LANDMARKS:
            within = (*within, f"{role} {name}".strip())
        if role in ("StaticText", *ACTS):
            return  # what is in it is its name
        for child in node.get("childIds", ()):
            if child in self.nodes:
                self.read(self.nodes[child], depth + is_said, within, block)

    def _say(self, node, role, name, depth, within, block):
        box, tongue = self.places.get(node.get("backendDOMNodeId"), (None, ""))
        told = {one["name"]: one["value"].get("value") for one in node.get("properties", ()) if one["name"] in TOLD}
        if description := _value(node, "description"):
            told["description"] = description
        if value := _value(node, "value"):
            told["value"] = value
        self.said.append(Said(role, name, depth, within, block, told, box, tongue))


def _value(node, name):
    return str(node.get(name, {}).get("value", "") or "")


def _places(snapshot):
    """{node: (box, language)} of everything that the browser laid out."""
    document, strings = snapshot["documents"][0], snapshot["strings"]
    nodes, layout = document["nodes"], document["layout"]
    boxes = dict(zip(layout["nodeIndex"], layout["bounds"], strict=True))
    tongues, unseen = [], []
    for parent, attributes in zip(nodes["parentIndex"], nodes["attributes"], strict=True):
        words = [strings[index] for index in attributes]
        own = dict(zip(words[::2], words[1::2], strict=True))
        tongues.append(own.get("lang", tongues[parent] if parent >= 0 else ""))
        unseen.append(_is_a_point(boxes.get(len(unseen))) or (parent >= 0 and unseen[parent]))
    return {
        backend: (None if unseen[index] else _corners(boxes.get(index)), tongues[index])
        for index, backend in enumerate(nodes["backendNodeId"])
    }


def _is_a_point(bounds):
    """As large as what is hidden from the eye, for those who listen, is made."""
    return bool(bounds) and 0 < bounds[2] <= 1 and 0 < bounds[3] <= 1


def _corners(bounds):
    return bounds and (bounds[0], bounds[1], bounds[0] + bounds[2], bounds[1] + bounds[3])
