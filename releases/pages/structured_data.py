"""What a bulletin's page tells search engines: schema.org's NewsArticle as JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

from releases.exports import absolute
from releases.models import Agency, Office, Release, Revision
from releases.publishing.shown_files import ShownFile

# As in Django's json_script: nothing in the text can end the element.
_ESCAPES = str.maketrans({"<": "\\u003C", ">": "\\u003E", "&": "\\u0026"})


@dataclass(frozen=True, slots=True)
class DataBlock:
    """A value that prints itself as a JSON-LD element. Browsers never run such an element, so a
    strict content policy lets it stand in the page."""

    value: dict[str, Any]

    def __html__(self) -> str:
        text = json.dumps(self.value, ensure_ascii=False).translate(_ESCAPES)
        return f'<script type="application/ld+json">{text}</script>'


def news_article(
    *,
    release: Release,
    revision: Revision,
    agencies: list[Agency],
    office: Office | None,
    image: str = "",
    photos: Sequence[ShownFile] = (),
) -> SafeString:
    """The JSON-LD element of a public bulletin.

    `image` is a path of this site, if any, for a bulletin without photos.
    """
    issuer = _organization(release.issuer)
    article: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": revision.title,
        "identifier": revision.folio or str(release),
        "url": absolute(release.get_absolute_url()),
        "inLanguage": "es-MX",
        "datePublished": revision.issued_on.isoformat(),
        "dateline": revision.dateline,
        "version": revision.number,
        "author": issuer,
        "publisher": _organization(office.agency) if office else issuer,
        "keywords": [topic["name"] for topic in revision.entities.get("topics", ())],
        "mentions": [_organization(agency) for agency in agencies],
        "isAccessibleForFree": True,
    }
    if release.changed_at:
        article["dateModified"] = release.changed_at.isoformat()
    if revision.issued_in:
        article["contentLocation"] = {"@type": "Place", "name": revision.issued_in.name}
    if revision.change_note:
        article["correction"] = {"@type": "CorrectionComment", "text": revision.change_note}
    if photos:
        article["image"] = [_image(release, photo) for photo in photos]
    elif image:
        article["image"] = absolute(image)
    return format_html("{}", DataBlock(article))


def _image(release: Release, photo: ShownFile) -> dict[str, Any]:
    described = {
        "@type": "ImageObject",
        "url": absolute(f"{release.get_absolute_url()}{photo.name}"),
        "width": photo.content.width,
        "height": photo.content.height,
        "caption": photo.content.caption,
        "creditText": photo.content.credit,
        "description": photo.content.alt,
    }
    return {name: value for name, value in described.items() if value}


def _organization(agency: Agency) -> dict[str, str]:
    return {
        "@type": "GovernmentOrganization",
        "name": agency.name,
        "url": absolute(agency.get_absolute_url()),
    }
