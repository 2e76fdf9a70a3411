"""The search entries, and the database's own index over them, which the database keeps in step by itself.

SQLite: an FTS5 table that reads its text from the entries, and three triggers. A later migration that makes SQLite
build the table of entries anew has to make the triggers again. PostgreSQL: a generated tsvector and a GIN index over it.
Stemming and the folding of accents are done before (articles/text/words.py): no extension and no dictionary is needed.
"""

import django.db.models.deletion
from django.db import migrations, models

SQLITE = [
    """CREATE VIRTUAL TABLE articles_search USING fts5(
        head, lead, body, keys, content='articles_searchentry', content_rowid='id', columnsize=0,
        tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co' tokenchars '_'"
    )""",
    """CREATE TRIGGER articles_search_comes AFTER INSERT ON articles_searchentry BEGIN
        INSERT INTO articles_search(rowid, head, lead, body, keys)
        VALUES (new.id, new.head, new.lead, new.body, new.keys);
    END""",
    """CREATE TRIGGER articles_search_goes AFTER DELETE ON articles_searchentry BEGIN
        INSERT INTO articles_search(articles_search, rowid, head, lead, body, keys)
        VALUES ('delete', old.id, old.head, old.lead, old.body, old.keys);
    END""",
    """CREATE TRIGGER articles_search_changes AFTER UPDATE OF id, head, lead, body, keys ON articles_searchentry BEGIN
        INSERT INTO articles_search(articles_search, rowid, head, lead, body, keys)
        VALUES ('delete', old.id, old.head, old.lead, old.body, old.keys);
        INSERT INTO articles_search(rowid, head, lead, body, keys)
        VALUES (new.id, new.head, new.lead, new.body, new.keys);
    END""",
]
# An empty word is a gap: no phrase runs over it. Places above 16383 are one place to a tsvector.
POSTGRESQL = [
    """CREATE FUNCTION articles_lexemes(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT coalesce(string_agg(word || ':' || least(place, 16383), ' '), '')::tsvector
        FROM unnest(string_to_array(words, ' ')) WITH ORDINALITY AS stands(word, place) WHERE word <> ''
    $$""",
    """ALTER TABLE articles_searchentry ADD COLUMN vector tsvector GENERATED ALWAYS AS (
        articles_lexemes(head || '  ' || lead || '  ' || body)
    ) STORED""",
    """ALTER TABLE articles_searchentry ADD COLUMN marks tsvector GENERATED ALWAYS AS (
        array_to_tsvector(string_to_array(keys, ' '))
    ) STORED""",
    "CREATE INDEX articles_search ON articles_searchentry USING gin (vector, marks)",
]
UNDO = {
    "sqlite": [
        *(f"DROP TRIGGER articles_search_{what}" for what in ("comes", "goes", "changes")),
        "DROP TABLE articles_search",
    ],
    "postgresql": [
        "ALTER TABLE articles_searchentry DROP COLUMN vector, DROP COLUMN marks",
        "DROP FUNCTION articles_lexemes(text)",
    ],
}


def on_each(statements):
    def run(apps, schema_editor):
        for sql in statements.get(schema_editor.connection.vendor, ()):
            schema_editor.execute(sql, params=None)

    return run


class Migration(migrations.Migration):
    dependencies = [("articles", "0014_give_sources_rules")]
    operations = [
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                ("published_at", models.DateTimeField()),
                ("live_from", models.DateTimeField()),
                ("live_until", models.DateTimeField(null=True)),
                ("id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("keys", models.TextField()),
                ("head", models.TextField()),
                ("lead", models.TextField()),
                ("body", models.TextField()),
                (
                    "edition",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="search_row", to="articles.edition"
                    ),
                ),
            ],
            options={"verbose_name_plural": "search entries"},
        ),
        migrations.RunPython(on_each({"sqlite": SQLITE, "postgresql": POSTGRESQL}), on_each(UNDO)),
    ]
