"""ZIP files: hostile members are refused by name, the others go on; hostile archives end."""

from __future__ import annotations

import io
import stat
import zipfile

import pytest

from releases.extraction.archives import is_safe_name, open_archive
from releases.extraction.limits import Limits, SuspiciousZipError

LIMITS = Limits()


def _zip(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "name",
    [
        "../fuera.pdf",
        "a/../../fuera.pdf",
        "/etc/passwd",
        "C:\\datos.pdf",
        "a\\b.pdf",
        "CON.pdf",
        "carpeta/nul.txt",
        "x" * 300 + ".pdf",
        "con\x00trol.pdf",
        "giro\u202efdp.exe",
        "",
    ],
)
def test_hostile_names_are_not_safe(name: str) -> None:
    assert not is_safe_name(name)


@pytest.mark.parametrize("name", ["boletín 🚓 ñandú.pdf", "2024/abril/0275.pdf", "concha.pdf"])
def test_ordinary_names_are_safe(name: str) -> None:
    assert is_safe_name(name)


def test_a_bad_member_is_refused_and_the_others_go_on() -> None:
    members = list(open_archive(_zip({"../x.txt": b"mal", "0275.txt": b"bien"}), LIMITS))
    assert [(m.name, m.refusal.code if m.refusal else None) for m in members] == [
        ("../x.txt", "nombre-no-permitido"),
        ("0275.txt", None),
    ]
    assert members[1].data == b"bien"


def test_a_symbolic_link_is_not_followed() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        link = zipfile.ZipInfo("enlace.pdf")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    (member,) = open_archive(buffer.getvalue(), LIMITS)
    assert member.refusal is not None
    assert member.data == b""


def test_an_archive_inside_an_archive_is_not_opened() -> None:
    (member,) = open_archive(_zip({"otro.zip": _zip({"a.txt": b"a"})}), LIMITS)
    assert member.refusal is not None
    assert member.refusal.code == "zip-sospechoso"


def test_a_member_packed_too_tight_is_refused() -> None:
    (member,) = open_archive(_zip({"ceros.txt": bytes(5_000_000)}), LIMITS)
    assert member.refusal is not None
    assert "100 veces" in member.refusal.message


def test_too_many_entries_end_the_archive() -> None:
    data = _zip({f"{number}.txt": b"" for number in range(2_001)})
    with pytest.raises(SuspiciousZipError, match="2000 entradas"):
        list(open_archive(data, LIMITS))


def test_an_announced_size_that_lies_does_not_help() -> None:
    data = bytearray(_zip({"grande.txt": b"a" * 100_000}))
    central = data.rfind(b"PK\x01\x02")
    data[central + 24 : central + 28] = (10).to_bytes(4, "little")
    (member,) = open_archive(bytes(data), LIMITS)
    assert member.refusal is not None or len(member.data) <= 100_000


def test_a_broken_archive_is_refused() -> None:
    with pytest.raises(SuspiciousZipError):
        list(open_archive(b"PK\x03\x04roto", LIMITS))
