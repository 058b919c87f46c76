from django.db import migrations, models


class Migration(migrations.Migration):
    """Name the event of a bulletin that could not be published when its minute came."""

    dependencies = [("releases", "0008_learned_acronyms")]

    operations = [
        migrations.AlterField(
            model_name="releaseevent",
            name="kind",
            field=models.CharField(
                choices=[
                    ("recibido", "Recibido"),
                    ("borrador", "Borrador guardado"),
                    ("enviado-a-revision", "Enviado a revisión"),
                    ("programado", "Programado"),
                    ("desprogramado", "Programación cancelada"),
                    ("no-salio", "No salió a su hora"),
                    ("publicado", "Publicado"),
                    ("corregido", "Corregido"),
                    ("retirado", "Retirado"),
                    ("restituido", "Restituido"),
                    ("reclasificado", "Catálogos actualizados"),
                    ("descartado", "Borrador descartado"),
                    ("solicitado", "Autorización solicitada"),
                    ("autorizado", "Autorizado"),
                    ("rechazado", "Autorización negada"),
                    ("emergencia", "Publicado de emergencia"),
                    ("enlace-previo", "Enlace previo entregado"),
                    ("enlace-revocado", "Enlace previo revocado"),
                    ("enlace-usado", "Enlace previo abierto"),
                ],
                max_length=25,
                verbose_name="acto",
            ),
        ),
    ]
