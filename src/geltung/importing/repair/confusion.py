"""What an optical recognition reads instead of what is printed, above all one that does not know German.

Costs are negative logarithms of rough probabilities in a damaged text: 1 is what happens all the time, 4 seldom.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

RULES: Final[dict[str, tuple[tuple[str, float], ...]]] = {
    # read → printed, in lower case unless case is what betrays it
    "a": (("ä", 1.0), ("ü", 5.0)), "o": (("ö", 1.0),), "u": (("ü", 1.0),),
    "é": (("ö", 1.5), ("ä", 2.5), ("e", 3.0)), "è": (("ö", 2.5), ("ä", 2.5)), "á": (("ä", 1.0),), "à": (("ä", 1.0),),
    "ó": (("ö", 1.0),), "ò": (("ö", 1.0),), "ú": (("ü", 1.0),), "ù": (("ü", 1.0),), "ô": (("ö", 1.0),),
    "ii": (("ü", 1.0), ("i", 4.0), ("n", 5.0), ("u", 4.0)), "i": (("ü", 2.0), ("l", 3.5), ("ä", 4.0)),
    "l": (("ü", 2.0), ("i", 3.5)),
    "ll": (("ü", 3.0),), "li": (("ü", 2.0), ("h", 5.0)), "lii": (("ü", 2.0),), "il": (("ü", 4.0),),
    "ti": (("ü", 3.0),), "tl": (("ü", 3.5),), "ui": (("ü", 3.5),), "ij": (("ü", 3.0),), "j": (("i", 4.0),),
    "d": (("ö", 2.5), ("ä", 3.0), ("cl", 5.0)), "ia": (("ä", 2.5),), "ai": (("ä", 4.0),),
    "éa": (("ä", 1.5),), "dé": (("ö", 1.5),),
    "éd": (("ö", 2.0),), "6": (("ö", 2.0),), "0": (("o", 2.0), ("ö", 4.0)), "1": (("l", 2.0), ("i", 2.5)),
    "|": (("l", 2.0), ("i", 2.5)), "!": (("l", 3.0), ("i", 3.0)), "(i": (("ü", 2.0),), "(": (("ü", 4.0),),
    "G": (("ü", 3.0), ("ß", 2.5), ("ö", 5.0)), "U": (("ü", 1.0),), "O": (("ö", 2.0),), "I": (("l", 2.0), ("ü", 3.0)),
    "B": (("ß", 1.0),), "R": (("ß", 1.0),), "lR": (("ß", 1.5),), "RB": (("ß", 2.0),), "8": (("ß", 2.0),),
    "ss": (("ß", 4.0),), "f": (("ß", 4.0), ("t", 5.0)), "fs": (("ß", 2.5),), "fB": (("ß", 2.0),), "s": (("ß", 4.5),),
    "rn": (("m", 3.5),), "m": (("rn", 3.0),), "cl": (("d", 2.5),), "vv": (("w", 2.5),),
    "h": (("n", 4.0), ("b", 5.0)), "n": (("h", 4.5), ("ü", 6.0)), "c": (("e", 4.0),), "e": (("c", 4.5), ("ö", 5.0)),
    "ri": (("n", 4.0),), "nn": (("m", 4.5),), "t": (("ü", 4.0), ("f", 5.0)),
    "&": (("ß", 1.5),), "@": (("ß", 1.5),),
    "S": (("ß", 2.5),), "fS": (("ß", 2.0),), "aé": (("ä", 1.5),), "rm": (("nn", 6.0),),
}  # fmt: skip
_LONGEST: Final = max(len(read) for read in RULES)
_MOST_COST: Final = 9.0
_FOLDS: Final = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("ss", "ß"))
_CLASSES: Final = (("iüul1|!jíúù", "i"), ("aäáà", "a"), ("oöóòôd06", "o"), ("ßb8", "ß"), ("hn", "h"), ("ec", "e"))
_ACCENTS: Final = str.maketrans("éèáàóòôúù", "ööaaooouu")
_SHORT: Final = 4
_COMMON: Final = (
    ("ti", "ü"), ("tl", "ü"), ("ia", "ä"), ("ai", "ä"), ("lR", "ß"), ("RB", "ß"), ("fB", "ß"), ("fS", "ß"), ("fs", "ß"),
    ("f", "ß"), ("&", "ß"), ("@", "ß"), ("ri", "n"), ("nn", "m"), ("d", "ä"),
)  # fmt: skip
_RARE: Final = (("(i", "ü"), ("(", "ü"), ("t", "ü"), ("i", "ä"), ("ss", "s"), ("G", "ß"), ("S", "ß"))
"""Readings that the skeleton does not fold, tried one at a time; the rare ones only for whole words."""


def skeleton(word: str) -> str:
    """What remains of a word when letters that are taken for each other are one; words alike share it."""
    for read, printed in _FOLDS:
        if read in word:
            word = word.replace(read, printed)
    word = (word[:1] + word[1:].replace("R", "ß")).lower()
    for letters, fold in _CLASSES:
        for letter in letters[1:] if letters[0] == fold else letters:
            word = word.replace(letter, fold)
    while "ii" in word:
        word = word.replace("ii", "i")
    return word


def skeletons(read: str, *, rare: bool) -> set[str]:
    """The skeletons that the printed word may have had."""
    plain = read.translate(_ACCENTS)
    found = {skeleton(plain)}
    for base in {plain, read.replace("é", "ä").replace("è", "ä")} if "é" in read or "è" in read else {plain}:
        found.add(skeleton(base))
        for damage, printed in _COMMON + _RARE if rare else _COMMON:
            found.update(skeleton(variant) for variant in _variants(base, damage, printed))
    for damage, printed in (("éa", "ä"), ("aé", "ä"), ("dé", "ö"), ("éd", "ö")):
        found.update(skeleton(variant) for variant in _variants(read, damage, printed))
    if read[0] == "G":
        found.add(skeleton("ü" + plain[1:]))
    if read[1:2] == "a" and len(read) <= _SHORT:
        found.add(skeleton(plain[0] + "ü" + plain[2:]))
    return found


def _variants(read: str, damage: str, printed: str) -> Iterator[str]:
    start = read.find(damage)
    while start >= 0:
        yield read[:start] + printed + read[start + len(damage) :]
        start = read.find(damage, start + 1)


def cost(read: str, printed: str) -> float | None:
    """How costly it is that `printed` (lower case) was read as `read`; None if the confusions do not explain it."""
    ways: list[dict[int, float]] = [{} for _ in range(len(read) + 1)]
    ways[0][0] = 0.0
    for at, here in enumerate(ways[:-1]):
        for done, spent in here.items():
            for length, letters, price in _steps(read, at):
                total = spent + price
                if printed.startswith(letters, done) and total <= _MOST_COST:
                    there = ways[at + length]
                    there[done + len(letters)] = min(there.get(done + len(letters), _MOST_COST), total)
    return ways[-1].get(len(printed))


@dataclass(frozen=True, slots=True)
class Change:
    """A confusion: what was read, what is printed there, and its price."""

    read: str
    printed: str
    price: float


def changes(read: str, printed: str) -> tuple[Change, ...]:
    """The cheapest confusions that explain that `printed` (lower case) was read as `read`; () if none do."""
    ways: list[dict[int, tuple[float, tuple[Change, ...]]]] = [{} for _ in range(len(read) + 1)]
    ways[0][0] = (0.0, ())
    for at, here in enumerate(ways[:-1]):
        for done, (spent, made) in here.items():
            for length, letters, price in _steps(read, at):
                if not printed.startswith(letters, done):
                    continue
                there, place = ways[at + length], done + len(letters)
                if place not in there or spent + price < there[place][0]:
                    step = (Change(read[at : at + length], letters, price),) if price else ()
                    there[place] = (spent + price, made + step)
    return ways[-1].get(len(printed), (0.0, ()))[1]


def _steps(read: str, at: int) -> Iterator[tuple[int, str, float]]:
    """What may have been printed at a place: letters of the reading used up, letters printed, cost."""
    if at == 0 or not read[at].isupper():
        yield 1, read[at].lower(), 0.0
    for length in range(1, _LONGEST + 1):
        piece = read[at : at + length]
        if len(piece) < length:
            return
        for letters, price in RULES.get(piece, ()):
            yield length, letters, price
        if at == 0 and piece[0].isupper():
            for letters, price in RULES.get(piece.lower(), ()):
                yield length, letters, price
