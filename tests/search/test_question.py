from hypothesis import given
from hypothesis import strategies as st

from geltung.search.question import Alternative, Piece, parse


def test_words_stand_beside_each_other() -> None:
    (alternative,) = parse("Termin absagen")
    assert alternative.wanted == (Piece("Termin", "word"), Piece("absagen", "word"))
    assert not alternative.strict


def test_operators_in_both_languages() -> None:
    for text in ("a1 AND b1", "a1 UND b1"):
        (alternative,) = parse(text)
        assert alternative.strict
    assert len(parse("a1 ODER b1")) == len(parse("a1 OR b1")) == 2
    for text in ("a1 NICHT b1", "a1 NOT b1"):
        (alternative,) = parse(text)
        assert alternative.unwanted == (Piece("b1", "word"),)


def test_small_they_are_words() -> None:
    for text in ("Termin und Absage", "Termin oder Absage", "Termin nicht wahrgenommen", "Nicht abgeholte Post"):
        (alternative,) = parse(text)
        assert [piece.text for piece in alternative.wanted] == text.split()
        assert not alternative.strict and not alternative.unwanted


def test_a_small_nicht_before_a_noun_excludes_in_a_short_question() -> None:
    (alternative,) = parse("Postfach nicht Leistung")
    assert alternative == Alternative((Piece("Postfach", "word"),), (Piece("Leistung", "word"),), False)
    (longer,) = parse("wann Kunden zum Termin nicht Unterlagen mitbringen")
    assert not longer.unwanted


def test_phrases_prefixes_and_fields() -> None:
    (alternative,) = parse('„online Kanal“ Post* titel:Umbau az:"6801.4" foo:bar')
    assert alternative.wanted == (
        Piece("online Kanal", "phrase"),
        Piece("Post", "prefix"),
        Piece("Umbau", "word", "titel"),
        Piece("6801.4", "phrase", "az"),
        Piece("foo", "word"),
        Piece("bar", "word"),
    )


def test_only_the_first_phrases_and_prefixes_are_looked_up_as_such() -> None:
    """Each may take as long as a whole question."""
    (alternative,) = parse('"a b" an* ' * 6)
    assert [piece.kind for piece in alternative.wanted] == ["phrase", "prefix"] * 2 + ["phrase"] + ["word"] * 7


def test_what_asks_for_nothing() -> None:
    for text in ("", "   ", '"', "()", "+ - *", "UND ODER"):
        assert parse(text) == ()


@given(st.text())
def test_every_text_is_a_question(text: str) -> None:
    for alternative in parse(text):
        assert alternative.wanted or alternative.unwanted
