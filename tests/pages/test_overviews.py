"""The overview pages of a small collection."""

import re
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest

from geltung import load
from geltung.exports.generated import GeneratedFile
from geltung.pages import overviews
from geltung.pages.overviews import lists, register, web
from tests.store.documents import UNITS, A, B, C, D, R, changes, directive, reference, tasks, write

TODAY = date(2025, 7, 15)
SGB_II = "{SGB II: Information, SGB III: nicht betroffen, Familienkasse: nicht betroffen}"
GLOSSARY = """\
EZ:
  long: Eingangszone
  synonyms: [Empfang]
VCC:
  unknown: true
  explanation: Steht in den Quellen.
Änderung:
  long: Neuerung
"""
DOCUMENTS = {
    A: directive(A, title="Ärger mit Postfächern", body=tasks("due_on=2025-08-31", "due_on=2025-10-06")),
    B: directive(B, valid_until="2025-06-30", scope=SGB_II, head='references:\n  - id: "202401001"\n  - id: "209901001"\n'),
    C: directive(C, title="Übertragung", valid_from="2025-08-01", head=changes(f'kind: repeal, target: "{A}", effective: 2025-09-01')),
    D: directive(D, body=tasks('due_on=2025-07-31 recurrence="FREQ=MONTHLY;BYMONTHDAY=-1"')),
    R: reference(),
}  # fmt: skip


class Reader(HTMLParser):
    """Rows (their cells' words and whether they show on the day), links and ids of a page."""

    def __init__(self, day: str) -> None:
        super().__init__()
        self.day, self.rows, self.links, self.ids = day, list[tuple[bool, list[str]]](), list[str](), list[str]()
        self.in_cell = False
        self.open: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.ids += [found["id"] or ""] if "id" in found else []
        self.links += [found["href"] or ""] if "href" in found else []
        dated = "data-von" in found or "data-bis" in found
        shown = not dated or (found.get("data-von") or "") <= self.day <= (found.get("data-bis") or "9999")
        if tag == "tr":
            self.rows.append((shown, []))
        elif tag in ("td", "th"):
            self.rows[-1][1].append("")
            self.in_cell = True
        if tag not in ("br", "hr", "rect", "line", "path"):
            self.open.append(not shown)

    def handle_endtag(self, tag: str) -> None:
        self.in_cell = self.in_cell and tag not in ("td", "th")
        if tag not in ("rect", "line", "path"):
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.in_cell and not any(self.open):
            self.rows[-1][1][-1] += data


def read(made: GeneratedFile, day: date = TODAY) -> Reader:
    reader = Reader(day.isoformat())
    assert isinstance(made.content, str)
    reader.feed(made.content)
    return reader


def shown(made: GeneratedFile, day: date = TODAY) -> list[str]:
    """The first cells of the rows that a reader sees on a day, without the heading."""
    return [cells[0] for visible, cells in read(made, day).rows[1:] if visible]


def build(folder: Path, documents: dict[str, str], today: date = TODAY, units: str = UNITS) -> dict[str, GeneratedFile]:
    collection = load(write(folder / "collection", documents, units))
    found = list(overviews.pages(collection, today))
    collection.close()
    assert len({made.path for made in found}) == len(found), "no path twice"
    return {made.path: made for made in found}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, GeneratedFile]:
    return build(tmp_path_factory.mktemp("overviews"), {**DOCUMENTS, "glossary.yml": GLOSSARY})


def text(made: GeneratedFile) -> str:
    assert isinstance(made.content, str)
    return made.content


def test_a_year_lists_its_directives_the_latest_first(made: dict[str, GeneratedFile]) -> None:
    assert shown(made["uebersichten/jahr-2025.md"]) == [D, C, B, A]


def test_a_year_and_area_lists_those_that_the_area_concerns(made: dict[str, GeneratedFile]) -> None:
    assert shown(made["uebersichten/jahr-2025-sgb-ii.md"]) == [B]
    assert shown(made["uebersichten/jahr-2025-sgb-iii.md"]) == [D, C, A]
    assert "Keine Weisung" in text(made["uebersichten/jahr-2025-familienkasse.md"])


def test_an_area_lists_all_years(made: dict[str, GeneratedFile]) -> None:
    assert shown(made["uebersichten/rechtskreis-sgb-ii.md"]) == [B]


@pytest.mark.parametrize(
    ("day", "in_force", "upcoming", "repealed", "lapsed"),
    [
        (TODAY, [D, A], [C], [], [B]),
        (date(2025, 7, 31), [D, A], [C], [], [B]),
        (date(2025, 8, 1), [D, C, A], [], [], [B]),
        (date(2025, 8, 31), [D, C, A], [], [], [B]),
        (date(2025, 9, 1), [D, C], [], [A], [B]),
    ],
)
def test_a_state_lists_what_is_in_it_on_the_readers_day(
    made: dict[str, GeneratedFile],
    day: date,
    in_force: list[str],
    upcoming: list[str],
    repealed: list[str],
    lapsed: list[str],
) -> None:
    expected = {"in-kraft": in_force, "kommt": upcoming, "aufgehoben": repealed, "abgelaufen": lapsed}
    for name, ids in expected.items():
        page = made[f"uebersichten/stand-{name}.md"]
        assert (shown(page, day) if "<table" in text(page) else []) == ids


def test_a_state_without_directives_on_the_readers_day_says_so(made: dict[str, GeneratedFile]) -> None:
    found = re.findall(r"<p( [^>]*)?>Zurzeit ist keine", text(made["uebersichten/stand-aufgehoben.md"]))
    assert found == [' data-bis="2025-08-31"']
    found = re.findall(r"<p( [^>]*)?>Zurzeit ist keine", text(made["uebersichten/stand-kommt.md"]))
    assert found[-1] == ' data-von="2025-08-01" hidden'


def test_without_a_script_the_day_of_the_build_is_shown(made: dict[str, GeneratedFile]) -> None:
    """Every row that is not shown on the day of the build is marked hidden, and no other."""
    for row in re.findall(r"<tr [^>]*>", text(made["uebersichten/stand-in-kraft.md"])):
        begin = re.search(r'data-von="([^"]+)"', row)
        assert ("hidden" in row) == (begin is not None and begin[1] > TODAY.isoformat())


def test_the_badge_follows_the_day(made: dict[str, GeneratedFile]) -> None:
    def state(day: date) -> str:
        rows = read(made["uebersichten/jahr-2025.md"], day).rows
        return next(cells[-1] for _, cells in rows if cells[0] == A)

    assert state(date(2025, 8, 31)) == "gilt"
    assert state(date(2025, 9, 1)) == "aufgehoben"


def test_the_index_counts(made: dict[str, GeneratedFile]) -> None:
    rows = read(made["uebersichten/index.md"]).rows
    assert rows[1][1] == ["2025", "4", "1", "3", "0"]


def test_a_long_list_is_split_by_year(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "MOST_ROWS", 2)
    documents = {**DOCUMENTS, "202301001": directive("202301001", valid_from="2023-02-01")}
    made = build(tmp_path, documents)
    assert "<table" not in text(made["uebersichten/stand-in-kraft.md"])
    assert shown(made["uebersichten/stand-in-kraft-2025.md"]) == [D, A]
    assert shown(made["uebersichten/stand-in-kraft-2023.md"]) == ["202301001"]


# -- deadlines ---------------------------------------------------------------------------------------------------------


def state_of(made: GeneratedFile, task: str, day: date) -> str:
    rows = re.findall(r"<tr .*?</tr>", text(made))
    row = next(row for row in rows if f"#auftrag-{task}" in row)
    reader = Reader(day.isoformat())
    reader.feed(row)
    return reader.rows[0][1][-1]


def test_a_month_lists_its_deadlines_with_their_state(made: dict[str, GeneratedFile]) -> None:
    page = made["fristen/2025-08.md"]
    assert shown(page) == ["31.08.2025", "31.08.2025 (wiederkehrend)"]
    assert state_of(page, "t1", date(2025, 2, 28)) == "kommt"
    assert state_of(page, "t1", date(2025, 8, 31)) == "gilt"
    assert state_of(page, "t1", date(2025, 9, 1)) == "vorbei", "the directive is repealed, the deadline was before"


def test_a_deadline_after_the_repeal_falls_away_on_the_day_of_the_repeal(made: dict[str, GeneratedFile]) -> None:
    page = made["fristen/2025-10.md"]
    assert state_of(page, "t2", date(2025, 8, 31)) == "gilt"
    assert state_of(page, "t2", date(2025, 9, 1)) == "entfallen"


def test_recurring_dates_are_listed_near_the_build_only(made: dict[str, GeneratedFile]) -> None:
    months = sorted(path[8:15] for path in made if re.fullmatch(r"fristen/\d{4}-\d\d\.md", path))
    assert months[-1] == "2027-07"
    assert "von Juli 2024 bis Juli 2027" in text(made["fristen/index.md"])


def test_the_calendar_counts_and_links(made: dict[str, GeneratedFile]) -> None:
    rows = read(made["fristen/index.md"]).rows
    year = next(cells for _, cells in rows if cells[0] == "2025")
    assert year[1:] == ["–", "–", "–", "–", "–", "–", "1", "2", "1", "2", "1", "1"]


def test_a_corrected_deadline(tmp_path: Path) -> None:
    head = changes(f'kind: correction, target: "{A}", parts: ["#t1"], effective: 2025-05-01')
    body = (
        tasks("due_on=2025-06-30")
        + "\n    > bis zum 31.05.2025\n    > {: .earlier until=2025-04-30 due_on=2025-05-31 }\n"
    )
    made = build(tmp_path, {A: directive(A, body=body), C: directive(C, head=head)})
    assert state_of(made["fristen/2025-05.md"], "t1", date(2025, 4, 30)) == "gilt"
    assert state_of(made["fristen/2025-05.md"], "t1", date(2025, 5, 1)) == "entfallen"
    assert state_of(made["fristen/2025-06.md"], "t1", date(2025, 7, 1)) == "Frist abgelaufen"


def test_a_deadline_bears_the_wording_of_the_day_on_which_it_is_due(tmp_path: Path) -> None:
    """The text is amended after the deadline, and before it: what counts on the day it is due stands there."""
    for effective, words in (("2025-08-01", "melden das Alte."), ("2025-06-01", "stellen Nummer 1 sicher.")):
        last = date.fromordinal(date.fromisoformat(effective).toordinal() - 1)
        head = changes(f'kind: amendment, target: "{A}", parts: ["#t1"], effective: {effective}')
        body = tasks("due_on=2025-07-20") + (
            f"\n    > melden das Alte.\n    > {{: .earlier until={last} due_on=2025-07-20 }}\n"
        )
        folder = tmp_path / effective
        folder.mkdir()
        made = build(folder, {A: directive(A, body=body), C: directive(C, head=head)})
        cells = [cells for visible, cells in read(made["fristen/2025-07.md"]).rows[1:] if visible]
        assert [row[1] for row in cells] == [words]


# -- web, reference records --------------------------------------------------------------------------------------------


def test_a_small_web_is_one_picture_with_a_table(made: dict[str, GeneratedFile]) -> None:
    page = made["netz/index.md"]
    rows = [cells for _, cells in read(page).rows[1:]]
    assert [row[0][:9] + " " + row[1] + " " + row[2][:9] for row in rows] == [
        f"{B} zitiert {R}", f"{B} zitiert 209901001", f"{C} hebt auf, ab 01.09.2025 {A}",
    ]  # fmt: skip
    assert text(page).count('class="edge-head cites"') == 2 + 1, "one more in the legend"
    assert "nicht bewertet" in rows[0][2]
    assert "nicht in der Sammlung" in rows[1][2]


def test_a_full_web_has_a_picture_for_each_year_or_month(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "MOST_IN_ONE_PICTURE", 2)
    made = build(tmp_path, DOCUMENTS)
    assert {path for path in made if path.startswith("netz/")} == {
        "netz/index.md", "netz/2024.md", "netz/2025.md", "netz/2025-01.md", "netz/2025-02.md", "netz/2025-03.md",
        "netz/2099.md",
    }  # fmt: skip
    assert "<svg" not in text(made["netz/2025.md"])
    assert [cells[0][:9] for _, cells in read(made["netz/2025-01.md"]).rows[1:]] == [C]


def test_too_many_at_a_side_fold_into_years(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "MOST_IN_ONE_PICTURE", 2)
    monkeypatch.setattr(web, "MOST_AT_A_SIDE", 1)
    page = build(tmp_path, DOCUMENTS)["netz/2025-02.md"]
    assert text(page).count('class="node many"') == 2
    assert 'href="2024.html"' in text(page)


def test_a_repeal_without_effect_is_drawn_as_what_it_is(tmp_path: Path) -> None:
    """C repeals A, but B had repealed C before (rule 8)."""
    made = build(
        tmp_path,
        {
            A: directive(A),
            B: directive(B, head=changes(f'kind: repeal, target: "{C}", effective: 2025-08-01')),
            C: directive(C, issued="2025-01-20", head=changes(f'kind: repeal, target: "{A}", effective: 2025-09-01')),
        },
    )
    rows = [cells for _, cells in read(made["netz/index.md"]).rows[1:]]
    assert [row[1] for row in rows] == ["hebt auf, ab 01.08.2025", "hebt auf, ab 01.09.2025 (ohne Wirkung)"]


def test_reference_records_are_marked_and_missing_numbers_named(made: dict[str, GeneratedFile]) -> None:
    page = made["nur-zitiert.md"]
    rows = [cells for _, cells in read(page).rows]
    assert rows[1] == [R, f"Titel von {R}", "10.01.2024", "nicht bewertet", B, "–"]
    assert rows[3] == ["209901001", f"{B} (zitiert)"]


# -- glossary, units, register -----------------------------------------------------------------------------------------


def test_the_glossary_is_in_german_order_and_says_what_is_unknown(made: dict[str, GeneratedFile]) -> None:
    page = text(made["glossar.md"])
    assert re.findall(r"<dt>([^<]+)</dt>", page) == ["Änderung", "EZ", "VCC"]
    assert "Bedeutung nicht belegt" in page
    assert "auch: Empfang" in page
    assert page.count('id="wort-EZ"') == 1, "the abbreviation of the unit has no second anchor"
    assert 'id="wort-SC"' in page


def test_what_a_small_collection_does_not_have_is_not_headed(tmp_path: Path) -> None:
    units = "units:\n  REF:\n    name: Referat\n"
    pages = build(tmp_path, {"glossary.yml": "{}\n"}, units=units)
    assert "Die Sammlung hat noch kein Glossar." in text(pages["glossar.md"])
    for name in ("glossar.md", "einheiten/index.md"):
        assert "<table" not in text(pages[name])
        assert not re.search("{#(?:einheiten|mitglieder|bezirke)|Bezirke", text(pages[name]))


def test_units_as_a_tree_by_class_and_by_district(made: dict[str, GeneratedFile]) -> None:
    page = text(made["einheiten/index.md"])
    assert re.search(r'href="AA\.html">Agentur für Arbeit</a>.*?<ul.*?href="EZ\.html"', page)
    rows = [cells for _, cells in read(made["einheiten/index.md"]).rows]
    assert ["Agentur für Arbeit Nürnberg (AA Nürnberg)", "–", "Regionaldirektion Bayern"] in rows
    assert ["Regionaldirektion", "Agentur für Arbeit (AA) – SGB III"] in rows


def test_units_in_a_circle_do_not_hang(tmp_path: Path) -> None:
    units = "units:\n  X: {name: X, part_of: Y}\n  Y: {name: Y, part_of: X}\n  Z: {name: Z}\n"
    build(tmp_path, {A: directive(A)}, units=units)


def test_the_register_has_every_title_and_heading(made: dict[str, GeneratedFile]) -> None:
    page = text(made["a-z/a.md"])
    assert "Ärger mit Postfächern</a> (202501001)" in page
    assert f'href="../weisungen/{A}.html#abschnitt-3">3 Einzelaufträge</a>' in page
    assert re.search(rf'<dt>Postfächern</dt>\s*<dd><a href="../weisungen/{A}.html">', text(made["a-z/p.md"]))
    assert "nicht bewertet" in text(made["a-z/t.md"])


def test_headings_of_the_form_are_no_words_of_the_register(made: dict[str, GeneratedFile]) -> None:
    assert "a-z/e.md" not in made


def test_a_full_letter_is_split(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(register, "MOST_PLACES", 1)
    made = build(tmp_path, DOCUMENTS)
    assert "<dl" not in text(made["a-z/t.md"])
    assert f"Titel von {B}" in text(made["a-z/ti.md"])


# -- everything --------------------------------------------------------------------------------------------------------


def targets(made: GeneratedFile) -> Iterator[str]:
    page = made.path.removesuffix(".md") + ".html"
    for href in read(made).links:
        path, _, anchor = href.partition("#")
        yield (normpath(join(dirname(page), path)) if path else page) + (f"#{anchor}" if anchor else "")


def test_every_link_between_overviews_leads_somewhere(made: dict[str, GeneratedFile]) -> None:
    pages = {path.removesuffix(".md") + ".html": page for path, page in made.items()}
    for page in made.values():
        for target in targets(page):
            path, _, anchor = target.partition("#")
            if path.startswith(("weisungen/", "einheiten/")) and path != "einheiten/index.html":
                continue
            assert path in pages, f"{page.path} → {target}"
            known = [*read(pages[path]).ids, *re.findall(r"\{: #(\S+) \}", text(pages[path]))]
            assert not anchor or anchor in known, f"{page.path} → {target}"


@pytest.mark.parametrize("documents", [{}, {A: directive(A)}, {R: reference()}])
def test_small_collections(tmp_path: Path, documents: dict[str, str]) -> None:
    build(tmp_path, documents)


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    evil = '"><script>alert(1)</script><img src=x onerror=alert(1)> [x](javascript:alert(1)) *a* {: onclick=x }'
    quoted = evil.replace('"', '\\"')
    units = f'units:\n  AA: {{name: "{quoted}", abbreviations: ["EV\\"<b>IL"]}}\n'
    body = tasks("due_on=2025-08-31").replace("stellen", evil).replace("Die Agenturen für Arbeit", "AA")
    documents = {
        A: directive(A, title=f'"{quoted}"', body=f"## 2. {evil}\n\nText.\n\n{body}"),
        B: directive(B, head=f'references:\n  - id: "{A}"\n'),
        "glossary.yml": f'"{quoted}":\n  long: "{quoted}"\n  explanation: "{quoted}"\n',
    }
    found = build(tmp_path, documents, units=units)
    for name in ("uebersichten/jahr-2025", "fristen/2025-08", "netz/index", "glossar", "einheiten/index"):
        assert "&lt;script&gt;alert(1)" in text(found[f"{name}.md"]), f"{name} does not show the words at all"
    for made in found.values():
        content = text(made)
        assert not re.search(r"<(script|img|b)\b", content), made.path
        assert not re.search(r'(href|src)="(javascript|data):', content)
        assert " style=" not in content
        attributes = " ".join(re.findall(r"<[a-z][^>]*>", content))
        assert not re.search(r"\son\w+=", re.sub(r'"[^"]*"', '""', attributes)), made.path
