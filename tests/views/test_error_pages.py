"""The pages of errors: what happened, what to do, and no need of what may be broken."""

from __future__ import annotations

import datetime as dt
from http import HTTPStatus

import pytest
from django.test import RequestFactory

from releases.models import Revision
from releases.views.errors import EXPLANATIONS, error_response
from tests.pages.crawl import PageReader, faults_of

REQUEST_ID = "0123456789abcdef"


def answer(status: int, **words: object) -> str:
    request = RequestFactory().get("/comunicados/")
    request.META["CONSTE_REQUEST_ID"] = REQUEST_ID
    return error_response(request, status, **words).content.decode()  # type: ignore[arg-type] # the keywords of error_response


@pytest.mark.django_db
@pytest.mark.parametrize("status", [status for status in EXPLANATIONS if status < 500])
def test_refusals_explain_themselves(status: HTTPStatus) -> None:
    words = EXPLANATIONS[status]

    page = answer(status)

    assert words.title in page
    assert words.happened in page
    assert words.advice in page
    assert REQUEST_ID in page
    assert faults_of(PageReader(page)) == []


@pytest.mark.parametrize("status", [500, 503])
def test_failures_are_shown_without_a_database(status: int) -> None:
    page = answer(status)

    assert EXPLANATIONS[HTTPStatus(status)].title in page
    assert 'class="marca"' in page  # the dressed page, not the last resort of plain words
    assert '<a href="tel:911">9-1-1</a>' in page
    assert REQUEST_ID in page
    assert faults_of(PageReader(page)) == []


@pytest.mark.django_db
def test_a_list_that_ended_before_leads_to_its_first_page() -> None:
    page = answer(404, context={"first_page": "/temas/?orden=fecha"})

    assert 'href="/temas/?orden=fecha"' in page


@pytest.mark.django_db
def test_nothing_at_an_address_offers_the_search() -> None:
    assert 'role="search"' in answer(404).split("<main")[1]


@pytest.mark.django_db
def test_a_withdrawn_bulletin_keeps_its_folio_and_date() -> None:
    revision = Revision(folio="0007/2024", issued_on=dt.date(2024, 4, 8))

    page = answer(410, context={"revision": revision})

    assert 'class="folio">0007' in page
    assert "8 de abril de 2024" in page
    assert "Retirado" in page


@pytest.mark.django_db
def test_what_a_page_echoes_is_escaped() -> None:
    page = answer(404, happened="<script>alert(1)</script>")

    assert "<script>alert" not in page
