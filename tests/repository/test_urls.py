"""Every address of the site resolves and answers, for readers and for staff."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.http import HttpResponseBase, StreamingHttpResponse
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from releases import urls
from releases.models import Draft, Release, SourceDocument, User
from releases.page_images import make_page_images
from releases.publishing import actions
from releases.publishing.content import attachments_from_json
from releases.vocabulary import AttachmentKind
from tests.photos.pictures import draw

SAMPLE = settings.BASE_DIR / "fixtures" / "bulletins" / "0275-2024.pdf"
# What the parameters of public addresses are replaced by; a new one must be added here.
PARAMETERS = {
    "year": 2024,
    "month": 4,
    "key": "0275",
    "number": 1,
    "page": 1,
    "position": 1,
    "extension": "pdf",
    "faceta": "dependencia",
    "output": "atom.xml",
    "section": "comunicados",
}
SLUGS = {
    "agency": "ssem",
    "municipality": "toluca",
    "place": "veracruz",
    "topic": "cooperacion-internacional",
}
# The desk has its own tests: tests/desk/.
# A preview needs a secret that was given: tests/desk/test_previews.py.
PUBLIC = sorted(
    str(pattern.name)
    for pattern in urls.urlpatterns
    if isinstance(pattern, URLPattern) and not str(pattern.name).startswith("preview")
)


@pytest.fixture
def release(db: None, tmp_path: Path) -> Release:
    """The sample bulletin, as the pipeline brings it in, with a photo and an annex."""
    call_command("ingest_releases", str(SAMPLE), verbosity=0, stdout=io.StringIO())
    release = Release.objects.get(key="0275")
    _attach_files(release, tmp_path)
    actions.publish(release=release, by=None)
    for source in SourceDocument.objects.all():
        make_page_images(source)  # the worker's part
    return Release.objects.get(key="0275")


def _attach_files(release: Release, folder: Path) -> None:
    photo = draw(folder / "foto.png", (40, 30))
    for path, kind in ((photo, AttachmentKind.PHOTO), (SAMPLE, AttachmentKind.ANNEX)):
        actions.attach_file(release=release, path=path, file_name=path.name, kind=kind, by=None)
    draft = Draft.objects.get(pk=release.pk)
    actions.arrange_attachments(
        release=release,
        words=tuple(
            actions.AttachmentWords(
                file=row.file, caption="Texto ficticio", alt="Dos franjas.", confirmed=True
            )
            for row in attachments_from_json(draft.attachments)
        ),
        lock_version=draft.lock_version,
        by=None,
    )


def _arguments(name: str, release: Release) -> dict[str, object]:
    pattern = next(p for p in urls.urlpatterns if isinstance(p, URLPattern) and p.name == name)
    arguments: dict[str, object] = {}
    for parameter in pattern.pattern.converters:
        if parameter == "slug":
            found = next((slug for start, slug in SLUGS.items() if name.startswith(start)), None)
            arguments[parameter] = found or release.get_absolute_url().rstrip("/").split("0275-")[1]
        else:
            arguments[parameter] = PARAMETERS[parameter]
    return arguments


def test_every_public_address_answers_a_reader(client: Client, release: Release) -> None:
    answers = {}
    for name in PUBLIC:
        address = reverse(name, kwargs=_arguments(name, release))
        answer = client.get(address)
        if answer.status_code in {301, 302} and not answer["Location"].startswith("/static/"):
            answer = client.get(answer["Location"])
        answers[f"{name} {address}"] = answer.status_code
        _consume(answer)
    wrong = {key: status for key, status in answers.items() if status not in {200, 302}}
    assert wrong == {}


def test_no_public_address_sets_a_cookie_or_misses_its_policy(
    client: Client, release: Release
) -> None:
    for name in PUBLIC:
        if name == "preferences":
            continue
        answer = client.get(reverse(name, kwargs=_arguments(name, release)))
        _consume(answer)
        assert not answer.cookies, name
        assert "default-src 'none'" in answer["Content-Security-Policy"], name
        assert answer["X-Content-Type-Options"] == "nosniff", name


def test_every_public_address_refuses_what_would_change_something(
    client: Client, release: Release
) -> None:
    for name in PUBLIC:
        if name in {"preferences", "batch"}:
            continue
        answer = client.delete(reverse(name, kwargs=_arguments(name, release)))
        assert answer.status_code in {404, 405}, name


@pytest.mark.django_db
def test_every_address_without_parameters_answers_staff_and_readers(client: Client) -> None:
    staff = Client()
    staff.force_login(
        User.objects.create_superuser("dora", "dora@ejemplo.invalid", "una clave de prueba larga")
    )
    answers = {}
    for name in sorted(_names(get_resolver())):
        try:
            address = reverse(name)
        except NoReverseMatch:
            continue
        for who, browser in (("reader", client), ("staff", staff)):
            if who == "staff" and "logout" in name:
                continue
            answer = browser.get(address)
            answers[f"{who} {name}"] = answer.status_code
            _consume(answer)
    broken = {
        key: status
        for key, status in answers.items()
        # The worker does not run under tests, and `/listo` says so.
        if status >= 500 and not key.endswith("health_ready")
    }
    assert broken == {}


@pytest.mark.django_db
def test_the_administration_is_closed_to_readers(client: Client) -> None:
    answer = client.get(reverse("admin:index"), follow=True)
    assert answer.redirect_chain[-1][0].startswith(reverse("account_login"))


def _names(resolver: URLResolver, namespace: str = "") -> Iterator[str]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _names(pattern, inner)
        elif isinstance(pattern, URLPattern) and pattern.name:
            yield f"{namespace}{pattern.name}"


def _consume(answer: HttpResponseBase) -> None:
    """Read a streamed body to its end, so that its errors show and its file is closed."""
    if isinstance(answer, StreamingHttpResponse):
        b"".join(answer)
