"""An editor's answers to a review list, carried into the draft. Pure: text and list in, text and list out.

A line that comes or goes moves the ``draft_line`` of every place below it, so the list keeps pointing at its words.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from geltung.corpus.registry import Registry
from geltung.importing.body import TaskFound
from geltung.importing.days.deadlines import read_days
from geltung.importing.days.task_days import Context, Days
from geltung.importing.drafting.draft import attributes as task_list
from geltung.importing.review_file import EDITED, OPEN, SKIPPED, Place, Point, Review
from geltung.markdown.attributes import AttributeList, from_line
from geltung.markdown.blocks import ROW, parse_blocks
from geltung.markdown.frontmatter import split
from geltung.markdown.rows import in_row, list_in_row
from geltung.model.dates import parse_day
from geltung.model.diagnostics import ERROR, Diagnostic
from geltung.model.records import Directive
from geltung.model.terms import AREAS
from geltung.parse.directive import parse_text
from geltung.parse.identifiers import task_id
from geltung.writing.task_lists import NO_TASK, Refused, known_addressee, lists_with

SUGGESTED_TASK: Final = "suggested task"
TASK: Final = "task:"
_DAYS: Final = ("issued", "valid_from", "valid_until", "effective")
_FIELDS: Final = ("id", "kind", "title", "issued", "file_references", "valid_from", "valid_until")
_FIELD_LINE: Final = re.compile(r"((?:  )*(?:- )?[A-Za-z_ 0-9]+:)(?: +(.*))?\Z")
_PAIR: Final = re.compile(r"(.+?) (?:->|→) (.+)\Z")
_CHOSEN: Final = re.compile(r"(\d{1,3}): *(.+)\Z")
_DRAFT_LINE: Final = re.compile(r"draft:\s*\S*\s*(?:#.*)?\Z")


@dataclass(frozen=True, slots=True)
class Work:
    """A draft's text with its review list."""

    text: str
    review: Review

    @property
    def undecided(self) -> tuple[Point, ...]:
        """The points still to be decided: open ones first, then those put off."""
        points = self.review.points
        return (*(point for point in points if point.state == OPEN), *(p for p in points if p.state == SKIPPED))


def with_point(work: Work, point: Point) -> Work:
    """The work with a point in the place of the one with its id."""
    points = tuple(point if item.id == point.id else item for item in work.review.points)
    return replace(work, review=replace(work.review, points=points))


def edited(work: Work, point: Point, typed: str, registry: Registry | None = None) -> Work:
    """The work with a point's words replaced by the editor's at each of its places. Raises Refused.

    „alt -> neu“ replaces only the places where „alt“ stands. Of several tasks or suggested duties „2: EZ“ means the
    second and „alle: EZ“ each task; unless all are meant, the point is then still to be decided. With a registry, an
    addressee must be one of its units, or stand in the original.
    """
    value = _normal(point.about, typed)
    if not value:
        raise Refused("Es fehlt der neue Text")
    pair = _PAIR.match(value)
    if point.about == SUGGESTED_TASK:
        done, decided = _as_task(work, point, value, registry)
    elif lists := {place.now: found for place in _carrying(point) if (found := _task_list(point, place.now))}:
        wanted, decided = lists_with(
            {now: item for now, item in lists.items() if now}, value, registry, _printed(point)
        )
        changed = {now: new for now, new in wanted.items() if new is not None}
        done = _replaced(work, point, changed) if changed else work
        for now in (now for now, new in wanted.items() if new is None):
            done = _unmarked(done, _current(done, point), now)
    elif pair:
        done, decided = _replaced(work, point, {pair[1]: pair[2]}), False
    elif any(place.draft_line for place in point.places):
        done, decided = _replaced(work, point, _wanted(point, value)), True
    else:
        done, decided = _inserted(work, point, value), True
    new = _new_errors(work.text, done.text, work.review.draft)
    if new:
        raise Refused(f"So wäre der Entwurf fehlerhaft: {new[0].message.rstrip('.')}")
    return with_point(done, replace(_current(done, point), state=EDITED, value=value)) if decided else done


def _current(work: Work, point: Point) -> Point:
    return next(item for item in work.review.points if item.id == point.id)


def _printed(point: Point) -> tuple[str, ...]:
    """The words of the original that a point shows, or offers."""
    return (*(place.quote for place in point.places), point.value or "", *point.alternatives)


def _unmarked(work: Work, point: Point, now: str) -> Work:
    """The work with the mark of a task taken away: its line, or its braces in a row. Its places are those words now."""
    place = next(place for place in _carrying(point) if place.now == now)
    lines = work.text.split("\n")
    number = _line_of(lines, place.draft_line or 0, now)
    line = lines[number - 1]
    stays = number if (found := list_in_row(line)) and line.lstrip(" >").startswith("|") else number - 1

    def without(item: Place) -> Place:
        gone = item.now == now and item.draft_line == place.draft_line
        return replace(item, now=None, draft_line=stays) if gone else item

    points = tuple(replace(item, places=tuple(map(without, item.places))) for item in work.review.points)
    bare = replace(work, review=replace(work.review, points=points))
    if found is None or stays != number:
        return _without_line(bare, number)
    lines[number - 1] = f"{line[: found[0]].rstrip()} {line[found[1] :].lstrip()}".rstrip()
    return replace(bare, text="\n".join(lines))


def _task_list(point: Point, words: str | None) -> AttributeList | None:
    """The attribute list that marks a task, if a point about a task stands on one."""
    return from_line(words, 1) if words and point.about.startswith(TASK) else None


def published(work: Work) -> Work:
    """The work without the mark ``draft: true``."""
    lines = work.text.split("\n")
    for number in _head_lines(work.text):
        if _DRAFT_LINE.match(lines[number - 1]):
            return _without_line(work, number)
    return work


def is_marked_draft(text: str) -> bool:
    """Whether the head says that the file is a draft; whatever is not plainly "false" does."""
    lines = text.split("\n")
    marks = (match for number in _head_lines(text) if (match := _DRAFT_LINE.match(lines[number - 1])))
    return any(match[0].partition(":")[2].split("#")[0].strip() != "false" for match in marks)


def errors(text: str, file: str) -> list[Diagnostic]:
    """The errors within a file."""
    return [item for item in parse_text(text, file)[1] if item.severity == ERROR]


def _normal(about: str, typed: str) -> str:
    text = " ".join(typed.split())
    if about.rsplit(".", 1)[-1] in _DAYS and (day := parse_day(text)) is not None:
        return day.isoformat()
    return text


def _new_errors(before: str, after: str, file: str) -> list[Diagnostic]:
    known = [item.code for item in errors(before, file)]
    found = []
    for item in errors(after, file):
        if item.code in known:
            known.remove(item.code)
        else:
            found.append(item)
    return found


def _wanted(point: Point, value: str) -> dict[str, str]:
    """What stands at the places of a point → what shall stand there. "SGB II" for "SGB III" is "II" for "III"."""
    found: dict[str, str] = {}
    for words in dict.fromkeys(place.now for place in _carrying(point)):
        old = words if words is not None else point.value or ""
        before = (point.value or "").removesuffix(old)
        if old in (point.value or "", ""):
            found[old] = value
        elif point.value == before + old and value.startswith(before):
            found[old] = value[len(before) :]
        elif point.value and old == point.value.replace(" ", ""):
            found[old] = value.replace(" ", "")
        else:
            found[old] = value
    if len(found) > 1 and len(set(found.values())) < len(found):
        raise Refused("An den Stellen steht Verschiedenes; bitte „alt -> neu“ schreiben, für jedes Wort einzeln")
    return found


def _carrying(point: Point) -> list[Place]:
    """The places that carry the words: those that say so, else those with a line of the draft."""
    stating = [place for place in point.places if place.now is not None and place.draft_line]
    return stating or list({place.draft_line: place for place in point.places if place.draft_line}.values())


def _replaced(work: Work, point: Point, wanted: dict[str, str]) -> Work:
    """Each place's words replaced in its line; several places on one line stand there one behind the other."""
    lines = work.text.split("\n")
    head = set(_head_lines(work.text))
    behind: dict[int, int] = {}
    places: dict[Place, Place] = {}
    for place in _carrying(point):
        old = place.now if place.now is not None else point.value or ""
        if old not in wanted:
            continue
        number = _line_of(lines, place.draft_line or 0, old)
        line, new = lines[number - 1], wanted[old]
        field = _FIELD_LINE.match(line) if number in head else None
        if field and _unquoted(field[2]) == _unquoted(old):
            lines[number - 1] = f"{field[1]} {_yaml(new)}"
        else:
            start = line.find(old, behind.get(number, 0))
            start = line.index(old) if start == -1 else start
            lines[number - 1] = line[:start] + new + line[start + len(old) :]
            behind[number] = start + len(new)
        places[place] = replace(place, now=new) if place.now is not None else place
    if not places:
        raise Refused(f"„{next(iter(wanted))}“ steht an keiner dieser Stellen")
    written = {(place.draft_line, place.now): new for place, new in places.items()}

    def anew(place: Place) -> Place:
        new = written.get((place.draft_line, place.now))
        return place if new is None or place.now is None else replace(place, now=new.now)

    points = tuple(replace(item, places=tuple(map(anew, item.places))) for item in work.review.points)
    return Work("\n".join(lines), replace(work.review, points=points))


def _line_of(lines: list[str], number: int, words: str) -> int:
    """The line in which words stand: the one that is named, or the only one, if the draft was edited by hand."""
    plain = _unquoted(words)
    if 1 <= number <= len(lines) and plain in lines[number - 1]:
        return number
    found = [position for position, line in enumerate(lines, start=1) if plain and plain in line]
    if len(found) != 1:
        raise Refused(
            f"In Zeile {number} des Entwurfs steht „{words}“ nicht mehr; bitte von Hand ändern, dann annehmen"
        )
    return found[0]


def _unquoted(written: str | None) -> str:
    plain = (written or "").strip()
    return plain[1:-1] if len(plain) > 1 and plain[0] in "'\"" and plain[-1] == plain[0] else plain


def _inserted(work: Work, point: Point, value: str) -> Work:
    """A header field that the draft does not have yet."""
    area = point.about.removeprefix("scope: ").removeprefix("scope:").strip()
    lines = work.text.split("\n")
    head = list(_head_lines(work.text))
    if not head:
        raise Refused("Der Entwurf hat keinen Kopf")
    if point.about in _FIELDS:
        return _with_line(work, head[-1] + 1, f"{point.about}: {_yaml(value)}")
    if area in AREAS:
        scope = next((number for number in head if lines[number - 1].startswith("scope:")), None)
        if scope is not None:
            return _with_line(work, scope + 1, f"  {area}: {value}")
        return _with_line(_with_line(work, head[-1] + 1, "scope:"), head[-1] + 2, f"  {area}: {value}")
    raise Refused("Das steht an keiner Stelle des Entwurfs; bitte dort von Hand ergänzen, dann annehmen")


def _as_task(work: Work, point: Point, typed: str, registry: Registry | None) -> tuple[Work, bool]:
    """A suggested duty made a task by its addressee, or by an attribute list; whether that decides the point."""
    numbers = [place.draft_line for place in point.places if place.draft_line]
    chosen = _CHOSEN.match(typed)
    position, value = (int(chosen[1]), chosen[2]) if chosen else (1, typed)
    if value.casefold() == NO_TASK.casefold():
        raise Refused("Soll es Text bleiben, bitte annehmen: „a“")
    if (len(numbers) > 1 and not chosen) or not 1 <= position <= len(numbers):
        several = f"Bitte Nummer und Adressat schreiben, etwa „1: EZ“ (1 bis {len(numbers)})"
        raise Refused(several if len(numbers) > 1 else "Bitte nur den Adressaten schreiben, etwa „EZ“")
    if from_line(value, 1) is None:
        if "=" in value:
            raise Refused("Bitte zuerst nur den Adressaten schreiben, etwa „EZ“; die Angaben danach im Entwurf")
        known_addressee(value, registry, _printed(point))
    place = [place for place in point.places if place.draft_line][position - 1]
    if not _same_words(place.quote, work.text.split("\n"), numbers[position - 1]):
        raise Refused(
            f"In Zeile {numbers[position - 1]} des Entwurfs steht „{place.quote}“ nicht mehr; bitte von Hand ändern"
        )
    return _marked(work, numbers[position - 1], value), len(numbers) == 1


def _same_words(quote: str, lines: list[str], number: int) -> bool:
    """Whether a line is the one that was quoted: at least half of its words are; repairs may have changed some."""
    known = re.findall(r"\w+", quote.casefold())
    there = set(re.findall(r"\w+", lines[number - 1].casefold())) if number <= len(lines) else set()
    return 2 * sum(word in there for word in known) >= len(known)


def _marked(work: Work, number: int, value: str) -> Work:
    document = split(work.text)
    blocks = parse_blocks(document.body, document.body_line)
    block = next((item for item in reversed(blocks) if item.line == number and item.text), None)
    if block is None or block.attributes is not None:
        raise Refused("Hier lässt sich kein Auftrag kennzeichnen; bitte im Entwurf von Hand, dann annehmen")
    taken = {item.attributes.identifier or "" for item in blocks if item.attributes}
    name = task_id(block.text, taken)
    listed = value if from_line(value, 1) else task_list(TaskFound(name, "", _sure_days(block.text, work), value))
    lines = work.text.split("\n")
    first = lines[block.line - 1]
    if block.kind == ROW:
        cells, bar, _ = first.rstrip(" ").rpartition("|")
        lines[block.line - 1] = f"{cells.rstrip()} {in_row(listed)} {bar}" if bar and cells else first
        return replace(work, text="\n".join(lines))
    indent = " " * (len(first) - len(first.lstrip(" ")) + (2 if first.lstrip().startswith("- ") else 0))
    return _with_line(work, block.line + block.raw.count("\n") + 1, indent + listed)


def _sure_days(text: str, work: Work) -> Days:
    """The days of a duty as the import reads them; none where the import would ask."""
    record, _ = parse_text(work.text, work.review.draft)
    if not isinstance(record, Directive):
        return Days()
    act = {"issued": record.issued, "valid_from": record.header.valid_from}
    days = read_days(text, Context(act, text=work.text, body=work.text))
    return Days() if days.doubts else days


def _head_lines(text: str) -> Iterator[int]:
    document = split(text)
    if document.head is not None:
        yield from range(document.head_line, document.head_line + document.head.count("\n"))


def _with_line(work: Work, number: int, line: str) -> Work:
    lines = work.text.split("\n")
    lines.insert(number - 1, line)
    return _moved(work, "\n".join(lines), lambda old: old + 1 if old >= number else old)


def _without_line(work: Work, number: int) -> Work:
    lines = work.text.split("\n")
    del lines[number - 1]
    return _moved(work, "\n".join(lines), lambda old: old - 1 if old > number else old)


def _moved(work: Work, text: str, new_line: Callable[[int], int]) -> Work:
    def moved(place: Place) -> Place:
        return replace(place, draft_line=new_line(place.draft_line)) if place.draft_line else place

    points = tuple(replace(point, places=tuple(moved(place) for place in point.places)) for point in work.review.points)
    return Work(text, replace(work.review, points=points))


def _yaml(value: str) -> str:
    from geltung.writing.head import quoted_if_needed

    return quoted_if_needed(value)
