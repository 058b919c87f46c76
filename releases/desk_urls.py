"""Addresses of the desk, page by page in the order of its tabs."""

from __future__ import annotations

from django.urls import path

from releases.views import components
from releases.views.desk import (
    accounts,
    attachments,
    authorizations,
    corrections,
    editor,
    editor_file,
    entities,
    inbox,
    inbox_publish,
    inbox_upload,
    office,
    previews,
    publish,
    published,
    remarks,
    review,
    review_discard,
    scheduled,
    withdrawal,
)

urlpatterns = [
    # Bandeja
    path("", inbox.desk, name="desk"),
    path("bandeja/", inbox.show_inbox, name="desk-inbox"),
    path("bandeja/subir/", inbox_upload.upload, name="desk-upload"),
    path("bandeja/publicar/", inbox_publish.publish_several, name="desk-publish-several"),
    path("bandeja/lote/<int:pk>/", inbox.show_batch, name="desk-batch"),
    path("bandeja/archivos/<int:pk>/releer/", inbox.retry, name="desk-upload-retry"),
    path("bandeja/archivos/<int:pk>/quitar/", inbox.close, name="desk-upload-close"),
    # Revisión
    path("revision/siguiente/", review.next_review, name="desk-next"),
    path("revision/<int:release_id>/", review.review, name="desk-review"),
    path("revision/<int:release_id>/descartar/", review_discard.discard, name="desk-discard"),
    path("revision/<int:release_id>/recuperar/", review_discard.recover, name="desk-recover"),
    path(
        "revision/<int:release_id>/paginas/<int:page>.webp",
        review.page_image,
        name="desk-page-image",
    ),
    path("entidades.json", entities.entities, name="desk-entities"),
    # Nuevo comunicado, fotografías y anexos, membrete
    path("comunicados/nuevo/", editor.new_bulletin, name="desk-new"),
    path("comunicados/nuevo/archivo/", editor_file.new_from_file, name="desk-new-from-file"),
    path("comunicados/hoja/", editor.letterhead, name="desk-letterhead"),
    path("comunicados/<int:release_id>/", editor.edit_bulletin, name="desk-edit"),
    path(
        "comunicados/<int:release_id>/archivos/", attachments.attachments, name="desk-attachments"
    ),
    path(
        "comunicados/<int:release_id>/archivos/foto-<int:position>.webp",
        attachments.photo,
        name="desk-photo",
    ),
    path(
        "comunicados/<int:release_id>/archivos/foto-<int:position>-chica.webp",
        attachments.small_photo,
        name="desk-photo-small",
    ),
    path(
        "comunicados/<int:release_id>/archivos/anexo-<int:position>.<slug:extension>",
        attachments.annex,
        name="desk-annex",
    ),
    path("comunicados/<int:release_id>/membrete.pdf", attachments.sheet, name="desk-sheet"),
    # Programados y enlaces previos
    path("publicar/<int:release_id>/", publish.publish, name="desk-publish"),
    path("publicar/<int:release_id>/hecho/", publish.done, name="desk-publish-done"),
    path("programados/", scheduled.scheduled, name="desk-scheduled"),
    path("programados/<int:release_id>/cancelar/", scheduled.unschedule, name="desk-unschedule"),
    path("enlaces/<int:release_id>/", previews.previews, name="desk-previews"),
    path("enlaces/<int:link_id>/revocar/", previews.revoke, name="desk-preview-revoke"),
    path("vista/<int:release_id>/", previews.preview, name="desk-preview"),
    path(
        "vista/<int:release_id>/documento.<slug:extension>",
        previews.document,
        name="desk-preview-document",
    ),
    path("vista/<int:release_id>/texto.txt", previews.text, name="desk-preview-text"),
    path(
        "vista/<int:release_id>/pagina-<int:page>.webp",
        previews.page_image,
        name="desk-preview-page",
    ),
    path(
        "vista/<int:release_id>/miniatura-<int:page>.webp",
        previews.page_thumbnail,
        name="desk-preview-thumbnail",
    ),
    # Correcciones, retiros y autorizaciones
    path("publicados/", published.published, name="desk-published"),
    path("correcciones/", corrections.corrections, name="desk-corrections"),
    path("correcciones/<int:release_id>/", corrections.correct, name="desk-correct"),
    path("retiros/<int:release_id>/", withdrawal.withdraw, name="desk-withdraw"),
    path("autorizaciones/", authorizations.authorizations, name="desk-authorizations"),
    path("autorizaciones/<int:pk>/", authorizations.decide, name="desk-authorization"),
    path("notas/<int:release_id>/", remarks.remark, name="desk-remark"),
    # Cuentas y oficina
    path("cuentas/", accounts.accounts, name="desk-accounts"),
    path("cuentas/<int:pk>/", accounts.account, name="desk-account"),
    path("oficina/", office.office, name="desk-office"),
    # For those who make it
    path("componentes/", components.components, name="components"),
]
