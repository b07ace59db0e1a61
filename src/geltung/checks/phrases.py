"""What several checks need to say something: German enumerations and the ids nearest to an unknown one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import Final

_ALPHABET: Final = "0123456789abcdefghijklmnopqrstuvwxyz"
_INNER_QUOTES: Final = str.maketrans("„“”", "‚‘’")
_NUMBER: Final = re.compile(r"[0-9]{9}\Z")
_OTHER = re.compile(r"[\W_]+")


def quote(text: str) -> str:
    """``„text“``, with quotes in the text turned into inner ones."""
    return f"„{text.translate(_INNER_QUOTES)}“"


def quoted(words: Iterable[str]) -> str:
    """``„a“, „b“ und „c“``."""
    return enumerated([quote(word) for word in words])


def enumerated(words: Sequence[str], last: str = "und") -> str:
    """``a, b und c``."""
    *head, tail = words or [""]
    return f"{', '.join(head)} {last} {tail}" if head else tail


def new_file(id_: str) -> str:
    """ "eine Datei „202504001.md“"; an act without such a number is free in its file's name (and may hold a slash)."""
    return f"eine Datei „{id_}.md“" if _NUMBER.match(id_) else f"eine Datei für „{id_}“"


class NearIds:
    """The ids of a collection, asked which of them someone probably meant: one character wrong, missing or too many.

    The cost of a question does not grow with the collection, so a folder full of bad references stays fast to check.
    """

    def __init__(self, ids: Iterable[str]) -> None:
        self._ids = ids

    @cached_property
    def _by_key(self) -> dict[str, str]:
        return {_key(id_): id_ for id_ in self._ids}

    def near(self, wanted: str, most: int = 3) -> tuple[str, ...]:
        """The nearest ids: first those that differ in blanks, dashes or case only."""
        found = (self._by_key[key] for key in _edits(_key(wanted)) if key in self._by_key)
        return tuple(islice(dict.fromkeys(found), most))

    def hint(self, wanted: str) -> str:
        """A sentence that proposes them, or nothing."""
        near = self.near(wanted)
        return f" Gemeint ist vielleicht {enumerated([f'„{id_}“' for id_ in near], 'oder')}." if near else ""


def _key(id_: str) -> str:
    return _OTHER.sub("", id_.casefold())


def _edits(key: str) -> Iterator[str]:
    yield key
    for index in range(len(key) - 1):
        yield key[:index] + key[index + 1] + key[index] + key[index + 2 :]
    for index in range(len(key), 0, -1):
        yield from (key[: index - 1] + char + key[index:] for char in _ALPHABET)
    for index in range(len(key), -1, -1):
        yield key[:index] + key[index + 1 :]
        yield from (key[:index] + char + key[index:] for char in _ALPHABET)
