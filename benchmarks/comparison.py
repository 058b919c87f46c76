"""One archive, every engine, one table."""

from __future__ import annotations

import importlib
import importlib.util
import os
from argparse import Namespace
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from benchmarks.drawn_page import DrawnPage
from benchmarks.engines import Conste, Engine
from benchmarks.generation import generate
from benchmarks.loading import load_archive, write_peer_file
from benchmarks.measuring import ALL, Times, find_disagreements, measure
from benchmarks.peer_file import read_peer_file
from benchmarks.percentiles import percentile
from benchmarks.queries import BenchQuery, draw_queries
from benchmarks.report import Measurement, format_measurement, write_section
from benchmarks.sqlite_engine import Sqlite
from benchmarks.tutorial_engine import Tutorial

# The queries are drawn from so many bulletins, spread over the archive.
_DRAWN_FROM = 1_000
# The slow designs get each seventh query where the archive is large.
_LARGE = 50_000
_PART = 7


def compare(size: int, options: Namespace) -> None:
    """Builds what is missing, measures, prints and writes the section of this size."""
    call_command("migrate", verbosity=0)
    print(f"{size:,} comunicados", flush=True)
    peer_file = Path(settings.CONSTE_HOME) / f"peers-{size}.jsonl"
    built = load_archive(size, peer_file)
    print(f"  archivo: {built.seconds}", flush=True)
    texts = options.texts_of or size
    step = max(1, texts // _DRAWN_FROM)
    sample = list(generate(texts, range(step, texts + 1, step)))
    queries = draw_queries(sample, seed=options.seed)
    times: dict[str, Times] = {}
    sizes: dict[str, float] = {}
    peers_built: dict[str, float] = {}
    drawn = DrawnPage()
    ours = (Conste(), drawn)
    for engine in (*ours, *_peers(size, options.peers, peer_file)):
        slow = size >= _LARGE and engine not in ours and engine.name != "tantivy"
        every = _PART if slow else 1
        times[engine.name] = measure(engine, queries, rounds=options.rounds, every=every)
        _print_times(engine, times[engine.name], times["Conste"], queries)
        if engine not in ours:
            sizes[engine.name] = engine.megabytes
            peers_built[engine.name] = engine.build_seconds
    drawing = drawn.drawing[len(queries) :]  # without the round that warms up
    print(f"  dibujo: {percentile(drawing, 0.5):.1f} / {percentile(drawing, 0.95):.1f}", flush=True)
    measured = Measurement(size, _describe(options), times, drawing, built, sizes, peers_built)
    text = format_measurement(measured)
    print(text)
    if not options.no_write:
        write_section(str(size), text)


def _peers(size: int, names: str, file: Path) -> list[Any]:
    """The engines beside ours, built where they are missing."""
    folder = file.parent
    peers: list[Any] = []
    if names != "none" and not file.exists():
        write_peer_file(size, file)
    if "sqlite" in names:
        peers.append(Sqlite(folder / f"sqlite-{size}.db", read_peer_file(file)))
    if "tantivy" in names:
        if importlib.util.find_spec("tantivy"):
            module = importlib.import_module("benchmarks.tantivy_engine")
            peers.append(module.Tantivy(folder / f"tantivy-{size}", read_peer_file(file)))
        else:
            print("  tantivy no está instalado: pip install -r requirements-bench.txt")
    if "tutorial" in names:
        peers.append(Tutorial(read_peer_file(file)))
    return peers


def _print_times(engine: Engine, times: Times, ours: Times, queries: list[BenchQuery]) -> None:
    values = times.milliseconds[ALL]
    middle, high = percentile(values, 0.5), percentile(values, 0.95)
    print(f"  {engine.name}: {middle:.1f} / {high:.1f} ({max(values):.0f})", flush=True)
    differ = find_disagreements(ours, times)
    for number in differ[:5]:
        query = queries[number]
        print(f"    {query}: {ours.answers[number]} {times.answers[number]}")


def _describe(options: Namespace) -> str:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_setting('server_version'), current_setting('shared_buffers'), "
            "current_setting('random_page_cost')"
        )
        version, buffers, cost = cursor.fetchone()
    return (
        f"PostgreSQL {version}, shared_buffers {buffers}, random_page_cost {cost}; "
        f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the end; one client; seed "
        f"{options.seed}; one round to warm up, {options.rounds} measured. Each page: exact total, "
        "counts of all values of every facet and month, twenty bulletins in order, snippets."
    )
