"""How static files are kept: hashed names, compressed copies, and module imports rewritten to the hashed names."""

import re

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACED = re.compile(r"""("[^"]*")|\s*([{};])\s*""")
READERS = re.compile(r"site/.*\.css")


def bare(css):
    """A stylesheet without what is for us: comments, indentation, empty lines, spaces round braces."""
    lines = (_SPACED.sub(r"\1\2", line.strip()) for line in _COMMENT.sub("", css).splitlines())
    return "\n".join(line for line in lines if line)


class StaticStorage(CompressedManifestStaticFilesStorage):
    support_js_module_import_aggregation = True

    def _save(self, name, content):
        """Readers' stylesheets are stored bare; ours to read is the file in `static/`."""
        if READERS.fullmatch(name.replace("\\", "/")):
            content.open()
            content = ContentFile(bare(content.read().decode()).encode())
        return super()._save(name, content)
