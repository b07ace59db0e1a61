"""Frozen records to compact JSON and back, driven by their type hints. No pickles: a cache must not run code."""

import json
import types
from collections.abc import Callable, Hashable
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, Final, Union, cast, get_args, get_origin, get_type_hints

Decoder = Callable[[Any], Any]

_PLAIN: Final = frozenset((str, int, bool, type(None)))


def dumps(value: object) -> str:
    """A record, or a tuple of records, as JSON text."""
    return json.dumps(encode(value), ensure_ascii=False, separators=(",", ":"))


def encode(value: object) -> object:
    """A record as nested lists in field order."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is tuple:
        return [item if type(item) in _PLAIN else encode(item) for item in cast(tuple[object, ...], value)]
    if kind is date:
        return cast(date, value).isoformat()
    values = map(value.__getattribute__, _field_names(cast(Hashable, kind)))
    return [item if type(item) in _PLAIN else encode(item) for item in values]


def loads(kind: Any, text: str) -> Any:  # noqa: ANN401
    """Read what :func:`dumps` wrote. ``kind`` is the record's type, or a tuple type such as ``tuple[Unit, ...]``."""
    return _decoder(kind)(json.loads(text))


@cache
def _field_names(kind: Hashable) -> tuple[str, ...]:
    return tuple(item.name for item in fields(kind))  # type: ignore[arg-type]


@cache
def _decoder(kind: Any) -> Decoder:  # noqa: ANN401
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        inner = _decoder(next(arg for arg in get_args(kind) if arg is not type(None)))
        return lambda data: None if data is None else inner(data)
    if origin is tuple:
        return _tuple_decoder(get_args(kind))
    if kind is date:
        return date.fromisoformat
    if is_dataclass(kind) and isinstance(kind, type):
        return _record_decoder(kind)
    return lambda data: data


def _tuple_decoder(args: tuple[Any, ...]) -> Decoder:
    if len(args) == 2 and args[1] is Ellipsis:
        each = _decoder(args[0])
        return lambda data: tuple([each(item) for item in data])
    decoders = [_decoder(arg) for arg in args]
    return lambda data: tuple([decode(item) for decode, item in zip(decoders, data, strict=True)])


def _record_decoder(kind: type) -> Decoder:
    hints = get_type_hints(kind)
    decoders = [_decoder(hints[name]) for name in _field_names(kind)]
    return lambda data: kind(*[decode(item) for decode, item in zip(decoders, data, strict=True)])
