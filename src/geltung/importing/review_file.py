"""The review list beside a draft, ``<draft>.review.yml``: what the import read where, and what an editor still decides.

Written by the import, changed by ``geltung review`` or by hand, never loaded as a directive. Reading never raises
anything but :class:`UnreadableReview`, whose message is German and says what to do.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, Literal, get_args

import yaml

from geltung.model.terms import REVIEW_LIST

Confidence = Literal["certain", "likely", "open"]
State = Literal["open", "accepted", "edited", "skipped"]

CERTAIN: Final = "certain"
LIKELY: Final = "likely"
OPEN: Final = "open"
ACCEPTED: Final = "accepted"
EDITED: Final = "edited"
SKIPPED: Final = "skipped"

_LARGEST: Final = 5_000_000
"""Bytes of a review list; no import writes a tenth of it."""
_HEADER: Final = "# Prüfliste zu {draft} – mit „geltung review {draft}“ durchgehen oder hier von Hand bearbeiten.\n"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a point stands: ``line`` and ``page`` of the source (1-based) with the words ``quote`` there.

    ``draft_line`` is the line of the draft that carries it (None: it stands nowhere in the draft). ``original`` and
    ``now`` are the words of the source and of the draft where the import put something else in their place; an edit
    replaces ``now`` in ``draft_line``.
    """

    line: int
    page: int | None
    quote: str
    draft_line: int | None = None
    original: str | None = None
    now: str | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """One thing the import read, or one question. Equal patterns are one point with several places.

    ``about`` is a header field ("valid_from", "scope: SGB II"), "task:<id>", "change:<n>", "reference:<n>", "text",
    "link", "suggested task" or the like; ``value`` is what the draft says now. ``question`` is German and stands on
    every point that is not certain; ``alternatives`` are other values that come into question.
    """

    id: int
    about: str
    value: str | None
    confidence: Confidence
    state: State
    places: tuple[Place, ...] = ()
    question: str | None = None
    alternatives: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether an editor has still to decide it."""
        return self.state == OPEN

    def decided(self, state: State, value: str | None = None) -> "Point":
        """The point after a decision; with a new value if one was given."""
        return replace(self, state=state, value=self.value if value is None else value)


@dataclass(frozen=True, slots=True)
class Review:
    """A whole review list. ``draft`` is the file name of the draft, ``source_file`` lies beside it (``sources/…``)."""

    draft: str
    source_file: str
    sha256: str
    points: tuple[Point, ...]

    @property
    def open_points(self) -> tuple[Point, ...]:
        """The points that an editor has still to decide."""
        return tuple(point for point in self.points if point.is_open)


class UnreadableReview(Exception):
    """A review list that cannot be read; the message is German, for the editor."""


def review_path(draft: Path) -> Path:
    """The review list that belongs to a draft: ``202509011.md`` → ``202509011.review.yml``."""
    return draft.with_name(draft.stem + REVIEW_LIST)


def write_review(review: Review) -> str:
    """The text of a review list; reading it gives the same review back."""
    document = {
        "draft": review.draft,
        "source": _Flow(file=review.source_file, sha256=review.sha256),
        "points": [_point_fields(point) for point in review.points],
    }
    text = yaml.dump(
        document, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000, default_flow_style=False
    )
    return _HEADER.format(draft=review.draft) + text


def load_review(path: Path) -> Review:
    """Read a review list from its file. Raises UnreadableReview."""
    try:
        if path.stat().st_size > _LARGEST:
            raise UnreadableReview(f"Die Prüfliste „{path.name}“ ist zu groß (mehr als {_LARGEST:,} Byte)")
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeError) as error:
        raise UnreadableReview(f"Die Prüfliste „{path.name}“ ist nicht lesbar ({error})") from None
    return read_review(text, path.name)


def read_review(text: str, name: str) -> Review:
    """Read a review list from its text; ``name`` is for the message. Raises UnreadableReview."""
    try:
        document = yaml.load(text, Loader=_Loader)  # a SafeLoader
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        where = f", Zeile {line + 1}" if line is not None else ""
        raise UnreadableReview(f"Die Prüfliste „{name}“{where} ist kein gültiges YAML") from None
    return _Reader(name).review(document)


def _point_fields(point: Point) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "id": point.id,
        "about": point.about,
        "value": point.value,
        "confidence": point.confidence,
        "state": point.state,
    }
    if point.question is not None:
        fields["question"] = point.question
        fields["alternatives"] = _FlowList(point.alternatives)
    fields["places"] = [_Flow(_stated(place)) for place in point.places]
    return fields


def _stated(place: Place) -> Iterable[tuple[str, Any]]:
    values = (
        ("line", place.line),
        ("page", place.page),
        ("quote", place.quote),
        ("draft_line", place.draft_line),
        ("original", place.original),
        ("now", place.now),
    )
    return [(name, value) for name, value in values if value is not None]


class _Reader:
    """Takes a parsed document apart and says what is wrong with it."""

    def __init__(self, name: str) -> None:
        self.name = name

    def review(self, document: object) -> Review:
        fields = self._mapping(document, "Die Prüfliste")
        source = self._mapping(fields.get("source"), "source")
        points = tuple(self._point(entry, index) for index, entry in enumerate(self._list(fields, "points"), start=1))
        numbers = [point.id for point in points]
        if len(set(numbers)) != len(numbers):
            raise self._wrong("Unter points muss jede id einmal stehen")
        return Review(
            self._text(fields, "draft", "Die Prüfliste"),
            self._text(source, "file", "source"),
            self._text(source, "sha256", "source"),
            points,
        )

    def _point(self, entry: object, index: int) -> Point:
        where = f"Punkt {index}"
        fields = self._mapping(entry, where)
        return Point(
            self._number(fields, "id", where),
            self._text(fields, "about", where),
            self._optional(fields, "value"),
            self._choice(fields, "confidence", get_args(Confidence), where),
            self._choice(fields, "state", get_args(State), where),
            tuple(self._place(place, where) for place in self._list(fields, "places")),
            self._optional(fields, "question"),
            tuple(str(item) for item in self._list(fields, "alternatives")),
        )

    def _place(self, entry: object, where: str) -> Place:
        fields = self._mapping(entry, f"{where}, places")
        return Place(
            self._number(fields, "line", where),
            self._number(fields, "page", where) if fields.get("page") is not None else None,
            self._optional(fields, "quote") or "",
            self._number(fields, "draft_line", where) if fields.get("draft_line") is not None else None,
            self._optional(fields, "original"),
            self._optional(fields, "now"),
        )

    def _mapping(self, value: object, where: str) -> Mapping[str, Any]:
        if not isinstance(value, dict):
            raise self._wrong(f"{where} muss aus Zeilen „feld: Wert“ bestehen")
        return value

    def _list(self, fields: Mapping[str, Any], name: str) -> list[Any]:
        value = fields.get(name)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self._wrong(f"{name} muss eine Liste sein")
        return value

    def _text(self, fields: Mapping[str, Any], name: str, where: str) -> str:
        value = self._optional(fields, name)
        if value is None:
            raise self._wrong(f"{where}: {name} fehlt")
        return value

    def _optional(self, fields: Mapping[str, Any], name: str) -> str | None:
        value = fields.get(name)
        if isinstance(value, dict | list):
            raise self._wrong(f"{name} muss ein Text sein")
        return None if value is None else str(value)

    def _number(self, fields: Mapping[str, Any], name: str, where: str) -> int:
        value = self._text(fields, name, where)
        if not (value.isdecimal() and len(value) < 10):
            raise self._wrong(f"{where}: {name} muss eine Zahl sein, da steht „{value}“")
        return int(value)

    def _choice(self, fields: Mapping[str, Any], name: str, allowed: tuple[Any, ...], where: str) -> Any:  # noqa: ANN401
        value = self._text(fields, name, where)
        if value not in allowed:
            raise self._wrong(f"{where}: {name} muss {', '.join(allowed)} sein, da steht „{value}“")
        return value

    def _wrong(self, what: str) -> UnreadableReview:
        return UnreadableReview(f"Die Prüfliste „{self.name}“ ist fehlerhaft: {what}")


class _Flow(dict[str, Any]):
    """Fields on one line."""


class _FlowList(list[str]):
    """Values on one line."""


class _Dumper(yaml.SafeDumper):
    """Writes fields one a line, places on one line each."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ANN401
        """Nothing is ever written as a YAML alias."""
        return True


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    """Texts that YAML would take for a day, a number or a word of its own stand in quotes."""
    looks_odd = text[:1].isdigit() or text in ("", "~") or ": " in text
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"' if looks_odd else None)


_Dumper.add_representer(
    _Flow, lambda dumper, data: dumper.represent_mapping("tag:yaml.org,2002:map", data.items(), True)
)
_Dumper.add_representer(_FlowList, lambda dumper, data: dumper.represent_sequence("tag:yaml.org,2002:seq", data, True))
_Dumper.add_representer(str, _represent_text)


class _Loader(yaml.SafeLoader):
    """Reads days, numbers and truth values as the text that stands there."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag == "tag:yaml.org,2002:null"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
