"""The audit trail: everything that people did, filterable, as a page and as CSV."""

from __future__ import annotations

import csv
import io
from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from releases.models import Agency, User
from releases.publishing import actions
from releases.roles import ADMINISTRATORS, EDITORS
from tests.admin.conftest import Enter, make_member
from tests.factories import make_agency, make_release

pytestmark = pytest.mark.django_db

TRAIL = "/administracion/releases/releaseevent/"


@pytest.fixture
def administrator(enter: Enter) -> Client:
    return enter(ADMINISTRATORS)


def lines(client: Client, **asked: str) -> list[tuple[str, str, str]]:
    """Who, act and subject of the first page."""
    page = client.get(TRAIL, asked)
    assert page.status_code == HTTPStatus.OK
    return [(person, entry.act, entry.subject) for entry, person in page.context["entries"]]


def rename(agency: Agency, name: str, by: User) -> None:
    agency.name = name
    actions.save_record(record=agency, by=by)


def test_acts_catalogues_and_drafts_stand_in_one_list_newest_first(administrator: Client) -> None:
    ana = make_member(EDITORS)
    release = make_release(by=ana)
    rename(
        make_agency("Comisión Ficticia A"), "Comisión Ficticia B", User.objects.get(username="ines")
    )
    found = lines(administrator)
    assert ("ines", "Cambio", "Comisión Ficticia B") in found
    published = ("ana", "Publicado", str(release))
    received = ("ana", "Recibido", str(release))
    assert {published, received} <= set(found)


def test_a_change_says_from_what_to_what(administrator: Client) -> None:
    agency = make_agency("Comisión Ficticia A")
    rename(agency, "Comisión Ficticia B", User.objects.get(username="ines"))
    page = administrator.get(TRAIL, {"clase": "catalogos"}).content.decode()
    assert "nombre: Comisión Ficticia A → Comisión Ficticia B" in page


def test_person_kind_and_folio_narrow_it(administrator: Client) -> None:
    ana = make_member(EDITORS)
    first, second = make_release(by=ana, number=41), make_release()
    rename(
        make_agency("Comisión Ficticia A"), "Comisión Ficticia B", User.objects.get(username="ines")
    )
    assert {who for who, _, _ in lines(administrator, persona=str(ana.pk))} == {"ana"}
    assert {act for _, act, _ in lines(administrator, clase="publicado")} == {"Publicado"}
    subjects = {about for _, _, about in lines(administrator, folio="0041/2024", clase="actos")}
    assert subjects == {str(first)}
    assert str(second) not in subjects
    assert lines(administrator, desde="2999-01-01") == []


def test_changes_of_accounts_name_the_roles(administrator: Client) -> None:
    bruno = User.objects.create_user("nueva", "nueva@ejemplo.invalid")
    group = bruno.groups.model.objects.get(name=EDITORS)
    administrator.post(
        reverse("admin:releases_user_change", args=[bruno.pk]),
        {"username": "nueva", "email": bruno.email, "is_active": "on", "groups": [group.pk]},
    )
    bruno.refresh_from_db()
    assert bruno.is_staff
    page = administrator.get(TRAIL, {"clase": "cuentas"}).content.decode()
    assert "grupos: Edición" in page


def test_the_csv_carries_every_matching_line_without_formulas(administrator: Client) -> None:
    for number in range(3):
        make_release(number=500 + number)
    rename(make_agency("Ficticia"), '=HYPERLINK("malo")', User.objects.get(username="ines"))
    answer: Any = administrator.get(f"{TRAIL}bitacora.csv")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0] == ["cuándo", "quién", "acto", "sobre", "nombre", "detalle"]
    names = [row[4] for row in rows]
    assert {"0500/2024", "0501/2024", "0502/2024"} <= set(names)
    assert '\'=HYPERLINK("malo")' in names


@pytest.mark.parametrize(
    "asked",
    [
        {"desde": "2024-13-45"},
        {"desde": "2024-05-01", "hasta": "2024-04-01"},
        {"pagina": "99999999999999999999"},
        {"persona": "x"},
        {"clase": "x"},
    ],
)
@pytest.mark.parametrize("door", ["", "bitacora.csv"])
def test_wrong_filters_show_their_message_and_no_lines(
    administrator: Client, asked: dict[str, str], door: str
) -> None:
    make_release()
    answer = administrator.get(TRAIL + door, asked)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert answer.context["entries"] == []


def test_pages_follow_each_other_without_gaps(administrator: Client) -> None:
    for number in range(30):
        make_release(number=600 + number)
    first = lines(administrator, clase="actos")
    second = lines(administrator, clase="actos", pagina="2")
    assert (len(first), len(second)) == (50, 10)
    assert not set(first) & set(second)


def test_the_page_asks_the_database_a_fixed_number_of_times(
    administrator: Client, django_assert_max_num_queries: Any
) -> None:
    for number in range(12):
        make_release(number=700 + number)
    with django_assert_max_num_queries(30):
        administrator.get(TRAIL)


def test_single_acts_can_be_neither_changed_nor_deleted(administrator: Client) -> None:
    event = make_release().events.first()
    assert event
    for act in ("change", "delete"):
        assert administrator.post(f"{TRAIL}{event.pk}/{act}/", {"post": "yes"}).status_code == 404
    event.refresh_from_db()
