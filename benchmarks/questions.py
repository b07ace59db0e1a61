"""One question in the warm process against a bare covering-index query that finds the same task rows."""

import gc
import random
import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from benchmarks.plan import FIRST_DAY, LAST_DAY
from benchmarks.timing import Result, Samples
from geltung.questions.applies import applies
from geltung.questions.collection import Collection, load

LIMIT: Final = 4
_WARM_UP: Final = 30

BARE: Final = """
SELECT task_span.audience, task_span.last, task_span.wording, task_span.span
  FROM reach CROSS JOIN task_span ON task_span.audience = reach.audience
 WHERE task_span.last >= :day AND task_span.first <= :day
   AND reach.unit = :unit AND reach.on_request <= 0
   AND coalesce(task_span.reach_on, :day) BETWEEN reach.first AND reach.last"""
"""The same reach and the same days, from the indexes alone: no wording, no directive, no reasons."""


def measure(directory: Path, repetitions: int) -> Iterator[Result]:
    """Ask random questions (day and unit) of an opened collection, each with its bare query directly after.

    The garbage of one measurement is swept before the next, so that nobody pays for the other's.
    """
    collection = load(directory)
    _must_be_covering(collection.connection)
    units = [id_ for (id_,) in collection.connection.execute("SELECT id FROM unit ORDER BY position")]
    rng = random.Random(1)
    asked, written, bare = Samples(), Samples(), Samples()
    rows: list[int] = []
    for number in range(_WARM_UP + repetitions):
        if number == _WARM_UP:
            asked, written, bare = Samples(), Samples(), Samples()
            rows.clear()
            gc.collect()
            gc.freeze()
        rows.append(_ask(collection, _day(rng), rng.choice(units), asked, written, bare))
    gc.unfreeze()
    collection.close()
    median = sorted(rows)[len(rows) // 2]
    times = f"{repetitions} questions, {median:,} tasks in the median, {max(rows):,} at most"
    peer = "bare covering-index query of the same rows"
    for share, limit in ((0.99, LIMIT), (0.5, None)):
        yield Result.of("b. a question in the warm process", asked, bare, peer, limit, times, share)
    yield Result.of("b. … with to_json()", asked.sum_with(written), bare, peer, None, times, 0.99)


def _ask(collection: Collection, day: date, unit: str, asked: Samples, written: Samples, bare: Samples) -> int:
    gc.collect()
    answer = asked.take(lambda: applies(collection, day, unit))
    tasks = len(answer.tasks)
    document = written.take(answer.to_json)
    del answer, document
    gc.collect()
    parameters = {"day": day.isoformat(), "unit": unit}
    found = bare.take(lambda: collection.connection.execute(BARE, parameters).fetchall())
    if len(found) != tasks:
        raise SystemExit(f"the bare query finds {len(found)} rows for {unit} on {day}, the answer {tasks}")
    return tasks


def _day(rng: random.Random) -> date:
    return FIRST_DAY + timedelta(days=rng.randint(0, (LAST_DAY - FIRST_DAY).days + 365))


def _must_be_covering(connection: sqlite3.Connection) -> None:
    plan = connection.execute(f"EXPLAIN QUERY PLAN {BARE}", {"day": "2025-07-15", "unit": "AA"}).fetchall()
    details = [row[3] for row in plan]
    if not all("COVERING INDEX" in detail for detail in details):
        raise SystemExit(f"the bare query is not covered by indexes: {details}")
