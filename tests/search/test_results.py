"""What the search finds, how many, and in which order."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from releases.models import Release
from releases.publishing import actions
from releases.search.errors import PageNotFound, PageTooDeep
from releases.search.filters import ReleaseFilter
from releases.search.results import SearchPage, count, iterate, matching_ids
from releases.vocabulary import RevisionKind
from tests.factories import make_agency, make_content, make_place, make_release, make_topic
from tests.search.asking import ask, found, parameters

pytestmark = pytest.mark.django_db


def correct(release: Release, **content: Any) -> None:
    actions.correct(
        release=release,
        content=make_content(**content),
        kind=RevisionKind.CORRECTION,
        note="Se precisa un dato.",
        seen_version=1,
        by=None,
    )


def test_a_publication_is_seen_by_the_very_next_search() -> None:
    assert ask("ocelote").total == 0
    release = make_release(headline="Rescatan un ocelote")
    assert found("ocelotes") == [release]


def test_a_correction_and_a_withdrawal_are_seen_by_the_very_next_search() -> None:
    release = make_release(headline="Rescatan un ocelote")
    correct(release, headline="Rescatan un tlacuache")
    assert ask("ocelote").total == 0
    assert found("tlacuache") == [release]
    actions.withdraw(release=release, note="Por orden de autoridad.", by=None)
    page = ask("tlacuache")
    assert page.total == 0
    assert page.suggestion is None


def test_drafts_are_never_found() -> None:
    make_release(headline="Rescatan un ocelote", published=False)
    assert ask("ocelote").total == 0


def test_the_closing_is_not_searched() -> None:
    make_release(boilerplate="Denuncie al 089 con una antorcha.")
    assert ask("antorcha").total == 0


def test_the_place_of_the_dateline_is_found_after_mentions_of_it_and_its_state_is_not() -> None:
    dated = make_release(dateline="Villa Ficticia, Entidad Inventada, 4 de abril de 2024")
    mentioned = make_release(headline="Operativo en Villa Ficticia")

    assert found("villa ficticia") == [mentioned, dated]
    assert found('"villa ficticia"') == [mentioned, dated]
    assert ask("inventada").total == 0


def test_a_dateline_is_also_found_by_the_catalogue_s_name_of_its_place() -> None:
    place = make_place("Ciudad Imaginaria del Valle")
    release = make_release(dateline="IMAGINARIA, 4 de abril de 2024", issued_in=place)

    assert found("imaginaria del valle") == [release]


def test_a_correction_of_the_dateline_is_seen_by_the_next_search() -> None:
    release = make_release(dateline="Villa Ficticia, 4 de abril de 2024")
    correct(release, dateline="Puerto Ficticio, 4 de abril de 2024")

    assert ask("villa").total == 0
    assert found("puerto") == [release]


def test_headline_outranks_summary_and_summary_outranks_body() -> None:
    body = make_release(body=("Aparece un ocelote.",))
    summary = make_release(summary_points=("Aparece un ocelote.",))
    headline = make_release(headline="Aparece un ocelote")
    assert found("ocelote") == [headline, summary, body]


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    for _ in range(8):
        make_release(body=("La patrulla llegó.",))
    common = make_release(body=("Una patrulla, otra patrulla, la patrulla.", "Un ocelote."))
    rare = make_release(body=("Un ocelote, otro ocelote, el ocelote.", "Una patrulla."))
    assert found("ocelote patrulla")[:2] == [rare, common]


def test_of_equals_the_newer_comes_first() -> None:
    old = make_release(headline="Un ocelote", issued_on=dt.date(2020, 1, 1))
    new = make_release(headline="Un ocelote", issued_on=dt.date(2024, 1, 1))
    assert found("ocelote") == [new, old]


def test_a_phrase_needs_its_words_side_by_side_and_in_order() -> None:
    exact = make_release(body=("Llegó la guardia nacional al sitio.",))
    make_release(body=("La guardia municipal y la reserva nacional.",))
    make_release(body=("Un himno nacional, guardia de honor.",))
    make_release(body=("Termina con guardia.", "Nacional empieza."))
    assert found('"guardia nacional"') == [exact]
    assert ask("guardia nacional").total == 4


def test_a_longer_phrase_is_checked_by_position() -> None:
    exact = make_release(body=("El centro de control de confianza abrió.",))
    make_release(body=("El centro de control. El control de confianza. Confianza centro.",))
    assert found('"centro de control de confianza"') == [exact]


def test_exclusions_take_words_and_phrases_out() -> None:
    kept = make_release(headline="Robo de vehículo")
    make_release(headline="Robo con convenio")
    make_release(headline="Robo a casa habitación")
    assert found('robo -convenio -"casa habitación"') == [kept]


def test_either_of_two_words_or_phrases() -> None:
    fraud = make_release(headline="Fraude por internet")
    phrase = make_release(headline="Cobro de piso en el mercado")
    make_release(headline="Cobro en el piso del mercado y otro asunto")
    assert set(found('fraude o "cobro de piso"')) == {fraud, phrase} | set(
        found('"cobro en el piso"')
    )


def test_a_beginning_is_completed_only_where_nothing_was_found() -> None:
    release = make_release(headline="Detienen a extorsionador")
    page = ask("extorsiona")
    assert [hit.release for hit in page.hits] == [release]
    assert page.completed
    assert page.explanation == "Buscamos «extorsiona…»"
    assert not ask("extorsionador").completed


def test_a_word_of_the_archive_is_not_taken_for_a_beginning() -> None:
    make_release(headline="Robo de vehículo")
    make_release(headline="Robots en la feria")
    assert ask("robo -robo").total == 0
    assert ask("vehículo robots").total == 0


def test_a_misspelling_is_answered_with_the_archives_own_word_and_its_bulletins() -> None:
    make_release(headline="Detienen a dos por extorsión")
    make_release(headline="Campaña contra la extorsión")
    page = ask("extorcion")
    assert page.total == 0
    assert page.suggestion is not None
    assert page.suggestion.query == "extorsión"
    assert page.suggestion.count == 2


def test_no_suggestion_leads_to_nothing() -> None:
    make_release(headline="Detienen a dos por extorsión")
    assert ask("extorcion ornitorrinco").suggestion is None


def test_a_folio_in_any_spelling_leads_to_its_bulletin() -> None:
    release = make_release(number=275, year=2024)
    other = make_release(body=("Se cita el comunicado 0275/2024.",))
    for typed in ("0275/2024", "275/24", "comunicado 275 de 2024"):
        page = ask(typed)
        assert page.jump == release
        assert [hit.release for hit in page.hits] == [release, other]
    assert ask("0276/2031").jump is None


def test_letters_choose_among_the_series_that_have_a_number() -> None:
    theirs = make_agency("Policía Ficticia", acronym="PFX")
    ours = make_release(number=31, year=2024)
    foreign = make_release(issuer=theirs, number=31, year=2024, folio="PFX/031/2024")
    assert ask("PFX/031/2024").jump == foreign
    assert ask("031/2024").jump is None
    assert set(found("031/2024")) == {ours, foreign}


def test_other_names_of_a_thing_are_looked_for_and_said() -> None:
    agency = make_agency("Brigada Ficticia de Rescate", acronym="BFR")
    agency.names.create(text="la Brigada Naranja", kind="alias")
    by_name = make_release(body=("Acudió la Brigada Ficticia de Rescate.",))
    by_acronym = make_release(body=("Acudió la BFR.",))
    page = ask("BFR")
    assert {hit.release for hit in page.hits} == {by_name, by_acronym}
    assert page.expansions[0].typed == "BFR"
    assert "Brigada Ficticia de Rescate" in page.expansions[0].names
    assert found('"BFR"') != []


def test_words_in_quotes_stay_as_they_are() -> None:
    make_agency("Brigada Ficticia de Rescate", acronym="BFR")
    make_release(body=("Acudió la BFR.",))
    page = ask('"Brigada Ficticia de Rescate"')
    assert page.total == 0
    assert page.expansions == ()


def test_orders_by_date_folio_and_reception() -> None:
    first = make_release(headline="Ocelote", issued_on=dt.date(2023, 5, 1), number=900, year=2023)
    second = make_release(headline="Ocelote", issued_on=dt.date(2024, 2, 1), number=3, year=2024)
    third = make_release(headline="Ocelote", issued_on=dt.date(2024, 1, 1), number=7, year=2024)
    assert found("ocelote", orden="-fecha") == [second, third, first]
    assert found("ocelote", orden="fecha") == [first, third, second]
    assert found("ocelote", orden="folio") == [third, second, first]
    assert found("ocelote", orden="-recibido") == [third, second, first]


def test_pages_hold_twenty_and_none_is_lost_or_shown_twice() -> None:
    made = {make_release(headline="Ocelote").pk for _ in range(23)}
    pages = [found("ocelote", pagina=str(number)) for number in (1, 2)]
    assert [len(page) for page in pages] == [20, 3]
    assert {release.pk for page in pages for release in page} == made
    assert ask("ocelote").pages == 2


@pytest.mark.parametrize("page", ["0", "-5", "abc", "3", "99999999999999999999", "1.5", "²"])
def test_a_page_that_is_not_there_is_named(page: str) -> None:
    make_release(headline="Ocelote")
    with pytest.raises(PageNotFound):
        ask("ocelote", pagina=page)


def test_pages_beyond_the_ceiling_ask_to_refine() -> None:
    with pytest.raises(PageTooDeep) as raised:
        ask("", pagina="501")
    assert "Afine su búsqueda" in raised.value.message


def test_exports_hold_every_result_in_the_order_of_the_page() -> None:
    make_release(headline="Otra cosa")
    for day in (1, 3, 2):
        make_release(headline="Ocelote", issued_on=dt.date(2024, 1, day))
    filters = ReleaseFilter(parameters(q="ocelote", orden="-fecha"))
    assert filters.is_valid()
    days = [hit.revision.issued_on.day for hit in iterate(filters.criteria)]
    assert days == [3, 2, 1]
    assert count(filters.criteria) == 3
    assert set(filters.qs) == set(Release.objects.filter(pk__in=matching_ids(filters.criteria)))


@pytest.mark.parametrize("carried", [5, 100])
def test_a_large_result_is_ranked_first_and_goes_on_by_date(
    carried: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("answers", "ranking", "results"):
        monkeypatch.setattr(f"releases.search.{module}.EXACT", 5, raising=False)
        monkeypatch.setattr(f"releases.search.{module}.CARRIED", carried, raising=False)
        monkeypatch.setattr(f"releases.search.{module}.CANDIDATES", 6, raising=False)
    in_headline = make_release(headline="Ocelote", issued_on=dt.date(2019, 1, 1))
    for day in range(1, 29):
        make_release(body=("Un ocelote.",), issued_on=dt.date(2024, 1, day))
    pages = [found("ocelote", pagina=number) for number in ("1", "2")]
    assert pages[0][0] == in_headline
    assert len({release.pk for page in pages for release in page}) == 29
    rest = [release.current_revision.issued_on for release in pages[1] if release.current_revision]
    assert rest == sorted(rest, reverse=True)


def test_words_in_very_many_headlines_are_met_by_date(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("answers", "ranking", "results"):
        monkeypatch.setattr(f"releases.search.{module}.EXACT", 3, raising=False)
        monkeypatch.setattr(f"releases.search.{module}.CARRIED", 3, raising=False)
        monkeypatch.setattr(f"releases.search.{module}.CANDIDATES", 4, raising=False)
    for day in range(1, 11):
        make_release(body=("Un ocelote.",), issued_on=dt.date(2024, 2, day))
        make_release(headline="Ocelote", issued_on=dt.date(2024, 1, day))
    hits = found("ocelote")
    assert len({release.pk for release in hits}) == 20
    days = [release.current_revision.issued_on for release in hits if release.current_revision]
    assert [day.day for day in days[:4]] == [10, 9, 8, 7]
    assert {day.month for day in days[:4]} == {1}


def test_facets_count_with_the_other_choices_and_without_their_own() -> None:
    north, south = make_topic("Norte ficticio"), make_topic("Sur ficticio")
    agency = make_agency("Brigada Ficticia")
    make_release(topics=[north], agencies=[agency])
    make_release(topics=[north])
    make_release(topics=[south], agencies=[agency])
    page = ask(tema=north.slug)
    assert page.total == 2
    assert counts(page, "tema") == {north.slug: 2, south.slug: 1}
    assert counts(page, "dependencia") == {agency.slug: 1}
    chosen = next(facet for facet in page.facets if facet.name == "tema").chosen
    assert [value.name for value in chosen] == ["Norte ficticio"]


def counts(page: SearchPage, name: str) -> dict[str, int]:
    facet = next(facet for facet in page.facets if facet.name == name)
    return {value.slug: value.count for value in facet.values}


def test_values_of_a_facet_are_alternatives_facets_conditions_and_a_dash_leaves_out() -> None:
    north, south = make_topic("Norte ficticio"), make_topic("Sur ficticio")
    agency = make_agency("Brigada Ficticia")
    first = make_release(topics=[north], agencies=[agency])
    second = make_release(topics=[south])
    both = make_release(topics=[north, south])
    assert ask(tema=[north.slug, south.slug]).total == 3
    assert found(tema=[north.slug, south.slug], dependencia=agency.slug) == [first]
    assert found(tema=f"-{north.slug}") == [second]
    assert found(tema=[south.slug, f"-{north.slug}"]) == [second]
    assert both in found(tema=south.slug)


def test_a_place_is_matched_by_dateline_and_by_mention() -> None:
    place = make_place("San Ficticio")
    dated = make_release(issued_in=place)
    named = make_release(places=[place])
    make_release()
    assert set(found(lugar=place.slug)) == {dated, named}


def test_an_unknown_value_finds_nothing_and_is_named() -> None:
    make_release()
    filters = ReleaseFilter(parameters(tema="no-existe"))
    assert filters.is_valid()
    assert count(filters.criteria) == 0
    assert filters.unknown == ["no-existe"]
    assert ask(tema="-no-existe").total == 1


def test_corrected_bulletins_are_a_kind() -> None:
    release = make_release(headline="Ocelote")
    make_release(headline="Ocelote")
    correct(release, headline="Ocelote pardo")
    assert found("ocelote", tipo="correcciones") == [release]
    assert counts(ask("ocelote"), "tipo")["correcciones"] == 1


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2024-03-05", "2024-03-20", 1),
        ("2024-03-01", "2024-03-31", 3),
        ("2024-02-15", "2024-03-01", 2),
        ("2024-02-29", "2024-03-31", 4),
        ("2024-01-01", "2024-12-31", 5),
        ("2024-03-31", "", 2),
        ("", "2024-02-29", 1),
    ],
)
def test_days_are_inclusive_whatever_months_they_cut(first: str, last: str, expected: int) -> None:
    for day in ("2024-02-29", "2024-03-01", "2024-03-10", "2024-03-31", "2024-12-31"):
        make_release(issued_on=dt.date.fromisoformat(day))
    assert ask(desde=first, hasta=last).total == expected


def test_months_are_counted_without_the_choice_of_dates() -> None:
    make_release(issued_on=dt.date(2024, 3, 1))
    make_release(issued_on=dt.date(2024, 4, 1))
    page = ask(periodo="abril 2024")
    assert page.total == 1
    assert [(month.year, month.month, month.count) for month in page.months] == [
        (2024, 3, 1),
        (2024, 4, 1),
    ]
