"""The ranking against BM25F computed by hand from the texts, and the parts of a question against plain sets."""

from functools import lru_cache
from math import log
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geltung.search.engine import Engine, Reader, update
from geltung.search.order import Written, analysed, holds, length, stamp
from geltung.search.ranking import But, Every, Phrase, Ranking, Some, Terms, terms_of
from geltung.search.weights import FIELDS, K1, LEAD_WORDS

TEXTS = [
    {"text": "haus hof hund", "heading": "haus"},
    {"text": "hund katze maus hund", "heading": ""},
    {"text": "katze hund", "heading": "hof"},
    {"text": "vogel", "heading": "vogel vogel"},
]
BOTH = ("text", "heading")


PARTS = {"hund": (("tier", 0.5),)}
STOPPED = "und"


@lru_cache
def word(written: str) -> Written:
    """ "hund" has the part "tier", "und" is found by nothing."""
    terms = () if written == STOPPED else ((written, 1.0), *PARTS.get(written, ()))
    return Written(terms, stamp(written), stamp(*written.split("-")) if "-" in written else b"")


def analysis(text: str) -> list[Written]:
    return list(map(word, text.split()))


@pytest.fixture(scope="module")
def ranking(tmp_path_factory: pytest.TempPathFactory) -> Ranking:
    documents = ({**item, "path": f"{number}", "place": b"", "passage": {}} for number, item in enumerate(TEXTS))
    return Ranking(Reader(Engine(tmp_path_factory.mktemp("ranking") / "index").rebuild(analysis, documents)))


def of(folder: Path, *texts: str) -> Ranking:
    """An index of single texts."""
    documents = ({"text": text, "path": text, "place": b"", "passage": {}} for text in texts)
    return Ranking(Reader(Engine(folder).rebuild(analysis, documents)))


def phrase(*words: str, fields: tuple[str, ...] = BOTH) -> Phrase:
    return Phrase(tuple(word for word in words if word != STOPPED), fields, words)


def terms(word: str, weight: float = 1.0, fields: tuple[str, ...] = BOTH) -> Terms:
    return Terms(((word, weight, fields),))


def counts(field: str, number: int) -> list[str]:
    """The words, by which the length of a text is measured."""
    return TEXTS[number][field].split()


def by_hand(word: str) -> dict[int, float]:
    """BM25F straight from its definition."""
    lengths = {field: [len(counts(field, number)) for number in range(len(TEXTS))] for field in BOTH}
    found: dict[int, float] = {}
    for number in range(len(TEXTS)):
        for field in BOTH:
            weight = FIELDS[field].lead * sum(
                w for found in analysis(TEXTS[number][field]) for t, w in found.terms if t == word
            )
            if weight:
                having = [length for length in lengths[field] if length]
                share = FIELDS[field].length_share
                norm = 1 - share + share * lengths[field][number] / (sum(having) / len(having))
                found[number] = found.get(number, 0.0) + FIELDS[field].weight * weight / norm
    rarity = log(1 + (len(TEXTS) - len(found) + 0.5) / (len(found) + 0.5))
    return {number: rarity * count * (K1 + 1) / (count + K1) for number, count in found.items()}


@pytest.mark.parametrize("word", ["haus", "hof", "hund", "katze", "maus", "vogel", "tier", "fehlt"])
def test_scores_are_those_of_bm25f(ranking: Ranking, word: str) -> None:
    assert ranking.score(terms(word)) == pytest.approx(by_hand(word))


def test_the_first_words_count_more(tmp_path: Path) -> None:
    late = " ".join(["wort"] * LEAD_WORDS)
    texts = (f"hund {late}", f"{late} hund")
    ranking = of(tmp_path, *texts)
    early, later = (ranking.score(terms("hund", fields=("text",)))[number] for number in (0, 1))
    assert early > later > 0


def test_weights_and_several_terms_add_up(ranking: Ranking) -> None:
    found = ranking.score(Some((terms("hund", 2.0), terms("hof"))))
    hund, hof = by_hand("hund"), by_hand("hof")
    assert found == pytest.approx({number: 2 * hund.get(number, 0) + hof.get(number, 0) for number in {*hund, *hof}})


def test_every_and_but(ranking: Ranking) -> None:
    both = Every((terms("hund"), terms("katze")), 0.5)
    assert ranking.score(both) == pytest.approx({
        number: 0.5 * (by_hand("hund")[number] + by_hand("katze")[number]) for number in (1, 2)
    })  # fmt: skip
    assert set(ranking.score(But(terms("hund"), terms("hof")))) == {1}
    assert set(ranking.score(But(None, terms("hund")))) == {3}


def test_a_phrase_is_words_that_follow_each_other(ranking: Ranking) -> None:
    assert set(ranking.score(phrase("hund", "katze"))) == {1}
    assert set(ranking.score(phrase("katze", "hund"))) == {2}
    assert set(ranking.score(phrase("hund", "katze", "maus", "hund"))) == {1}
    assert ranking.score(phrase("haus", "hund")) == {}


def test_a_phrase_counts_what_its_words_count(ranking: Ranking) -> None:
    wanted = sum(ranking.score(terms(item, fields=("text",)))[1] for item in ("hund", "katze"))
    assert ranking.score(phrase("hund", "katze")) == pytest.approx({1: wanted})


def test_stop_words_of_a_phrase_must_stand_there(tmp_path: Path) -> None:
    ranking = of(tmp_path, "hund und katze", "hund katze", "hund und und katze", "hund oder katze", "und hund katze")
    assert set(ranking.score(phrase("hund", "und", "katze"))) == {0}
    assert set(ranking.score(phrase("hund", "katze"))) == {1, 4}
    assert set(ranking.score(phrase("und", "katze"))) == {0, 2}
    assert ranking.score(terms("und", fields=("text",))) == {}


def test_a_phrase_finds_hyphenated_words_whole_and_by_their_pieces(tmp_path: Path) -> None:
    ranking = of(tmp_path, "die hof-katze schnurrt", "die hof katze schnurrt")
    whole = Phrase(("schnurrt",), BOTH, ("die", "hof-katze", "schnurrt"))
    assert set(ranking.score(whole)) == {0}
    pieces = Phrase(("schnurrt",), BOTH, ("hof", "katze", "schnurrt"))
    assert set(ranking.score(pieces)) == {0, 1}


@given(
    st.lists(st.sampled_from(["a", "b", "und"]), max_size=8), st.lists(st.sampled_from("ab"), min_size=1, max_size=3)
)
def test_holds_is_a_run_of_words(text: list[str], wanted: list[str]) -> None:
    order = analysed(analysis(" ".join(text)), 1.0).order
    runs = [text[begin : begin + len(wanted)] for begin in range(len(text))]
    assert holds(order, stamp(*wanted)) == (wanted in runs)
    assert length(order) == len(text)


def test_bytes_across_two_words_are_no_word() -> None:
    text = (5).to_bytes(4, "little") + b"abcdefghijkl"
    assert holds(text, b"efgh")
    assert holds(text, b"abcdefgh")
    assert not holds(text, b"bcde")
    assert not holds(text, (5).to_bytes(4, "little"))


def test_a_deleted_document_is_not_found(tmp_path: Path) -> None:
    documents = ({"text": text, "path": text, "place": b"", "passage": {}} for text in ("hund", "katze"))
    index = Engine(tmp_path / "index").rebuild(analysis, documents)
    ranking = Ranking(Reader(update(index, analysis, ["hund"], [])))
    assert len(ranking.score(Some((terms("hund"), terms("katze"))))) == 1
    assert len(ranking.score(But(None, terms("maus")))) == 1


def test_terms_of_a_question() -> None:
    question = But(Some((terms("a"), phrase("b", "und", "c"))), Every((terms("d"),)))
    assert list(terms_of(question)) == ["a", "b", "c"]
