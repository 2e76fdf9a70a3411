"""An inbox to drop texts into, and the import run as an operator would."""

import json

import pytest
from django.core.management import call_command

STORY = """\
Harbour board orders new pumps for the Lower Quay

The harbour board ordered two new pumps on 4 November, after the old ones failed in a third spring tide.

“We have mopped the same floor three times,” said Tomas Berg, who runs the chandlery on the quay.

The pumps are to be running by 1 December, the board said in a statement.
"""


class Inbox:
    """A folder of texts and the import over it: `run` returns the report, with the exit code as `code`."""

    def __init__(self, folder, report):
        self.folder, self._report = folder, report

    def drop(self, name, text, encoding="utf-8"):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return path

    def run(self, *paths, **options):
        with pytest.raises(SystemExit) as left:
            call_command("import_articles", *(paths or [str(self.folder)]), report=str(self._report), **options)
        report = json.loads(self._report.read_text())
        report["code"] = left.value.code
        return report


@pytest.fixture
def inbox(tmp_path):
    folder = tmp_path / "inbox"
    folder.mkdir()
    return Inbox(folder, tmp_path / "report.json")


@pytest.fixture
def writes(django_assert_num_queries, db):
    """The statements that change rows, as they happen."""
    from django.db import connection

    seen = []

    def watch(execute, sql, params, many, context):
        if sql.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE")):
            seen.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield seen
