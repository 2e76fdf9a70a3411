"""What an export tells of itself: in its manifest, which comes last, and until then in a mark that it is unfinished."""

import json
import zipfile
import zlib

MANIFEST, LISTED, MARK = "manifest.json", "files.jsonl", "unfinished.json"
FORMAT, VERSION = "newsroom-export", 1
LARGEST = 1024 * 1024
BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)  # damaged, locked or unknown


def read(file):
    """What the open manifest or mark says, None if that is nothing of ours."""
    try:
        told = json.loads(file.read(LARGEST))
    except ValueError:
        return None
    return told if isinstance(told, dict) and told.get("format") == FORMAT else None


def asked(told):
    """(format, selection) of an export, to be compared and said."""
    selection = told.get("selection")
    return str(told.get("form")), selection if isinstance(selection, dict) else {}
