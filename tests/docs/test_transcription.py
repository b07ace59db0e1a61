"""The two directives against their originals: word by word, nothing lost, nothing added, only OCR damage repaired."""

import difflib
import re
import unicodedata
from pathlib import Path

import pytest

DIRECTIVES = Path(__file__).parents[2] / "directives"

REPAIRED = {
    "202505010": """
        zuriickgefahren hierfiir=zuruckgefahren hierfur|lesung=losung|liber=uber|fiir=fur|zurtickgefahren=zuruckgefahren
        |l=iii|il=iii|kennen=konnen|fir=fur|flihrungskrafte=fuhrungskrafte|flr=fur|ausgeldst=ausgelost|marnahme=massnahme
        |persdenlichen=personlichen|far=fur|friihzeitige=fruhzeitige|iber=uber|riickgangs=ruckgangs|darlber=daruber
        |ermdglichen=ermoglichen|persenlichen=personlichen|gber=uber|flinf=funf|unterstitzen=unterstutzen|0=o|1l=iii
        |zielpostkdrbe=zielpostkorbe|malrnahmenkatalog=massnahmenkatalog|hierflr=hierfur|gbersandten=ubersandten
        |sgbiil_anderungsformular_zum_eakte_regelwerk=sgbiii_anderungsformular_zum_eakte_regelwerk
        |verfiigung=verfugung|gbergeben=ubergeben""",
    "202509011": """
        zukiinftig=zukunftig|fir=fur|il=iii|=iii|ermdglicht=ermoglicht|zusteandigen=zustandigen|einfihrung=einfuhrung
        |mdglichkeit=moglichkeit|111=iii|authentifizierungsmdglichkeit=authentifizierungsmoglichkeit
        |malrhahmen=massnahmen|flr=fur|verfligung=verfugung|kostenglnstig=kostengunstig|wiinschen=wunschen
        |ausschlieblich fir=ausschliesslich fur""",
}
"""What OCR read = what stands in the transcription, folded. Every other word is the same in both."""

ADDRESS = re.compile(r"https?://[^)\s]+")


def fold(word: str) -> str:
    """Lower case without umlauts, because this OCR drops most of them silently."""
    decomposed = unicodedata.normalize("NFKD", word.lower())
    return "".join(char for char in decomposed if not unicodedata.combining(char)).replace("ß", "ss")


def words(text: str) -> list[str]:
    return [fold(word) for word in re.findall(r"\w+", text)]


def body_of(number: str) -> str:
    return (DIRECTIVES / f"{number}.md").read_text(encoding="utf-8")[4:].split("\n---\n", 1)[1]


def original_of(number: str) -> str:
    return (DIRECTIVES / "sources" / f"{number}.ocr.txt").read_text(encoding="utf-8")


def plain(body: str) -> str:
    without_attributes = re.sub(r"\{:[^}]*\}", "", ADDRESS.sub("", body))
    return re.sub(r"==|[\[\]]|\(\)", "", without_attributes)


def plain_original(text: str) -> str:
    after_head = ADDRESS.sub("", text.split("Aufhebung von Regelungen:", 1)[1])
    return re.sub(r"-\s*\n\s*(?=[a-zäöü])", "", after_head)


@pytest.mark.parametrize("number", sorted(REPAIRED))
def test_every_word_of_the_original_stands_in_the_transcription(number: str) -> None:
    before, after = words(plain_original(original_of(number))), words(plain(body_of(number)))
    allowed = {entry.strip() for entry in REPAIRED[number].replace("\n", "").split("|")}
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    different = {
        f"{' '.join(before[i:j])}={' '.join(after[k:m])}"
        for kind, i, j, k, m in matcher.get_opcodes()
        if kind != "equal"
    }
    assert different == allowed


@pytest.mark.parametrize("number", sorted(REPAIRED))
def test_every_link_address_is_kept_in_order(number: str) -> None:
    assert ADDRESS.findall(body_of(number)) == ADDRESS.findall(original_of(number))


@pytest.mark.parametrize("number", sorted(REPAIRED))
def test_sgb_ii_stands_only_where_the_header_says_it(number: str) -> None:
    assert not re.search(r"SGB\s*II(?!I)", body_of(number))


def test_slips_of_the_authors_are_kept() -> None:
    assert "Für eine reibungslosen Ablauf" in body_of("202505010")
    assert "beauftragen Veränderungen" in body_of("202505010")
    assert "Arbeitsgeber-Service" in body_of("202509011")
    assert "changes: []" in (DIRECTIVES / "202505010.md").read_text(encoding="utf-8")
