"""The unit registry: from the words of a heading, an attribute or a question to units."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Final

from geltung.corpus.names import keys, without_all
from geltung.model.terms import area_named
from geltung.model.units import Addressee, Unit

_DISTRICT = re.compile(r"\s+im\s+bezirk\s+(?:der\s+|des\s+)?", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\(([^()]*)\)\s*\Z")
_AREA_BEHIND = re.compile(r"\s+(?:im\s+Rechtskreis\s+)?(SGB\s*(?:III|II|3|2))\s*\Z")
_SEPARATOR = re.compile(r"\s*(?:[;,/]|\bsowie\b|\bund\b|\boder\b)\s*")
_MOST_PIECES: Final = 12


class Registry:
    """All units of a collection with every name they go by. Built once, then only read."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self.units: Mapping[str, Unit] = MappingProxyType({unit.id: unit for unit in units})
        self._resolved: dict[str, tuple[Addressee, ...]] = {}

    @cached_property
    def index(self) -> Mapping[str, tuple[str, ...]]:
        """Key (see :func:`geltung.corpus.names.keys`) → ids of the units that go by it, in registry order."""
        found: dict[str, dict[str, None]] = {}
        for unit in self.units.values():
            for name in (unit.id, unit.name, *unit.abbreviations, *unit.variants):
                for key in keys(name):
                    found.setdefault(key, {})[unit.id] = None
        return {key: tuple(ids) for key, ids in found.items()}

    def find(self, text: str) -> tuple[str, ...]:
        """Ids of the units that the words can mean: none, one, or several where they are ambiguous.

        An exact id wins; otherwise the most literal key that anything is filed under decides.
        """
        if text in self.units:
            return (text,)
        for key in dict.fromkeys((*keys(text), *keys(without_all(text)))):
            if found := self.index.get(key):
                return found
        return self._of_area(text)

    def _of_area(self, text: str) -> tuple[str, ...]:
        """Units with the legal area behind their name, if it is theirs: "Service Center SGB III"."""
        behind = _AREA_BEHIND.search(text)
        found = self.find(text[: behind.start()]) if behind else ()
        area = area_named(behind.group(1)) if behind else None
        return found if all(area in self.units[id_].areas for id_ in found) else ()

    def nearest(self, text: str, most: int = 3) -> tuple[str, ...]:
        """Names of the units most similar to the words, best first, as "Name (ID)"."""
        return nearest_names(text, ((unit.id, unit.name, unit.abbreviations) for unit in self.units.values()), most)

    def addressees(self, text: str) -> tuple[Addressee, ...]:
        """Whom the words of a heading or attribute address (rules 13 to 17), one entry per unit named.

        Words that name no unit stay as text with ``unit=None``; they are never dropped.
        """
        if text not in self._resolved:
            self._resolved[text] = self._split(text)
        return self._resolved[text]

    def _split(self, text: str) -> tuple[Addressee, ...]:
        whole = self._single(text)
        if whole.unit is not None:
            return (whole,)
        apart = [piece.strip() for piece in text.split(";") if piece.strip()]
        if len(apart) > 1:  # a semicolon always begins another addressee
            return tuple(item for piece in apart for item in self._split(piece))
        if districts := self._districts(text):
            return districts
        starts = [0, *(match.end() for match in _SEPARATOR.finditer(text))]
        ends = [*(match.start() for match in _SEPARATOR.finditer(text)), len(text)]
        if len(starts) == 1 or len(starts) > _MOST_PIECES:
            return (whole,)
        return self._greedy(text, starts, ends)

    def _districts(self, text: str) -> tuple[Addressee, ...]:
        """One addressee for each district of "… im Bezirk der Regionaldirektion Bayern und der Regionaldirektion Nord".

        Only units of one kind are districts beside each other; what else follows "und" is an addressee of its own.
        """
        unit_words, *rest = _DISTRICT.split(text, maxsplit=1)
        unit, parts = self._with_bracket(unit_words)
        found = [self._with_bracket(piece)[0] for piece in _SEPARATOR.split(rest[0])] if rest else []
        if unit is None or len(found) < 2:
            return ()
        kinds = [{relation.unit for relation in self.units[id_].instance_of} if id_ else set() for id_ in found]
        if not set.intersection(*kinds):
            return ()
        return tuple(Addressee(text, unit, parts, district) for district in found)

    def _greedy(self, text: str, starts: list[int], ends: list[int]) -> tuple[Addressee, ...]:
        """From the left, the longest run of pieces that names a unit ("… Arbeitsmarkt- und Berufsforschung")."""
        found: list[Addressee] = []
        position = 0
        while position < len(starts):
            for last in range(len(ends) - 1, position - 1, -1):
                candidate = self._single(text[starts[position] : ends[last]].strip())
                if candidate.unit is not None or last == position:
                    break
            if candidate.text:
                found.append(candidate)
            position = last + 1
        return tuple(found) or (Addressee(text, None),)

    def _single(self, text: str) -> Addressee:
        unit_words, *district_words = _DISTRICT.split(text, maxsplit=1)
        unit, parts = self._with_bracket(unit_words)
        district: str | None = None
        if district_words and unit is not None:
            district, _ = self._with_bracket(district_words[0])
            if district is None:
                return Addressee(text, None)
        return Addressee(text, unit, parts, district)

    def _with_bracket(self, text: str) -> tuple[str | None, tuple[str, ...]]:
        """Unit and restricting parts of "Die Agenturen für Arbeit (Eingangszonen)" (rule 15)."""
        if found := self.find(text):
            return (found[0] if len(found) == 1 else None), ()
        bracket = _BRACKET.search(text)
        if bracket is None:
            return None, ()
        unit, _ = self._with_bracket(text[: bracket.start()])
        if unit is None:
            return None, ()
        return unit, self._parts_named(bracket.group(1), unit)

    def _parts_named(self, text: str, whole: str) -> tuple[str, ...]:
        """The parts that a bracket names, one or several; none if it says anything else besides."""
        parts: list[str] = []
        for piece in [text] if self.find(text) else _SEPARATOR.split(text):
            named = [part for part in self.find(piece) if part != whole and self.is_part(part, whole)]
            if not named:
                return ()
            parts.extend(named)
        return tuple(dict.fromkeys(parts))

    def is_part(self, part: str, whole: str) -> bool:
        """Whether ``part`` is, on any day, a part of ``whole``, over any number of steps."""
        open_ids, seen = [part], set[str]()
        while open_ids:
            current = self.units.get(open_ids.pop())
            if current is None or current.id in seen:
                continue
            seen.add(current.id)
            wholes = [relation.unit for relation in current.part_of]
            if whole in wholes:
                return True
            open_ids.extend(wholes)
        return False


def nearest_names(text: str, units: Iterable[tuple[str, str, Iterable[str]]], most: int = 3) -> tuple[str, ...]:
    """The most similar of units given as (id, name, further names), as "Name (ID)"; empty if nothing is near."""
    import difflib  # only wanted when a name was not found

    labels: dict[str, str] = {}
    for unit_id, name, others in units:
        for spelling in (name, unit_id, *others):
            for key in keys(spelling):
                labels.setdefault(key, f"{name} ({unit_id})")
    wanted = [match for key in keys(text) for match in difflib.get_close_matches(key, labels, n=most, cutoff=0.6)]
    return tuple(dict.fromkeys(labels[key] for key in wanted))[:most]
