"""The words of the collection in small files, one for each first letter, for the search's "Meinten Sie …?".

A reader's browser fetches one only when nothing was found. The most frequent words stand first: of words that are
equally near to what was typed, one of them is meant more often.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from string import ascii_lowercase
from typing import Final

from geltung.exports.generated import GeneratedFile
from geltung.pages import escape
from geltung.search.words import plain

FOLDER: Final = "suche/woerter"
_WORD: Final = re.compile(r"[^\W\d_]{4,}")


def vocabulary(texts: Iterable[str]) -> Iterator[GeneratedFile]:
    """A file for every letter, even if no word begins with it: asking for a missing one would look like an error.

    A word is written as it is written most often.
    """
    written = Counter(word for text in texts for word in _WORD.findall(text))
    counts: Counter[str] = Counter()
    best: dict[str, str] = {}
    for word, count in written.most_common():
        folded = plain(word.lower())
        counts[folded] += count
        best.setdefault(folded, word)
    by_letter: dict[str, list[str]] = {letter: [] for letter in ascii_lowercase}
    for folded, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        by_letter.get(folded[0], []).append(best[folded])
    for letter, words in by_letter.items():
        yield GeneratedFile(f"{FOLDER}/{letter}.json", escape.data(words))
