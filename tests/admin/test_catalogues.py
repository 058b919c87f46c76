"""Catalogues in the administration: saved with who and how, merged, never deleted."""

from __future__ import annotations

import datetime as dt
from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from releases.models import Agency, IssuerProfile, Mention, Office, Place, SynonymGroup, Topic, User
from releases.roles import ADMINISTRATORS
from releases.vocabulary import NameKind, PlaceLevel
from tests.admin.conftest import Enter
from tests.factories import host_agency, make_agency, make_place, make_release, make_topic

pytestmark = pytest.mark.django_db

NO_ROWS = {"names-TOTAL_FORMS": "0", "names-INITIAL_FORMS": "0"}


@pytest.fixture
def administrator(enter: Enter) -> Client:
    return enter(ADMINISTRATORS)


def change_url(section: str, pk: object) -> str:
    return reverse(f"admin:releases_{section}_change", args=[pk])


def change(client: Client, section: str, pk: object, **sent: Any) -> Any:
    """Opens a record's page and sends its form."""
    url = change_url(section, pk)
    form = client.get(url).context["adminform"].form
    return client.post(url, {"seen": form["seen"].value(), **sent})


def test_an_agency_with_an_alias_is_added_and_found_without_accents(administrator: Client) -> None:
    sent = {
        "name": "Ñandú, Comisión Ficticia del",
        "acronym": "CFN",
        "scope": "estatal",
        "state": "15",
        "slug": "comision-ficticia-nandu",
        "names-TOTAL_FORMS": "1",
        "names-INITIAL_FORMS": "0",
        "names-0-text": "La Comisión del Ñandú",
        "names-0-kind": NameKind.ALIAS.value,
        "names-0-valid_from": "2020-01-31",
    }
    answer = administrator.post(reverse("admin:releases_agency_add"), sent)
    assert answer.status_code == HTTPStatus.FOUND
    agency = Agency.objects.get(slug="comision-ficticia-nandu")
    assert agency.sort_key.startswith("n~andu")
    assert agency.names.get().valid_from == dt.date(2020, 1, 31)
    for typed in ("comision ficticia", "NANDÚ Comisión", "cfn", "ñandu"):
        page = administrator.get(reverse("admin:releases_agency_changelist"), {"q": typed})
        found = agency in page.context["cl"].result_list
        assert found is (typed != "NANDÚ Comisión"), typed


def test_a_change_keeps_who_made_it(administrator: Client) -> None:
    topic: Any = make_topic("Tema ficticio de faros")
    no_terms = {"terms-TOTAL_FORMS": "0", "terms-INITIAL_FORMS": "0"}
    change(administrator, "topic", topic.pk, name="Faros ficticios", threshold="3", **no_terms)
    topic.refresh_from_db()
    assert (topic.name, topic.sort_key) == ("Faros ficticios", "faros ficticios")
    kept = topic.changes.order_by("-pgh_id").first()
    assert kept.pgh_context.metadata["user"] == User.objects.get(username="ines").pk


def test_the_slower_of_two_does_not_overwrite_the_record(administrator: Client) -> None:
    agency = make_agency("Comisión Ficticia de Amarras")
    url = change_url("agency", agency.pk)
    seen = administrator.get(url).context["adminform"].form["seen"].value()
    change(administrator, "agency", agency.pk, name="La primera", scope="estatal", **NO_ROWS)
    sent = {"seen": seen, "name": "La segunda", "scope": "estatal", **NO_ROWS}
    answer = administrator.post(url, sent)
    assert answer.status_code == HTTPStatus.CONFLICT
    assert "lo suyo no se guardó" in answer.content.decode()
    agency.refresh_from_db()
    assert agency.name == "La primera"


def test_a_name_added_in_between_counts_too(administrator: Client) -> None:
    agency = make_agency("Comisión Ficticia de Anclas")
    url = change_url("agency", agency.pk)
    seen = administrator.get(url).context["adminform"].form["seen"].value()
    agency.names.create(text="Las Anclas", kind=NameKind.ALIAS.value)
    sent = {"seen": seen, "name": "Otra", "scope": "estatal", **NO_ROWS}
    assert administrator.post(url, sent).status_code == HTTPStatus.CONFLICT


def test_an_address_once_made_stays(administrator: Client) -> None:
    agency = make_agency("Comisión Ficticia de Boyas")
    slug = agency.slug
    change(administrator, "agency", agency.pk, name="Otra", scope="estatal", slug="otra", **NO_ROWS)
    agency.refresh_from_db()
    assert (agency.name, agency.slug) == ("Otra", slug)


def test_a_name_is_taken_away_through_its_row(administrator: Client) -> None:
    agency = make_agency("Comisión Ficticia de Redes")
    name = agency.names.create(text="Las Redes", kind=NameKind.ALIAS.value)
    change(
        administrator,
        "agency",
        agency.pk,
        **{
            "name": agency.name,
            "scope": "estatal",
            "names-TOTAL_FORMS": "1",
            "names-INITIAL_FORMS": "1",
            "names-0-id": str(name.pk),
            "names-0-agency": str(agency.pk),
            "names-0-text": name.text,
            "names-0-kind": name.kind,
            "names-0-DELETE": "on",
        },
    )
    assert not agency.names.exists()


def test_municipalities_keep_their_key_and_name(administrator: Client) -> None:
    place = make_place("Municipio Ficticio", level=PlaceLevel.MUNICIPALITY.value, inegi="99001")
    before = (place.name, place.inegi, place.level)
    sent = {"name": "Otro nombre", "inegi": "99999", "level": "pais", **NO_ROWS}
    assert change(administrator, "place", place.pk, **sent).status_code == HTTPStatus.FOUND
    place.refresh_from_db()
    assert (place.name, place.inegi, place.level) == before


def test_what_is_added_by_hand_is_a_locality(administrator: Client) -> None:
    sent = {"name": "Rancho Ficticio", "slug": "rancho-ficticio", "level": "pais", **NO_ROWS}
    administrator.post(reverse("admin:releases_place_add"), sent)
    assert Place.objects.get(slug="rancho-ficticio").level == PlaceLevel.LOCALITY


@pytest.mark.parametrize("pattern", ["(sin cerrar", r"\d+/\d{4}"])
def test_a_number_pattern_that_reads_nothing_is_refused(
    administrator: Client, pattern: str
) -> None:
    agency = make_agency("Comisión Ficticia de Sellos")
    sent = {"agency": str(agency.pk), "url_prefix": "cfs", "number_pattern": pattern}
    answer = administrator.post(reverse("admin:releases_issuerprofile_add"), sent)
    assert answer.status_code == HTTPStatus.OK
    assert not IssuerProfile.objects.filter(agency=agency).exists()


def test_lists_of_lines_are_typed_one_a_line(administrator: Client) -> None:
    agency = make_agency("Comisión Ficticia de Sellos")
    sent = {
        "agency": str(agency.pk),
        "url_prefix": "cfs",
        "number_pattern": r"(?P<number>\d+)",
        "header_lines": "Primer renglón\r\n\r\n  Segundo, con coma ",
    }
    administrator.post(reverse("admin:releases_issuerprofile_add"), sent)
    profile = IssuerProfile.objects.get(agency=agency)
    assert profile.header_lines == ["Primer renglón", "Segundo, con coma"]


def test_synonyms_can_be_changed(administrator: Client) -> None:
    group = SynonymGroup.objects.create(terms=["faro", "linterna"])
    change(administrator, "synonymgroup", group.pk, terms="faro\r\nfarol")
    group.refresh_from_db()
    assert group.terms == ["faro", "farol"]


def test_synonyms_can_be_deleted(administrator: Client) -> None:
    group = SynonymGroup.objects.create(terms=["faro", "linterna"])
    url = reverse("admin:releases_synonymgroup_delete", args=[group.pk])
    administrator.post(url, {"post": "yes"})
    assert not SynonymGroup.objects.filter(pk=group.pk).exists()


def test_the_office_is_one_row(administrator: Client) -> None:
    host_agency()
    office = Office.objects.get()
    assert administrator.get(reverse("admin:releases_office_add")).status_code == 403
    url = reverse("admin:releases_office_delete", args=[office.pk])
    assert administrator.post(url, {"post": "yes"}).status_code == 403


def merge(client: Client, absorbed: Agency, into: Agency, **sent: Any) -> Any:
    url = reverse("admin:releases_agency_merge", args=[absorbed.pk])
    return client.post(url, {"into": str(into.pk), **sent})


def test_merging_shows_what_moves_before_it_does(administrator: Client) -> None:
    absorbed, into = make_agency("Comisión Ficticia A"), make_agency("Comisión Ficticia B")
    release = make_release(agencies=[absorbed])
    page = merge(administrator, absorbed, into).content.decode()
    assert "1 comunicado público que la menciona" in page
    assert Agency.objects.get(pk=absorbed.pk).merged_into is None
    assert merge(administrator, absorbed, into, confirmed="on").status_code == HTTPStatus.FOUND
    absorbed.refresh_from_db()
    assert absorbed.merged_into == into
    assert Mention.objects.get(revision__release=release).agency == into
    moved = Client().get(absorbed.get_absolute_url())
    assert (moved.status_code, moved.headers["Location"]) == (
        HTTPStatus.MOVED_PERMANENTLY,
        into.get_absolute_url(),
    )


def test_an_agency_is_not_merged_with_itself_or_twice(administrator: Client) -> None:
    absorbed, into = make_agency("Comisión Ficticia A"), make_agency("Comisión Ficticia B")
    assert merge(administrator, into, into, confirmed="on").status_code == 422
    merge(administrator, absorbed, into, confirmed="on")
    assert merge(administrator, absorbed, into, confirmed="on").status_code == 404
    assert administrator.get(change_url("agency", absorbed.pk)).status_code == 200
    sent = {"name": "Vuelve", "scope": "estatal", **NO_ROWS}
    assert administrator.post(change_url("agency", absorbed.pk), sent).status_code == 403


def test_the_lists_that_offer_names_leave_out_merged_agencies(administrator: Client) -> None:
    absorbed, into = make_agency("Ficticia Repetida Uno"), make_agency("Ficticia Repetida Dos")
    merge(administrator, absorbed, into, confirmed="on")
    asked = {
        "term": "ficticia repetida",
        "app_label": "releases",
        "model_name": "mention",
        "field_name": "agency",
    }
    offered = administrator.get(reverse("admin:autocomplete"), asked).json()["results"]
    assert [row["text"] for row in offered] == ["Ficticia Repetida Dos"]


@pytest.mark.parametrize("section", ["agency", "place", "topic", "issuerprofile"])
def test_lists_ask_the_database_a_fixed_number_of_times(
    administrator: Client, section: str, django_assert_max_num_queries: Any
) -> None:
    for number in range(3):
        make_agency(f"Comisión Ficticia {number}")
        make_topic(f"Tema ficticio {number}")
        make_place(f"Lugar Ficticio {number}", parent=make_place(f"Mayor {number}"))
    with django_assert_max_num_queries(12):
        administrator.get(reverse(f"admin:releases_{section}_changelist"))


def test_topics_show_their_terms(administrator: Client) -> None:
    topic = Topic.objects.filter(terms__isnull=False).first() or make_topic()
    page = administrator.get(change_url("topic", topic.pk))
    assert page.status_code == HTTPStatus.OK
