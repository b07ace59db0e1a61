"""Link lists at page ends: which words an address is put on."""

from geltung.importing.body import Node
from geltung.importing.drafting.links import with_links
from geltung.importing.structure.pages import PageLink
from geltung.importing.text import Line

BASE = "https://www.baintranet.de/011/Seiten/"


def node(text: str) -> Node:
    return Node("paragraph", text, (Line(1, 1, text, text),))


def placed(text: str, *addresses: str) -> list[tuple[int, str]]:
    """The paragraph and the words of every link that was put in its place."""
    links = [PageLink(BASE + address, 10 + number, 1) for number, address in enumerate(addresses)]
    return [(link.node, link.words) for link in with_links(list(map(node, text.split("\n"))), links).placed]


def test_a_label_runs_over_all_words_that_the_address_names() -> None:
    text = "Näheres regeln die Fachlichen Weisungen Insolvenzgeld und der Leitfaden."
    assert placed(text, "Fachliche-Weisungen-Insolvenzgeld.aspx") == [(0, "Fachlichen Weisungen Insolvenzgeld")]


def test_of_two_places_the_one_between_the_neighbours() -> None:
    text = "Der Leitfaden gilt.\nDas Handbuch ersetzt den Leitfaden neben dem Merkblatt."
    found = placed(text, "Handbuch.pdf", "Leitfaden.pdf", "Merkblatt.pdf")
    assert found == [(1, "Handbuch"), (1, "Leitfaden"), (1, "Merkblatt")]


def test_a_link_never_lies_on_the_same_word_elsewhere() -> None:
    text = "Den Leitfaden ersetzt das Handbuch, der Leitfaden bleibt neben dem Merkblatt gültig."
    found = placed(text, "Handbuch.pdf", "Leitfaden.pdf", "Merkblatt.pdf")
    assert found == [(0, "Handbuch"), (0, "Merkblatt")]


def test_two_places_stay_open() -> None:
    assert placed("Der Leitfaden ersetzt den Leitfaden.", "Leitfaden.pdf") == []


def test_words_that_stand_once_just_as_the_file_is_called_carry_its_link() -> None:
    text = "Der Videotermin ist freiwillig.\nSiehe FAQ Videotermin.\nEin Videotermin dauert 30 Minuten."
    assert placed(text, "FAQ-Videotermin.aspx") == [(1, "FAQ Videotermin")]


def test_words_of_a_file_that_stand_twice_carry_no_link() -> None:
    text = "Siehe FAQ Videotermin.\nDie FAQ Videotermin werden ergänzt."
    assert placed(text, "FAQ-Videotermin.aspx") == []
