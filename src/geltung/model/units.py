"""Organisational units and their three relations, as the units file states them."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation of a unit to ``unit``, valid from ``start`` to ``end`` (closed; None is open)."""

    unit: str
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """An Organisationseinheit.

    ``instance_of`` and ``part_of`` pass tasks down; ``reports_to`` never does (it only finds "the Agenturen in the
    district of …"). ``areas`` are the legal areas; an empty tuple means they are those of its class or whole.
    """

    id: str
    name: str
    abbreviations: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    instance_of: tuple[Relation, ...] = ()
    part_of: tuple[Relation, ...] = ()
    reports_to: tuple[Relation, ...] = ()
    areas: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    note: str | None = None
    line: int = 1


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom a task addresses (rules 13 to 17).

    ``unit`` is None where the words name no known unit; then ``text`` is all that is known.
    ``parts`` restricts to these parts and the whole itself (rule 15); ``district`` to instances reporting to that
    unit (rule 16).
    """

    text: str
    unit: str | None
    parts: tuple[str, ...] = ()
    district: str | None = None
