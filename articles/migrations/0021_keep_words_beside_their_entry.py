"""On PostgreSQL the vector of an entry lies in its row, and not in a table of its own beside it (TOAST).

A question for a frequent word looks at a few thousand rows on its way back from the newest, and reads each vector: four
pages of the disk a row otherwise, one like this, and less than half the time. A row fits a page (8,160 bytes) unless
its text is very long; such a vector is still put aside. Rows that are there already change when they are written anew:
`manage.py rebuild_search` does so.

https://www.postgresql.org/docs/current/storage-toast.html
"""

from django.db import migrations

BESIDE = "ALTER TABLE articles_searchentry ALTER vector SET STORAGE MAIN, SET (toast_tuple_target = 8160)"
APART = "ALTER TABLE articles_searchentry ALTER vector SET STORAGE EXTENDED, RESET (toast_tuple_target)"


def on_postgresql(sql):
    def run(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(sql, params=None)

    return run


class Migration(migrations.Migration):
    dependencies = [("articles", "0020_let_old_addresses_lead_on")]
    operations = [migrations.RunPython(on_postgresql(BESIDE), on_postgresql(APART))]
