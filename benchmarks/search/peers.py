"""What our search is held against: the same sections, the same questions, ten answers each.

Every engine is given the best plain set-up that its documentation offers for German: lower case, today's Snowball
stemmer, BM25, any of the words.
"""

import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from heapq import nsmallest
from pathlib import Path
from typing import Any, Final, Protocol

import Stemmer
import tantivy
from whoosh import analysis, fields, index, query

from benchmarks.search.sections import Section
from geltung.search.analysis import GermanAnalysis, vocabulary
from geltung.search.build import Builder
from geltung.search.compounds import Splitter
from geltung.search.damage import Damage
from geltung.search.engine import Engine, Reader
from geltung.search.index import OpenIndex
from geltung.search.question import parse
from geltung.search.ranking import Ranking
from geltung.search.thesaurus import Thesaurus

Ask = Callable[[str], list[int]]
"""A question → the numbers of the best ten sections."""
TEN: Final = 10
_WORD = re.compile(r"\w+")
_STEMMER = Stemmer.Stemmer("german")


def _stem(word: str) -> str:
    return str(_STEMMER.stemWord(word))


class Peer(Protocol):
    """Indexes sections in an empty folder and answers."""

    def __call__(self, sections: Sequence[Section], folder: Path) -> Ask: ...


def geltung(sections: Sequence[Section], folder: Path) -> Ask:
    """Our own: the modules that ``geltung search`` is made of, on bare texts."""
    known = vocabulary(item.body for item in sections)
    analysis = GermanAnalysis(Splitter(known), Damage(known))
    documents = ({"text": item.body, "path": "", "place": b""} for item in sections)
    opened = Engine(folder / "index").rebuild(analysis, documents)
    state = OpenIndex(analysis, tuple(known), Ranking(Reader(opened)), Thesaurus(()))

    def ask(text: str) -> list[int]:
        found = Builder(state).question(parse(text))
        scores = state.ranking.score(found) if found is not None else {}
        return nsmallest(TEN, scores, key=lambda number: -scores[number])

    return ask


def whoosh_snowball(sections: Sequence[Section], folder: Path) -> Ask:
    """Whoosh as it comes, with Snowball."""
    analyzer = analysis.RegexTokenizer() | analysis.LowercaseFilter() | analysis.StemFilter(stemfn=_stem)
    schema = fields.Schema(number=fields.STORED, text=fields.TEXT(analyzer=analyzer))
    made = index.create_in(str(folder), schema)
    writer = made.writer(limitmb=256)
    for number, item in enumerate(sections):
        writer.add_document(number=number, text=item.body)
    writer.commit()
    searcher = made.searcher()

    def ask(text: str) -> list[int]:
        terms = [query.Term("text", token.text) for token in analyzer(text, mode="query")]
        return [hit["number"] for hit in searcher.search(query.Or(terms), limit=TEN)]

    return ask


def tantivy_german(sections: Sequence[Section], folder: Path) -> Ask:
    """Tantivy with its German stemmer."""
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("number", stored=True)
    builder.add_text_field("text", tokenizer_name="german")
    made = tantivy.Index(builder.build(), path=str(folder))
    chain = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    made.register_tokenizer(
        "german", chain.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.stemmer("german")).build()
    )
    writer = made.writer()
    for number, item in enumerate(sections):
        writer.add_document(tantivy.Document(number=number, text=item.body))
    writer.commit()
    made.reload()
    searcher = made.searcher()

    def ask(text: str) -> list[int]:
        plain = " ".join(_WORD.findall(text)).lower()  # in capitals "UND" would be no word
        hits = searcher.search(made.parse_query(plain, ["text"]), TEN).hits if plain else []
        return [searcher.doc(address)["number"][0] for _, address in hits]

    return ask


def fts5_snowball(sections: Sequence[Section], folder: Path) -> Ask:
    """SQLite's FTS5; it has no German stemmer, so it is given stems."""
    connection = sqlite3.connect(folder / "fts.sqlite")
    connection.execute("CREATE VIRTUAL TABLE section USING fts5(text, content='')")
    rows = ((number, " ".join(_stems(item.body))) for number, item in enumerate(sections))
    connection.executemany("INSERT INTO section (rowid, text) VALUES (?, ?)", rows)
    connection.commit()

    def ask(text: str) -> list[int]:
        match = " OR ".join(f'"{stem}"' for stem in _stems(text))
        statement = "SELECT rowid FROM section WHERE section MATCH ? ORDER BY rank LIMIT ?"
        rows: list[Any] = connection.execute(statement, (match, TEN)).fetchall() if match else []
        return [row[0] for row in rows]

    return ask


def _stems(text: str) -> Iterator[str]:
    return (_stem(word) for word in _WORD.findall(text.lower()))


PEERS: Final[dict[str, Peer]] = {
    "geltung": geltung,
    "Whoosh, Snowball": whoosh_snowball,
    "tantivy, German stemmer": tantivy_german,
    "SQLite FTS5, Snowball": fts5_snowball,
}
