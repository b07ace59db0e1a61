"""Checks of addressees: known, unambiguous, and concerned by the directive's scope (rules 13 to 18)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from geltung.checks.phrases import enumerated, quote, quoted
from geltung.checks.wordings import Wording, wordings
from geltung.corpus.corpus import Corpus
from geltung.corpus.registry import Registry
from geltung.model.diagnostics import Diagnostic
from geltung.model.terms import ALL_UNITS, AREAS, NOT_CONCERNED
from geltung.model.units import Unit

_DISTRICT: Final = re.compile(r"\s+im\s+bezirk\s+(?:der\s+|des\s+)?", re.IGNORECASE)
_BRACKET: Final = re.compile(r"\s*\([^()]*\)\s*\Z")
_EXCEPTION: Final = re.compile(r"\((?:mit Ausnahme|ohne|außer|ausser|ausgenommen|nicht)\b[^()]*\)", re.IGNORECASE)


def known(corpus: Corpus) -> Iterator[Diagnostic]:
    """U001, U002: the words for the addressees name a unit each, and one only. Reported once per directive."""
    reported: set[tuple[str, str]] = set()
    for wording in wordings(corpus):
        for words in _unresolved(corpus.registry, wording):
            for name in _names(words):
                found = _found_ids(corpus.registry, name)
                key = (wording.directive.id, name)
                if len(found) == 1 or key in reported:
                    continue
                reported.add(key)
                if found:
                    yield wording.found("U002", _ambiguous(corpus.registry, wording, name, found))
                else:
                    yield wording.found("U001", _unknown(corpus.registry, wording, name))


def _unresolved(registry: Registry, wording: Wording) -> Iterator[str]:
    for words in wording.version.addressed:
        yield from (item.text for item in registry.addressees(words) if item.unit is None)


def _names(words: str) -> tuple[str, ...]:
    """The unit and, if words name one, the district."""
    return tuple(name.strip() for name in _DISTRICT.split(words, maxsplit=1))


def _found_ids(registry: Registry, name: str) -> tuple[str, ...]:
    """As the registry finds them: with what stands in brackets, else without."""
    while not (found := registry.find(name)) and _BRACKET.search(name):
        name = _BRACKET.sub("", name)
    return found


def _unknown(registry: Registry, wording: Wording, name: str) -> str:
    near = registry.nearest(_BRACKET.sub("", name))
    hint = f" Gemeint ist vielleicht {enumerated(near, 'oder')}." if near else ""
    return (
        f"Ein Adressat muss in units.yml stehen; im {wording.label} ist {quote(name)} keine bekannte Einheit.{hint} "
        'Vorschlag: die Überschrift nach dem Original berichtigen, addressee="…" mit der Kennung einer Einheit '
        "schreiben oder die Einheit (oder diese Schreibweise unter variants) in units.yml ergänzen."
    )


def _ambiguous(registry: Registry, wording: Wording, name: str, ids: tuple[str, ...]) -> str:
    meant = enumerated([f"{registry.units[id_].name} ({id_})" for id_ in ids], "oder")
    return (
        f"Ein Adressat muss eindeutig sein; im {wording.label} kann {quote(name)} {meant} bedeuten. "
        f'Vorschlag: die Kennung schreiben, etwa addressee="{ids[0]}".'
    )


def concerned(corpus: Corpus) -> Iterator[Diagnostic]:
    """U007: a named addressee has a legal area that the scope concerns. The addressee counts all the same (rule 17)."""
    return (clash.found for clash in clashes(corpus))


@dataclass(frozen=True, slots=True)
class Clash:
    """An addressee whose areas the scope of a directive does not concern, and what U007 says of it."""

    directive: str
    areas: tuple[str, ...]
    found: Diagnostic

    def holds(self, scope: Sequence[str | None]) -> bool:
        """Whether the areas are not concerned by a scope either; it may be another one on other days."""
        return _none_concerned(self.areas, scope)


def clashes(corpus: Corpus) -> Iterator[Clash]:
    """Every addressee out of scope, once per directive."""
    reported: set[tuple[str, str]] = set()
    for wording in wordings(corpus):
        for id_ in _named_units(corpus.registry, wording):
            areas = areas_of(corpus.registry, id_)
            key = (wording.directive.id, id_)
            if key not in reported and _none_concerned(areas, wording.header.scope):
                reported.add(key)
                found = wording.found_once("U007", _not_concerned(corpus.registry.units[id_], wording, areas))
                yield Clash(wording.directive.id, areas, found)


def _none_concerned(areas: Sequence[str], scope: Sequence[str | None]) -> bool:
    values = dict(zip(AREAS, scope, strict=True))
    return all(values.get(area) == NOT_CONCERNED for area in areas)


def without_exception(corpus: Corpus) -> Iterator[Diagnostic]:
    """U009: no bracket takes somebody out: only parts that are named restrict a task (rule 15), so all are reached."""
    for wording in wordings(corpus):
        if "addressees" in wording.version.uncertain:
            continue
        for words in wording.version.addressed:
            if bracket := _EXCEPTION.search(words):
                yield wording.found(
                    "U009",
                    f"Eine Klammer darf niemanden ausnehmen: Im {wording.label} steht {quote(bracket.group())}; das "
                    "wird nicht ausgewertet, der Auftrag erreicht auch die Ausgenommenen. Vorschlag: mit "
                    'addressee="…" nennen, wer gemeint ist; geht das nicht, uncertain=addressees ergänzen.',
                )


def _named_units(registry: Registry, wording: Wording) -> Iterator[str]:
    for words in wording.version.addressed:
        yield from (item.unit for item in registry.addressees(words) if item.unit and item.unit != ALL_UNITS)


def areas_of(registry: Registry, id_: str) -> tuple[str, ...]:
    """A unit's legal areas on any day: its own, else those of the nearest class or whole that states some, else all."""
    level, seen = [id_], {id_}
    while level:
        units = [registry.units[unit] for unit in level if unit in registry.units]
        if stated := [area for unit in units for area in unit.areas]:
            return tuple(dict.fromkeys(stated))
        above = [relation.unit for unit in units for relation in (*unit.instance_of, *unit.part_of)]
        level = [unit for unit in dict.fromkeys(above) if unit not in seen]
        seen.update(level)
    return AREAS


def _not_concerned(unit: Unit, wording: Wording, areas: tuple[str, ...]) -> str:
    return (
        f"Adressat und Rechtskreis müssen zusammenpassen: Der {wording.label} richtet sich an {unit.name} ({unit.id}) "
        f"mit {quoted(areas)}, unter scope steht dafür „{NOT_CONCERNED}“. Es zählt der Adressat. Vorschlag: scope mit "
        "dem Original vergleichen, sonst areas der Einheit in units.yml."
    )
