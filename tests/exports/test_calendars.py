"""Calendars: read back by another program, and equal to what the program says is due."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import icalendar
import pytest
from dateutil.rrule import rrulestr

from geltung import applies, load
from geltung.exports import icalendar as writer
from geltung.exports.calendars import MOST_PAST, calendars
from geltung.model.terms import ACTIVE, OUTLASTING, UPCOMING
from geltung.questions.collection import Collection
from tests.oracle.build import UNITS, change, directive, task
from tests.oracle.difficult import DIFFICULT
from tests.store.documents import A, B, changes, tasks, write
from tests.store.documents import directive as act

TODAY = date(2026, 4, 1)


def written(collection: Collection, unit: str, today: date = TODAY, base: str = "") -> str:
    files = {item.path: str(item.content) for item in calendars(collection, today, base)}
    return files[f"kalender/{unit}.ics"]


def read(text: str) -> list[icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(text)
    assert not calendar.errors
    return calendar.walk("VEVENT")


def days(event: icalendar.Event, until: date) -> list[date]:
    """The days of an event, as a calendar program expands it."""
    start = event["DTSTART"].dt
    if "RRULE" not in event:
        return [start] if start <= until else []
    rule = event["RRULE"].to_ical().decode()
    first = datetime(start.year, start.month, start.day)
    last = datetime(until.year, until.month, until.day)
    return [found.date() for found in rrulestr(rule, dtstart=first).between(first, last, inc=True)]


def due(collection: Collection, unit: str, day: date) -> set[str]:
    """The tasks that are due on a day, as the program answers."""
    answer = applies(collection, day, unit)
    states = (ACTIVE, UPCOMING, OUTLASTING)
    return {item.id for item in answer.tasks if item.due_on == day.isoformat() and item.state in states}


def of_tasks(*tasks, **more) -> Collection:
    return Collection.from_records([directive(tasks=tasks, **more)], UNITS)


def test_the_real_collection(real_directives: Path) -> None:
    """The two deadlines of the Eingangszone, with everything that Outlook wants of a calendar to subscribe to."""
    text = written(load(real_directives), "EZ", date(2025, 7, 15), "https://intranet.example/geltung/")
    calendar = icalendar.Calendar.from_ical(text)
    assert calendar["METHOD"] == "PUBLISH"
    assert calendar["REFRESH-INTERVAL"].dt == timedelta(hours=12)
    assert calendar["X-PUBLISHED-TTL"] == "PT12H"
    assert str(calendar["X-WR-CALNAME"]) == "Fristen: Eingangszone (EZ)"
    first, second, _ = read(text)
    assert (first["DTSTART"].dt, first["DTEND"].dt) == (date(2025, 6, 17), date(2025, 6, 18))
    assert first["DTSTART"].params["VALUE"] == "DATE"
    assert first["DTSTAMP"].dt == datetime(2025, 5, 26, tzinfo=UTC)
    assert "„bis spätestens 2 Wochen vor dem Umstellungstermin“" in str(first["DESCRIPTION"])
    assert second["URL"] == "https://intranet.example/geltung/weisungen/202505010.html#auftrag-postfaecher-ez"
    assert first["TRANSP"] == "TRANSPARENT"


def test_every_unit_has_a_valid_calendar(real_directives: Path) -> None:
    """One without deadlines, too: a calendar must hold a component."""
    files = list(calendars(load(real_directives), date(2025, 7, 15)))
    assert len(files) == 48
    for item in files:
        text = str(item.content)
        calendar = icalendar.Calendar.from_ical(text)
        assert calendar.subcomponents
        assert all(len(line) <= 75 for line in text.encode().split(b"\r\n"))
        assert "\n" not in text.replace("\r\n", "")
        events = read(text)
        assert len({event["UID"] for event in events}) == len(events)


@pytest.mark.parametrize("name", DIFFICULT)
def test_a_calendar_tells_exactly_what_is_due(name: str) -> None:
    """On every day, for every unit, of the oracle's difficult collections."""
    records, units = DIFFICULT[name]
    collection = Collection.from_records(records, units)
    first, last = date(2026, 2, 25), date(2026, 6, 30)
    for unit in units:
        found = [day for event in read(written(collection, unit.id)) for day in days(event, last)]
        for number in range((last - first).days):
            day = first + timedelta(days=number)
            assert found.count(day) == len(due(collection, unit.id, day)), (unit.id, day)


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("FREQ=YEARLY", False),  # its day stands only in DTSTART; calendars differ on 29 February
        ("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31", False),
        ("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15", True),
        ("FREQ=MONTHLY;BYMONTHDAY=15", True),
        ("FREQ=MONTHLY;BYMONTHDAY=15;COUNT=5", True),
        ("FREQ=MONTHLY;BYMONTHDAY=15;UNTIL=20260930", True),
        ("FREQ=MONTHLY;BYMONTHDAY=31", False),
        ("FREQ=MONTHLY;BYDAY=2MO", True),
        ("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1", False),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", True),
        ("FREQ=WEEKLY;BYDAY=MO;COUNT=200", None),  # told where few enough of its dates have a meaning
        ("FREQ=DAILY", True),
    ],
)
@pytest.mark.parametrize("until", [None, "30.09."])
def test_recurring_tasks(rule: str, told: bool | None, until: str | None) -> None:
    """A rule where all calendars read it alike, else each date; the days are the same."""
    collection = of_tasks(task(recurrence=rule, due_on="20.03."), valid_until=until)
    events = read(written(collection, "AA"))
    assert all(("RRULE" in event) == (bool(until) if told is None else told) for event in events)
    last = date(2027, 6, 30)
    found = sorted(day for event in events for day in days(event, last))
    step = [date(2026, 3, 1) + timedelta(days=number) for number in range((last - date(2026, 3, 1)).days + 1)]
    assert found == [day for day in step if due(collection, "AA", day)]


def test_a_rule_that_a_gap_interrupts_is_told_day_by_day() -> None:
    monthly = task(recurrence="FREQ=MONTHLY;BYMONTHDAY=15", due_on="15.03.")
    again = directive("202608001", "01.09.", changes=(change("extension", "202602001", until="31.12."),))
    collection = Collection.from_records([directive(valid_until="30.06.", tasks=(monthly,)), again], UNITS)
    found = read(written(collection, "AA"))
    assert [event["DTSTART"].dt.month for event in found] == [3, 4, 5, 6, 9, 10, 11, 12]
    assert not any("RRULE" in event for event in found)


def test_identifiers_stay_when_the_day_or_the_build_changes() -> None:
    def events(due_on: str, today: date) -> list[tuple[str, str]]:
        found = read(written(of_tasks(task(due_on=due_on), task("u", due_on="01.05.")), "AA", today))
        return sorted((str(event["UID"]), event["DTSTAMP"].to_ical().decode()) for event in found)

    assert events("15.04.", TODAY) == events("20.04.", date(2027, 1, 1))


def test_a_deadline_that_a_repeal_overtakes_is_none() -> None:
    repealing = directive("202603001", "01.04.", changes=(change("repeal", "202602001"),), tasks=())
    collection = Collection.from_records([directive(tasks=(task(due_on="15.04."),)), repealing], UNITS)
    assert read(written(collection, "AA")) == []


def test_only_the_newest_past_deadlines_are_kept() -> None:
    tasks = [task(f"t{number}", due_on=f"{1 + number % 28:02}.{3 + number // 28:02}.") for number in range(150)]
    found = read(written(of_tasks(*tasks), "AA", date(2027, 1, 1)))
    assert len(found) == MOST_PAST
    assert min(event["DTSTART"].dt for event in found) == date(2026, 4, 23)
    assert len(read(written(of_tasks(*tasks), "AA", date(2026, 3, 1)))) == 150


def test_text_is_escaped_and_folded() -> None:
    hostile = "a;b,c\\d\ne\rBEGIN:VEVENT\x00\x1b" + "ü€😀" * 60
    text = writer.calendar(hostile, "x", [writer.event("n", "2026-01-01", hostile, hostile, "2026-01-01", 0)])
    (event,) = read(text)
    assert str(event["SUMMARY"]).startswith("a;b,c\\d\ne\nBEGIN:VEVENT")
    assert str(event["SUMMARY"]).endswith("ü€😀" * 60)
    assert all(len(line) <= 75 for line in text.encode().split(b"\r\n"))


def test_an_event_bears_the_title_and_the_wording_of_its_day(tmp_path: Path) -> None:
    body = (
        tasks("due_on=2026-09-30")
        + "\n    > melden das Alte.\n    > {: .earlier until=2026-07-31 due_on=2026-06-30 }\n"
    )
    changed = f'kind: amendment, target: "{A}", parts: [title, "#t1"], effective: 2026-08-01'
    head = "earlier:\n  - until: 2026-07-31\n    title: Alter Titel\n"
    documents = {A: act(head=head, title="Neuer Titel", body=body), B: act(B, head=changes(changed))}
    events = read(written(load(write(tmp_path / "c", documents)), "AA"))
    told = sorted((str(event["DTSTART"].dt), str(event["DESCRIPTION"])) for event in events)
    assert [day for day, _ in told] == ["2026-06-30", "2026-09-30"]
    assert "melden das Alte." in told[0][1]
    assert "Alter Titel" in told[0][1]
    assert "stellen Nummer 1 sicher." in told[1][1]
    assert "Neuer Titel" in told[1][1]
