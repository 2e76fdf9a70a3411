"""The Nu HTML checker on every kind of page."""

import json
import subprocess
import tempfile
from pathlib import Path


def run(paper, kit, options):
    """Whether it finds no error."""
    errors, warnings = messages(paper, kit)
    print(f"\nNu HTML checker: {len(paper.pages)} kinds of page: {len(errors)} errors, {len(warnings)} warnings")
    for line in errors + warnings:
        print(f"  {line}")
    return not errors


def messages(paper, kit):
    """(errors, warnings), each a line that names its page."""
    with tempfile.TemporaryDirectory(prefix="newsroom-html-") as folder:
        for name in paper.pages:
            Path(folder, f"{name}.html").write_text(paper.html(name), encoding="utf-8")
        command = ["java", "-jar", str(kit.path("vnu-jar/build/dist/vnu.jar")), "--format", "json", folder]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = json.loads(done.stderr or done.stdout)["messages"]
    lines = {
        kind: [_line(one) for one in found if (one["type"] == "error") == (kind == "error")]
        for kind in ("error", "info")
    }
    return lines["error"], lines["info"]


def _line(message):
    page = Path(message["url"]).stem.replace("%20", " ")
    return f"{page}, line {message.get('lastLine')}: {message['message']} {message.get('extract', '').strip()[:160]!r}"
