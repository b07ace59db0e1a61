"""The page "Was gilt?" beside `geltung applies`: drawing questions, asking the page, comparing."""

import hashlib
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Page

from geltung import applies
from geltung.exports.question_files import horizon_of
from geltung.model.terms import AREAS
from geltung.pages import what_applies
from geltung.questions.collection import Collection

ASK = """async (questions) => {
  const answers = [];
  for (const question of questions) {
    const text = new TextEncoder().encode(JSON.stringify(await geltung.applies(question)));
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", text));
    answers.push([...digest].map((byte) => byte.toString(16).padStart(2, "0")).join(""));
  }
  return answers;
}"""
"""Asks the page's own function what the form asks, too; of long answers only the checksum travels."""

_EDGES = """
SELECT first FROM {0} UNION SELECT last FROM {0}"""
_TABLES = ("task_span", "directive_span", "application", "reach", "report")


@dataclass(frozen=True)
class Question:
    day: date
    unit: str | None
    area: str | None
    parts: bool

    def for_page(self) -> dict[str, Any]:
        return {"date": self.day.isoformat(), "unit": self.unit, "area": self.area, "includeParts": self.parts}

    def address(self) -> str:
        """The words after the page's own address, as the page itself writes them."""
        words = {"datum": self.day.isoformat(), "einheit": self.unit, "rechtskreis": self.area}
        return "?" + urlencode(
            {name: word for name, word in words.items() if word} | ({"teile": 1} if self.parts else {})
        )

    def answer(self, collection: Collection) -> dict[str, Any]:
        return applies(collection, self.day, self.unit, self.area, include_parts=self.parts).to_json()


def edges(collection: Collection, today: date) -> list[date]:
    """All days on which anything begins or ends, and their neighbours, as far as the page answers."""
    statement = " UNION ".join(_EDGES.format(table) for table in _TABLES)
    days = {date.fromisoformat(day) for (day,) in collection.connection.execute(statement)}
    inner = [day for day in days if date.min < day < date.max]
    near = {day + timedelta(days=step) for day in inner for step in (-1, 0, 1)}
    return sorted(day for day in near if day <= horizon_of(today)) or [today]


def drawn(collection: Collection, today: date, count: int, seed: int = 1) -> Iterator[Question]:
    """Questions of every kind, most of them on edge days."""
    rng = random.Random(seed)
    days = edges(collection, today)
    units = [id_ for (id_,) in collection.connection.execute("SELECT id FROM unit ORDER BY position")]
    for number in range(count):
        span = (days[-1] - days[0]).days
        day = rng.choice(days) if number % 4 else days[0] + timedelta(days=rng.randint(0, span))
        unit = rng.choice(units) if units and number % 20 else None
        yield Question(day, unit, rng.choice((None, None, None, *AREAS)), rng.random() < 0.3)


def differences(page: Page, collection: Collection, questions: Sequence[Question]) -> list[str]:
    """The questions that the page answers in any way differently, with what differs."""
    found = []
    for start in range(0, len(questions), 100):
        batch = questions[start : start + 100]
        digests = page.evaluate(ASK, [question.for_page() for question in batch])
        for question, digest in zip(batch, digests, strict=True):
            expected = question.answer(collection)
            text = json.dumps(expected, ensure_ascii=False, separators=(",", ":"))
            if hashlib.sha256(text.encode()).hexdigest() != digest:
                given = page.evaluate("(question) => geltung.applies(question)", question.for_page())
                found.append(f"{question}: {_unlike(expected, given)}")
    return found


def _unlike(expected: dict[str, Any], given: dict[str, Any]) -> str:
    names = [name for name in expected if expected[name] != given.get(name)]
    return "; ".join(f"{name}: {expected[name]} – {given.get(name)}" for name in names)[:2000] or "other order of keys"


def shown(page: Page) -> list[tuple[str, str, str]]:
    """The tasks that the page shows: id, state, deadline (empty if none); further steps of the answer are opened."""
    while page.locator(".was-gilt-next:visible").count():
        before = page.locator(".was-gilt-directive").count()
        page.locator(".was-gilt-next").click()
        page.locator(".was-gilt-directive").nth(before).wait_for()
    script = "(items) => items.map((item) => [item.dataset.task, item.dataset.state, item.dataset.due])"
    return [tuple(item) for item in page.locator("[data-task]").evaluate_all(script)]


def listed(answer: dict[str, Any]) -> list[tuple[str, str, str]]:
    """The same of an answer, grouped as it is printed."""
    tasks = [(item["directive"], item["id"], item["state"], item["due_on"] or "") for item in answer["tasks"]]
    order = list(dict.fromkeys(directive for directive, *_ in tasks))
    return [task for id_ in order for directive, *task_ in tasks if directive == id_ for task in [tuple(task_)]]


def write_bare(collection: Collection, folder: Path, today: date) -> None:
    """The page and its data without any site around it, for collections that have no files."""
    for made in what_applies.pages(collection, today):
        path = folder / made.path
        path.parent.mkdir(parents=True, exist_ok=True)
        if made.path.endswith(".md"):
            head = '<!doctype html><html lang="de"><meta charset="utf-8"><title>Was gilt? - Geltung</title>'
            page = head + str(made.content).split("# Was gilt?", 1)[1]
            path.with_suffix(".html").write_text(page, encoding="utf-8")
        else:
            path.write_text(str(made.content), encoding="utf-8")
