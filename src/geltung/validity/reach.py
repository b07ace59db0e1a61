"""Which units a task reaches, on which days, and over which path (rules 13 to 17).

An *audience* is everyone a wording addresses, written as a short key; tasks share audiences, so the closure over the
units is computed once per audience and not once per task.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from geltung.model.dates import OPEN_END, day_after, day_before
from geltung.model.terms import ALL_UNITS, AREAS, NOT_CONCERNED
from geltung.model.units import Addressee, Relation, Unit

Scope = tuple[str | None, str | None, str | None]
Path = tuple[str, ...]

_CLASS: Final = ("instance_of",)
_UP: Final = ("instance_of", "part_of")


@dataclass(frozen=True, slots=True)
class Audience:
    """All addressees of a wording. ``areas`` are the legal areas that "Alle Dienststellen" means (rule 17)."""

    addressees: tuple[Addressee, ...]
    areas: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """A short stable text; equal keys reach equal units."""
        return ";".join(sorted({self._term(item) for item in self.addressees if item.unit}))

    def _term(self, item: Addressee) -> str:
        parts = "+".join(item.parts)
        areas = "+".join(self.areas) if item.unit == ALL_UNITS else ""
        return f"{item.unit}({parts})@{item.district or ''}[{areas}]"


@dataclass(frozen=True, slots=True)
class Reach:
    """An audience reaches ``unit`` from ``first`` to ``last`` along ``via`` (from the addressee to the unit).

    ``on_request`` marks what only ``--include-parts`` shows: tasks of single members and of parts (rule 14).
    """

    unit: str
    first: date
    last: date
    via: Path
    on_request: bool


def audience_of(addressees: Iterable[Addressee], scope: Scope) -> Audience:
    """The audience of a wording under a scope. Unknown addressees stay in it but reach nobody."""
    found = tuple(addressees)
    return Audience(found, concerned_areas(scope) if any(item.unit == ALL_UNITS for item in found) else ())


def everyone(scope: Scope) -> Audience:
    """Every unit with a legal area that is not "nicht betroffen"."""
    return Audience((Addressee("Alle Dienststellen", ALL_UNITS),), concerned_areas(scope))


def concerned_areas(scope: Scope) -> tuple[str, ...]:
    """The areas not "nicht betroffen"; an unknown area may be concerned, so it counts."""
    return tuple(area for area, value in zip(AREAS, scope, strict=True) if value != NOT_CONCERNED)


def reaches(audience: Audience, units: "UnitGraph") -> Iterator[Reach]:
    """Everyone the audience reaches, in maximal closed intervals."""
    for unit in units.all:
        yield from _merged(unit, audience, units)


def _merged(unit: str, audience: Audience, units: "UnitGraph") -> Iterator[Reach]:
    last: Reach | None = None
    for first, end in units.steady(unit):
        found = units.path(audience, unit, first)
        if last is not None and found == (last.via, last.on_request) and day_after(last.last) == first:
            last = Reach(unit, last.first, end, last.via, last.on_request)
            continue
        if last is not None:
            yield last
        last = Reach(unit, first, end, *found) if found else None
    if last is not None:
        yield last


class UnitGraph:
    """The units with their dated relations, answering who belongs to whom on a day."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self.by_id = {unit.id: unit for unit in units}
        self.all = tuple(self.by_id)
        self.turning_days = tuple(sorted({date.min, *self._dated()}))
        self._children = self._invert()
        self.up = lru_cache(maxsize=None)(self._up)
        self.below = lru_cache(maxsize=None)(self._below)
        self.districts = lru_cache(maxsize=None)(self._districts)
        self.steady = lru_cache(maxsize=None)(self._steady)
        self.members = lru_cache(maxsize=None)(self._members)

    def _dated(self) -> Iterator[date]:
        for unit in self.by_id.values():
            spans = [(unit.start, unit.end)]
            spans += [(r.start, r.end) for r in (*unit.instance_of, *unit.part_of, *unit.reports_to)]
            for start, end in spans:
                if start:
                    yield start
                if end and end != OPEN_END:
                    yield day_after(end)

    def _invert(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for unit in self.by_id.values():
            for relation in (*unit.instance_of, *unit.part_of):
                found.setdefault(relation.unit, []).append(unit.id)
        return found

    def _steady(self, unit: str) -> tuple[tuple[date, date], ...]:
        """Intervals in which nothing changes above or below a unit, so that one day answers for all of them."""
        found: list[tuple[date, date]] = []
        before: object = None
        for index, first in enumerate(self.turning_days):
            end = day_before(self.turning_days[index + 1]) if index + 1 < len(self.turning_days) else OPEN_END
            around = self._around(unit, first)
            if before == around:
                found[-1] = (found[-1][0], end)
            else:
                found.append((first, end))
            before = around
        return tuple(found)

    def _around(self, unit: str, day: date) -> object:
        """All that decides who reaches a unit on a day; a district (rule 16) also looks at what each one near it is."""
        above, below = self.up(unit, day), self.below(unit, day) if self.exists(unit, day) else {}
        near = [(id_, self.districts(id_, day), self.up(id_, day, _CLASS)) for group in (above, below) for id_ in group]
        return above, below, near

    def days_between(self, first: date, last: date) -> Iterator[date]:
        """Days of a closed interval that stand for all of them: the first, and those on which some unit changes."""
        yield first
        yield from (day for day in self.turning_days if first < day <= last)

    def reaches_someone(self, item: Addressee, day: date) -> bool:
        """Whether an addressee reaches any unit on a day; a named unit that exists reaches itself."""
        if item.unit is None or item.unit == ALL_UNITS:
            return item.unit == ALL_UNITS
        if item.district is not None:
            unchanged_since = self.turning_days[bisect_right(self.turning_days, day) - 1]  # what is known of that day
            return bool(self.members(item.unit, item.district, unchanged_since))
        return any(self.exists(unit, day) for unit in (item.unit, *item.parts))

    def exists(self, unit: str, day: date) -> bool:
        """Whether a known unit exists on a day."""
        found = self.by_id.get(unit)
        return found is not None and _covers(found.start, found.end, day)

    def related(self, unit: str, relation: str, day: date) -> Iterator[str]:
        """Units that ``unit`` is directly related to on a day, both existing then."""
        found = self.by_id.get(unit)
        if found is None or not self.exists(unit, day):
            return
        relations: Sequence[Relation] = getattr(found, relation)
        for item in relations:
            if _covers(item.start, item.end, day) and self.exists(item.unit, day):
                yield item.unit

    def _districts(self, unit: str, day: date, below: tuple[str, ...] = ()) -> frozenset[str]:
        """Units in whose district a unit lies (rule 16): those it reports to; without any, those of its wholes."""
        own = frozenset(self.related(unit, "reports_to", day))
        wholes = [whole for whole in self.related(unit, "part_of", day) if whole not in below]
        return own or frozenset().union(*(self._districts(whole, day, (*below, unit)) for whole in wholes))

    def _up(self, unit: str, day: date, relations: tuple[str, ...] = _UP) -> dict[str, Path]:
        """Everything above a unit, itself included, with the shortest path down from there to the unit."""
        if not self.exists(unit, day):
            return {}
        found: dict[str, Path] = {unit: (unit,)}
        queue = [unit]
        for current in queue:
            for relation in relations:
                for above in self.related(current, relation, day):
                    if above not in found:
                        found[above] = (above, *found[current])
                        queue.append(above)
        return found

    def _below(self, unit: str, day: date) -> dict[str, Path]:
        """Members and parts of a unit with the path up from them (rule 14, --include-parts).

        A part of a class stands for the part of every instance (rule 13): a member's generic parts are below it too.
        """
        found: dict[str, Path] = {unit: (unit,)}
        self._descend([unit], found, day, _UP)
        for above in self._up(unit, day, _CLASS):
            if above != unit:
                generic = {above: found[unit]}
                self._descend([above], generic, day, ("part_of",))
                for part, path in generic.items():
                    found.setdefault(part, path) if part != above else None
        del found[unit]
        return found

    def _descend(self, queue: list[str], found: dict[str, Path], day: date, relations: tuple[str, ...]) -> None:
        for current in queue:
            for child in self._children.get(current, ()):
                if child not in found and any(current in self.related(child, name, day) for name in relations):
                    found[child] = (child, *found[current])
                    queue.append(child)

    def areas(self, unit: str, day: date) -> tuple[str, ...]:
        """A unit's legal areas: its own, else those of the nearest class or whole that states some, else all."""
        level = [unit]
        seen: set[str] = set()
        while level:
            stated = [area for id_ in level for area in self.by_id[id_].areas]
            if stated:
                return tuple(dict.fromkeys(stated))
            seen.update(level)
            above = [up for id_ in level for relation in _UP for up in self.related(id_, relation, day)]
            level = [id_ for id_ in dict.fromkeys(above) if id_ not in seen]
        return AREAS

    def path(self, audience: Audience, unit: str, day: date) -> tuple[Path, bool] | None:
        """How the audience reaches a unit on a day: (path, only on request), or None. The shortest path counts."""
        if not self.exists(unit, day):
            return None
        direct = self._best(self._direct(item, audience, unit, day) for item in audience.addressees if item.unit)
        if direct is not None:
            return direct, False
        below = self.below(unit, day)
        if not below:
            return None
        asked = self._best(self._on_request(item, unit, below, day) for item in audience.addressees if item.unit)
        return (asked, True) if asked is not None else None

    @staticmethod
    def _best(paths: Iterable[Path | None]) -> Path | None:
        return min((path for path in paths if path), key=lambda path: (len(path), path), default=None)

    def _direct(self, item: Addressee, audience: Audience, unit: str, day: date) -> Path | None:
        assert item.unit is not None
        if item.unit == ALL_UNITS:
            concerned = not set(audience.areas).isdisjoint(self.areas(unit, day))
            return self._all_path(unit) if concerned or unit == ALL_UNITS else None
        up = self.up(unit, day)
        if item.district is not None:
            return self._district_path(item, item.unit, item.district, unit, day)
        if item.parts:
            whole = self.up(unit, day, _CLASS).get(item.unit)
            return whole or self._best(self._through(item.unit, up.get(part), day) for part in item.parts)
        return up.get(item.unit)

    @staticmethod
    def _all_path(unit: str) -> Path:
        return (unit,) if unit == ALL_UNITS else (ALL_UNITS, unit)

    def _through(self, whole: str, path: Path | None, day: date) -> Path | None:
        """The path from the whole over its named part down to the unit."""
        if path is None:
            return None
        above = self.up(path[0], day).get(whole)
        return (*above, *path[1:]) if above else path

    def _members(self, whole: str, district: str, day: date) -> tuple[str, ...]:
        """The instances of a class in a district (rule 16)."""
        return tuple(
            unit
            for unit in self.all
            if unit != whole and whole in self.up(unit, day, _CLASS) and district in self.districts(unit, day)
        )

    def _district_path(self, item: Addressee, whole: str, district: str, unit: str, day: date) -> Path | None:
        up = self.up(unit, day)
        paths: list[Path] = []
        for member in self.members(whole, district, day):
            if member in up and (not item.parts or member == unit or any(part in up for part in item.parts)):
                paths.append((*self.up(member, day, _CLASS)[whole][:-1], *up[member]))
        return self._best(paths)

    def _on_request(self, item: Addressee, unit: str, below: dict[str, Path], day: date) -> Path | None:
        addressed = item.unit or ""
        if item.district is None:
            return self._best(below.get(target) for target in (addressed, *item.parts))
        within = [below.get(member) for member in self.members(addressed, item.district, day)]
        if item.district in self.districts(unit, day):  # a general part stands for that of a unit in the district
            within.append(below.get(addressed))
        return self._best(within)


def _covers(start: date | None, end: date | None, day: date) -> bool:
    return (start is None or start <= day) and (end is None or day <= end)
