"""A client of the series of folios, as a process of its own: `folio_client SEED COUNT`.

Writes fictional bulletins and publishes each; some are scheduled first and taken back, so that
their numbers return to the series while others are taking theirs. Prints the published numbers.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import sys

import django

django.setup()

from django.utils import timezone  # noqa: E402 - the models need the settings

from releases.publishing import actions  # noqa: E402
from releases.publishing.actions import Writing  # noqa: E402
from releases.publishing.content import BulletinContent  # noqa: E402

TAKEN_BACK = 0.2


def publish_one(source: random.Random) -> int:
    """The folio of a new bulletin, once it is public."""
    content = BulletinContent(
        headline="Comunicado ficticio",
        body=("Texto ficticio de prueba.",),
        issued_on=dt.date(2024, 4, 4),
    )
    release = actions.start_bulletin(by=None, writing=Writing(content=content)).release
    if source.random() < TAKEN_BACK:
        at = timezone.now() + dt.timedelta(days=1)
        actions.schedule(release=release, at=at, by=None)
        actions.unschedule(release=release, by=None)
    revision = actions.publish(release=release, by=None)
    return revision.release.number or 0


if __name__ == "__main__":
    chance = random.Random(int(sys.argv[1]))
    print(json.dumps([publish_one(chance) for _ in range(int(sys.argv[2]))]))
