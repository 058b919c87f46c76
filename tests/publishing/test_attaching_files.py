"""Photos and annexes of a draft: what is kept, who confirms, and what a version shows of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from releases.models import Attachment, Draft, Office, Release, User
from releases.publishing import actions
from releases.publishing.actions.attaching_files import CONFIRMATION, MOST_ATTACHMENTS
from releases.publishing.content import (
    AttachmentContent,
    attachments_from_json,
    content_of_draft,
    content_of_revision,
)
from releases.publishing.diff import compare
from releases.publishing.errors import (
    AlreadyAttached,
    IncompleteBulletin,
    NotAllowed,
    SecondPersonNeeded,
    StaleEdit,
    TooManyAttachments,
    UnfitAttachment,
    WrongState,
)
from releases.storage import document_path, file_sha256
from releases.vocabulary import AttachmentKind, RevisionKind
from tests.factories import make_release
from tests.photos.pictures import draw, draw_with_metadata

pytestmark = pytest.mark.django_db


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    return draw_with_metadata(tmp_path / "IMG_0001.jpg")


@pytest.fixture
def release() -> Release:
    return make_release(published=False)


def attach(release: Release, path: Path, **fields: Any) -> Attachment:
    given = {"kind": AttachmentKind.PHOTO, "file_name": path.name, "by": None, **fields}
    return actions.attach_file(release=release, path=path, **given)


def draft_of(release: Release) -> Draft:
    return Draft.objects.select_related("issued_in").get(pk=release.pk)


def files_of(release: Release) -> tuple[AttachmentContent, ...]:
    return attachments_from_json(draft_of(release).attachments)


def words(attachment: Attachment, **fields: Any) -> actions.AttachmentWords:
    whole = {"alt": "Franjas roja y azul.", "caption": "Pie ficticio", "confirmed": True}
    return actions.AttachmentWords(file=attachment.pk, **{**whole, **fields})


def arrange(release: Release, *rows: actions.AttachmentWords, by: User | None = None) -> Draft:
    return actions.arrange_attachments(
        release=release, words=rows, lock_version=draft_of(release).lock_version, by=by
    )


def test_the_original_is_kept_and_another_file_shown(release: Release, photo: Path) -> None:
    attachment = attach(release, photo)

    assert attachment.original_sha256 == file_sha256(photo)
    assert len({attachment.original_sha256, attachment.shown_sha256}) == 2
    for sha256 in (
        attachment.original_sha256,
        attachment.shown_sha256,
        attachment.thumbnail_sha256,
    ):
        assert file_sha256(document_path(sha256)) == sha256
    placed = files_of(release)[0]
    assert placed.sha256 == attachment.shown_sha256
    assert (placed.width, placed.height) == (800, 400)
    assert (placed.alt, placed.confirmed) == ("", False)


def test_a_photo_without_words_or_confirmation_holds_up_publication(
    release: Release, photo: Path
) -> None:
    attachment = attach(release, photo)
    with pytest.raises(IncompleteBulletin, match="el texto alternativo de la fotografía 1"):
        actions.publish(release=release, by=None)

    arrange(release, words(attachment, confirmed=False))
    with pytest.raises(IncompleteBulletin, match="la confirmación de la fotografía 1"):
        actions.publish(release=release, by=None)

    arrange(release, words(attachment))
    revision = actions.publish(release=release, by=None)
    assert content_of_revision(revision).photos[0].alt == "Franjas roja y azul."


def test_who_confirms_is_recorded_once_with_the_very_words(release: Release, photo: Path) -> None:
    person = User.objects.create_superuser("ficticia", "ficticia@ejemplo.invalid")
    attachment = attach(release, photo, by=person)
    arrange(release, words(attachment), by=person)
    arrange(release, words(attachment, caption="Otro pie ficticio"), by=person)

    events = release.events.filter(data__confirmed=True)
    assert [(event.by, event.data["attachment"]) for event in events] == [(person, attachment.pk)]
    assert events[0].note == f"{CONFIRMATION}: IMG_0001.jpg"


def test_files_change_their_order_and_are_taken_off(release: Release, tmp_path: Path) -> None:
    first, second = (attach(release, draw(tmp_path / f"{n}.png", (40, 30 + n))) for n in (1, 2))
    arrange(release, words(second), words(first))
    assert [row.file for row in files_of(release)] == [second.pk, first.pk]

    arrange(release, words(first))
    assert [row.file for row in files_of(release)] == [first.pk]
    assert release.events.filter(data__removed=True).get().data["attachment"] == second.pk
    assert Attachment.objects.filter(pk=second.pk).exists()


def test_a_file_that_was_taken_off_can_come_back(release: Release, photo: Path) -> None:
    attachment = attach(release, photo)
    arrange(release)

    assert attach(release, photo) == attachment
    assert len(files_of(release)) == 1


def test_the_same_file_twice_is_refused(release: Release, photo: Path) -> None:
    attach(release, photo)

    with pytest.raises(AlreadyAttached):
        attach(release, photo)


def test_words_for_a_file_of_another_bulletin_are_refused(release: Release, photo: Path) -> None:
    strange = attach(make_release(published=False), photo)

    with pytest.raises(WrongState):
        arrange(release, words(strange))


def test_a_second_save_from_the_same_page_is_stale(release: Release, photo: Path) -> None:
    attachment = attach(release, photo)
    seen = draft_of(release).lock_version
    arrange(release, words(attachment))

    with pytest.raises(StaleEdit):
        actions.arrange_attachments(
            release=release, words=(words(attachment, alt="Otro"),), lock_version=seen, by=None
        )
    assert files_of(release)[0].alt == "Franjas roja y azul."


def test_what_cannot_be_shown_is_refused_with_its_code(release: Release, tmp_path: Path) -> None:
    path = tmp_path / "foto.jpg"
    path.write_bytes(b"no es imagen")

    with pytest.raises(UnfitAttachment, match="HEIC") as refusal:
        attach(release, path)
    assert refusal.value.code == "no-es-fotografia"
    assert not Attachment.objects.exists()


def test_a_bulletin_takes_a_bounded_number_of_files(release: Release, photo: Path) -> None:
    attach(release, photo)
    draft = draft_of(release)
    Draft.objects.filter(pk=draft.pk).update(attachments=draft.attachments * MOST_ATTACHMENTS)

    with pytest.raises(TooManyAttachments):
        attach(release, photo)


def test_what_is_public_takes_no_file_without_a_prepared_correction(photo: Path) -> None:
    with pytest.raises(WrongState, match="corrección"):
        attach(make_release(), photo)


def test_a_reader_may_attach_nothing(release: Release, photo: Path) -> None:
    reader = User.objects.create_user("ajena", "ajena@ejemplo.invalid")

    with pytest.raises(NotAllowed):
        attach(release, photo, by=reader)


def test_a_scheduled_bulletin_stays_fit_for_its_minute(release: Release, photo: Path) -> None:
    attachment = attach(release, photo)
    arrange(release, words(attachment))
    at = timezone.now() + dt.timedelta(hours=1)
    actions.schedule(release=release, at=at, by=None)

    with pytest.raises(IncompleteBulletin):
        arrange(release, words(attachment, alt=""))
    arrange(release, words(attachment, caption="Otro pie"))
    assert files_of(release)[0].caption == "Otro pie"


def test_with_two_people_nobody_changes_a_scheduled_bulletin_alone(
    release: Release, photo: Path
) -> None:
    person = User.objects.create_superuser("ficticia", "ficticia@ejemplo.invalid")
    attachment = attach(release, photo)
    arrange(release, words(attachment))
    actions.schedule(release=release, at=timezone.now() + dt.timedelta(hours=1), by=None)
    Office.objects.update(two_people=True)

    with pytest.raises(SecondPersonNeeded):
        arrange(release, words(attachment, alt="Otro"), by=person)


def test_saving_the_text_leaves_the_files_alone(release: Release, photo: Path) -> None:
    attach(release, photo)
    draft = draft_of(release)
    bare = replace(content_of_draft(draft), attachments=(), headline="Otro título ficticio")
    actions.save_draft(draft=draft, content=bare, lock_version=draft.lock_version, by=None)

    assert len(files_of(release)) == 1


def test_a_correction_may_change_the_files_and_the_difference_says_so(
    release: Release, photo: Path, tmp_path: Path
) -> None:
    attachment = attach(release, photo)
    arrange(release, words(attachment))
    first = actions.publish(release=release, by=None)
    release.refresh_from_db()
    draft = actions.prepare_correction(
        release=release,
        content=content_of_revision(first),
        kind=RevisionKind.CORRECTION,
        note="Se cambió el pie de la fotografía; nota ficticia.",
        seen_version=1,
        seen_draft=None,
        by=None,
    )
    assert len(draft.attachments) == 1

    arrange(release, words(attachment, caption="Pie corregido"))
    draft = draft_of(release)
    second = actions.correct(
        release=release,
        content=content_of_draft(draft),
        kind=RevisionKind.CORRECTION,
        note=draft.change_note,
        seen_version=1,
        by=None,
        draft=draft,
    )

    changed = [passage for passage in compare(first, second).passages if passage.is_changed]
    assert [passage.label for passage in changed] == ["Fotografía 1"]
    assert content_of_revision(first).photos[0].caption == "Pie ficticio"


def test_the_sheet_shows_the_photos_with_their_words(
    release: Release, photo: Path, tmp_path: Path
) -> None:
    attachment = attach(release, photo)
    bare = make_release(published=False)
    for each in (release, bare):
        Draft.objects.filter(pk=each.pk).update(source=None, extraction=None)
    arrange(release, words(attachment))

    with_photo = actions.publish(release=release, by=None).source
    without = actions.publish(release=bare, by=None).source

    assert with_photo
    assert without
    assert with_photo.size > without.size + 500
    data = document_path(with_photo.sha256).read_bytes()
    assert b"/Figure" in data
    assert b"GPS" not in data
