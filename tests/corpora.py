"""Finds the corpora that tests measure by, and skips where this machine has none of them."""

import os
import tarfile
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest


def corpus_folder(name):
    """The folder of one corpus; an archive is unpacked once per session, into a folder that goes with it."""
    root = os.environ.get("NEWSROOM_CORPORA")
    if not root:
        pytest.skip("NEWSROOM_CORPORA is not set; this test measures against the corpora it points to")
    packed = Path(root) / f"{name}.tar.xz"
    folder = _unpacked(packed) if packed.exists() else Path(root) / name
    if not folder.is_dir():
        pytest.skip(f"there is no corpus {name} under NEWSROOM_CORPORA")
    return folder


def texts(name, pattern="txt/*.txt"):
    """(file name, bytes) of each text of a corpus, in order."""
    return [(path.name, path.read_bytes()) for path in sorted(corpus_folder(name).glob(pattern))]


@cache
def _unpacked(archive):
    with tarfile.open(archive) as packed:
        packed.extractall(_session_folder().name, filter="data")
    return Path(_session_folder().name) / archive.name.removesuffix(".tar.xz")


@cache
def _session_folder():
    return TemporaryDirectory(prefix="newsroom-corpora-")
