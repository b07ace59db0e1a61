"""The start page shows what was issued last, due soon and ending soon on the reader's day."""

from datetime import date

import pytest

from tests.pages.site_pages import pages, seen
from tests.store.documents import A, B, directive, tasks


def page(folder, documents, **options):
    return pages(folder, documents, **options)["index.md"]


def part(made, heading, day):
    text = made.partition(f"## {heading}")[2].partition("\n## ")[0]
    return seen(text.partition("}")[2], day)


def test_due_soon(tmp_path):
    made = page(tmp_path, {A: directive(body=tasks("due_on=2025-08-31"))})
    assert part(made, "Bald fällig", "2025-07-31") == "In den nächsten 30 Tagen endet keine Frist."
    assert part(made, "Bald fällig", "2025-08-01") == "31.08.2025 stellen Nummer 1 sicher."
    assert part(made, "Bald fällig", "2025-08-31") == "31.08.2025 stellen Nummer 1 sicher."
    assert part(made, "Bald fällig", "2025-09-01") == "In den nächsten 30 Tagen endet keine Frist."


def test_ending_soon(tmp_path):
    made = page(tmp_path, {A: directive(valid_until="2025-09-30")})
    assert part(made, "Bald zu Ende", "2025-07-31") == "In den nächsten 60 Tagen endet keine Weisung."
    assert part(made, "Bald zu Ende", "2025-08-01") == f"30.09.2025 {A} Titel von {A}"
    assert part(made, "Bald zu Ende", "2025-10-01") == "In den nächsten 60 Tagen endet keine Weisung."


def test_what_was_issued_last_is_in_order_and_never_there_before(tmp_path):
    made = page(tmp_path, {A: directive(), B: directive(B, issued="2025-07-20")})
    assert part(made, "Zuletzt erlassen", "2025-07-19").startswith(f"{A} Titel von {A} (vom 10.01.2025)")
    assert part(made, "Zuletzt erlassen", "2025-07-20").startswith(f"neu {B} Titel von {B} (vom 20.07.2025)")


@pytest.mark.parametrize(
    ("day", "said"), [("2025-01-10", True), ("2025-03-07", True), ("2025-03-08", False), ("2026-11-22", False)]
)
def test_new_is_what_was_issued_in_the_last_eight_weeks(tmp_path, day, said):
    made = page(tmp_path, {A: directive()})
    assert part(made, "Zuletzt erlassen", day).startswith("neu ") == said
    assert part(made, "Zuletzt erlassen", "2025-01-09").startswith("Es gibt noch keine Weisung.")


def test_an_old_page_says_so(tmp_path):
    made = page(tmp_path, {A: directive()}, today=date(2025, 7, 15))
    assert "unvollständig" not in seen(made, "2025-10-13")
    assert "Diese Seite wurde am 15.07.2025 erstellt." in seen(made, "2025-10-14")


def test_an_empty_collection_has_a_start_page(tmp_path):
    assert "Es gibt noch keine Weisung." in seen(page(tmp_path, {}))
