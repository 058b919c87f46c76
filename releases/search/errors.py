"""Why a search was not made. `code` is stable; `message` is what people read: what happened and
what to do; `field` is the parameter beside which it is shown."""

from __future__ import annotations


class SearchError(Exception):
    """A search that was refused; `status` is the HTTP status of the answer."""

    code = "busqueda-no-valida"
    message = "No se pudo hacer la búsqueda."
    field = "q"
    status = 422

    def __init__(self, message: str = "") -> None:
        super().__init__(message or self.message)
        self.message = message or self.message


class QueryTooLong(SearchError):
    """More characters than a question has."""

    code = "busqueda-demasiado-larga"

    def __init__(self, limit: int) -> None:
        super().__init__(
            f"La búsqueda es demasiado larga: escriba como máximo {limit} caracteres y 32 palabras."
        )


class TooManyWords(SearchError):
    """More words than one query may have."""

    code = "demasiadas-palabras"

    def __init__(self, limit: int) -> None:
        super().__init__(
            f"La búsqueda tiene demasiadas palabras: escriba como máximo {limit} palabras "
            "y 200 caracteres."
        )


class NothingToSearch(SearchError):
    """Stop words and signs only."""

    code = "sin-palabras"
    message = (
        "Escriba una palabra con significado: «de», «la» o los signos solos están en todos "
        "los comunicados."
    )


class OnlyExclusions(SearchError):
    """Nothing but words to leave out."""

    code = "solo-exclusiones"
    message = "Escriba una palabra con significado además de las que quiere dejar fuera."


class SearchTimedOut(SearchError):
    """The statement time limit was reached."""

    code = "busqueda-lenta"
    message = (
        "La búsqueda tardó demasiado. Intente de nuevo o agregue un filtro de fecha. "
        "Su búsqueda no se perdió."
    )
    status = 503


class NulCharacter(SearchError):
    """A NUL in a parameter: no text has one."""

    code = "caracter-nulo"
    message = "La dirección contiene un carácter nulo. Escriba de nuevo la búsqueda."
    status = 400


class PageNotFound(SearchError):
    """A page that the results do not have."""

    code = "pagina-no-existe"
    message = "No existe esa página de resultados. Vuelva a la primera."
    field = "pagina"
    status = 404


class PageTooDeep(PageNotFound):
    """A page beyond the ceiling: nobody reads that far, and each costs more than the last."""

    code = "pagina-demasiado-lejana"

    def __init__(self, limit: int) -> None:
        super().__init__(
            f"Se muestran hasta {limit} páginas. Afine su búsqueda con otra palabra o un filtro, "
            "o descargue todos los resultados."
        )
