"""The bars of the import: documents in every variation, clean and damaged, against the expected records beside them."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from typing import Any

import pytest

from geltung.corpus.names import fold
from geltung.model.records import Task
from tests.importing.damage import damaged, misread_digit
from tests.importing.records import (
    ANY,
    COLLECTION,
    DAYS,
    DOCUMENTS,
    HEADER,
    Either,
    Outcome,
    addressed,
    changes_of,
    days_of,
    expected,
    fits,
    header_of,
    imported,
    wanted_changes,
    wanted_days,
    wanted_header,
)

NAMES = sorted(path.stem for path in DOCUMENTS.glob("*.txt"))
SEEDS = (1, 2, 3)
LONG = 60
MISREAD = 1000
"""Seeds from here on stand for one misread digit."""
ALREADY_DAMAGED = ("gelesen_schlecht", *(name for name in NAMES if name.startswith("ocr_")))


@cache
def outcome(name: str, seed: int = 0) -> Outcome:
    text = (DOCUMENTS / f"{name}.txt").read_text(encoding="utf-8")
    bad = bool(seed) or name in ALREADY_DAMAGED
    if seed >= MISREAD:
        return imported(misread_digit(text, seed), f"{name}.txt", damaged=True)
    return imported(damaged(text, seed) if seed else text, f"{name}.txt", damaged=bad)


CASES = [(name, seed) for name in NAMES for seed in (0, *(SEEDS if name not in ALREADY_DAMAGED else SEEDS[:1]))]
"""Each document as it is and damaged; one that is damaged already only once more."""


def cases(kind: str) -> list[Any]:
    """Each document, those marked whose record names the kind among its ``known_misses``: what is open there is asked,
    which ``test_nothing_wrong_is_certain`` holds. Once it is reached, the record must say so."""
    missed = {name: expected(name).get("known_misses", ()) for name in NAMES}
    marks = {seed: pytest.mark.xfail(strict=seed == 0, reason=f"known_misses: {kind}") for seed in (0, *SEEDS)}

    def is_missed(name: str, seed: int) -> bool:
        """ "changes" is missed in every form of a document, "damaged changes" only where it is damaged further."""
        return kind in missed[name] or bool(seed and f"damaged {kind}" in missed[name])

    return [pytest.param(*case, marks=[marks[case[1]]] if is_missed(*case) else []) for case in CASES]


def same(first: object, second: object, damaged: int | bool) -> bool:
    """In damaged documents words are compared folded: an umlaut that nobody can restore is no wrong field, nor are one or
    two letters of a long title."""
    if isinstance(second, Either):
        return any(same(first, value, damaged) for value in second.values)
    if second == ANY:
        return True
    if damaged and isinstance(first, str) and isinstance(second, str):
        read, wanted = (fold(words).replace("ss", "b") for words in (first, second))
        return read == wanted or (len(wanted) > LONG and SequenceMatcher(None, read, wanted).ratio() >= 0.95)
    return first == second


def header_results(name: str, seed: int) -> Iterator[tuple[str, bool, str]]:
    found, wanted = header_of(outcome(name, seed).record), wanted_header(expected(name))
    for field in HEADER:
        yield (
            field,
            same(found[field], wanted[field], seed or name in ALREADY_DAMAGED),
            f"{name}/{seed} {field}: {found[field]!r} statt {wanted[field]!r}",
        )


def task_results(name: str, seed: int) -> Iterator[tuple[str, bool, bool, str]]:
    """Task id, whether borders and addressees are right, whether the days are. A task that is missing or too many has
    wrong borders; those behind it are compared with their own records."""
    tasks = list(outcome(name, seed).record.tasks)
    loose = bool(seed) or name in ALREADY_DAMAGED
    for wanted in expected(name)["tasks"]:
        begun = [number for number, task in enumerate(tasks) if begins(task, wanted["begins"], loose)]
        if not begun:
            yield "?", False, True, f"{name}/{seed}: kein Auftrag „{wanted['begins']}“"
            continue
        for extra in tasks[: begun[0]]:
            yield extra.id, False, True, f"{name}/{seed}: zusätzlich „{extra.current.text[:60]}“"
        task = tasks[begun[0]]
        tasks = tasks[begun[0] + 1 :]
        found, days = days_of(task.current), wanted_days(wanted)
        right = all(same(found[key], days[key], loose) for key in DAYS)
        said = f"{name}/{seed} {task.current.text[:40]}: {addressed(task.current)}, {found} statt {wanted}"
        yield task.id, wanted_addressees(wanted) == addressed(task.current), right, said
    for extra in tasks:
        yield extra.id, False, True, f"{name}/{seed}: zusätzlich „{extra.current.text[:60]}“"


def wanted_addressees(task: dict[str, Any]) -> object:
    return Either(tuple(task["to"]["either"])) if isinstance(task["to"], dict) else task["to"]


def begins(task: Task, words: str, loose: bool) -> bool:
    """Whether a task begins with the words; damaged letters in them are no wrong border."""
    text = re.sub(r"\A[a-z]\) ", "", task.current.text)
    return fold(text).startswith(fold(words)) or (loose and same_start(text, words))


def same_start(text: str, begins: str) -> bool:
    return SequenceMatcher(None, text[: len(begins)], begins).ratio() >= 0.7


@pytest.mark.parametrize(("name", "seed"), cases("header"))
def test_every_header_field(name: str, seed: int) -> None:
    assert [said for _, right, said in header_results(name, seed) if not right] == []


@pytest.mark.parametrize(("name", "seed"), cases("tasks"))
def test_every_task_with_its_addressees(name: str, seed: int) -> None:
    assert [said for _, right, _, said in task_results(name, seed) if not right] == []


@pytest.mark.parametrize(("name", "seed"), cases("days"))
def test_every_day(name: str, seed: int) -> None:
    assert [said for _, _, right, said in task_results(name, seed) if not right] == []


@pytest.mark.parametrize(("name", "seed"), cases("changes"))
def test_every_change_is_right_or_open(name: str, seed: int) -> None:
    found, wanted = changes_of(outcome(name, seed).record), wanted_changes(expected(name))
    assert len(found) == len(wanted) and all(map(fits, found, wanted)), f"{found} statt {wanted}"


@pytest.mark.parametrize(("name", "seed"), [*CASES, *((name, MISREAD + seed) for name in NAMES for seed in range(5))])
def test_nothing_wrong_is_certain(name: str, seed: int) -> None:
    done = outcome(name, seed)
    wrong = [
        said
        for field, right, said in header_results(name, seed)
        if not right and field != "scope" and done.certain(field)
    ]
    wrong += [
        said
        for id_, borders, days, said in task_results(name, seed)
        if not (borders and days) and done.certain(f"task:{id_}")
    ]
    found, wanted = changes_of(done.record), wanted_changes(expected(name))
    wrong += [
        str(change)
        for number, change in enumerate(found, 1)
        if not any(fits(change, right) for right in wanted) and done.certain(f"change:{number}")
    ]
    scope = expected(name)["scope"]
    for area, value, right in zip(("SGB II", "SGB III", "Familienkasse"), done.record.header.scope, scope, strict=True):
        wrong += [f"{area}: {value}"] if value != right and done.certain(f"scope: {area}") else []
    assert wrong == []


@pytest.mark.parametrize(("name", "seed"), CASES)
def test_sections_and_annexes(name: str, seed: int) -> None:
    record, wanted = outcome(name, seed).record, expected(name)
    assert [section.number for section in record.sections] == wanted["sections"]
    if not seed:
        assert [annex.title for annex in record.annexes] == wanted.get("annexes", [])


@pytest.mark.parametrize(("name", "seed"), cases("draft"))
def test_the_draft_is_sound(name: str, seed: int) -> None:
    done = outcome(name, seed)
    missing = {
        field for field in ("id", "issued", "valid_from", "valid_until", "title") if not header_of(done.record)[field]
    }
    if any(
        change["parts"] in ([], ANY) and change["kind"] == "partial repeal" for change in wanted_changes(expected(name))
    ):
        missing.add("C016")  # which part is a question
    assert [code for code in done.codes if not any(field in code for field in missing)] == []


REAL = ("202505010", "202509011")


@cache
def real(number: str) -> tuple[Outcome, Any]:
    from geltung.parse.directive import parse_text

    text = (COLLECTION / "sources" / f"{number}.ocr.txt").read_text(encoding="utf-8")
    finished, _ = parse_text((COLLECTION / f"{number}.md").read_text(encoding="utf-8"), f"{number}.md")
    return imported(text, f"{number}.ocr.txt", damaged=True), finished


@pytest.mark.parametrize("number", REAL)
def test_real_header(number: str) -> None:
    done, finished = real(number)
    assert header_of(done.record) == header_of(finished)
    assert [reference.text for reference in done.record.references] == [item.text for item in finished.references]


@pytest.mark.parametrize("number", REAL)
def test_real_sections(number: str) -> None:
    done, finished = real(number)
    titles = [(section.number, section.title) for section in done.record.sections]
    assert titles == [(section.number, section.title) for section in finished.sections]


@pytest.mark.parametrize("number", REAL)
def test_real_tasks_of_chapter_3(number: str) -> None:
    done, finished = real(number)
    wanted = [task for task in finished.tasks if task.section == "3"]
    assert [addressed(task.current) for task in done.record.tasks] == [addressed(task.current) for task in wanted]
    assert [days_of(task.current) for task in done.record.tasks] == [days_of(task.current) for task in wanted]
    assert [task.current.uncertain for task in done.record.tasks] == [task.current.uncertain for task in wanted]
    lengths = [(len(a.current.text), len(b.current.text)) for a, b in zip(done.record.tasks, wanted, strict=True)]
    assert all(abs(a - b) <= 4 for a, b in lengths)


@pytest.mark.parametrize("number", REAL)
def test_real_questions_are_few(number: str) -> None:
    done, _ = real(number)
    assert len(done.review.open_points) <= 12


@pytest.mark.parametrize("number", REAL)
def test_real_duties_outside_are_suggested(number: str) -> None:
    done, finished = real(number)
    (point,) = [point for point in done.review.points if point.about == "suggested task"]
    lines = {place.quote[:20] for place in point.places}
    outside = [task.current.text[:20] for task in finished.tasks if task.section != "3"]
    assert len([text for text in outside if text in lines]) >= len(outside) - 1
