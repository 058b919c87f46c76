"""Acronyms that readers in Mexico know without their long form, whatever the office."""

from __future__ import annotations

_LISTED = """
    ADN CDMX CFE CNDH CURP DIF FGR GN GPS IMSS INAH INE INEGI ISSSTE LED NOM ONU PDF PEMEX QR RFC
    SAT SEDENA SEMAR SEP SMS SSPC UNAM UNESCO UNICEF USB VIH
"""
COMMON_ACRONYMS = frozenset(_LISTED.split())
