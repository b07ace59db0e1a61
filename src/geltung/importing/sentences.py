"""Where German sentences end: not at the full stop of "30. April", "Nr. 2.1", "vgl." or inside a quotation."""

import re
from collections.abc import Iterator
from typing import Final

from geltung.parse.wording import MONTHS


def words(text: str) -> frozenset[str]:
    """The words of a list written as one text."""
    return frozenset(text.split())


_STOP = re.compile(r"[.!?][“”\"»)\]]*(\s+)(?=[„“\"»(]?[A-ZÄÖÜ])")
_CLOSED = re.compile(r"„[^„“”]{0,600}[“”\"]|\"[^\"„“]{0,300}\"|»[^»«]{0,300}«|\([^()]{0,300}\)")
"""Quotations and brackets; one that is never closed is none."""
_ABBREVIATIONS: Final = words(
    "abs abschn absch anl art az bd beschl betr bl buchst bzgl bzw ca dr einschl etc evtl ff folg gem gez ggf "
    "hrsg inkl insb insbes kap lfd mind nr nrn o.g pos rd s sog str tel tz u.a u.u usw v vgl z.b d.h i.v.m "
    "i.d.r i.d.f i.s.d s.o s.u ziff zzgl zz"
)
_STARTERS: Final = words(
    "der die das dem den des dieser diese dieses diesem diesen ein eine einer eines es er sie ihr ihre sein "
    "seine im in mit bei für nach vor zu zum zur auf aus ab an am von vom bis durch über unter um wenn sofern "
    "soweit falls hierzu hierfür hierbei dabei dazu danach davon damit daher dies alle jede jeder jedes für "
    "sofern ebenso zudem zusätzlich weiterhin ausgenommen abweichend weisung weisungen"
)
"""Words with which a sentence goes on behind a number; a noun behind one belongs to it ("im 3. Quartal")."""
_NUMBERED: Final = words(
    "ziffer ziffern ziff nummer nummern nr nrn abschnitt abschnitte abschnitts abschnitten kapitel kap punkt "
    "punkte tz absatz absätze satz sätze anlage anlagen seite seiten artikel § §§"
)
_ROMAN = re.compile(r"[IVX]{1,5}")


def split_sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text of one paragraph, without the blanks between them."""
    starts = [0, *_starts(text)]
    pieces = (text[start:end].strip() for start, end in zip(starts, [*starts[1:], len(text)], strict=True))
    return tuple(piece for piece in pieces if piece)


def start_of_sentence(text: str, offset: int) -> int:
    """Where the sentence begins that a position stands in."""
    return max((start for start in _starts(text) if start <= offset), default=0)


def _starts(text: str) -> Iterator[int]:
    closed = [match.span() for match in _CLOSED.finditer(text)]
    for match in _STOP.finditer(text):
        if any(start < match.start(1) < end for start, end in closed):
            continue
        if text[match.start()] != "." or match.start(1) > match.start() + 1 or _ends(text, match):
            yield match.end()


def _ends(text: str, stop: re.Match[str]) -> bool:
    """Whether a full stop ends a sentence."""
    said = text[: stop.start()].split()
    if not said:
        return False
    last = said[-1].lstrip('(„"»')
    before = said[-2].lower().strip(".,(") if len(said) > 1 else ""
    following = re.match(r"[^\W_]*", text[stop.end() :].lstrip('„“"»('))
    behind = following[0].lower() if following else ""
    if last.lower() in _ABBREVIATIONS or (len(last) == 1 and last.isalpha()):
        return False
    if last.isdigit() and len(last) <= 2:
        return behind not in MONTHS and (behind in _STARTERS or before in _NUMBERED)
    if _ROMAN.fullmatch(last):
        return behind in _STARTERS or before == "sgb"
    return behind not in MONTHS or (len(last) > 2 and not last[-1].isdigit())
