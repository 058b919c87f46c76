from django.db import migrations, models


class Migration(migrations.Migration):
    """Name the events of a bulletin taken back and of a request that was cancelled."""

    dependencies = [("releases", "0009_missed_minute")]

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
                    ("recuperado", "Recuperado de los descartados"),
                    ("solicitado", "Autorización solicitada"),
                    ("autorizado", "Autorizado"),
                    ("rechazado", "Autorización negada"),
                    ("solicitud-cancelada", "Solicitud de autorización cancelada"),
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
