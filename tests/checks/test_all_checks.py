"""All checks together: complete, sorted, and never an exception whatever the records say."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from geltung.checks import CHECKS, run_checks
from geltung.corpus.corpus import Corpus
from geltung.model.codes import CODES
from geltung.model.records import Change, Directive, HeaderVersion, Reference, Task, TaskVersion
from geltung.model.terms import AREAS, CHANGE_KINDS, FORCES
from tests.checks.collection import A_FILE, B_FILE, UNITS, A, B, change, corpus_of, document

WORDS = (
    "bis",
    "zum",
    "mit Ablauf des",
    "mit Wirkung vom",
    "ab",
    "vor dem",
    "nach dem",
    "2 Wochen vor dem",
    "einen Monat nach",
    "999 Jahre nach",
    "31.12.9999",
    "01.01.0001",
    "31.06.2025",
    "29.02.",
    "30.02.",
    "31.08.2025",
    "Ende Juni",
    "Mitte 2025",
    "31.03. jährlich",
    "Weisung 202501001 vom",
    "„",
    "“",
)
RULES = ("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31", "FREQ=WEEKLY", "FREQ=DAILY;COUNT=2", "x", "")
PARTS = ("", "#", "#x", "1", "1.", ".", "valid_until", "Titel")

texts = st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join)
days = (
    st.none() | st.sampled_from([date.min, date(2024, 2, 29), date(2025, 8, 31)]) | st.dates(max_value=date(9900, 1, 1))
)
ids = st.sampled_from([A, B, "202501002", "HEGA 05/2014 – 07", "", "x"])
scopes = st.tuples(*(st.none() | st.sampled_from(FORCES) for _ in AREAS))
versions = st.builds(
    TaskVersion,
    text=texts,
    line=st.just(9),
    addressed=st.lists(st.sampled_from(["AA", "Die", "", "()", "GE im Bezirk", "Zollamt (EZ)"]), max_size=2).map(tuple),
    starts_on=days,
    due_on=days,
    ends_on=days,
    recurrence=st.none() | st.sampled_from(RULES),
    deadline_words=st.none() | texts,
    anchor=days,
    other_dates=st.lists(st.dates(), max_size=2).map(tuple),
    uncertain=st.lists(st.sampled_from(["due_on", "text", "addressees", "anders"]), max_size=2).map(tuple),
)
headers = st.builds(HeaderVersion, st.just("Titel"), days, days, scopes)
changes = st.builds(
    Change,
    st.sampled_from(CHANGE_KINDS),
    ids,
    st.just(5),
    st.lists(st.sampled_from(PARTS), max_size=3).map(tuple),
    days,
    days,
    st.booleans(),
    st.none() | texts,
    st.booleans(),
)


@st.composite
def directives(draw: st.DrawFn) -> Directive:
    until = draw(st.dates())
    earlier = draw(st.booleans())
    current = draw(versions)
    old = TaskVersion("alt", 8, until=until, present=draw(st.booleans()))
    task = Task("x", "1", (old, current) if earlier else (current,), 9)
    header = draw(headers)
    before = HeaderVersion("Alt", header.valid_from, draw(days), header.scope, until, 4)
    references = tuple(Reference(id_, 6, draw(st.none() | texts)) for id_ in draw(st.lists(ids, max_size=2)))
    return Directive(
        draw(ids),
        "Weisung",
        draw(days),
        (before, header) if earlier else (header,),
        draw(st.sampled_from(["202501001.md", "x.md", ""])),
        references=references,
        changes=tuple(draw(st.lists(changes, max_size=3))),
        tasks=(task,),
    )


@settings(max_examples=100, deadline=None)
@given(st.lists(directives(), max_size=4))
def test_never_an_exception(records: list[Directive]) -> None:
    found = run_checks(Corpus.build(records, UNITS))
    assert list(found) == sorted(found)
    assert all(item.message and item.line >= 1 and item.severity == CODES[item.code][0] for item in found)


def test_every_check_stands_in_the_list_once() -> None:
    assert len(set(CHECKS)) == len(CHECKS) == 41


def test_findings_are_sorted_by_file_and_line() -> None:
    documents = {
        B_FILE: document(B, issued="2025-02-01", valid_until="2025-01-01", extra=change("repeal", "202501009")),
        A_FILE: document(issued="2025-02-02", valid_from="2025-02-01", scope={"SGB III": "Weisung"}),
    }
    found = run_checks(corpus_of(documents))
    assert [(item.file, item.line, item.code) for item in found] == [
        (A_FILE, 5, "H004"),
        (A_FILE, 5, "H008"),
        (A_FILE, 8, "H006"),
        (B_FILE, 7, "H005"),
        (B_FILE, 13, "C001"),
    ]


def test_the_directive_itself_stands_first() -> None:
    documents = {
        A_FILE: document(),
        B_FILE: document(B, issued="2025-02-20", extra=change("repeal", effective="2025-01-01")),
    }
    (item, *_) = [item for item in run_checks(corpus_of(documents)) if item.code == "C006"]
    assert item.directives == (B, A)
