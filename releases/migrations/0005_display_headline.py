from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("releases", "0004_sketches_and_old_addresses"),
    ]

    operations = [
        migrations.AddField(
            model_name="revision",
            name="display_headline",
            field=models.TextField(blank=True, db_default="", verbose_name="título en pantalla"),
        ),
    ]
