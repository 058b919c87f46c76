"""Forty searches that an ill-meaning reader would send: the dearest that the grammar allows.

`python -m benchmarks.worst [SIZE…]` times each as a whole page drawn.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from benchmarks import archives

_COMMON = (
    "seguridad policía estatal personas vehículo detenido municipio elementos agentes delito "
    "avenida colonia hombre oficiales hechos apoyo labores robo armas fiscalía mujer unidad "
    "domicilio inspección derechos traslado calle operativo vecinos detención implicados presuntos"
)
_WORDS = tuple(_COMMON.split(" "))
_PHRASES = (
    "secretaría de seguridad",
    "policía estatal",
    "guardia nacional",
    "arma de fuego",
    "puesta a disposición",
    "llamada de emergencia",
    "orden de aprehensión",
    "ministerio público",
)

WORST_QUERIES = (
    # All the words that a query may have, in every way to join them.
    " ".join(_WORDS)[:200],
    " o ".join(_WORDS)[:199].rsplit(" o ", 1)[0],
    " or ".join(_WORDS)[:199].rsplit(" or ", 1)[0],
    "seguridad -" + " -".join(_WORDS[1:])[:180].rsplit(" -", 1)[0],
    "zopilote o " + " o ".join(_WORDS)[:185].rsplit(" o ", 1)[0],
    # The most common words, alone and together.
    *_WORDS[:8],
    "seguridad policía",
    "seguridad o policía",
    "seguridad -policía",
    "seguridad -ocelote",
    # Beginnings that thousands of words share.
    "con*",
    "pre*",
    "des*",
    "con* pre* des* com* int* est* tra* per* par* pro*",
    "con* o pre* o des* o com* o int* o est* o tra* o per*",
    "seguridad -con* -pre* -des*",
    # Phrases that stand in most bulletins, long ones, many, left out.
    *(f'"{phrase}"' for phrase in _PHRASES[:5]),
    " ".join(f'"{phrase}"' for phrase in _PHRASES),
    " o ".join(f'"{phrase}"' for phrase in _PHRASES),
    "seguridad " + " ".join(f'-"{phrase}"' for phrase in _PHRASES[:6]),
    '"' + " ".join(_WORDS[:20]) + '"',
    '"secretaría de seguridad del estado de méxico policía estatal"',
    '"policía policía policía policía policía policía policía policía"',
    # Names with many other names, words that nobody wrote, and signs.
    "ssem c5 fgjem guardia nacional neza edomex cdmx",
    "seguridat polisia estatl vehiclo detendio",
    "qwrtpsdfghjk zxcvbnmlkjhg",
    "a" * 200,
    "(((((" * 40,
    '"' * 200,
)


def main(arguments: Sequence[str]) -> int:
    """One process for each size; the status is 1 where a search took longer than it may."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.worst", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[10_000, 100_000], help="bulletins")
    worst = 0
    for size in parser.parse_args(arguments).sizes:
        worst = max(worst, archives.run_session("benchmarks.worst_session", [str(size)]))
    return worst


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
