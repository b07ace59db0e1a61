"""Front matter: split off the YAML between the first two ``---`` lines and read it into a light tree with lines.

The tree is built from the parser's events, so nothing is ever expanded, constructed or recursed into: an alias, an
anchor or a tag is a problem that is reported, a bomb of aliases costs as much as its text is long, and every scalar
stays the text that was written. Lines count from 1 in the file.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

import yaml

from geltung.markdown.quoting import shorten

SYNTAX: Final = "syntax"
ALIAS: Final = "alias"
TAG: Final = "tag"
DUPLICATE: Final = "duplicate"
Kind = Literal["syntax", "alias", "tag", "duplicate"]

MOST_DEPTH: Final = 16
MOST_CHARACTERS: Final = 4_000_000
_FENCE: Final = "---"
_FAR: Final = 1000
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_GERMAN_PROBLEMS: Final = (
    ("mapping values are not allowed", "Ein Wert mit Doppelpunkt und Leerzeichen muss in Anführungszeichen stehen"),
    ("cannot start any token", "Ein Wert, der mit einem Sonderzeichen beginnt, muss in Anführungszeichen stehen"),
    ("could not find expected ':'", "Nach dem Feldnamen muss ein Doppelpunkt mit Leerzeichen stehen"),
    ("did not find expected key", "Zusammengehörige Zeilen müssen gleich weit eingerückt sein"),
    ("did not find expected '-' indicator", "Die Einträge einer Liste müssen gleich weit eingerückt sein"),
    ("found unexpected end of stream", "Jedes Anführungszeichen muss geschlossen werden"),
    ("found unexpected document", "Jedes Anführungszeichen muss geschlossen werden"),
    ("did not find expected ',' or", "Jede eckige oder geschweifte Klammer muss geschlossen werden"),
    ("did not find expected node content", "Jede Klammer muss geschlossen sein, und vor jedem Komma ein Wert stehen"),
    ("did not find expected <document start>", "Zusammengehörige Zeilen müssen gleich weit eingerückt sein"),
    ("expected comment or line break", "Hinter „|“ oder „>“ muss der Text in der nächsten Zeile beginnen"),
    ("alphabetic or numeric", "Ein Wert, der mit einem Sonderzeichen beginnt, muss in Anführungszeichen stehen"),
    (
        "did not find the expected '>'",
        "Ein Wert, der mit einem Sonderzeichen beginnt, muss in Anführungszeichen stehen",
    ),
    ("expected tag URI", "Ein Wert, der mit einem Sonderzeichen beginnt, muss in Anführungszeichen stehen"),
    ("block sequence entries are not allowed", "Eine Liste muss in einer neuen Zeile unter ihrem Feldnamen beginnen"),
    ("unknown escape", "In doppelten Anführungszeichen darf kein umgekehrter Schrägstrich stehen"),
    ("control characters are not allowed", "Steuerzeichen sind nicht erlaubt"),
    ("unacceptable character", "Steuerzeichen sind nicht erlaubt"),
)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value as the raw text written; quotes removed, nothing interpreted. Empty if nothing stands there."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: "tuple[Node, ...]"
    line: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Named values in the order written. Of a key that stands twice only the first is kept."""

    entries: "dict[str, Node]"
    lines: dict[str, int]
    line: int

    def get(self, key: str) -> "Node | None":
        """The value under this key, or None."""
        return self.entries.get(key)


@dataclass(frozen=True, slots=True)
class Broken:
    """A place whose value could not be taken; a problem says why."""

    line: int


Node = Scalar | Sequence | Mapping | Broken


@dataclass(frozen=True, slots=True)
class Problem:
    """Why the YAML, or a place in it, could not be read. ``message`` is German and names what stands there."""

    kind: Kind
    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text split in two. ``head`` is None if there is no front matter; then ``missing`` says in German why."""

    head: str | None
    head_line: int
    body: str
    body_line: int
    missing: str = ""


def split(text: str) -> Document:
    """Split a text (line ends ``\\n``) into the YAML between the first two ``---`` lines and the body."""
    opening = text.find("\n") if "\n" in text else len(text)
    if text[:opening].rstrip() != _FENCE:
        missing = "Die Datei muss in Zeile 1 mit „---“ beginnen"
        early = text[: opening + _FAR].lstrip().startswith(_FENCE + "\n")
        return Document(None, 1, text, 1, missing + ("; davor darf keine Leerzeile stehen" if early else ""))
    search = opening
    while (start := text.find("\n" + _FENCE, search)) != -1:
        end = text.find("\n", start + 1)
        end = len(text) if end == -1 else end
        if text[start + 1 : end].rstrip() == _FENCE:
            return Document(text[opening + 1 : start + 1], 2, text[end + 1 :], text.count("\n", 0, end) + 2)
        search = start + 1
    return Document(None, 1, text, 1, "Der Kopf beginnt, aber die Zeile „---“, die ihn beendet, fehlt")


def read(text: str, first_line: int) -> tuple[Mapping | None, tuple[Problem, ...]]:
    """Read YAML whose first line is ``first_line`` of the file. None if it is no mapping or has no readable end."""
    if len(text) > MOST_CHARACTERS:
        return None, (Problem(SYNTAX, first_line, f"Es dürfen höchstens {MOST_CHARACTERS} Zeichen sein"),)
    builder = _Builder(first_line)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except _StopReading as stop:
        return None, (*builder.problems, stop.problem)
    except yaml.YAMLError as error:
        return None, (*builder.problems, _syntax_problem(error, text, first_line))
    except UnicodeError:
        return None, (Problem(SYNTAX, first_line, "Es stehen Zeichen darin, die es in Unicode nicht gibt"),)
    return builder.result()


class _StopReading(Exception):
    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.problem = Problem(SYNTAX, line, message)


@dataclass(slots=True)
class _Frame:
    """A mapping or list that is still open."""

    line: int
    mapping: bool
    items: list[Node] = field(default_factory=list)
    entries: dict[str, Node] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    key: str | None = None
    key_line: int = 0

    def close(self) -> Node:
        return Mapping(self.entries, self.lines, self.line) if self.mapping else Sequence(tuple(self.items), self.line)


class _Builder:
    def __init__(self, first_line: int) -> None:
        self.first_line = first_line
        self.problems: list[Problem] = []
        self.stack: list[_Frame] = []
        self.root: Node | None = None

    def take(self, event: yaml.Event) -> None:
        """Add one event to the tree."""
        mark = event.start_mark
        line = self.first_line if mark is None else mark.line + self.first_line
        if isinstance(event, yaml.ScalarEvent):
            self._check_properties(event, line)
            self._scalar(event.value, line)
        elif isinstance(event, yaml.MappingStartEvent):
            self._check_properties(event, line)
            self._open(_Frame(line, True))
        elif isinstance(event, yaml.SequenceStartEvent):
            self._check_properties(event, line)
            self._open(_Frame(line, False))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._add(self.stack.pop().close())
        elif isinstance(event, yaml.AliasEvent):
            self.problems.append(Problem(ALIAS, line, f"Da steht der Alias „*{event.anchor}“"))
            self._key_must_be_word(line)
            self._add(Broken(line))
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            raise _StopReading(line, "Es darf nur ein YAML-Dokument sein; hier beginnt mit „---“ ein zweites")

    def _check_properties(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, line: int) -> None:
        if event.anchor:
            self.problems.append(Problem(ALIAS, line, f"Da steht der Anker „&{event.anchor}“"))
        if event.tag:
            self.problems.append(Problem(TAG, line, f"Typangaben sind nicht erlaubt, da steht „{shorten(event.tag)}“"))

    def _open(self, frame: _Frame) -> None:
        self._key_must_be_word(frame.line)
        if len(self.stack) >= MOST_DEPTH:
            raise _StopReading(frame.line, f"Es darf nicht tiefer als {MOST_DEPTH} Ebenen geschachtelt sein")
        self.stack.append(frame)

    def _key_must_be_word(self, line: int) -> None:
        if self.stack and self.stack[-1].mapping and self.stack[-1].key is None:
            raise _StopReading(line, "Ein Feldname muss ein einfaches Wort sein, keine Liste und kein Alias")

    def _scalar(self, text: str, line: int) -> None:
        frame = self.stack[-1] if self.stack else None
        if frame is not None and frame.mapping and frame.key is None:
            frame.key, frame.key_line = text, line
        else:
            self._add(Scalar(text, line))

    def _add(self, node: Node) -> None:
        if not self.stack:
            self.root = node
            return
        frame = self.stack[-1]
        if not frame.mapping:
            frame.items.append(node)
            return
        key, frame.key = frame.key, None
        assert key is not None
        if key in frame.entries:
            first = frame.lines[key]
            text = f"Jeder Schlüssel darf nur einmal stehen; „{shorten(key)}“ steht schon in Zeile {first}"
            self.problems.append(Problem(DUPLICATE, frame.key_line, text))
            return
        frame.entries[key] = node
        frame.lines[key] = frame.key_line

    def result(self) -> tuple[Mapping | None, tuple[Problem, ...]]:
        if isinstance(self.root, Mapping):
            return self.root, tuple(self.problems)
        if self.root is None or self.root == Scalar("", self.root.line):
            return Mapping({}, {}, self.first_line), tuple(self.problems)
        text = "Es müssen Zeilen der Form „feld: wert“ sein"
        return None, (*self.problems, Problem(SYNTAX, self.root.line, text))


def _syntax_problem(error: yaml.YAMLError, text: str, first_line: int) -> Problem:
    original = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    message = next(_german(original), f"Das ist kein gültiges YAML ({shorten(original)})")
    marks = [mark for name in ("problem_mark", "context_mark") if (mark := getattr(error, name, None)) is not None]
    last = text.rstrip().count("\n")
    if len(marks) > 1 and (marks[0].line > last or "unexpected end" in original):
        marks.reverse()
    offset = min(marks[0].line, last) if marks else 0
    line = text.split("\n", offset + 1)[offset]
    if line.startswith("\t"):
        message = "Eingerückt werden muss mit Leerzeichen, nicht mit Tabulatoren"
    shown = shorten(line)
    return Problem(SYNTAX, first_line + offset, f"{message}, da steht „{shown}“" if shown else message)


def _german(problem: str) -> Iterator[str]:
    return (german for english, german in _GERMAN_PROBLEMS if english in problem)
