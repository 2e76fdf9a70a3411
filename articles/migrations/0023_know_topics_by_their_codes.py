"""What the codes of wires mean, from the lists that `load_topics` reads."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0022_keep_which_texts_a_file_held"),
    ]

    operations = [
        migrations.CreateModel(
            name="Topic",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("scheme", models.CharField(max_length=40)),
                ("code", models.CharField(max_length=40)),
                ("names", models.JSONField(default=dict)),
                ("retired", models.BooleanField(default=False)),
                (
                    "same_as",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="articles.topic",
                    ),
                ),
            ],
            options={
                "ordering": ["scheme", "code"],
                "constraints": [
                    models.UniqueConstraint(fields=("scheme", "code"), name="a_code_is_told_once_in_its_scheme")
                ],
            },
        ),
    ]
