"""A person at a desk without a mouse: Tab until something has the focus, then press or type. Nothing is clicked."""

from .conftest import listen

STOPS = 90
# Marked as focused, inside the window, and under nothing that sticks to its edges.
SEEN = """() => {
  const focused = document.activeElement, box = focused.getBoundingClientRect()
  const there = document.elementFromPoint(box.x + Math.min(box.width / 2, 20), box.y + Math.min(box.height / 2, 12))
  const shown = [focused, ...(focused.labels ?? [])].some((one) => one.contains(there))
  return shown && focused.matches(":focus-visible")
}"""


class Keyboard:
    """Somebody's own page. Names are the accessible ones, as a screen reader says them."""

    def __init__(self, page, home):
        self.page, self.home = page, home
        self.browser = page.context.new_cdp_session(page)
        listen(page)

    def open(self, path=""):
        self.page.goto(f"{self.home}{path}")

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def name(self):
        """What has the focus, by name."""
        focused = self.browser.send("Runtime.evaluate", {"expression": "document.activeElement"})["result"]
        asked = {"objectId": focused["objectId"], "fetchRelatives": False}
        told = self.browser.send("Accessibility.getPartialAXTree", asked)["nodes"][0]
        return " ".join(told.get("name", {}).get("value", "").split())

    def begins(self, name):
        """Whether the page itself has put the focus there, as it does before it is first painted."""
        self.page.wait_for_selector("[autofocus]:focus")
        return self.name().startswith(name)

    def find(self, name, key="Tab"):
        """Move the focus to what begins with `name`, and see it there."""
        passed = []
        while not (passed and passed[-1].startswith(name)):
            assert len(passed) < STOPS, f"{key} does not come to “{name}”: {passed}"
            self.press(key)
            passed.append(self.name())
        assert self.page.evaluate(SEEN), f"“{name}” has the focus where nobody sees it"

    def skip(self):
        """Past the header and the sidebar."""
        self.find("Skip to main content")
        self.press("Enter")

    def type(self, name, text):
        """Write `text` over what stands in a field."""
        self.find(name)
        self.press("Control+a")
        self.page.keyboard.type(text)

    def follow(self, name, key="Tab"):
        """Press a link or a button that leads to another page."""
        self.find(name, key)
        with self.page.expect_navigation():
            self.press("Enter")

    def save(self):
        with self.page.expect_navigation():
            self.press("Control+s")

    def told(self):
        """What the desk answered to the last act."""
        return self.page.inner_text(".messagelist")
