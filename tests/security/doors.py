"""The doors of the site: every address by its name in the URLconf, filled in for a bulletin."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.security.world import Planted, World

TABLE = tomllib.loads((Path(__file__).parent / "access.toml").read_text(encoding="utf-8"))


def every_address() -> Iterator[str]:
    """The names in the URLconf, `namespace:name`; those without a name by their pattern."""
    return _names(get_resolver(), "", "")


def _names(resolver: URLResolver, namespace: str, prefix: str) -> Iterator[str]:
    for entry in resolver.url_patterns:
        path = prefix + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield f"{namespace}{entry.name}" if entry.name else path
        else:
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from _names(entry, inner, path)


def address_of(name: str, world: World, planted: Planted | None) -> str:
    """The address of a door for a bulletin where it is one of bulletins, else for the world's rows.

    A form that is not a bulletin's has its own row also when a bulletin is given.
    """
    parameters = _parameters(name)
    known = dict(_site_values(name, world))
    if planted and name in TABLE["bulletin"]:
        known |= _bulletin_values(name, planted)
    return reverse(name, kwargs={parameter: known[parameter] for parameter in parameters})


def _parameters(name: str) -> list[str]:
    """The parameters of an address, from the pattern that `reverse` would take."""
    inner = name.rpartition(":")[2]
    resolver: Any = get_resolver()
    for namespace in name.split(":")[:-1]:
        resolver = resolver.namespace_dict[namespace][1]
    _, parameters = resolver.reverse_dict.getlist(inner)[-1][0][0]
    return list(parameters)


def _bulletin_values(name: str, planted: Planted) -> Mapping[str, Any]:
    release = planted.release
    return {
        "year": release.year,
        "key": release.key,
        "slug": release.slug,
        "number": 1,
        "page": 1,
        "position": 1,
        "extension": "csv" if "annex" in name else "pdf",
        "release_id": release.pk,
        "object_id": release.pk,
        "pk": release.pk,
        "secret": planted.secret or "no-hay-enlace-para-este-comunicado",
    }


def _site_values(name: str, world: World) -> Mapping[str, Any]:
    row = {
        "desk-batch": world.batch,
        "desk-upload-retry": world.upload,
        "desk-upload-close": world.upload,
        "desk-authorization": world.authorization,
        "desk-account": world.account,
    }.get(name)
    planted = world.bulletins["published"]
    slugs = {"agency": "ssem", "topic": planted.topic, "place": planted.place}
    slug = next((value for start, value in slugs.items() if name.startswith(start)), "toluca")
    kept = _row_of(name, world)
    return {
        "pk": row.pk if row else kept,
        "link_id": world.preview.pk,
        "slug": slug,
        "output": "atom.xml",
        "faceta": "tema",
        "section": "comunicados",
        "year": 2024,
        "month": 4,
        "object_id": kept,
        "app_label": "releases",
        "url": "nada/",
        "uidb36": "1",
        "key": "clave-que-no-existe",
    }


def _row_of(name: str, world: World) -> int:
    """The key of the world's row of the model that a page of the administration shows.

    1 where the world has none: a model whose rows cannot be opened there.
    """
    parts = name.partition(":")[2].split("_")
    return world.rows.get(parts[1], 1) if len(parts) > 2 else 1
