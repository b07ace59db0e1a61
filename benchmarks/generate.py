"""Write a synthetic collection: ``python -m benchmarks.generate DIR --directives 10000 --tasks 100000 --seed 1``.

Equal arguments write equal files. The collection is realistic in length, structure and words, and free of errors.
"""

import argparse
import hashlib
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import groupby
from pathlib import Path
from typing import Final

from benchmarks import tasks, wording
from benchmarks.places import agencies, units_text
from benchmarks.plan import AMENDMENT, CORRECTION, EXTENSION, PARTIAL, Act, Change, Cited, plan

_SCHEMA: Final = "# yaml-language-server: $schema=https://example.org/schemas/directive.schema.json"
_NEEDS_QUOTES: Final = re.compile(r"[^\w-]")
_NONE: Final = "nicht betroffen"
_SCOPES: Final = (
    (50, ((tasks.SGB3, "Weisung"),)),
    (18, ((tasks.SGB2, "Weisung"), (tasks.SGB3, "Weisung"))),
    (10, ((tasks.SGB2, "Weisung"),)),
    (8, ((tasks.FAMILY, "Weisung"),)),
    (6, ((tasks.SGB2, "Empfehlung"), (tasks.SGB3, "Weisung"))),
    (4, ((tasks.SGB3, "Empfehlung"),)),
    (4, ((tasks.SGB2, "Information"), (tasks.SGB3, "Weisung"), (tasks.FAMILY, "Information"))),
)
_ALL_AREAS: Final = (tasks.SGB2, tasks.SGB3, tasks.FAMILY)


@dataclass(frozen=True)
class Size:
    """How large a collection is to be."""

    directives: int = 10_000
    tasks: int = 100_000
    units: int = 300
    seed: int = 1


def generate(directory: Path, size: Size) -> None:
    """Write a collection into a folder, which must be empty or not exist."""
    directory.mkdir(parents=True, exist_ok=True)
    if any(directory.iterdir()):
        raise SystemExit(f"{directory} is not empty")
    (directory / "sources").mkdir()
    (directory / "units.yml").write_text(units_text(size.units), encoding="utf-8")
    planned = plan(size.directives, size.tasks, size.seed)
    names = agencies(size.units)
    ids = [*(act.id for act in planned.acts), *(record.id for record in planned.cited)]
    titles = {id_: wording.title(random.Random(f"{size.seed} {id_}")) for id_ in ids}
    for record in planned.cited:
        _write(directory, record.id, _reference_record(record, titles))
    for act in planned.acts:
        rng = random.Random(f"text {size.seed} {act.id}")
        scope = dict(rng.choices([scope for _, scope in _SCOPES], [weight for weight, _ in _SCOPES])[0])
        duties = _duties(act, tuple(scope), names, rng)
        body = "\n\n".join(_body(act, duties, rng)) + "\n"
        original = f"sources/{act.id}.txt"
        (directory / original).write_text(body, encoding="utf-8")
        digest = hashlib.sha256(body.encode()).hexdigest()
        header = _header(act, scope, titles, planned.cited, rng)
        lines = ["---", *header, "source:", f"  file: {original}", f"  sha256: {digest}", "---", "", body]
        _write(directory, act.id, "\n".join(lines))


def _write(directory: Path, name: str, text: str) -> None:
    (directory / f"{name}.md").write_text(text, encoding="utf-8")


def _reference_record(record: Cited, titles: dict[str, str]) -> str:
    fields = ("record: reference", f'id: "{record.id}"', "kind: Weisung", f"title: {titles[record.id]}")
    return "\n".join(("---", _SCHEMA, *fields, f"issued: {record.issued}", "---", ""))


# -- front matter -----------------------------------------------------------------------------------------------------


def _header(
    act: Act, scope: dict[str, str], titles: dict[str, str], cited: list[Cited], rng: random.Random
) -> Iterator[str]:
    yield from (_SCHEMA, f'id: "{act.id}"', "kind: Weisung", f"title: {titles[act.id]}", f"issued: {act.issued}")
    numbers = "/".join(f"{rng.randint(1000, 9999)}.{rng.randint(1, 9)}" for _ in range(rng.randint(1, 4)))
    yield f"file_references: {rng.choice(('KPI4', 'GR 2', 'AM 3', 'FGL 21', 'IT 1'))} – {numbers}"
    yield from (f"valid_from: {act.valid_from}", f"valid_until: {act.valid_until}", "scope:")
    dropped = rng.choice(_ALL_AREAS) if rng.random() < 0.02 and len(scope) == 1 else None
    yield from (f"  {area}: {scope.get(area, _NONE)}" for area in _ALL_AREAS if area in scope or area != dropped)
    yield "references:" if act.references else "references: []"
    for item in act.references:
        yield f'  - id: "{item.id}"'
        yield f"    text: Weisung {item.id} vom {item.issued:%d.%m.%Y} – {titles[item.id]}"
    repealed = [record for record in cited if record.repealed_by is act]
    yield "changes:" if act.changes or repealed else "changes: []"
    for change in act.changes:
        yield from _change(change, change.target.id)
    for record in repealed:
        yield from ("  - kind: repeal", f'    target: "{record.id}"')
    yield from _earlier(act)


def _change(change: Change, target: str) -> Iterator[str]:
    yield from (f"  - kind: {change.kind}", f'    target: "{target}"')
    if change.parts:
        parts = ", ".join(f'"{part}"' for part in change.parts)
        yield f"    parts: [{parts}]"
    if change.effective:
        yield f"    effective: {change.effective}"
    if change.kind == EXTENSION:
        yield f"    valid_until: {change.valid_until}"
    if change.words:
        yield f"    words: {change.words}"


def _earlier(act: Act) -> Iterator[str]:
    change = act.touched
    if change is not None and change.effective and "title" in change.parts:
        yield "earlier:"
        yield f"  - until: {change.effective - timedelta(days=1)}"
        yield "    title: Früherer Titel dieser Weisung"


# -- body -------------------------------------------------------------------------------------------------------------


def _duties(act: Act, areas: tuple[str, ...], names: list[str], rng: random.Random) -> dict[str, list[tasks.Duty]]:
    """Section → its tasks; also decides what an amendment or partial repeal of this act touches."""
    headings = [tasks.heading(rng, areas, names) for _ in range(max(1, act.tasks // 3))]
    chosen = sorted(rng.randrange(len(headings)) for _ in range(act.tasks))
    found = [tasks.duty(rng, act, headings[index], number) for number, index in enumerate(chosen, start=1)]
    change = act.touched
    if change is not None and found:
        touched = sorted(rng.sample(range(len(found)), rng.randint(1, min(3, len(found)))))
        change.parts = [f"#{found[index].id}" for index in touched]
        if change.kind in (AMENDMENT, CORRECTION) and change.effective:
            for index in touched:
                found[index] = tasks.amended(rng, found[index], change.effective)
    early = len(found) // 10
    if change is not None and change.kind == PARTIAL and (early or not found):
        change.parts = ["2.1"]
    elif change is not None and not found:
        change.parts = ["title"]
    return {"2.1": found[:early], "3": found[early:]}


def _body(act: Act, duties: dict[str, list[tasks.Duty]], rng: random.Random) -> Iterator[str]:
    yield wording.paragraph(rng, 2)
    yield "## 1. Ausgangssituation"
    yield wording.paragraph(rng, rng.randint(1, 2))
    yield "## 2. Auftrag und Ziel"
    yield "### 2.1 Grundsätze"
    yield wording.paragraph(rng, rng.randint(1, 2))
    for duty in duties["2.1"]:
        addressee = duty.heading.removeprefix("Die ").removeprefix("Der ").removeprefix("Das ")
        spoken = replace(duty, wording=replace(duty.wording, text=f"{duty.heading} {duty.wording.text}"))
        yield _task(spoken, "", (("addressee", addressee),))
    if rng.random() < 0.6:
        yield "### 2.2. Weiteres Vorgehen"
        yield wording.paragraph(rng, 1)
    yield "## 3. Einzelaufträge"
    for heading, under in groupby(duties["3"], lambda duty: duty.heading):
        yield f"### {heading}"
        yield "\n".join(_task(duty, "- ", ()) for duty in under)
    if not duties["3"]:
        yield "Entfällt"
    yield "## 4. Info"
    yield wording.paragraph(rng, 1) if rng.random() < 0.4 else "Entfällt"
    yield "## 5. Haushalt"
    yield "Entfällt"
    yield "## 6. Beteiligung"
    yield rng.choice(("Entfällt", "Der Hauptpersonalrat wurde beteiligt."))
    yield "gez. Unterschrift"


def _task(duty: tasks.Duty, bullet: str, own: tuple[tuple[str, str], ...]) -> str:
    indent = "  " if bullet else ""
    added = (("added_on", str(duty.added_on)),) if duty.added_on else ()
    attributes = _attributes((*own, *duty.wording.attributes, *added))
    text = f"{bullet}{duty.wording.text}\n{indent}{{: #{duty.id} .task{attributes} }}"
    if not duty.earlier:
        return text
    margin = "    > " if bullet else "> "
    stated = _attributes((("until", str(duty.earlier_until)), *own, *duty.earlier.attributes))
    return f"{text}\n\n{margin}{duty.earlier.text}\n{margin}{{: .earlier{stated} }}"


def _attributes(stated: tuple[tuple[str, str], ...]) -> str:
    quoted = ((name, f'"{value}"' if _NEEDS_QUOTES.search(value) else value) for name, value in stated)
    return "".join(f" {name}={value}" for name, value in quoted)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory", type=Path)
    default = Size()
    for name in ("directives", "tasks", "units", "seed"):
        parser.add_argument(f"--{name}", type=int, default=getattr(default, name))
    given = parser.parse_args()
    generate(given.directory, Size(given.directives, given.tasks, given.units, given.seed))


if __name__ == "__main__":
    main()
