"""The facets of a search as groups of checkboxes, drawn as strings.

Some fifty values are drawn on each page. Every text is escaped where it is put in.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from itertools import islice

from django.utils.safestring import SafeString

from releases.pages.routes import address_of
from releases.pages.search_links import SearchLinks
from releases.search.criteria import FacetName
from releases.search.facets import Facet, FacetValue
from releases.search.results import SearchPage

SHORT_FACET = 6

_ALL_OF = {
    FacetName.TOPIC: "los {} temas",
    FacetName.AGENCY: "las {} dependencias",
    FacetName.MUNICIPALITY: "los {} municipios",
    FacetName.PLACE: "los {} lugares",
    FacetName.KIND: "los {} tipos",
    FacetName.DOCUMENT: "las {} clases",
}
_CLOSED = (FacetName.DOCUMENT, FacetName.KIND)


@dataclass(frozen=True, slots=True)
class Option:
    """One checkbox of a facet. `value` is what the parameter takes; excluding ones begin with -.

    `count` is empty for a value that is left out, `exclude_url` where no such link was asked for.
    """

    parameter: str
    value: str
    name: str
    count: str
    checked: bool
    exclude_url: str

    @property
    def html(self) -> SafeString:
        """The checkbox with its label and count."""
        return SafeString(_draw_option(self))


@dataclass(frozen=True, slots=True)
class FacetView:
    """A facet of the form with its first values, and the way to all of them where more exist."""

    label: str
    options: tuple[Option, ...]
    more_url: str
    more_label: str
    is_open: bool


def facets_of(page: SearchPage, links: SearchLinks) -> list[FacetView]:
    """The facets that can narrow this search, chosen values first."""
    return [_view(facet, links) for facet in page.facets if _is_useful(facet, page.total)]


def options_of(
    facet: Facet, values: Iterable[FacetValue], links: SearchLinks, *, excluding: bool = False
) -> list[Option]:
    """Checkboxes for values of a facet, with links that leave a value out if `excluding`."""
    name = facet.name.value
    return [
        Option(
            parameter=name,
            value=f"-{value.slug}" if value.excluded else value.slug,
            name=f"Sin {value.name}" if value.excluded else value.name,
            count="" if value.excluded else f"{value.count:,}",
            checked=value.selected or value.excluded,
            exclude_url=links.plus(name, f"-{value.slug}").path() if excluding else "",
        )
        for value in values
    ]


def draw_facets(facets: Iterable[FacetView]) -> SafeString:
    """The facets of the form, each one to open and close."""
    return SafeString("".join(map(_draw, facets)))


def _is_useful(facet: Facet, total: int) -> bool:
    """A facet whose only value all results have says nothing."""
    if facet.chosen:
        return True
    return len(facet.values) > 1 or any(value.count < total for value in facet.values)


def _view(facet: Facet, links: SearchLinks) -> FacetView:
    chosen = facet.chosen
    others = (value for value in facet.values if not (value.selected or value.excluded))
    shown = [*chosen, *islice(others, max(0, SHORT_FACET - len(chosen)))]
    hidden = len(facet.values) > len(shown)
    return FacetView(
        label=facet.label,
        options=tuple(options_of(facet, shown, links)),
        more_url=links.onto(address_of("facet", facet.name.value)) if hidden else "",
        more_label=f"Ver {_ALL_OF[facet.name].format(len(facet.values))}",
        is_open=bool(chosen) or facet.name not in _CLOSED,
    )


def _draw(facet: FacetView) -> str:
    more = ""
    if facet.more_url:
        more = f'<a class="faceta__mas" href="{escape(facet.more_url)}">{facet.more_label}</a>'
    rows = "\n      ".join(map(_draw_option, facet.options))
    return f"""
    <details class="faceta"{" open" if facet.is_open else ""}>\
<summary>{escape(facet.label)}</summary><div class="faceta__cuerpo">
      {rows}
      {more}</div></details>"""


def _draw_option(option: Option) -> str:
    parameter, value = escape(option.parameter), escape(option.value)
    slug = value.removeprefix("-")
    checked = " checked" if option.checked else ""
    return (
        f'<label class="opcion"><input type="checkbox" id="{parameter}-{slug}" '
        f'name="{parameter}" value="{value}"{checked}><span>{escape(option.name)}</span>'
        f'<span class="n">{option.count}</span></label>'
    )
