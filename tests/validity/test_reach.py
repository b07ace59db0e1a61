"""Which units a task reaches (rules 13 to 17), and on which days."""

from datetime import date

import pytest

from geltung.corpus.registry import Registry
from geltung.model.dates import OPEN_END
from geltung.model.units import Relation, Unit
from geltung.validity.reach import Reach, UnitGraph, audience_of, concerned_areas, everyone, reaches
from tests.validity.acts import d

ALL_AREAS = ("SGB II", "SGB III", "Familienkasse")
SGB_III = ("nicht betroffen", "Weisung", "nicht betroffen")
SGB_II = ("Information", "nicht betroffen", "nicht betroffen")
UNITS = (
    Unit("ALL", "Alle Dienststellen", areas=ALL_AREAS),
    Unit("RD", "Regionaldirektion", areas=("SGB II", "SGB III")),
    Unit("RD-BY", "Regionaldirektion Bayern", instance_of=(Relation("RD"),)),
    Unit("RD-N", "Regionaldirektion Nord", instance_of=(Relation("RD"),)),
    Unit("AA", "Agentur für Arbeit", reports_to=(Relation("RD"),), areas=("SGB III",)),
    Unit("AA-N", "Agentur Nürnberg", instance_of=(Relation("AA"),), reports_to=(Relation("RD-BY"),)),
    Unit("AA-K", "Agentur Kiel", instance_of=(Relation("AA"),), reports_to=(Relation("RD-N"),)),
    Unit("EZ", "Eingangszone", part_of=(Relation("AA"),)),
    Unit("TEAM", "Team der Eingangszone", part_of=(Relation("EZ"),)),
    Unit("AV", "Arbeitsvermittlung", part_of=(Relation("AA"),)),
    Unit("EZ-N", "Eingangszone Nürnberg", instance_of=(Relation("EZ"),), part_of=(Relation("AA-N"),)),
    Unit("SC", "Service Center", areas=("SGB III",)),
    Unit("GE", "gemeinsame Einrichtung", areas=("SGB II",)),
    Unit("FK", "Familienkasse", areas=("Familienkasse",)),
    Unit("OS", "Operativer Service"),
)
DAY = d("01.07.")


def reached(
    words: str, units: tuple[Unit, ...] = UNITS, scope: tuple[str | None, str | None, str | None] = SGB_III,
    day: date = DAY, on_request: bool = False,
) -> set[str]:  # fmt: skip
    """Ids of the units that the words reach on a day, directly or only on request."""
    rows = reaches(audience_of(Registry(units).addressees(words), scope), UnitGraph(units))
    return {row.unit for row in rows if row.on_request is on_request and row.first <= day <= row.last}


def rows_of(words: str, unit: str, units: tuple[Unit, ...]) -> list[Reach]:
    """The intervals in which the words reach a unit."""
    found = reaches(audience_of(Registry(units).addressees(words), SGB_III), UnitGraph(units))
    return [row for row in found if row.unit == unit]


def via(words: str, unit: str, units: tuple[Unit, ...] = UNITS) -> tuple[str, ...]:
    (row,) = rows_of(words, unit, units)
    assert row.first == date.min
    assert row.last == OPEN_END
    return row.via


@pytest.mark.parametrize(
    ("words", "directly", "on_request"),
    [
        # 13 and 14: down to instances and parts, never upwards; the rest on request
        ("AA", {"AA", "AA-N", "AA-K", "EZ", "TEAM", "AV", "EZ-N"}, set()),
        ("EZ", {"EZ", "TEAM", "EZ-N"}, {"AA", "AA-N", "AA-K"}),
        ("TEAM", {"TEAM"}, {"EZ", "AA", "AA-N", "AA-K", "EZ-N"}),
        ("AA-N", {"AA-N", "EZ-N"}, {"AA"}),
        ("EZ-N", {"EZ-N"}, {"EZ", "AA-N", "AA"}),
        ("RD", {"RD", "RD-BY", "RD-N"}, set()),
        ("RD-BY", {"RD-BY"}, {"RD"}),
        ("SC", {"SC"}, set()),
        # 15: the named part and the whole itself, not its other parts
        ("AA (EZ)", {"AA", "AA-N", "AA-K", "EZ", "TEAM", "EZ-N"}, set()),
        ("AA (AV)", {"AA", "AA-N", "AA-K", "AV"}, set()),
        ("AA (TEAM)", {"AA", "AA-N", "AA-K", "TEAM"}, {"EZ", "EZ-N"}),
        # 16: the instances that report there, with all that is theirs; not the class
        ("AA im Bezirk RD-BY", {"AA-N", "EZ-N"}, {"AA"}),
        ("AA im Bezirk RD-N", {"AA-K"}, {"AA"}),
        ("AA (EZ) im Bezirk RD-BY", {"AA-N", "EZ-N"}, {"AA"}),
        ("AA (AV) im Bezirk RD-BY", {"AA-N"}, {"AA"}),
        ("AA im Bezirk RD", set(), set()),  # the class itself reports there, and is no instance of itself
        ("RD im Bezirk RD-BY", set(), set()),
        ("EZ im Bezirk RD-BY", {"EZ-N"}, {"EZ", "AA-N", "AA"}),  # a part lies where its whole does
        ("EZ im Bezirk RD-N", set(), {"AA-K"}),  # which has no zone of its own in the registry
        ("TEAM im Bezirk RD-N", set(), {"AA-K"}),
        # several, and nobody
        ("SC und GE", {"SC", "GE"}, set()),
        ("Die Bundesbank", set(), set()),
        ("Die Bundesbank; SC", {"SC"}, set()),
        # an abbreviation or other text in brackets restricts nothing
        ("AA (Identity)", {"AA", "AA-N", "AA-K", "EZ", "TEAM", "AV", "EZ-N"}, set()),
    ],
)
def test_who_is_reached(words: str, directly: set[str], on_request: set[str]) -> None:
    assert reached(words) == directly
    assert reached(words, on_request=True) == on_request


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (SGB_III, {"RD", "RD-BY", "RD-N", "AA", "AA-N", "AA-K", "EZ", "TEAM", "AV", "EZ-N", "SC", "OS"}),
        (SGB_II, {"RD", "RD-BY", "RD-N", "GE", "OS"}),
        (("nicht betroffen", "nicht betroffen", "Empfehlung"), {"FK", "OS"}),
        (("nicht betroffen", "nicht betroffen", None), {"FK", "OS"}),  # unknown may be concerned
        (("nicht betroffen",) * 3, set()),
        ((None, None, None), {unit.id for unit in UNITS} - {"ALL"}),
    ],
)
def test_all_units_are_those_with_an_area_concerned(
    scope: tuple[str | None, str | None, str | None], expected: set[str]
) -> None:
    assert reached("Alle Dienststellen", scope=scope) == expected | {"ALL"}


def test_areas_are_inherited_from_the_nearest() -> None:
    units = (
        Unit("W", "Ganzes", areas=("SGB II",)),
        Unit("P", "Teil", part_of=(Relation("W"),)),
        Unit("Q", "Teil mit eigenem", part_of=(Relation("W"),), areas=("SGB III",)),
        Unit("R", "Teil vom Teil", part_of=(Relation("Q"),)),
        Unit("B", "von beiden", part_of=(Relation("P"), Relation("Q"))),
        Unit("D", "früher Teil", part_of=(Relation("W", end=d("30.06.")),)),
    )
    graph = UnitGraph(units)
    found = {unit.id: graph.areas(unit.id, DAY) for unit in units}
    assert found == {
        "W": ("SGB II",), "P": ("SGB II",), "Q": ("SGB III",), "R": ("SGB III",), "B": ("SGB III",), "D": ALL_AREAS,
    }  # fmt: skip
    assert graph.areas("D", d("30.06.")) == ("SGB II",)


@pytest.mark.parametrize(
    ("words", "unit", "path"),
    [
        ("AA", "AA", ("AA",)),
        ("AA", "EZ", ("AA", "EZ")),
        ("AA", "TEAM", ("AA", "EZ", "TEAM")),
        ("AA", "EZ-N", ("AA", "EZ", "EZ-N")),  # of two ways of one length that over the class
        ("EZ", "EZ-N", ("EZ", "EZ-N")),
        ("AA; EZ", "EZ-N", ("EZ", "EZ-N")),  # the shortest counts
        ("AA (EZ)", "TEAM", ("AA", "EZ", "TEAM")),
        ("AA (EZ)", "AA-N", ("AA", "AA-N")),
        ("AA im Bezirk RD-BY", "EZ-N", ("AA", "AA-N", "EZ-N")),
        ("Alle Dienststellen", "SC", ("ALL", "SC")),
        ("Alle Dienststellen", "ALL", ("ALL",)),
    ],
)
def test_path_from_addressee_to_unit(words: str, unit: str, path: tuple[str, ...]) -> None:
    assert via(words, unit) == path


class TestDays:
    """Units and relations carry dates; both ends count."""

    first, last = d("01.04."), d("30.09.")

    def test_relation(self) -> None:
        units = (Unit("W", "Ganzes"), Unit("P", "Teil", part_of=(Relation("W", self.first, self.last),)))
        assert rows_of("W", "P", units) == [Reach("P", self.first, self.last, ("W", "P"), False)]
        assert [(row.first, row.last) for row in rows_of("W", "W", units)] == [(date.min, OPEN_END)]
        assert rows_of("P", "W", units) == [Reach("W", self.first, self.last, ("P", "W"), True)]

    def test_unit_itself(self) -> None:
        units = (Unit("W", "Ganzes"), Unit("P", "Teil", part_of=(Relation("W"),), start=self.first, end=self.last))
        assert [(row.first, row.last) for row in rows_of("W", "P", units)] == [(self.first, self.last)]
        assert [(row.first, row.last) for row in rows_of("P", "P", units)] == [(self.first, self.last)]

    def test_whole_that_ends_reaches_no_part_any_more(self) -> None:
        units = (Unit("W", "Ganzes", end=self.last), Unit("P", "Teil", part_of=(Relation("W"),)))
        assert [(row.first, row.last) for row in rows_of("W", "P", units)] == [(date.min, self.last)]

    def test_move_from_one_whole_to_the_other(self) -> None:
        units = (
            Unit("A", "alt"),
            Unit("B", "neu"),
            Unit("P", "Teil", part_of=(Relation("A", None, self.last), Relation("B", d("01.10."), None))),
        )
        assert [(row.first, row.last) for row in rows_of("A", "P", units)] == [(date.min, self.last)]
        assert [(row.first, row.last) for row in rows_of("B", "P", units)] == [(d("01.10."), OPEN_END)]
        both = rows_of("A; B", "P", units)
        assert [(row.first, row.last, row.via) for row in both] == [
            (date.min, self.last, ("A", "P")), (d("01.10."), OPEN_END, ("B", "P")),
        ]  # fmt: skip

    def test_days_on_which_nothing_changes_for_the_unit_do_not_split(self) -> None:
        units = (
            Unit("W", "Ganzes"),
            Unit("P", "Teil", part_of=(Relation("W"),)),
            Unit("X", "anderes", start=d("01.02."), end=d("01.03.")),
        )
        assert [(row.first, row.last) for row in rows_of("W", "P", units)] == [(date.min, OPEN_END)]

    def test_two_relations_that_meet_are_one_interval(self) -> None:
        meeting = (Relation("W", None, self.last), Relation("W", d("01.10."), None))
        units = (Unit("W", "Ganzes"), Unit("P", "Teil", part_of=meeting))
        assert [(row.first, row.last) for row in rows_of("W", "P", units)] == [(date.min, OPEN_END)]

    def test_district_as_of_the_day(self) -> None:
        units = (
            Unit("RD", "Direktion"),
            Unit("AA", "Klasse"),
            Unit("M", "Mitglied", instance_of=(Relation("AA"),), reports_to=(Relation("RD", self.first, self.last),)),
            Unit("T", "Teil", part_of=(Relation("M"),)),
        )
        for unit, path in (("M", ("AA", "M")), ("T", ("AA", "M", "T"))):
            assert rows_of("AA im Bezirk RD", unit, units) == [Reach(unit, self.first, self.last, path, False)]

    def test_last_day_of_all(self) -> None:
        units = (Unit("W", "Ganzes", end=OPEN_END), Unit("P", "Teil", part_of=(Relation("W", end=OPEN_END),)))
        assert [(row.first, row.last) for row in rows_of("W", "P", units)] == [(date.min, OPEN_END)]


def test_circle_of_units_ends() -> None:
    """A mistake in the units file (U005) must not hang the program."""
    units = (
        Unit("A", "a", part_of=(Relation("B"),)),
        Unit("B", "b", part_of=(Relation("C"),)),
        Unit("C", "c", part_of=(Relation("A"),), instance_of=(Relation("C"),)),
    )
    assert reached("A", units) == {"A", "B", "C"}
    assert via("A", "C", units) == ("A", "B", "C") or via("A", "C", units)[0] == "A"


def test_relation_to_unknown_unit_is_ignored() -> None:
    units = (Unit("A", "a", part_of=(Relation("X"),), reports_to=(Relation("X"),)),)
    assert reached("A", units) == {"A"}
    assert reached("A im Bezirk X", units) == set()


def test_audience_key_tells_what_reaches_whom() -> None:
    """Tasks share rows of reach by this key: equal keys must mean equal audiences, whatever the words."""

    def key(words: str, scope: tuple[str | None, str | None, str | None] = SGB_III) -> str:
        return audience_of(Registry(UNITS).addressees(words), scope).key

    assert key("AA; SC") == key("SC und AA") == key("Service Centern, Die Agentur für Arbeit (AA)")
    different = [
        "AA",
        "AA (EZ)",
        "AA (AV)",
        "AA im Bezirk RD-BY",
        "AA im Bezirk RD-N",
        "AA (EZ) im Bezirk RD-BY",
        "ALL",
    ]
    assert len({key(words) for words in different}) == len(different)
    assert key("AA") == key("AA", SGB_II), "a named addressee counts whatever the scope"
    assert key("ALL") != key("ALL", SGB_II)
    assert key("Die Bundesbank") == ""
    assert everyone(SGB_III).key == key("ALL")


def test_concerned_areas() -> None:
    assert concerned_areas(("Weisung", None, "nicht betroffen")) == ("SGB II", "SGB III")
    assert concerned_areas(("nicht betroffen", "Empfehlung", "Information")) == ("SGB III", "Familienkasse")
