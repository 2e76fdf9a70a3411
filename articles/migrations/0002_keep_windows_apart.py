"""On PostgreSQL the database itself refuses two windows of one story that overlap.

int8range of one article compares as equality under && without the btree_gist extension.
"""

from django.db import migrations

ADD = """
ALTER TABLE articles_edition ADD CONSTRAINT windows_of_an_article_never_overlap EXCLUDE USING gist (
    int8range(article_id, article_id, '[]') WITH &&, tstzrange(live_from, live_until) WITH &&
) DEFERRABLE INITIALLY DEFERRED
"""
DROP = "ALTER TABLE articles_edition DROP CONSTRAINT windows_of_an_article_never_overlap"


def on_postgresql(sql):
    def run(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(sql)

    return run


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_begin_the_newsroom")]
    operations = [migrations.RunPython(on_postgresql(ADD), on_postgresql(DROP))]
