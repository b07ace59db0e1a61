"""The web of citations and changes as a picture."""

from itertools import pairwise
from xml.etree import ElementTree

from geltung.pages.web_picture import CHANGES, CITES, MISSING, REPEALS, Column, Edge, Measures, Node, web

NAMES = ("netz", "Titel", "Beschreibung")


def node(key: str, *notes: str, href: str | None = "x.html") -> Node:
    return Node(key, (key, *notes), f"Name von {key}", href)


def drawn(columns: list[Column], *edges: Edge, measures: Measures = Measures()) -> ElementTree.Element:  # noqa: B008
    return ElementTree.fromstring(web(columns, edges, NAMES, measures))


def name(link: ElementTree.Element) -> str | None:
    """A link of a picture is named by its title."""
    return next(item.text for item in link.iter() if item.tag.endswith("}title"))


def classes(picture: ElementTree.Element, begin: str) -> list[str]:
    found = [item.get("class") or "" for item in picture.iter() if item.tag.endswith("path")]
    return [item.removeprefix(f"{begin} ") for item in found if item.startswith(f"{begin} ")]


COLUMNS = [Column("2024", (node("a"), node("b"))), Column("2025", (node("c"),))]


def test_every_box_is_a_named_link() -> None:
    links = [item for item in drawn(COLUMNS).iter() if item.tag.endswith("}a")]
    assert [name(link) for link in links] == ["Name von a", "Name von b", "Name von c"]
    assert all(link.get("href") == "x.html" for link in links)


def test_what_has_no_page_is_no_link() -> None:
    picture = drawn([Column("", (Node("a", ("a",), "a", None, MISSING),))])
    assert not [item for item in picture.iter() if item.tag.endswith("}a")]
    assert "a" in "".join(picture.itertext())


def test_of_several_lines_between_two_boxes_the_weightiest_is_drawn() -> None:
    edges = (Edge("c", "a", CITES), Edge("c", "a", REPEALS), Edge("c", "a", CHANGES), Edge("c", "b", CITES))
    assert classes(drawn(COLUMNS, *edges), "edge") == [REPEALS, CITES]


def test_lines_to_nowhere_and_to_oneself_are_left_out() -> None:
    assert classes(drawn(COLUMNS, Edge("c", "x", CITES), Edge("c", "c", REPEALS)), "edge") == []


def test_boxes_do_not_overlap_and_lie_inside_the_picture() -> None:
    picture = drawn([Column("", tuple(node(str(number), *["Zeile"] * (number % 3)) for number in range(9)))])
    boxes = [item for item in picture.iter() if item.tag.endswith("rect")]
    ends = [(float(box.get("y")), float(box.get("y")) + float(box.get("height"))) for box in boxes]  # type: ignore[arg-type]
    assert all(before[1] < after[0] for before, after in pairwise(ends))
    svg = next(item for item in picture.iter() if item.tag.endswith("svg"))
    assert ends[-1][1] < float(svg.get("height"))  # type: ignore[arg-type]


def test_the_arrow_points_at_what_is_acted_on() -> None:
    """The head stands at the box of the target, whether it lies left or right."""
    for edge, side in ((Edge("c", "a", CITES), 12 + 92), (Edge("a", "c", CITES), 12 + 92 + 70)):
        heads = [
            item.get("d") for item in drawn(COLUMNS, edge).iter() if (item.get("class") or "").startswith("edge-head")
        ]
        assert heads[0].startswith(f"M{side} ")  # type: ignore[union-attr]


def test_hostile_words_stay_words() -> None:
    evil = '"><script>alert(1)</script>'
    picture = drawn([Column(evil, (Node(evil, (evil,), evil, "x.html"),))])
    assert not [item for item in picture.iter() if item.tag.endswith("script")]


def test_nothing_at_all() -> None:
    drawn([])
