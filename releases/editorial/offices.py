"""Who speaks or acts for an institution: a post, speech or an honour beside a name."""

from __future__ import annotations

import re

from releases.editorial.lexical import alternatives
from releases.editorial.lexicon.cues import HONOUR, SPEECH
from releases.editorial.lexicon.people import CALLINGS, POSTS
from releases.editorial.lists import Lists
from releases.editorial.wording import any_of
from releases.vocabulary import EditorialListKind

_LEFT_SPEECH = re.compile(rf"\b{any_of(SPEECH)}\s*(?:,|:)?\s*(?:(?:el|la)\s)?$")
_LEFT_HONOUR = re.compile(rf"\b{any_of(HONOUR)}\s*(?:(?:el|la|los|las)\s)?$")
_AGENT = re.compile(
    r"\b(?:certific|valor|atend|traslad|custodi|acompañ|asist|represent|entrevist|recib|encabez"
    r"|auxili|rescat|deten|asegur|captur|entreg|dirig|coordin|ampar|apoy|reconoc)[ai]d[oa]s?"
    r" (?:[\w ]{1,30} )?por (?:el|la|los|las)\b[^,.;]{0,50}$"
)
_RIGHT_SPEECH = re.compile(
    rf"^\s*,?\s*(?:quien\s+)?(?:tambien\s+|ademas\s+)?{any_of(SPEECH)}\b"
    r"(?! un[oa]? )(?! (?:el|la|los|las) (?:fiscal|secretari|polic|comisar|vocer|director|autoridad"
    r"|juez|dependenc))"
    r"(?! que (?:(?:dos|tres|un|una|fue)\b|l[aeo]s? \w+(?:[aei]ron|o|aban?|ian?)\b))"
)
# «el premio lleva el nombre de…», but not «quien en vida llevara el nombre de…».
_NAMED_AFTER = re.compile(
    r"(?<!en vida )\bllev(?:a|an|ara|aran|aba|aban) (?:el|por) nombre del?\b[^,;]*$"
)
_HONOURED = re.compile(
    rf"\b{any_of(HONOUR)}|\b(?:torneo|certamen|concurso|concierto|exposicion"
    r"|obra|conferencia|taller|curso|ceremonia|festival|aniversario|coro|orquesta|seleccion"
    r"|egresad|graduacion|generacion|beca|rector|docencia|disciplina|campeonato|ensayo|libro)"
)
# A verb after the post ends what it may be the post of. Read with accents: «logró», not «logro».
_VERB = re.compile(
    r"\b(?:\w{2,}[óé]|\w+(?:aron|ieron|aban?|eron)|(?<!\bde )(?<!\bla )\w+ían?|dijo"
    r"|hizo|fue|fueron|tuvo|puso|detuvo|obtuvo|dio|es|son|era|ha|han|hay|está|están|permitió|contra|que|quien|quienes|se)\b(?!-)"
)
_NO_COMPLEMENT = (
    r"(?!(?:que|quien|quienes|se|fue|fueron|cuyo|cuya|contra|su|sus|son|es|al|para|por|a|con|dos"
    r"|tres|\w+aron|\w+ieron)\b)"
)


# Offices without a holder's name: «según el ministerio público, Juan…» names another.
_BODIES = frozenset({"ministerio publico", "tribunal"})


class OfficeReader:
    """Knows the posts of one set of lists."""

    def __init__(self, lists: Lists) -> None:
        self.posts = lists.extend(EditorialListKind.POST, POSTS)
        posts = alternatives(self.posts)
        # «el secretario de Seguridad, », «comandante regional »: a post, and no verb after it.
        self._before = re.compile(
            rf"(?<!presunto )(?<!presunta )(?<!probable )(?<!supuesto )(?<!supuesta )(?<!posible )"
            rf"\b(?:vice|sub)?(?P<post>{posts})(?P<many>s|es)?\b"
            rf"(?:[\s,]+(?:atencion a )?{_NO_COMPLEMENT}[\w.“”\"«»-]+){{0,12}}?[\s,]*$"
        )
        self._after = re.compile(
            rf"^\s*,\s*(?:(?:el|la|quien es|actual|entonces|primer|primera|nuevo"
            rf"|nueva)\s)*(?P<post>{posts})\b"
            rf"(?=\s+(?:de|del|municipal|general|estatal|regional|en|y|ejecutiv|operativ|,)"
            r"|,|\s+\w+,)"
        )

    def post_before(self, left: str, written: str) -> tuple[int, str] | None:
        """Where the post right before a name begins in `left`, and which it is.

        `written` is the same text with its accents, which tell a verb from a noun.
        """
        if re.search(r"\bdel? $", left):  # «el abogado de Ana Ríos»: she is none
            return None
        at = max(0, len(left) - 120)
        found = self._before.search(left, at)
        while found:
            between = written[found.end("many") if found["many"] else found.end("post") :]
            # «los agentes, Juan…»: after a plural a comma begins something else
            other = "," in found.group() and (found["many"] or found["post"] in _BODIES)
            if not other and not _VERB.search(between):
                return found.start(), found["post"]
            found = self._before.search(left, found.end("post"))
        return None

    def post_after(self, right: str) -> str | None:
        """The post told right after a name: «Ana Ríos, directora de…»."""
        found = self._after.match(right)
        return found["post"] if found else None

    def is_calling(self, post: str) -> bool:
        """Whether a post is a trade or a calling, whose holder may be anybody."""
        return post in CALLINGS

    def leads(self, lead: str) -> str | None:
        """The post written with capitals as part of the name: «Comandante Raúl Cano»."""
        first = lead.split(" ")[0]
        return first if first in self.posts else None


def speaks(left: str, right: str) -> bool:
    """Whether speech, an act of office or an honour stands right beside the name."""
    tail = left[-120:]
    near = _LEFT_SPEECH.search(tail) or _LEFT_HONOUR.search(tail) or _AGENT.search(tail)
    return bool(near) or bool(_RIGHT_SPEECH.match(right))


def is_named_after(left: str) -> bool:
    """Whether something bears the name that follows: a prize, a school, a tournament."""
    return bool(_NAMED_AFTER.search(left))


def is_honoured(sentence: str) -> bool:
    """Whether a sentence is of prizes, lectures or games, so that its names harm nobody."""
    return bool(_HONOURED.search(sentence))
