"""Static files as they are served: hashed names, and imports between modules that lead to them."""

import re

import pytest
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import ManifestStaticFilesStorage
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage

from newsroom.staticfiles import StaticStorage

RELATIVE = re.compile(r"""(?:import|export)\s[^'"]*?from\s*["'](\.[^"']+)["']""")


class Hashed(ManifestStaticFilesStorage):
    support_js_module_import_aggregation = True


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    """Our own scripts and styles, post-processed as collectstatic does it."""
    place = tmp_path_factory.mktemp("static")
    storage = Hashed(location=str(place))
    paths = {}
    for finder in finders.get_finders():
        for path, source in finder.list([]):
            if path.startswith(("desk/", "fonts/", "site/")) and path not in paths:
                with source.open(path) as file:
                    FileSystemStorage(location=str(place)).save(path, file)
                paths[path] = (storage, path)
    for _, _, done in storage.post_process(paths):
        if isinstance(done, Exception):
            raise done
    return place, storage


def test_imports_between_our_modules_lead_to_hashed_files(collected):
    place, storage = collected

    hashed = [place / name for name in storage.hashed_files.values() if name.endswith(".js")]
    plain = [(file.name, url) for file in hashed for url in RELATIVE.findall(file.read_text()) if not _is_hashed(url)]

    assert hashed
    assert not plain, "Django rewrites an import only when a semicolon ends it"


def _is_hashed(url):
    return re.search(r"\.[0-9a-f]{12}\.js$", url)


def test_readers_get_the_stylesheet_without_our_comments(tmp_path):
    storage = StaticStorage(location=str(tmp_path))
    written = ContentFile(b'/* Why. */\n@layer base {\n  p { content: "a  b" }\n\n}\n')

    name = storage.save("site/site.css", written)

    assert (tmp_path / name).read_text() == '@layer base{\np{content: "a  b"}\n}'
