"""The page "Was gilt?" in a real browser and `geltung applies` give the same answer to every question.

GELTUNG_QUESTIONS=2000 asks so many of each collection; without it about 2,000 are asked in all.
"""

import os
from datetime import date
from pathlib import Path

import pytest

from benchmarks.generate import Size, generate
from geltung import load
from geltung.model.units import Relation, Unit
from geltung.questions.collection import Collection
from tests.oracle.build import UNITS, change, directive, task
from tests.oracle.difficult import DIFFICULT
from tests.site.answers import differences, drawn, listed, shown, write_bare
from tests.site.conftest import TODAY
from tests.site.server import serve

DAY = date.fromisoformat(TODAY)
MANY = int(os.environ.get("GELTUNG_QUESTIONS", "0"))


@pytest.fixture(scope="module")
def generated(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("generated") / "directives"
    generate(folder, Size(directives=150, tasks=1500, units=110, seed=3))
    return folder


def ready(page, address: str):
    page.goto(address)
    page.evaluate("geltung.ready")
    return page


@pytest.mark.parametrize("name", ["real", "generated"])
def test_every_drawn_question(name, request, publish, page, real_directives, witness) -> None:
    """The whole JSON of both must be equal, texts and reasons included."""
    directory = real_directives if name == "real" else request.getfixturevalue("generated")
    site, collection = publish(directory), load(directory)
    questions = list(drawn(collection, DAY, MANY or {"real": 600, "generated": 1000}[name]))
    assert differences(ready(page, site.address("was-gilt.html")), collection, questions) == []
    assert any(question.answer(collection)["tasks"] for question in questions)
    assert not witness.missing


@pytest.mark.parametrize("name", DIFFICULT)
def test_difficult_collections(name, page, tmp_path: Path) -> None:
    """Circles, gaps, recurring tasks, units that move: the oracle's own collections."""
    collection = Collection.from_records(*DIFFICULT[name])
    write_bare(collection, tmp_path, date(2026, 4, 1))
    with serve(tmp_path) as url:
        questions = list(drawn(collection, date(2026, 4, 1), MANY or 40))
        assert differences(ready(page, url + "was-gilt.html"), collection, questions) == []


RULES = ("FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=WEEKLY;COUNT=200", "FREQ=YEARLY")


def test_recurring_tasks_far_beyond_the_dates_that_have_intervals(page, tmp_path: Path) -> None:
    """Also rules that end, and a directive that lapses and comes to life again."""
    tasks = tuple(task(f"t{number}", recurrence=rule, due_on="05.01.") for number, rule in enumerate(RULES))
    interrupted = directive("202512001", "01.01.", "30.09.", tasks=tasks)
    again = directive("202610001", "01.11.", changes=(change("extension", "202512001", until="30.06.2033"),))
    collection = Collection.from_records([interrupted, again, directive("202512002", "01.01.", tasks=tasks)], UNITS)
    write_bare(collection, tmp_path, date(2026, 1, 1))
    with serve(tmp_path) as url:
        questions = list(drawn(collection, date(2026, 1, 1), MANY or 300))
        assert differences(ready(page, url + "was-gilt.html"), collection, questions) == []
        assert max(question.day for question in questions) > date(2033, 1, 1)


def test_units_that_come_and_go(page, tmp_path: Path) -> None:
    """For what is upcoming the relations as of its start count, not those of the day asked about."""
    moving = (
        Unit("AA-Neu", "Agentur Neu", instance_of=(Relation("AA", start=date(2026, 4, 15)),)),
        Unit("AA-Alt", "Agentur Alt", instance_of=(Relation("AA", end=date(2026, 4, 14)),)),
        Unit("AA-Weg", "Agentur Weg", instance_of=(Relation("AA"),), end=date(2026, 6, 30)),
    )
    tasks = (task("t"), task("u", starts_on="01.07.", due_on="01.08."))
    collection = Collection.from_records([directive(valid_from="01.05.", tasks=tasks)], (*UNITS, *moving))
    write_bare(collection, tmp_path, date(2026, 4, 1))
    with serve(tmp_path) as url:
        questions = list(drawn(collection, date(2026, 4, 1), MANY or 300))
        assert differences(ready(page, url + "was-gilt.html"), collection, questions) == []


@pytest.mark.parametrize("name", ["real", "generated"])
def test_questions_that_the_address_asks(name, request, publish, page, real_directives) -> None:
    """What is shown, not only what the function returns; one page load each."""
    directory = real_directives if name == "real" else request.getfixturevalue("generated")
    site, collection = publish(directory), load(directory)
    for question in drawn(collection, DAY, 12, seed=7):
        ready(page, site.address(f"was-gilt.html{question.address()}"))
        assert shown(page) == listed(question.answer(collection)), question


def test_questions_that_the_form_asks(publish, page, generated) -> None:
    site, collection = publish(generated), load(generated)
    ready(page, site.address("was-gilt.html"))
    for question in drawn(collection, DAY, 20, seed=8):
        page.get_by_label("Tag", exact=True).fill(question.day.isoformat())
        page.get_by_label("Organisationseinheit", exact=True).fill(question.unit or "")
        page.keyboard.press("Escape")
        page.get_by_label("Rechtskreis", exact=True).select_option(question.area or "")
        page.get_by_label("auch Teileinheiten").set_checked(question.parts)
        page.get_by_role("button", name="Was gilt?").click()
        page.locator(f'.was-gilt-answer[data-question="{question.address()}"][aria-busy=false]').wait_for()
        assert page.url == site.address(f"was-gilt.html{question.address()}")
        assert shown(page) == listed(question.answer(collection)), question


def test_from_a_folder_opened_in_the_browser(site, page, real_directives, witness) -> None:
    """No server: nothing may be fetched, no module loaded; and the address still carries the question."""
    collection = load(real_directives)
    root = site.folder.as_uri()
    for question in drawn(collection, DAY, 6, seed=9):
        ready(page, f"{root}/was-gilt.html{question.address()}")
        assert shown(page) == listed(question.answer(collection)), question
    ready(page, f"{root}/was-gilt.html")
    page.get_by_label("Organisationseinheit", exact=True).fill("EZ")
    page.keyboard.press("Enter")
    page.locator("[data-task]").first.wait_for()
    assert page.url.endswith("was-gilt.html?datum=2025-07-15&einheit=EZ")
    page.go_back()
    page.locator("[data-task]").first.wait_for(state="detached")
    assert not witness.missing
