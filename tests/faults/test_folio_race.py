"""Four clients take folios of one series at once: none twice, none left out."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from releases.models import Release
from tests.factories import host_agency
from tests.faults.conftest import database_url
from tests.typefaces import cut_once

pytestmark = pytest.mark.fault

CLIENTS = 4


def take_folios(each: int, *, seed: int, home: Path) -> list[list[int]]:
    """The numbers that each client published, in its order. `home` keeps their sheets."""
    print(f"seed {seed}")
    host_agency()
    (home / "fonts").symlink_to(cut_once())  # not by each client
    environment = {
        **os.environ,
        "CONSTE_HOME": str(home),
        "DATABASE_URL": database_url(),
        "DJANGO_SETTINGS_MODULE": "safety_press.settings",
    }
    clients = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.faults.folio_client", str(seed + number), str(each)],
            cwd=settings.BASE_DIR,
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(CLIENTS)
    ]
    said = [client.communicate()[0] for client in clients]
    assert [client.returncode for client in clients] == [0] * CLIENTS
    return [json.loads(answer.splitlines()[-1]) for answer in said]


def check_series(taken: list[list[int]], each: int) -> None:
    whole = list(range(1, CLIENTS * each + 1))
    assert sorted(number for numbers in taken for number in numbers) == whole
    public = Release.objects.public().order_by("number")
    assert list(public.values_list("number", flat=True)) == whole
    folios = public.values_list("current_revision__folio", flat=True)
    assert list(folios) == [f"{number:04d}/2024" for number in whole]


def test_four_clients_take_one_series_without_races_and_without_gaps(home: Path) -> None:
    taken = take_folios(10, seed=random.SystemRandom().randrange(10**6), home=home)
    check_series(taken, 10)


@pytest.mark.nightly
def test_four_clients_take_five_hundred_folios_each(home: Path) -> None:
    taken = take_folios(500, seed=random.SystemRandom().randrange(10**6), home=home)
    check_series(taken, 500)
