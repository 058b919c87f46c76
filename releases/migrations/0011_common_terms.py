from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("releases", "0010_recovered_and_cancelled"),
    ]

    operations = [
        migrations.CreateModel(
            name="CommonTerm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("query", models.TextField(unique=True)),
            ],
            options={
                "verbose_name": "término común",
                "verbose_name_plural": "términos comunes",
            },
        ),
    ]
