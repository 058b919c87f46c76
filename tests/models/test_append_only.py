"""What was public, received or done is never changed, whoever asks."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import connection, models, transaction
from django.db.utils import IntegrityError, ProgrammingError

from releases.models import Extraction, Release, ReleaseEvent, Revision, SourceDocument
from tests.factories import make_release

pytestmark = pytest.mark.django_db

APPEND_ONLY = [Revision, ReleaseEvent, SourceDocument, Extraction]
REFUSED = ProgrammingError


@pytest.mark.parametrize("model", APPEND_ONLY)
@pytest.mark.parametrize("statement", ["DELETE FROM {}", "TRUNCATE {} CASCADE"])
def test_rows_are_not_removed(model: type[models.Model], statement: str) -> None:
    make_release()

    with connection.cursor() as cursor:
        # Checks that still wait for the commit would refuse a TRUNCATE for another reason.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        with pytest.raises(REFUSED, match="Cannot"), transaction.atomic():
            cursor.execute(statement.format(model._meta.db_table))


@pytest.mark.parametrize("model", APPEND_ONLY)
def test_rows_are_not_changed(model: type[models.Model]) -> None:
    make_release()

    with pytest.raises(REFUSED, match="Cannot update"), transaction.atomic():
        model._default_manager.update(id=models.F("id") + 1000)


def test_a_release_shows_versions_of_its_own_only() -> None:
    one, other = make_release(), make_release()

    with pytest.raises(IntegrityError), transaction.atomic():
        Release.objects.filter(pk=one.pk).update(current_revision=other.current_revision)
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_each_change_of_a_release_leaves_a_trail_even_in_bulk() -> None:
    release = make_release()
    trail = apps.get_model("releases", "ReleaseChange")._default_manager.filter(pgh_obj=release)
    before = trail.count()

    Release.objects.filter(pk=release.pk).update(slug="otro")

    assert trail.count() == before + 1


def test_a_release_with_versions_is_not_deleted() -> None:
    release = make_release()

    with pytest.raises(models.ProtectedError):
        release.delete()
