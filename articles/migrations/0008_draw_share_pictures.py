from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0007_link_translations'),
    ]

    operations = [
        migrations.AddField(
            model_name='edition',
            name='card',
            field=models.FileField(blank=True, upload_to=''),
        ),
    ]
