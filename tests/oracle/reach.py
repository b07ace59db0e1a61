"""Whom a task reaches on a day (rules 13 to 17, and 14 for the parts).

Part of the oracle: written from the semantics alone, deliberately naive, sharing only the records with the product.
Addressees are read in the form with ids only: "AA", "AA (EZ)", "AA im Bezirk RD-BY", "ALL", joined by ";".
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from geltung.model.terms import ALL_UNITS, AREAS, NOT_CONCERNED
from geltung.model.units import Relation, Unit

Scope = tuple[str | None, str | None, str | None]

_FORM = re.compile(r"(?P<unit>\S+)(?: \((?P<bracket>[^)]*)\))?(?: im Bezirk (?P<district>\S+))?\Z")


@dataclass(frozen=True)
class Named:
    """One addressee: a unit, perhaps only one part of it, perhaps only in one district."""

    unit: str
    part: str | None
    district: str | None


class Units:
    """The units, asked about their relations on single days."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self.by_id = {unit.id: unit for unit in units}

    def exists(self, unit: str, day: date) -> bool:
        found = self.by_id[unit]
        return (found.start is None or found.start <= day) and (found.end is None or day <= found.end)

    def _over(self, unit: str, relations: tuple[Relation, ...], day: date) -> set[str]:
        return {
            relation.unit
            for relation in relations
            if (relation.start is None or relation.start <= day)
            and (relation.end is None or day <= relation.end)
            and self.exists(unit, day)
            and self.exists(relation.unit, day)
        }

    def classes(self, unit: str, day: date) -> set[str]:
        return self._over(unit, self.by_id[unit].instance_of, day)

    def wholes(self, unit: str, day: date) -> set[str]:
        return self._over(unit, self.by_id[unit].part_of, day)

    def superiors(self, unit: str, day: date) -> set[str]:
        return self._over(unit, self.by_id[unit].reports_to, day)

    def bezirk(self, unit: str, day: date) -> set[str]:
        """Whom the unit reports to; a part that reports to nobody itself, whom its whole reports to."""
        own = self.superiors(unit, day)
        return own or set().union(*(self.bezirk(whole, day) for whole in self.wholes(unit, day)))

    def is_a(self, unit: str, day: date) -> set[str]:
        """The unit itself and every class it is an instance of, over any number of steps."""
        return {unit}.union(*(self.is_a(kind, day) for kind in self.classes(unit, day)))

    def up(self, unit: str, day: date) -> set[str]:
        """The unit itself and everything it is an instance or a part of, over any number of steps of both."""
        above = self.classes(unit, day) | self.wholes(unit, day)
        return {unit}.union(*(self.up(other, day) for other in above))

    def below(self, unit: str, day: date) -> set[str]:
        """What belongs to the unit: what leads up to it, and the general parts of the classes it is an instance of."""
        found = {other for other in self.by_id if other != unit and unit in self.up(other, day)}
        for kind in self.is_a(unit, day) - {unit}:
            found |= self._parts(kind, day)
        return found

    def _parts(self, whole: str, day: date) -> set[str]:
        direct = {other for other in self.by_id if whole in self.wholes(other, day)}
        return direct.union(*(self._parts(other, day) for other in direct))

    def areas(self, unit: str, day: date) -> set[str]:
        """Its own areas, else those of the nearest units above that have any, else all."""
        level = {unit}
        while level:
            own = {area for member in level for area in self.by_id[member].areas}
            if own:
                return own
            level = set().union(*(self.classes(member, day) | self.wholes(member, day) for member in level))
        return set(AREAS)

    def concerned(self, unit: str, scope: Scope, day: date) -> bool:
        """Whether "Alle Dienststellen" means this unit: one of its areas is not nicht betroffen (rule 17)."""
        if not self.exists(unit, day):
            return False
        return unit == ALL_UNITS or any(scope[AREAS.index(area)] != NOT_CONCERNED for area in self.areas(unit, day))

    # Addressees

    def read(self, addressed: tuple[str, ...]) -> list[Named]:
        """The addressees of a wording; one that names no known unit reaches nobody."""
        found = []
        for words in (words.strip() for entry in addressed for words in entry.split(";")):
            match = _FORM.match(words)
            if match is None or match["unit"] not in self.by_id:
                continue
            bracket, district = match["bracket"], match["district"]
            if district is not None and district not in self.by_id:
                continue
            found.append(Named(match["unit"], bracket if self._is_part(bracket, match["unit"]) else None, district))
        return found

    def _is_part(self, part: str | None, whole: str) -> bool:
        """A bracket restricts if it names what is ever a part of the unit; anything else in brackets is mere text."""
        if part not in self.by_id:
            return False
        wholes = {relation.unit for relation in self.by_id[part].part_of}
        return whole in wholes or any(self._is_part(other, whole) for other in wholes)

    def district(self, named: Named, day: date) -> set[str]:
        """The instances of the class that report to the unit of the district, themselves or with their whole."""
        return {
            unit
            for unit in self.by_id
            if unit != named.unit and named.unit in self.is_a(unit, day) and named.district in self.bezirk(unit, day)
        }

    def reaches(self, named: Named, unit: str, day: date, scope: Scope) -> bool:
        """Whether a task of this addressee reaches the unit on a day, under the scope lines of its directive."""
        if not self.exists(unit, day):
            return False
        up = self.up(unit, day)
        if named.unit == ALL_UNITS:
            return self.concerned(unit, scope, day)
        if named.district is not None:
            members = self.district(named, day)
            if named.part is not None:
                return unit in members or (named.part in up and bool(members & up))
            return bool(members & up)
        if named.part is not None:
            return named.part in up or named.unit in self.is_a(unit, day)
        return named.unit in up

    def reaches_below(self, named: Named, unit: str, day: date) -> bool:
        """Whether it addresses something that belongs to the unit (``--include-parts``)."""
        if not self.exists(unit, day):
            return False
        below = self.below(unit, day)
        if named.district is not None:
            general = named.unit in below and named.district in self.bezirk(unit, day)
            return general or bool(self.district(named, day) & below)
        return named.unit in below or named.part in below
