"""Some 300 files made to break picture decoders, each read, re-encoded and cut in a process with little memory.

Set NEWSROOM_CORPORA to a folder that holds `security/` (docs/testing.md says where its parts come from).
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from articles import images

CORPORA = os.environ.get("NEWSROOM_CORPORA")
SECURITY = Path(CORPORA or "/nonexistent", "security")
ROOT = Path(__file__).resolve().parent.parent.parent
pytestmark = pytest.mark.skipif(not SECURITY.is_dir(), reason="NEWSROOM_CORPORA names no folder with security/ in it")

READ_ALL = """
import json, resource, sys, time
resource.setrlimit(resource.RLIMIT_AS, (900 * 2**20, 900 * 2**20))
from articles import images
for path in sys.stdin.read().splitlines():
    began = time.monotonic()
    try:
        picture = images.read(open(path, "rb").read())
        images.original(picture)
        for size in images.plan(*picture.image.size):
            images.render(picture.image, size, (0.1, 0.9))
        code = "read"
    except images.Unusable as refused:
        code = refused.code
    peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
    megabytes = int(peak.split()[1]) // 1024
    print(json.dumps([path, code, time.monotonic() - began, megabytes]), flush=True)
"""


@pytest.fixture(scope="module")
def generated(tmp_path_factory):
    folder = tmp_path_factory.mktemp("generated")
    subprocess.run([sys.executable, "-W", "ignore", SECURITY / "generate.py", folder], check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def outcomes(generated):
    paths = [str(path) for folder in (SECURITY, generated) for path in (folder / "images").rglob("*") if path.is_file()]
    reader = [sys.executable, "-W", "ignore", "-c", READ_ALL]
    ran = subprocess.run(reader, input="\n".join(paths), capture_output=True, text=True, cwd=ROOT)
    assert ran.returncode == 0, ran.stderr[-2000:]
    done = [json.loads(line) for line in ran.stdout.splitlines()]
    assert len(done) == len(paths) > 250
    return {Path(path): (code, seconds, megabytes) for path, code, seconds, megabytes in done}


def test_no_file_ends_the_process_and_every_refusal_has_a_reason(outcomes):
    reasons = {code for code, _, _ in outcomes.values()}

    assert reasons <= {"read", "broken", "format", "animation", "too-large", "too-many-pixels", "empty"}


def test_no_file_takes_ten_seconds_or_three_hundred_megabytes(outcomes):
    assert max(seconds for _, seconds, _ in outcomes.values()) < 10
    assert max(megabytes for _, _, megabytes in outcomes.values()) < 300


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("lottapixel.jpg", "too-many-pixels"),
        ("bomb-30000x30000.png", "too-many-pixels"),
        ("bomb-header-only.png", "too-many-pixels"),
        ("just-under-limit-9400x9400.png", "too-many-pixels"),
        ("text-bomb.png", "broken"),
        ("svg-named.png", "format"),
        ("eps-named.jpg", "format"),
        ("html-named.jpg", "broken"),
        ("frames-200000.gif", "read"),
    ],
)
def test_floods_and_files_under_false_names_are_told_apart(outcomes, name, code):
    assert {outcome[0] for path, outcome in outcomes.items() if path.name == name} == {code}


def test_every_svg_is_refused(outcomes):
    assert {outcome[0] for path, outcome in outcomes.items() if path.suffix == ".svg"} == {"format"}


@pytest.mark.parametrize("name", ["html-polyglot.png", "zip-polyglot.png", "gif-js-polyglot.gif"])
def test_no_byte_of_a_polyglot_survives(generated, name):
    content = (generated / "images" / name).read_bytes()

    try:
        original = images.original(images.read(content))
    except images.Unusable:
        return

    for canary in (b"script", b"alert", b"a.txt", b"PK\x03\x04"):
        assert canary not in original


def test_photographs_with_a_place_lose_it():
    photographs = sorted((SECURITY / "images" / "exif_gps" / "jpg" / "gps").glob("*.jpg"))
    assert len(photographs) >= 5

    for path in photographs:
        original = images.original(images.read(path.read_bytes()))
        assert b"Exif" not in original and b"ns.adobe.com" not in original, path.name
