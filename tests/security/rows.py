"""One row of each model that the administration shows, by the model's name in an address."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from allauth.mfa.models import Authenticator
from procrastinate.contrib.django.models import ProcrastinateJob

from releases.models import (
    Agency,
    ClosingBlock,
    EditorialTerm,
    Extraction,
    IssuerProfile,
    Office,
    Place,
    Release,
    Revision,
    SourceDocument,
    SynonymGroup,
    Topic,
    User,
)
from releases.vocabulary import EditorialListKind


def keys_of_rows(
    *, release: Release, host: Agency, place: Place, topic: Topic
) -> Mapping[str, int]:
    """The keys of rows that belong to a published bulletin, and of some made here."""
    profile, _ = IssuerProfile.objects.get_or_create(agency=host)
    revision = Revision.objects.get(release=release, number=1)
    source = SourceDocument.objects.filter(release=release).earliest("pk")
    holder = User.objects.create_user("con-llave", "con-llave@ejemplo.invalid")
    rows = {
        "user": holder,
        "authenticator": Authenticator.objects.create(
            user=holder, type=Authenticator.Type.TOTP, data={"secret": "ficticio"}
        ),
        "agency": host,
        "issuerprofile": profile,
        "place": place,
        "topic": topic,
        "office": Office.objects.get(),
        "release": release,
        "revision": revision,
        "sourcedocument": source,
        "extraction": Extraction.objects.filter(source=source).earliest("pk"),
        "synonymgroup": SynonymGroup.objects.create(terms=["palabra ficticia", "otra ficticia"]),
        "closingblock": ClosingBlock.objects.create(
            name="Cierre ficticio", text="Texto ficticio.", valid_from=dt.date(2024, 1, 1)
        ),
        "editorialterm": EditorialTerm.objects.create(
            kind=EditorialListKind.KNOWN_ACRONYM.value, term="FICTICIA"
        ),
        "procrastinatejob": ProcrastinateJob.objects.latest("id"),
    }
    return {name: int(row.pk) for name, row in rows.items()}
