"""The widths and colour schemes in which pages are looked at."""

from __future__ import annotations

import pytest

# What depends on the width does not depend on the colours: two looks see all there is of either,
# the other two look again by night.
both_widths_and_schemes = pytest.mark.parametrize(
    ("width", "scheme"),
    [
        (1280, "light"),
        (390, "dark"),
        pytest.param(1280, "dark", marks=pytest.mark.nightly),
        pytest.param(390, "light", marks=pytest.mark.nightly),
    ],
)
