"""The form in which addresses of a former site are kept and looked for."""

from __future__ import annotations

import unicodedata
from urllib.parse import unquote, urlsplit

LONGEST = 500


def normalized_address(address: str) -> str:
    """Path and query of an address, decoded, in NFC and without a slash at the end.

    Takes whole addresses and bare paths. Empty for the start page and for what is no address:
    neither can lead to one bulletin.

    >>> normalized_address("https://antes.example/prensa/nota%2012/?id=3")
    '/prensa/nota 12?id=3'
    """
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    path = unicodedata.normalize("NFC", unquote(parts.path))
    path = "/" + path.strip("/")
    query = f"?{unquote(parts.query)}" if parts.query else ""
    whole = f"{path}{query}"
    if whole == "/" or len(whole) > LONGEST or "\0" in whole:
        return ""
    return whole
