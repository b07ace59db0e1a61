"""Checking YAML against the definitions in :mod:`geltung.parse.fields`: every deviation is reported with its line.

Nothing is changed or dropped here; those who read values take only what has the right form (values.py).
"""

import re
from functools import cache
from typing import Final

from geltung.markdown.frontmatter import Broken, Mapping, Node, Scalar, Sequence
from geltung.model.dates import is_impossible, parse_day, parse_iso
from geltung.parse.fields import Choice, Day, Either, Field, Flag, Keyed, Listing, Record, Shape, Text
from geltung.parse.report import Report, one_of, proposal, quote
from geltung.parse.wording import find_dates

_FLAGS: Final = ("true", "false")


class Checker:
    """Checks nodes against shapes. ``missing`` and ``wrong`` are the codes for absent and malformed values."""

    def __init__(self, report: Report, missing: str = "H001", wrong: str = "H002") -> None:
        self.report = report
        self.missing = missing
        self.wrong = wrong

    def check(self, node: Node, shape: Shape, name: str) -> None:
        """Report everything in the node that does not have the shape; ``name`` is the field it stands under."""
        if isinstance(node, Broken):
            return
        if isinstance(shape, Either):
            shape = _option(node, shape)
        if isinstance(shape, Record | Keyed):
            self._mapping(node, shape, name)
        elif isinstance(shape, Listing):
            self._listing(node, shape, name)
        elif isinstance(node, Scalar):
            self._scalar(node, shape, name)
        else:
            kind = "eine Liste" if isinstance(node, Sequence) else "eine Gruppe von Feldern"
            self._wrong(node.line, name, _form(shape), f"da steht {kind}", None)

    def _mapping(self, node: Node, shape: Record | Keyed, name: str) -> None:
        if not isinstance(node, Mapping):
            if not _empty(node):
                self._wrong(node.line, name, "eine Gruppe eingerückter Zeilen „feld: wert“", _stands(node), None)
            return
        if isinstance(shape, Keyed):
            for key, value in node.entries.items():
                line = node.lines[key]
                self._text(Scalar(key, line), shape.key, name)
                self.check(Mapping({}, {}, line) if _empty(value) else value, shape.value, key)
            return
        fields = _by_name(shape)
        for key, value in node.entries.items():
            field = fields.get(key)
            if field is None:
                self._unknown(key, node.lines[key], name, fields)
            else:
                self.check(value, field.shape, key)
        for field in shape.fields:
            if field.required and _empty(node.get(field.name)):
                self._missing(field, node.lines.get(field.name, node.line if name else 1), name)

    def _missing(self, field: Field, line: int, name: str) -> None:
        within = f" unter {quote(name)}" if name else ""
        text = f"Das Feld „{field.name}“ muss{within} angegeben sein: {field.description}"
        self.report.add(line, self.missing, text)

    def _unknown(self, key: str, line: int, name: str, fields: dict[str, Field]) -> None:
        within = f" unter {quote(name)}" if name else ""
        hint = self.report.nearest(key, fields)
        allowed = "" if hint else f" Erlaubt sind {', '.join(fields)}."
        text = f"Der Schlüssel {quote(key)} ist{within} nicht vorgesehen und bleibt ohne Wirkung."
        self.report.add(line, "F012", text + allowed + proposal(hint and f"{hint}: …"))

    def _listing(self, node: Node, shape: Listing, name: str) -> None:
        if isinstance(node, Sequence):
            for item in node.items:
                if _empty(item):
                    self._wrong(item.line, name, "in jedem Eintrag gefüllt", "da steht ein leerer Eintrag", None)
                else:
                    self.check(item, shape.item, name)
        elif not _empty(node):
            single = isinstance(node, Scalar) and isinstance(shape.item, Text | Choice)
            hint = f"{name}: [{node.text}]" if single and isinstance(node, Scalar) else None
            self._wrong(node.line, name, "eine Liste", _stands(node), hint)

    def _scalar(self, node: Scalar, shape: Shape, name: str) -> None:
        if not node.text.strip():
            return
        if isinstance(shape, Text):
            self._text(node, shape, name)
        elif isinstance(shape, Day):
            if parse_iso(node.text) is None and node.text not in shape.words:
                hint = iso_proposal(node.text) or self.report.nearest(node.text, shape.words)
                must, stands = about_day(node.text, _form(shape))
                self._wrong(node.line, name, must, stands, hint and f"{name}: {hint}")
        elif isinstance(shape, Choice | Flag):
            allowed = shape.values if isinstance(shape, Choice) else _FLAGS
            if node.text not in allowed:
                hint = self.report.nearest(node.text, allowed)
                self._wrong(node.line, name, _form(shape), _stands(node), hint and f"{name}: {hint}")

    def _text(self, node: Scalar, shape: Text, name: str) -> None:
        text = " ".join(node.text.split())
        if len(text) > shape.longest:
            self._wrong(node.line, name, f"höchstens {shape.longest} Zeichen lang", f"da stehen {len(text)}", None)
        elif shape.pattern is not None and not _compiled(shape.pattern).match(text):
            self._wrong(node.line, name, shape.form, _stands(node), None)

    def _wrong(self, line: int, name: str, must: str, stands: str, hint: str | None) -> None:
        what = f"Das Feld {quote(name)}" if name else "Der Kopf"
        self.report.add(line, self.wrong, f"{what} muss {must} sein; {stands}.{proposal(hint)}")


def about_day(text: str, form: str = "ein Tag in der Form JJJJ-MM-TT") -> tuple[str, str]:
    """What must stand in the place of a text that is no day, and what stands there: for a message."""
    if is_impossible(text):
        return "ein Tag des Kalenders", f"da steht {quote(text)}, diesen Tag gibt es nicht"
    return form, f"da steht {quote(text)}"


def iso_proposal(text: str) -> str | None:
    """The ISO date for a day that is written in another way, or None."""
    day = parse_day(text)
    if day is None:
        found = find_dates(text[:60])
        day = found[0].date if len(found) == 1 else None
    return None if day is None else day.isoformat()


def _option(node: Node, shape: Either) -> Shape:
    """The option for this kind of node; the first one if there is none."""
    for option in shape.options:
        kind = Sequence if isinstance(option, Listing) else Mapping if isinstance(option, Record | Keyed) else Scalar
        if isinstance(node, kind):
            return option
    return shape.options[0]


def _form(shape: Shape) -> str:
    if isinstance(shape, Day):
        words = f" oder {one_of(shape.words)}" if shape.words else ""
        return f"ein Tag in der Form JJJJ-MM-TT{words}"
    if isinstance(shape, Choice | Flag):
        return one_of(shape.values if isinstance(shape, Choice) else _FLAGS)
    return shape.form if isinstance(shape, Text) and shape.form else "ein Text"


def _stands(node: Node) -> str:
    if isinstance(node, Scalar):
        return f"da steht {quote(node.text)}"
    return "da steht eine Liste" if isinstance(node, Sequence) else "da steht eine Gruppe von Feldern"


def _empty(node: Node | None) -> bool:
    return node is None or (isinstance(node, Scalar) and not node.text.strip())


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def _by_name(shape: Record) -> dict[str, Field]:
    return {field.name: field for field in shape.fields}
