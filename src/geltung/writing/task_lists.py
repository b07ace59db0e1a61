"""What an editor types for the tasks of a point → their attribute lists. Nothing is written where it may be a slip."""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import Final

from geltung.corpus.registry import Registry
from geltung.markdown.attributes import AttributeList, from_line
from geltung.markdown.attributes import parse as parse_attributes
from geltung.model.dates import parse_day
from geltung.parse.tasks import ADDRESSEE, TASK_ATTRIBUTES, TASK_CLASS

NO_TASK: Final = "kein Auftrag"
"""Typed for a task, it takes the mark of the task away and leaves its words."""

_DAYS: Final = ("starts_on", "due_on", "ends_on", "anchor", "added_on")
_ALL: Final = "alle"
_CHOSEN: Final = re.compile(rf"(\d{{1,3}}|{_ALL}) *: *(.+)\Z", re.IGNORECASE)
_PAIR: Final = re.compile(r"(.+?) (?:->|→) (.+)\Z")


class Refused(Exception):
    """An edit that cannot be made; the message is German and says what to do instead."""


def chosen(typed: str, count: int) -> tuple[tuple[int, ...] | None, str]:
    """Which of the ``count`` tasks of a point are meant (from 0), and what is typed for them: "2: EZ", "alle: EZ".

    None without such a prefix. Raises Refused for a number that none of them has.
    """
    match = _CHOSEN.match(typed)
    if match is None:
        return None, typed
    if match[1].casefold() == _ALL:
        return tuple(range(count)), match[2]
    position = int(match[1])
    if not 1 <= position <= count:
        one = f"Hier steht nur ein Auftrag; bitte ohne Nummer schreiben: „{match[2]}“"
        raise Refused(one if count == 1 else f"Die Nummer muss 1 bis {count} sein, da steht „{match[1]}“")
    return (position - 1,), match[2]


def lists_with(
    lists: Mapping[str, AttributeList], typed: str, registry: Registry | None, printed: Collection[str]
) -> tuple[dict[str, str | None], bool]:
    """Attribute lists as they are → as an editor wants them (None: no task), and whether that decides the point.

    ``printed`` are words of the original, which may name an addressee even if no unit bears them. Raises Refused.
    """
    which, value = chosen(typed, len(lists))
    pair = _PAIR.match(value)
    wanted = list(lists) if which is None else [list(lists)[position] for position in which]
    if which is None and pair is None and len(lists) > 1:
        raise Refused(
            f"Der Punkt betrifft {len(lists)} Aufträge; bitte davor schreiben, welcher gemeint ist: „1: {value}“ "
            f"(1 bis {len(lists)}) oder „{_ALL}: {value}“"
        )
    decides = pair is None and len(wanted) == len(lists)
    if value.casefold() == NO_TASK.casefold():
        return dict.fromkeys(wanted), decides
    if pair:
        found = {now: now.replace(pair[1], pair[2]) for now in wanted if pair[1] in now}
        if not found:
            raise Refused(f"„{pair[1]}“ steht an keiner dieser Stellen")
    else:
        found = {now: _list_with(lists[now], value, len(wanted)) for now in wanted}
    for now, new in found.items():
        _sensible(lists[now], from_line(new, 1), registry, printed)
    return dict(found), decides


def _list_with(attributes: AttributeList, value: str, count: int) -> str:
    """One list with what was typed: a whole list, values such as ``due_on=2026-03-01``, or the addressee."""
    from geltung.writing.body import written

    if from_line(value, 1) is not None:
        if count > 1:
            raise Refused("Das sind mehrere Aufträge; bitte nur die Angabe schreiben, die alle bekommen")
        return value
    typed = parse_attributes(value, 1)
    if not ("=" in value or "{" in value or parse_day(value)):
        changes = {ADDRESSEE: value}
    elif typed.values and not (typed.problems or typed.classes or typed.identifier):
        changes = {name: _task_value(name, item) for name, item in typed.values.items()}
    else:
        raise Refused("Bitte die Angabe mit Namen schreiben, etwa „due_on=2026-03-01“, oder den Adressaten")
    return written(replace(attributes, values={**attributes.values, **changes}))


def _task_value(name: str, text: str) -> str:
    day = parse_day(text) if name in _DAYS else None
    return day.isoformat() if day else text


def _sensible(
    before: AttributeList, after: AttributeList | None, registry: Registry | None, printed: Collection[str]
) -> None:
    """Raises Refused for a list that marks no task, or states something new that nobody would understand."""
    if after is None or TASK_CLASS not in after.classes:
        raise Refused(f"So wäre es kein Auftrag mehr; ist das gemeint, bitte „{NO_TASK}“ schreiben")
    for name, value in after.values.items():
        if before.values.get(name) == value:
            continue
        if name not in TASK_ATTRIBUTES:
            near = get_close_matches(name, TASK_ATTRIBUTES, n=3)
            raise Refused(f"Eine Angabe „{name}“ gibt es nicht{_meant(near or TASK_ATTRIBUTES)}")
        if name == ADDRESSEE:
            known_addressee(value, registry, printed)


def known_addressee(words: str, registry: Registry | None, printed: Collection[str] = ()) -> None:
    """Raises Refused for an addressee that no unit bears, unless the original prints it; with no units, for none."""
    if registry is None or not registry.units or any(_prints(text, words) for text in printed):
        return
    for item in registry.addressees(words):
        if item.unit is None and len(registry.find(item.text)) < 2:
            raise Refused(f"„{item.text}“ ist keine bekannte Einheit{_meant(registry.nearest(item.text))}")


def _prints(text: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def _meant(names: Collection[str]) -> str:
    return f". Meinten Sie {' oder '.join(f'„{name}“' for name in names)}?" if names else ""
