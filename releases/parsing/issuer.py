"""Which office issued a bulletin, by its profile's letterhead, its header or its closing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from releases.extraction.document import Line
from releases.linking.gazetteer import AgencyEntry, Gazetteer, IssuerProfile, NameKind

from .bulletin import Certainty, Evidence, Field
from .folding import fold, fold_name
from .furniture import is_genre

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
        self._by_first_word: dict[str, list[tuple[str, AgencyEntry, bool]]] = {}
        for agency in gazetteer.agencies:
            for name in agency.names:
                own = name.issuer == agency.slug
                if name.kind is not NameKind.ACRONYM and (name.issuer is None or own):
                    self._add(name.text, agency, own=own)
        self._acronyms = {
            agency.acronym: agency
            for agency in gazetteer.agencies
            if agency.acronym and len(agency.acronym) >= 3
        }

    def _add(self, text: str, agency: AgencyEntry, *, own: bool) -> None:
        """Keep a name; one that is only its `own` counts where the dateline's state agrees."""
        key = _plain(text)
        if len(key) >= SHORTEST_NAME:
            self._by_first_word.setdefault(key.split()[0], []).append((key, agency, own))

    def profile_of(self, furniture: Sequence[Line]) -> IssuerProfile | None:
        """The profile whose letterhead lines stand in the header, if they name one office only."""
        shown = {fold(line.text).strip() for line in furniture}
        found = [
            profile
            for profile in self.profiles.values()
            if any(
                fold(line).strip() in shown and not is_genre(line) for line in profile.header_lines
            )
        ]
        return found[0] if len(found) == 1 else None

    def read(
        self,
        header: str,
        *,
        folio_prefix: str,
        closing: str,
        body: Sequence[str],
        state: str | None,
    ) -> Field[str | None]:
        """The issuing agency's canonical name; the host's, under REVIEW, where none is read.

        `header` is the letterhead's text, `state` the INEGI key of the dateline's state.
        """
        prefix = self._acronyms.get(folio_prefix)
        if prefix is not None and prefix.state in (None, state or prefix.state):
            return self._sure(prefix, folio_prefix, "prefijo-del-folio")
        found = self._named(header, state)
        if found is not None:
            return self._sure(found, header, "membrete")
        known = self._by_opener(closing)
        if known is not None:
            return self._sure(known, closing, "perfil")
        opening = self._named(" ".join(closing.split()[:14]), state)
        if opening is not None:
            return self._sure(opening, closing, "cierre")
        first = self._named(body[0], state) if body else None
        chosen = first or self._host
        return Field(chosen.name if chosen else None, Certainty.REVIEW, HOST_PROPOSED)

    def _by_opener(self, closing: str) -> AgencyEntry | None:
        """The agency whose profile knows the words that open this closing."""
        shown = [fold(part).strip() for part in closing.split("\n")]
        for slug, profile in self.profiles.items():
            openers = [fold(opener).strip() for opener in profile.closing_openers]
            if any(
                len(o) >= SHORTEST_NAME and part.startswith(o) for o in openers for part in shown
            ):
                return self._agencies.get(slug)
        return None

    def openers_of(self, profile: IssuerProfile | None) -> list[str]:
        """The folded words that open closings: this office's, or all where none is known."""
        profiles = self.profiles.values() if profile is None else (profile,)
        openers = (fold(opener).strip() for known in profiles for opener in known.closing_openers)
        return [opener for opener in openers if profile or len(opener) >= SHORTEST_NAME]

    def _sure(self, agency: AgencyEntry, quote: str, rule: str) -> Field[str | None]:
        evidence = (Evidence(quote=quote[:200], page=1, rule=rule),)
        return Field(agency.name, Certainty.SURE, evidence=evidence)

    def _named(self, text: str, state: str | None) -> AgencyEntry | None:
        """The first agency named in a text that can be of this state, by its longest name."""
        folded = _plain(text)
        words = folded.split()
        place = 0
        for word in words:
            rest = folded[place:] + " "
            here = [
                found
                for found in self._by_first_word.get(word, ())
                if rest.startswith(found[0] + " ")
            ]
            longest = max((len(key) for key, _, _ in here), default=0)
            named = [
                agency
                for key, agency, own in here
                if len(key) == longest and _can_speak(agency, state, own=own)
            ]
            if named:
                return next((a for a in named if a.state == state), named[0])
            place += len(word) + 1
        return None


def _plain(text: str) -> str:
    return " ".join(_PUNCTUATION.sub(" ", fold_name(text)).split())


def _can_speak(agency: AgencyEntry, state: str | None, *, own: bool) -> bool:
    if own:
        return agency.state == state
    return agency.state is None or state is None or agency.state == state
