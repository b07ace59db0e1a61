"""Lists of directives and units as people read them."""

from collections.abc import Iterator, Sequence

from geltung.cli.paper import Paper
from geltung.model.dates import german, german_iso
from geltung.model.units import Relation, Unit
from geltung.questions.listing import Listed


def directive_lines(found: Sequence[Listed], paper: Paper) -> Iterator[str]:
    """One directive a line, with its days in force."""
    for item in found:
        yield from paper.wrap(f"{item.id}  {_days(item)}  {item.title}", "", "  ")
    if not found:
        yield "Keine Weisung gefunden."


def _days(item: Listed) -> str:
    if item.is_reference:
        return "[nur durch Zitat bekannt, nicht bewertet]"
    if item.draft:
        return "[Entwurf, zählt in keiner Antwort]"
    if item.in_force_from is None:
        return "[nie in Kraft]"
    until = f"bis {german_iso(item.in_force_until)}" if item.in_force_until else "ohne Ende"
    by = f", aufgehoben durch {item.ended_by}" if item.ended_by else ""
    return f"[{german_iso(item.in_force_from)} {until}{by}]"


def unit_lines(units: Sequence[Unit]) -> Iterator[str]:
    """One unit a line, with its id and abbreviations."""
    for unit in units:
        yield _label(unit)


def _label(unit: Unit) -> str:
    others = [name for name in unit.abbreviations if name != unit.id]
    days = (f"ab {german(unit.start)}" if unit.start else "", f"bis {german(unit.end)}" if unit.end else "")
    dated = f" [{' '.join(filter(None, days))}]" if any(days) else ""
    return f"{unit.name} ({unit.id}){' – ' + ', '.join(others) if others else ''}{dated}"


def unit_tree(units: Sequence[Unit]) -> Iterator[str]:
    """Each unit under the one it is part of, else a member of, else reports to; the relation is named."""
    known = {unit.id for unit in units}
    children: dict[str | None, list[tuple[str, Unit]]] = {}
    for unit in units:
        above, relation = _above(unit, known)
        children.setdefault(above, []).append((relation, unit))
    shown: set[str] = set()
    yield from _branches(None, children, "", shown)
    for unit in units:  # units that hang together in a circle have no root; they must not be missing
        if unit.id not in shown:
            yield _label(unit)


def _above(unit: Unit, known: set[str]) -> tuple[str | None, str]:
    relations: tuple[tuple[str, tuple[Relation, ...]], ...] = (
        ("Teil", unit.part_of),
        ("Mitglied", unit.instance_of),
        ("berichtet", unit.reports_to),
    )
    for word, items in relations:
        for item in items:
            if item.unit in known and item.unit != unit.id:
                return item.unit, word
    return None, ""


def _branches(
    above: str | None, children: dict[str | None, list[tuple[str, Unit]]], indent: str, shown: set[str]
) -> Iterator[str]:
    level = children.get(above, [])
    for position, (relation, unit) in enumerate(level):
        last = position == len(level) - 1
        branch = "" if above is None else ("└─ " if last else "├─ ")
        shown.add(unit.id)
        yield f"{indent}{branch}{f'[{relation}] ' if relation else ''}{_label(unit)}"
        deeper = "" if above is None else indent + ("   " if last else "│  ")
        yield from _branches(unit.id, children, deeper, shown)
