"""The stories that are like one another, which `search` writes when one of them is published."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0018_announce_files"),
    ]

    operations = [
        migrations.CreateModel(
            name="Likeness",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("weight", models.PositiveSmallIntegerField()),
                (
                    "edition",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="like_rows",
                        to="articles.edition",
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="liked_by_rows",
                        to="articles.article",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "likenesses",
                "indexes": [models.Index(fields=["other", "-weight", "edition"], name="likenesses_by_weight")],
                "constraints": [models.UniqueConstraint(fields=("edition", "other"), name="a_likeness_is_said_once")],
            },
        ),
    ]
