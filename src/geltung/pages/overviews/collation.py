"""German alphabetical order (DIN 5007-1): ä as a, ß as ss, case and signs do not count."""

import re
import unicodedata

_SIGNS = re.compile(r"[^a-z0-9 ]+")


def sort_key(words: str) -> tuple[str, str]:
    """What words are sorted by; the words themselves decide between equals."""
    return plain(words), words


def plain(words: str) -> str:
    """Lower case ASCII letters, digits and single blanks."""
    decomposed = unicodedata.normalize("NFKD", words.casefold())
    letters = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(_SIGNS.sub(" ", letters).split())


def first_letter(words: str) -> str:
    """The letter that words are listed under, "0" for all that begins otherwise."""
    begin = plain(words)[:1]
    return begin if begin.isalpha() else "0"
