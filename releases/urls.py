"""Addresses of the archive's pages, in the order of the site."""

from __future__ import annotations

from django.urls import include, path, register_converter

from releases import converters
from releases.views import (
    addresses,
    archive,
    attachments,
    batch,
    completion,
    corrections,
    documents,
    entities,
    home,
    information,
    machines,
    outputs,
    preferences,
    preview,
    release,
    revisions,
    search,
)

register_converter(converters.KeyConverter, "key")
register_converter(converters.YearConverter, "year")
register_converter(converters.MonthConverter, "month")
register_converter(converters.OutputConverter, "output")

_BULLETIN = "comunicados/<year:year>/<key:key>-<slug:slug>/"

urlpatterns = [
    path("", home.home, name="home"),
    # Bulletins
    path("comunicados/", archive.archive, name="archive"),
    path("comunicados/<year:year>/", archive.year, name="archive-year"),
    path("comunicados/<year:year>/<month:month>/", archive.month, name="archive-month"),
    path(_BULLETIN, release.release, name="release"),
    path(f"{_BULLETIN}documento.<slug:extension>", documents.document, name="release-document"),
    path(f"{_BULLETIN}texto.txt", documents.text, name="release-text"),
    path(f"{_BULLETIN}datos.json", documents.data, name="release-data"),
    path(f"{_BULLETIN}pagina-<int:page>.webp", documents.page_image, name="release-page"),
    path(
        f"{_BULLETIN}miniatura-<int:page>.webp", documents.page_thumbnail, name="release-thumbnail"
    ),
    path(f"{_BULLETIN}foto-<int:position>.webp", attachments.photo, name="release-photo"),
    path(
        f"{_BULLETIN}foto-<int:position>-chica.webp",
        attachments.small_photo,
        name="release-photo-small",
    ),
    path(
        f"{_BULLETIN}anexo-<int:position>.<slug:extension>",
        attachments.annex,
        name="release-annex",
    ),
    path(f"{_BULLETIN}versiones/", revisions.revisions, name="revisions"),
    path(f"{_BULLETIN}versiones/<int:number>/", release.revision, name="revision"),
    path(
        f"{_BULLETIN}versiones/<int:number>/documento.<slug:extension>",
        documents.revision_document,
        name="revision-document",
    ),
    path(
        f"{_BULLETIN}versiones/<int:number>/foto-<int:position>.webp",
        attachments.revision_photo,
        name="revision-photo",
    ),
    path(
        f"{_BULLETIN}versiones/<int:number>/foto-<int:position>-chica.webp",
        attachments.small_revision_photo,
        name="revision-photo-small",
    ),
    path(
        f"{_BULLETIN}versiones/<int:number>/anexo-<int:position>.<slug:extension>",
        attachments.revision_annex,
        name="revision-annex",
    ),
    path("comunicados/<year:year>/<key:key>/", addresses.by_key, name="release-key"),
    path("c/<year:year>/<key:key>", addresses.by_key, name="short"),
    path("comunicados/atom.xml", outputs.archive_atom, name="archive-atom"),
    # Before publication, for named readers
    path("previa/<slug:secret>/", preview.page, name="preview"),
    path(
        "previa/<slug:secret>/documento.<slug:extension>",
        preview.document,
        name="preview-document",
    ),
    path("previa/<slug:secret>/texto.txt", preview.text, name="preview-text"),
    path("previa/<slug:secret>/pagina-<int:page>.webp", preview.page_image, name="preview-page"),
    path(
        "previa/<slug:secret>/miniatura-<int:page>.webp",
        preview.page_thumbnail,
        name="preview-thumbnail",
    ),
    path("previa/<slug:secret>/foto-<int:position>.webp", preview.photo, name="preview-photo"),
    path(
        "previa/<slug:secret>/foto-<int:position>-chica.webp",
        preview.small_photo,
        name="preview-photo-small",
    ),
    path(
        "previa/<slug:secret>/anexo-<int:position>.<slug:extension>",
        preview.annex,
        name="preview-annex",
    ),
    # Search
    path("buscar/", search.search, name="search"),
    path("buscar/filtros/<slug:faceta>/", search.facet, name="facet"),
    path("buscar/completar/", completion.completion, name="completion"),
    path("buscar/completar.json", completion.completion_data, name="completion-data"),
    path("buscar/lote/", batch.batch, name="batch"),
    path("buscar/lote/datos.csv", batch.batch_csv, name="batch-csv"),
    path("buscar/atom.xml", outputs.atom, name="search-atom"),
    path("buscar/datos.csv", outputs.csv, name="search-csv"),
    path("buscar/datos.json", outputs.json, name="search-json"),
    path("buscar/datos.jsonl", outputs.jsonl, name="search-jsonl"),
    # What bulletins speak of
    path("dependencias/", entities.agencies, name="agencies"),
    path("dependencias/<slug:slug>/", entities.agency, name="agency"),
    path("dependencias/<slug:slug>/<output:output>", entities.agency_output, name="agency-output"),
    path("municipios/", entities.municipalities, name="municipalities"),
    path("municipios/<slug:slug>/", entities.municipality, name="municipality"),
    path(
        "municipios/<slug:slug>/<output:output>",
        entities.municipality_output,
        name="municipality-output",
    ),
    path("lugares/", entities.places, name="places"),
    path("lugares/<slug:slug>/", entities.place, name="place"),
    path("lugares/<slug:slug>/<output:output>", entities.place_output, name="place-output"),
    path("temas/", entities.topics, name="topics"),
    path("temas/<slug:slug>/", entities.topic, name="topic"),
    path("temas/<slug:slug>/<output:output>", entities.topic_output, name="topic-output"),
    # About the archive
    path("correcciones/", corrections.corrections, name="corrections"),
    path("correcciones/atom.xml", outputs.corrections_atom, name="corrections-atom"),
    path("correcciones/politica/", information.corrections_policy, name="corrections-policy"),
    path("ayuda/busqueda/", information.search_help, name="search-help"),
    path("acerca/", information.about, name="about"),
    path("accesibilidad/", information.accessibility, name="accessibility"),
    path("privacidad/", information.privacy, name="privacy"),
    path("preferencias/", preferences.preferences, name="preferences"),
    path("favicon.ico", information.favicon, name="favicon"),
    # For crawlers
    path("robots.txt", machines.robots, name="robots"),
    path("sitemap.xml", machines.sitemap_index, name="sitemap"),
    path("sitemap-noticias.xml", machines.sitemap_news, name="sitemap-news"),
    path("sitemap-<slug:section>.xml", machines.sitemap_section, name="sitemap-section"),
    # For staff
    path("redaccion/", include("releases.desk_urls")),
]
