"""One collection, resolved: back links, the changes that end a wording, and what was known on a day."""

from datetime import date, timedelta

from geltung.corpus.corpus import ChangeKey, Corpus, Transition, covers, effective_day
from geltung.corpus.sections import within_section
from geltung.model.records import (
    Change,
    Directive,
    HeaderVersion,
    Record,
    Reference,
    ReferenceRecord,
    Task,
    TaskVersion,
)
from geltung.model.terms import AMENDMENT, CORRECTION, EXTENSION, PARTIAL_REPEAL, REPEAL

DAY = date(2025, 5, 1)
SCOPE = ("nicht betroffen", "Weisung", "nicht betroffen")


def directive(
    id_: str,
    *changes: Change,
    issued: date | None = date(2025, 1, 1),
    valid_from: date | None = date(2025, 1, 1),
    cites: tuple[str, ...] = (),
    tasks: tuple[Task, ...] = (),
    headers: tuple[HeaderVersion, ...] = (),
) -> Directive:
    header = HeaderVersion(f"Titel {id_}", valid_from, None, SCOPE)
    references = tuple(Reference(target, 1) for target in cites)
    return Directive(
        id_, "Weisung", issued, (*headers, header), f"{id_}.md", changes=changes, references=references, tasks=tasks
    )


def task(id_: str, section: str, *untils: date) -> Task:
    """A task with one wording more than there are last days."""
    versions = (*(TaskVersion(f"bis {until}", 1, until=until) for until in untils), TaskVersion("heute", 1))
    return Task(id_, section, versions, 1)


def corpus(*records: Record) -> Corpus:
    return Corpus.build(records, ())


def causes(found: Corpus, id_: str = "A") -> list[tuple[str | None, int, list[str]]]:
    """Task, position and authors of every transition of a directive."""
    items = found.transitions.get(id_, ())
    return [(item.task, item.position, [f"{key.author}{key.index}" for key in item.causes]) for item in items]


def test_of_two_records_with_one_id_the_file_named_like_it_counts() -> None:
    named, copied = directive("A"), ReferenceRecord("A", "Weisung", None, "anders", "0 Kopie.md")
    assert named.file == "A.md"
    assert corpus(named, copied).records == corpus(copied, named).records == {"A": named}


def test_else_the_first_by_file_name_counts() -> None:
    one, other = (ReferenceRecord("A", "Weisung", None, name, f"{name}.md") for name in ("b", "c"))
    assert corpus(one, other).records == corpus(other, one).records == {"A": one}


def test_back_links() -> None:
    found = corpus(
        directive("B", Change(REPEAL, "A", 1), cites=("R", "A")),
        directive("A", cites=("R", "R", "X")),
        directive("C", Change(EXTENSION, "A", 1), Change(REPEAL, "C", 1), Change(REPEAL, "X", 1)),
        ReferenceRecord("R", "Weisung", None, "r", "R.md"),
    )
    assert found.cited_by == {"R": ("A", "B"), "A": ("B",), "X": ("A",)}
    by_target = {target: [key for key, _ in changes] for target, changes in found.changes_of.items()}
    assert by_target == {"A": [ChangeKey("B", 0), ChangeKey("C", 0)], "X": [ChangeKey("C", 2)]}
    assert sorted(item.id for item in found.directives()) == ["A", "B", "C"]
    assert [item.id for item in found.reference_records()] == ["R"]
    change = found.change(ChangeKey("C", 1))
    assert change is not None
    assert change.target == "C"
    assert found.change(ChangeKey("X", 0)) is None


def test_effective_day_is_stated_or_that_of_the_author() -> None:
    author = directive("B", valid_from=DAY)
    assert effective_day(author, Change(REPEAL, "A", 1, effective=date(2025, 9, 1))) == date(2025, 9, 1)
    assert effective_day(author, Change(REPEAL, "A", 1)) == DAY
    assert effective_day(directive("B", valid_from=None), Change(REPEAL, "A", 1)) is None


def test_sections_and_the_parts_that_cover_them() -> None:
    assert within_section("2.1", "2")
    assert within_section("2", "2")
    assert within_section("2.1.1", "2.1")
    assert not within_section("21", "2")
    assert not within_section("2", "2.1")
    some = task("meldung", "2.1")
    assert covers("2", some)
    assert covers("2.1", some)
    assert covers("#meldung", some)
    assert not covers("meldung", some)
    assert not covers("#meld", some)
    assert not covers("2.1.1", some)
    assert not covers("1", some)


class TestTransitions:
    """An earlier wording ends by the amendment that is effective on the day after its last day."""

    last = DAY - timedelta(days=1)

    def found(self, *changes: Change, **more: object) -> list[tuple[str | None, int, list[str]]]:
        target = directive("A", tasks=(task("t", "2.1", self.last), task("other", "3")))
        return causes(corpus(target, directive("B", *changes, valid_from=DAY)))

    def test_whole_or_covering_part(self) -> None:
        for parts in ((), ("#t",), ("2.1",), ("2",), ("3", "2"), ("title", "#t")):
            for kind in (AMENDMENT, CORRECTION):
                assert self.found(Change(kind, "A", 1, parts)) == [("t", 0, ["B0"])], (kind, parts)

    def test_what_does_not_bring_it_about(self) -> None:
        for change in (
            Change(AMENDMENT, "A", 1, ("3",)),
            Change(AMENDMENT, "A", 1, ("#other",)),
            Change(AMENDMENT, "A", 1, ("valid_until",)),
            Change(AMENDMENT, "A", 1, effective=DAY + timedelta(days=1)),
            Change(AMENDMENT, "A", 1, effective=self.last),
            Change(REPEAL, "A", 1),
            Change(PARTIAL_REPEAL, "A", 1, ("#t",)),
            Change(EXTENSION, "A", 1, valid_until=DAY),
            Change(AMENDMENT, "X", 1),
        ):
            assert self.found(change) == [("t", 0, [])], change
        without = corpus(directive("A", tasks=(task("t", "2.1", self.last),)))
        assert without.transitions["A"] == (Transition("t", 0, DAY, (), True),)

    def test_several_causes(self) -> None:
        two = (Change(AMENDMENT, "A", 1, ("3",)), Change(CORRECTION, "A", 1), Change(AMENDMENT, "A", 1, ("#t",)))
        assert self.found(*two) == [("t", 0, ["B1", "B2"])]

    def test_several_wordings_each_with_its_own(self) -> None:
        later = date(2025, 7, 1)
        target = directive("A", tasks=(task("t", "1", self.last, later - timedelta(days=1)),))
        changes = (Change(AMENDMENT, "A", 1), Change(AMENDMENT, "A", 1, effective=later))
        found = corpus(target, directive("B", *changes, valid_from=DAY))
        assert causes(found) == [("t", 0, ["B0"]), ("t", 1, ["B1"])]
        assert [item.day for item in found.transitions["A"]] == [DAY, later]

    def test_header(self) -> None:
        earlier = HeaderVersion("Alt", date(2025, 1, 1), self.last, SCOPE, until=self.last)
        for parts, expected in (
            ((), ["B0"]),
            (("title",), ["B0"]),
            (("scope", "2"), ["B0"]),
            (("2",), []),
            (("#t",), []),
        ):
            change = Change(AMENDMENT, "A", 1, parts)
            found = corpus(directive("A", headers=(earlier,)), directive("B", change, valid_from=DAY))
            assert causes(found) == [(None, 0, expected)], parts
            assert found.transitions["A"][0].unexplained is not bool(expected)

    def test_without_earlier_wordings_there_are_none(self) -> None:
        found = corpus(directive("A", tasks=(task("t", "1"),)), directive("B", Change(AMENDMENT, "A", 1)))
        assert found.transitions == {}


class TestKnownOn:
    """Rule 2: only what was issued on or before the day exists."""

    def test_later_records_are_gone_and_remembered(self) -> None:
        found = corpus(
            directive("A", issued=date(2025, 3, 1)),
            directive("B", issued=date(2025, 3, 2)),
            directive("U", issued=None),
            ReferenceRecord("R", "Weisung", date(2025, 3, 2), "r", "R.md"),
            ReferenceRecord("S", "Weisung", None, "s", "S.md"),
        ).known_on(date(2025, 3, 1))
        assert set(found.records) == {"A", "U", "S"}
        assert found.withheld == {"B", "R"}

    def test_changes_and_citations_of_unknown_acts_do_not_exist(self) -> None:
        late = directive("B", Change(REPEAL, "A", 1), issued=date(2025, 6, 1), cites=("A",))
        whole = corpus(directive("A"), late)
        assert whole.changes_of.keys() == whole.cited_by.keys() == {"A"}
        found = whole.known_on(date(2025, 5, 31))
        assert found.changes_of == {}
        assert found.cited_by == {}
        assert whole.changes_of.keys() == {"A"}, "the whole collection stays as it was"

    def test_wording_that_an_unknown_act_ended_has_not_ended(self) -> None:
        """It does not become one that ends by itself."""
        target = directive("A", tasks=(task("t", "1", DAY - timedelta(days=1)),))
        amender = directive("B", Change(AMENDMENT, "A", 1), issued=date(2025, 4, 1), valid_from=DAY)
        found = corpus(target, amender).known_on(date(2025, 3, 31))
        assert found.transitions["A"] == (Transition("t", 0, DAY, (), False),)
        assert corpus(target).known_on(date(2025, 3, 31)).transitions["A"][0].unexplained

    def test_day_of_issue_counts(self) -> None:
        whole = corpus(directive("A", issued=DAY))
        assert set(whole.known_on(DAY).records) == {"A"}
        assert set(whole.known_on(DAY - timedelta(days=1)).records) == set()
