"""The deadlines of a unit as a picture and as a table."""

import re
from datetime import date
from xml.etree import ElementTree

import pytest

from geltung.pages.timeline_picture import MOST_ROWS, Dated, timeline

TODAY = date(2025, 6, 1)


def dated(day: date, label: str = "202505010, Ziffer 3", text: str = "stellen sicher", **more: object) -> Dated:
    return Dated(day, label, text, "../weisungen/202505010.html#auftrag-t1", **more)  # type: ignore[arg-type]


def tree(html: str) -> ElementTree.Element:
    return ElementTree.fromstring(html)


def svg(html: str) -> ElementTree.Element:
    return next(element for element in tree(html).iter() if element.tag.endswith("svg"))


def named(element: ElementTree.Element, tag: str) -> list[ElementTree.Element]:
    return [item for item in element.iter() if item.tag.rpartition("}")[2] == tag]


def name(link: ElementTree.Element) -> str | None:
    """A link of a picture is named by its title."""
    return named(link, "title")[0].text


def test_nothing_is_a_sentence_and_no_empty_picture() -> None:
    assert "<svg" not in timeline([], TODAY)
    assert "keine Fristen" in timeline([], TODAY)


def test_every_deadline_is_a_link_and_a_row_of_the_table() -> None:
    html = timeline([dated(date(2025, 10, 6), "b"), dated(date(2025, 6, 17), "a", uncertain=True)], TODAY)
    links = named(svg(html), "a")
    assert [name(link) for link in links] == [
        "Frist 17.06.2025 (unsicher): stellen sicher (a)",
        "Frist 06.10.2025: stellen sicher (b)",
    ]
    rows = named(named(tree(html), "tbody")[0], "tr")
    assert [" | ".join("".join(cell.itertext()) for cell in row) for row in rows] == [
        "17.06.2025 (unsicher) | – | stellen sicher | a",
        "06.10.2025 | – | stellen sicher | b",
    ]


def test_picture_has_a_name_and_a_description_and_is_no_image() -> None:
    """An image would hide the links inside from screen readers."""
    element = svg(timeline([dated(date(2025, 7, 1))], TODAY, "fristen"))
    assert element.get("role") == "group"
    ids = {item.get("id"): item.text for item in named(element, "title") + named(element, "desc")}
    assert ids[element.get("aria-labelledby")] == "Fristen als Zeitstrahl"
    assert ids[element.get("aria-describedby")]


def positions(html: str) -> list[float]:
    return [float(re.match(r"M([\d.]+) ", item.get("d"))[1]) for item in named(svg(html), "path")]  # type: ignore[index, arg-type]


def test_later_deadlines_stand_further_right() -> None:
    days = [date(2025, 5, 31), date(2025, 6, 1), date(2025, 6, 30), date(2025, 12, 31), date(2026, 1, 1)]
    found = positions(timeline([dated(day, str(day)) for day in days], TODAY))
    assert found == sorted(found)
    assert len(set(found)) == len(found)


def test_today_has_a_line_even_if_all_deadlines_are_past_or_to_come() -> None:
    for day in (date(2024, 1, 31), date(2027, 12, 31)):
        html = timeline([dated(day)], TODAY)
        line = next(item for item in named(svg(html), "line") if item.get("class") == "today-line")
        assert 0 < float(line.get("x1")) < float(svg(html).get("width"))  # type: ignore[arg-type]
        assert "Stand 01.06.2025" in html


def test_a_start_leads_to_the_deadline_with_a_bar() -> None:
    bar = next(
        item
        for item in named(svg(timeline([dated(date(2025, 9, 1), starts_on=date(2025, 7, 1))], TODAY)), "line")
        if item.get("class") == "span-line"
    )
    assert float(bar.get("x1")) < float(bar.get("x2"))  # type: ignore[arg-type]


def test_a_start_after_the_deadline_draws_no_bar_backwards() -> None:
    html = timeline([dated(date(2025, 6, 17), starts_on=date(2025, 7, 1))], TODAY)
    bar = next(item for item in named(svg(html), "line") if item.get("class") == "span-line")
    assert bar.get("x1") == bar.get("x2")


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31)])
def test_the_ends_of_the_calendar(day: date) -> None:
    tree(timeline([dated(day)], TODAY))


def test_many_deadlines_are_counted_by_month_and_listed_below() -> None:
    many = [dated(date(2025, 6 + number % 3, 1 + number % 28), f"a{number}") for number in range(MOST_ROWS + 1)]
    html = timeline(many, TODAY, "z")
    links = named(svg(html), "a")
    assert [name(link) for link in links] == [
        "Juni 2025: 11 Fristen", "Juli 2025: 10 Fristen", "August 2025: 10 Fristen",
    ]  # fmt: skip
    targets = [link.get("href") for link in links]
    assert targets == ["#z-2025-06", "#z-2025-07", "#z-2025-08"]
    assert {f"#{item.get('id')}" for item in named(tree(html), "details")} == set(targets)
    assert sum(len(named(body, "tr")) for body in named(tree(html), "tbody")) == len(many)


def test_hostile_words_stay_words() -> None:
    evil = '"><script>alert(1)</script><a href="javascript:x'
    html = timeline([dated(date(2025, 7, 1), evil, evil)], TODAY)
    assert not named(tree(html), "script")
    assert "<script" not in html
    assert all(link.get("href").startswith("../weisungen/") for link in named(tree(html), "a"))  # type: ignore[union-attr]


def test_no_style_attribute_that_a_strict_policy_forbids() -> None:
    assert " style=" not in timeline([dated(date(2025, 7, 1))], TODAY)
