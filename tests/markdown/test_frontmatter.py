"""Splitting off and reading front matter."""

import time

import pytest

from geltung.markdown.frontmatter import Broken, Mapping, Scalar, Sequence, read, split


def problems(text: str) -> list[tuple[str, int]]:
    return [(problem.kind, problem.line) for problem in read(text, 2)[1]]


@pytest.mark.parametrize(
    ("text", "head", "body", "line"),
    [
        ("---\na: b\n---\nText\n", "a: b\n", "Text\n", 4),
        ("---\n---\n", "", "", 3),
        ("---\n---", "", "", 3),
        ("--- \na: b\n---  \n\nText", "a: b\n", "\nText", 4),
        ("---\na: b\n----\n---\nText", "a: b\n----\n", "Text", 5),
        ("---\na: b\n---\nText\n\n---\n\nmehr", "a: b\n", "Text\n\n---\n\nmehr", 4),
    ],
)
def test_split(text: str, head: str, body: str, line: int) -> None:
    document = split(text)
    assert (document.head, document.head_line, document.body, document.body_line) == (head, 2, body, line)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "muss in Zeile 1 mit „---“ beginnen"),
        ("# Titel\n", "muss in Zeile 1 mit „---“ beginnen"),
        ("\n---\na: b\n---\n", "davor darf keine Leerzeile stehen"),
        ("---\na: b\n", "die ihn beendet, fehlt"),
        ("---", "die ihn beendet, fehlt"),
        ("---x\n---\n", "muss in Zeile 1"),
    ],
)
def test_split_without_front_matter(text: str, words: str) -> None:
    document = split(text)
    assert document.head is None
    assert words in document.missing


def test_read_keeps_raw_text_and_lines() -> None:
    tree, found = read("a: 2025-05-26\nb: 'no'\nc:\n  - x\n  - d: 0x1F\ne:\n", 2)
    assert found == ()
    assert isinstance(tree, Mapping)
    assert tree.get("a") == Scalar("2025-05-26", 2)
    assert tree.get("b") == Scalar("no", 3)
    assert tree.get("c") == Sequence((Scalar("x", 5), Mapping({"d": Scalar("0x1F", 6)}, {"d": 6}, 6)), 5)
    assert tree.get("e") == Scalar("", 7)
    assert tree.lines == {"a": 2, "b": 3, "c": 4, "e": 7}


def test_empty_yaml_is_an_empty_mapping() -> None:
    assert read("", 2) == (Mapping({}, {}, 2), ())
    assert read("# nur ein Kommentar\n", 2)[0] == Mapping({}, {}, 2)


def test_anchors_and_aliases_are_reported_and_not_expanded() -> None:
    tree, found = read("a: &x 1\nb: *x\n", 2)
    assert [(problem.kind, problem.line) for problem in found] == [("alias", 2), ("alias", 3)]
    assert tree is not None
    assert tree.get("a") == Scalar("1", 2)
    assert tree.get("b") == Broken(3)


def test_a_bomb_costs_as_much_as_its_text_is_long() -> None:
    layers = [f"a{n}: &a{n} [{', '.join(f'*a{n - 1}' for _ in range(9))}]" for n in range(1, 40)]
    begun = time.perf_counter()
    tree, found = read("a0: &a0 lol\n" + "\n".join(layers), 2)
    assert time.perf_counter() - begun < 1
    assert tree is not None
    assert {problem.kind for problem in found} == {"alias"}


@pytest.mark.parametrize("tag", ["!!python/object/apply:os.system", "!!binary", "!foo", "!!str"])
def test_tags_are_reported(tag: str) -> None:
    assert problems(f"a: {tag} x\n") == [("tag", 2)]


def test_duplicate_keys_keep_the_first() -> None:
    tree, found = read("a: 1\nb: 2\na: 3\n", 2)
    assert tree is not None
    assert tree.get("a") == Scalar("1", 2)
    assert [(problem.kind, problem.line) for problem in found] == [("duplicate", 4)]
    assert "Zeile 2" in found[0].message


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("title: Umbau: neu\n", 2, "muss in Anführungszeichen stehen, da steht „title: Umbau: neu“"),
        ("a: 1\ntitle: @x\n", 3, "muss in Anführungszeichen"),
        ('a: "x\nb: 1\n', 2, "Jedes Anführungszeichen muss geschlossen werden"),
        ("a: [1, 2\n", 2, "Klammer muss geschlossen werden"),
        ("a: [\n", 2, "Jede Klammer muss geschlossen sein"),
        ("a: |x\n b\n", 2, "in der nächsten Zeile beginnen"),
        ("a:\n\tb: 1\n", 3, "nicht mit Tabulatoren"),
        ("a: 1\n b: 2\n", 3, "muss in Anführungszeichen"),
        ("a: - b\n", 2, "Eine Liste muss in einer neuen Zeile"),
        ("- a\n", 2, "„feld: wert“"),
        ("nur Text\n", 2, "„feld: wert“"),
        ("a: 1\n--- \nb: 2\n", 3, "ein YAML-Dokument"),
        ("? [a]\n: b\n", 2, "einfaches Wort"),
        ("*x : b\n", 2, "Alias"),
        ("a: \x00\n", 2, "Steuerzeichen"),
        ("a: \ud800\n", 2, "Unicode"),
    ],
)
def test_what_cannot_be_read_to_its_end_is_none(text: str, line: int, words: str) -> None:
    tree, found = read(text, 2)
    assert tree is None
    assert found[-1].line == line
    assert any(words in problem.message for problem in found)


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "a: " + "[" * 500 + "]" * 500])
def test_depth_is_bounded(text: str) -> None:
    begun = time.perf_counter()
    tree, found = read(text, 2)
    assert time.perf_counter() - begun < 1
    assert tree is None
    assert [problem.kind for problem in found] == ["syntax"]


def test_length_is_bounded() -> None:
    assert read("a: " + "x" * 5_000_000, 2)[0] is None
