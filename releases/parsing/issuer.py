"""Which office issued a bulletin, by its profile's letterhead, its header or its closing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from releases.extraction.document import Line
from releases.linking.gazetteer import AgencyEntry, Gazetteer, IssuerProfile, NameKind

from .bulletin import Certainty, Evidence, Field
from .folding import fold, fold_name

HOST_PROPOSED = "No se reconoció la dependencia que emite. Se propone la del archivo; confírmela."
SHORTEST_NAME = 9
_PUNCTUATION = re.compile(r"[,;:|]")


class IssuerIndex:
    """Profiles and agency names of a gazetteer, by folded text."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._agencies = {agency.slug: agency for agency in gazetteer.agencies}
        self._host = self._agencies.get(gazetteer.host)
        self.profiles = {profile.agency: profile for profile in gazetteer.profiles}
        self.header_lines: tuple[str, ...] = tuple(
            {fold(line).strip() for profile in gazetteer.profiles for line in profile.header_lines}
        )
        self._names: list[tuple[str, AgencyEntry]] = sorted(
            (
                (fold_name(name.text), agency)
                for agency in gazetteer.agencies
                for name in agency.names
                if name.kind is not NameKind.ACRONYM
                and name.issuer is None
                and len(name.text) >= SHORTEST_NAME
            ),
            key=lambda pair: -len(pair[0]),
        )
        self._acronyms = {
            agency.acronym: agency
            for agency in gazetteer.agencies
            if agency.acronym and len(agency.acronym) >= 3
        }

    def profile_of(self, furniture: Sequence[Line]) -> IssuerProfile | None:
        """The profile whose letterhead lines stand in the header, if they name one office only."""
        shown = {fold(line.text).strip() for line in furniture}
        found = [
            profile
            for profile in self.profiles.values()
            if any(fold(line).strip() in shown for line in profile.header_lines)
        ]
        return found[0] if len(found) == 1 else None

    def read(
        self, furniture: Sequence[Line], folio_prefix: str, closing: str, body: Sequence[str]
    ) -> Field[str | None]:
        """The issuing agency's canonical name; the host's, under REVIEW, where none is read."""
        prefix = self._acronyms.get(folio_prefix)
        if prefix is not None:
            return self._sure(prefix, folio_prefix, "prefijo-del-folio")
        header = " ".join(line.text for line in furniture)
        found = self._named(header)
        if found is not None:
            return self._sure(found, header, "membrete")
        opening = self._named(" ".join(closing.split()[:14]))
        if opening is not None:
            return self._sure(opening, closing[:120], "cierre")
        profile = self.profile_of(furniture)
        if profile is not None and profile.agency in self._agencies:
            return self._sure(self._agencies[profile.agency], header, "perfil")
        first = self._named(body[0]) if body else None
        chosen = first or self._host
        return Field(chosen.name if chosen else None, Certainty.REVIEW, HOST_PROPOSED)

    def _sure(self, agency: AgencyEntry, quote: str, rule: str) -> Field[str | None]:
        evidence = (Evidence(quote=quote[:200], page=1, rule=rule),)
        return Field(agency.name, Certainty.SURE, evidence=evidence)

    def _named(self, text: str) -> AgencyEntry | None:
        # Punctuation becomes a blank, so that a plain search finds whole names.
        folded = f" {_PUNCTUATION.sub(' ', fold_name(text))} "
        if len(folded) < SHORTEST_NAME:
            return None
        best: tuple[int, AgencyEntry] | None = None
        for name, agency in self._names:
            place = folded.find(f" {name} ")
            if place >= 0 and (best is None or place < best[0]):
                best = (place, agency)
        return best[1] if best else None
