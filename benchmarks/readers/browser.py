"""A real Chromium that reads the paper."""

from contextlib import contextmanager

from playwright.sync_api import sync_playwright

from .tools import QUIET


class Reader:
    """Opens pages of a paper; `kit` says where the browser and the tools are."""

    def __init__(self, browser, paper, kit):
        self.browser, self.paper, self.kit = browser, paper, kit

    @contextmanager
    def context(self, width=1440, height=900, **options):
        context = self.browser.new_context(viewport={"width": width, "height": height}, bypass_csp=True, **options)
        try:
            yield context
        finally:
            context.close()

    @contextmanager
    def page(self, name, width=1440, **options):
        """A page of the paper in a context of its own."""
        with self.context(width, **options) as context:
            page = context.new_page()
            page.goto(self.paper.address(name))
            yield page

    def each(self, widths=(1440,), names=None, **options):
        """(name, width, page) of every page of the paper at every width."""
        for width in widths:
            with self.context(width, **options) as context:
                page = context.new_page()
                for name in names or self.paper.pages:
                    page.goto(self.paper.address(name))
                    yield name, width, page


@contextmanager
def reading(paper, kit, *flags):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=kit.chromium, args=[*QUIET, *flags])
        yield Reader(browser, paper, kit)
        browser.close()
