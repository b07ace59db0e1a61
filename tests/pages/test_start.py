"""The start page shows what is new, due soon and ending soon on the reader's day."""

from datetime import date

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


def test_new_is_in_order_of_issue_and_never_before_it(tmp_path):
    made = page(tmp_path, {A: directive(), B: directive(B, issued="2025-07-20")})
    assert part(made, "Neu", "2025-07-19").startswith(f"{A} Titel von {A} (vom 10.01.2025)")
    assert part(made, "Neu", "2025-07-20").startswith(f"{B} Titel von {B} (vom 20.07.2025)")


def test_an_old_page_says_so(tmp_path):
    made = page(tmp_path, {A: directive()}, today=date(2025, 7, 15))
    assert "unvollständig" not in seen(made, "2025-10-13")
    assert "Diese Seite wurde am 15.07.2025 erstellt." in seen(made, "2025-10-14")


def test_an_empty_collection_has_a_start_page(tmp_path):
    assert "Es gibt noch keine Weisung." in seen(page(tmp_path, {}))
