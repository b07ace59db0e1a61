"""Header fields → values: number, title, days, file references; what stands twice and agrees is certain."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final

from geltung.importing.acts import FROM, Act, find_acts, serial_id
from geltung.importing.found import Value
from geltung.importing.head import labels
from geltung.importing.head.head_days import DAMAGED, checked_day, day_of, missing, not_before, said, validity
from geltung.importing.head.header import HeaderText
from geltung.importing.head.scope import ScopeLine, ScopeValue, read_scope
from geltung.importing.review_file import CERTAIN, LIKELY, OPEN, Confidence
from geltung.importing.structure.bullets import bullet_at
from geltung.importing.text import Line, dashed, folded, join, seen_days, seen_ids
from geltung.model.terms import AREAS
from geltung.parse.wording import find_dates

_NO_VALUE = re.compile(r"[\s.–—-]*(?:ohne|keine?[rns]?|entf[äa]llt|n\.?\s?n\.?)?[\s.–—-]*\Z", re.IGNORECASE)
_LETTERHEAD = re.compile(
    r"(?:bundesagentur\s+f.{1,2}r\s+arbeit|zentrale|n[üu]rnberg|regensburger|intern\b|"
    r"nur f[üu]r den dienstgebrauch|www\.|"
    r"interne weisungen?\Z)",
    re.IGNORECASE,
)
_ODD_REFERENCE = re.compile(r"\S*(?:\.\s?\.|/\s*/|[,;]\s*[,;/]|[/.,;–-]\s*\Z|[|\\{}\[\]<>*?!])\S*")
_AT_ISSUE = re.compile(
    r"\bsofort|ver[öo]ffentlich|bekannt|\berlass|\bherausgabe|\btag\s+der\s+unterzeichnung", re.IGNORECASE
)
_SIGNED = re.compile(
    r"^\s*[A-ZÄÖÜ][\wäöüß-]+(?: am Main| \([A-Z][a-z]+\))?,\s+(?:den\s+|am\s+|im\s+)?"
    r"(?P<day>\d{1,2}\.\s?(?:\d{1,2}\.|[A-Z][a-zä]+)\s?\d{4})\s*$",
    re.MULTILINE,
)
"""A line "Nürnberg, den 21. September 2015"."""
_MISREAD_FROM = re.compile(rf"\s(?P<word>(?!vom\b){FROM})\s+[0-9OIl]{{1,2}}\s?[.,]", re.IGNORECASE)
_FEWEST: Final = 3
_FEWEST_WITHOUT_TITLE: Final = 5


@dataclass(frozen=True, slots=True)
class Head:
    """The header's values. ``values`` has one entry per field of the format, also for what is missing."""

    kind: str
    values: tuple[Value, ...]
    scope: tuple[Value, ...]

    def get(self, about: str) -> str | None:
        """The value of a field; None if the source does not state it."""
        return next((value.value for value in self.values if value.about == about), None)


def read_head(header: HeaderText, damaged: bool, text: str, taken: Collection[str]) -> Head:
    """Read the header. ``text`` is the whole document (a value that stands twice is sure), ``taken`` the known ids."""
    title_lines = _title_lines(_without_signs(header.above, damaged))
    named = header.of(labels.TITLE)
    act = _title_act(title_lines) or (_title_act(named[0].lines) if named else None)
    valid_from, valid_until = validity(header)
    issued = _issued(act, title_lines, header, text)
    number = _number(act, title_lines, header, issued, damaged, taken)
    title = _title(act, title_lines, header, damaged)
    if valid_from.value is None and valid_from.lines and issued.value and _AT_ISSUE.search(valid_from.lines[0].text):
        question = f"Da steht „{valid_from.lines[0].text}“. Eingetragen ist das Erlassdatum: Ist es der erste Tag?"
        valid_from = replace(valid_from, value=issued.value, question=question)
    valid_until = not_before(valid_until, valid_from.value)
    days = [checked_day(value, damaged, text) for value in (issued, valid_from, valid_until)]
    values = (number, title, days[0], _file_references(header, damaged), days[1], days[2])
    return Head(act.kind if act else "Weisung", values, _scope(header, damaged))


def _without_signs(above: Sequence[Line], damaged: bool) -> tuple[Line, ...]:
    """The lines with the dash that a damaged text has as a sign of a list ("« Umsetzung in den Dienststellen")."""
    bullets = (bullet_at(line, damaged) if damaged and line.text else None for line in above)
    return tuple(
        line.with_text(f"– {bullet.text}") if bullet is not None and index else line
        for index, (line, bullet) in enumerate(zip(above, bullets, strict=True))
    )


def _title_lines(above: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of the title: from the line that names the act, else all but the letterhead."""
    filled = [line for line in above if line.text]
    for index, line in enumerate(filled):
        following = filled[index + 1].text if index + 1 < len(filled) else ""
        for text in (line.text, join((line.text, following))):
            acts = find_acts(text)
            if acts and acts[0].start <= 2 and not _LETTERHEAD.match(line.text):
                return tuple(filled[index:])
    styled = [line for line in filled if line.style in ("title", "heading 1")]
    return tuple(styled or [line for line in filled if not _LETTERHEAD.match(line.text)])


def _title_act(lines: Sequence[Line]) -> Act | None:
    acts = find_acts(join(line.text for line in lines))
    return acts[0] if acts and acts[0].start <= 2 else None


def _title(act: Act | None, lines: tuple[Line, ...], header: HeaderText, damaged: bool) -> Value:
    labelled = header.of(labels.TITLE)
    if labelled and labelled[0].text:
        field = labelled[0]
        text, places = dashed(join(line.text for line in field.lines)), field.lines
        inner = _title_act(field.lines)
        text = inner.title if inner is not None and inner.title else text
    elif act is not None:
        text, places = act.title, lines
    else:
        text, places = dashed(join(line.text for line in lines)), lines
    text = _plain_title(text)
    if not text and act is not None:
        return _title_above(lines, header)
    if not text:
        return missing("title", "Der Titel")
    value = Value("title", text, CERTAIN if act or labelled else LIKELY, tuple(line for line in places if line.text))
    if not (act or labelled):
        value = value.doubted("Kein „Weisung … vom …“ und kein „Titel:“ gefunden: Ist das der Titel?")
    return value.doubted("Ist der Titel richtig aus der Texterkennung gelesen?") if damaged else value


def _title_above(lines: Sequence[Line], header: HeaderText) -> Value:
    """The title that stands above "Weisung … vom …", where nothing follows it."""
    first = lines[0].number if lines else 0
    above = [line for line in header.above if line.text and line.number < first and not _LETTERHEAD.match(line.text)]
    text = _plain_title(dashed(join(line.text for line in above)))
    if not text:
        return missing("title", "Der Titel")
    return Value("title", text, LIKELY, tuple(above), "Der Titel steht über der Nummer: Ist er das?")


def _plain_title(text: str) -> str:
    inner = text.strip(' "„“”–—-:')
    if text.count("„") != text.count("“") or '"' in inner:
        inner = text.strip(" –—-:")
    return inner


def _number(
    act: Act | None, lines: tuple[Line, ...], header: HeaderText, issued: Value, damaged: bool, taken: Collection[str]
) -> Value:
    fields = [field for field in header.of(labels.NUMBER) if not _NO_VALUE.match(field.text)]
    read: list[tuple[str, bool, tuple[Line, ...]]] = []
    for field in fields:
        acts = [item for item in find_acts(f"Weisung {field.text}") if item.id]
        seen = seen_ids(field.text)
        if seen:
            read.append((seen[0].value, seen[0].clean, field.lines))
        elif acts and acts[0].id:
            read.append((acts[0].id, acts[0].clean, field.lines))
        elif damaged or not re.search(r"\d", field.text):
            read.append((" ".join(field.text.split()), False, field.lines))
        else:
            read.append((" ".join(dashed(field.text).split()), False, field.lines))
    if act is not None and act.id is not None:
        read.append((act.id, act.clean or (not damaged and act.id.isdigit() and act.clean), lines[:2]))
    if not read:
        return _unnumbered(act, lines, issued, taken)
    places = tuple(line for _, _, held in read for line in held if line.text)
    return _agreed_number(read, places, issued.value, damaged)


def _agreed_number(
    read: list[tuple[str, bool, tuple[Line, ...]]], places: tuple[Line, ...], issued: str | None, damaged: bool
) -> Value:
    different = list(dict.fromkeys(value for value, _, _ in read))
    clean = [value for value, is_clean, _ in read if is_clean]
    chosen = _best_number(different, clean, issued)
    value = Value("id", chosen, CERTAIN, places)
    if len(different) > 1:
        return value.doubted(
            f"Die Nummer steht verschieden da: {' und '.join(different)}. Welche stimmt?",
            OPEN,
            tuple(item for item in different if item != chosen),
        )
    if not clean:
        return value.doubted(f"Die Nummer ist beschädigt gelesen; wahrscheinlich heißt sie {chosen}.")
    if issued and chosen.isdigit() and not _fits(chosen, issued):
        return value.doubted(f"Nummer und Datum passen nicht zusammen: {chosen} und vom {said(issued)}.")
    return value.doubted(DAMAGED) if damaged and len(read) < 2 else value


def _best_number(different: list[str], clean: list[str], issued: str | None) -> str:
    for candidates in (clean, different):
        for value in candidates:
            if issued is None or _fits(value, issued):
                return value
    return (clean or different)[0]


def _fits(number: str, issued: str) -> bool:
    return number[:6] == issued[:7].replace("-", "")


def _unnumbered(act: Act | None, lines: tuple[Line, ...], issued: Value, taken: Collection[str]) -> Value:
    if issued.value is None:
        return missing("id", "Die Nummer")
    id_ = serial_id(issued.value, taken)
    question = f"Das Original nennt keine Nummer. Die Kennung ist aus dem Erlassdatum gebildet: {id_}."
    return Value("id", id_, LIKELY, lines[:1] if act else issued.lines, question)


def _issued(act: Act | None, lines: tuple[Line, ...], header: HeaderText, text: str) -> Value:
    labelled = [value for field in header.of(labels.ISSUED) if (value := day_of("issued", field)).value]
    if act is not None and act.issued is not None:
        sure: Confidence = CERTAIN
        value = Value("issued", act.issued, sure, lines[:2])
        written = [seen for seen in seen_days(join(line.text for line in lines)) if seen.value == act.issued]
        if written and not written[0].clean:
            value = value.doubted(f"Das Datum ist beschädigt gelesen: „{written[0].written}“.")
        elif misread := _MISREAD_FROM.search(join(line.text for line in lines)):
            value = value.doubted(f"Vor dem Tag steht „{misread['word']}“, gelesen als „vom“: Ist das das Erlassdatum?")
        if labelled and labelled[0].value != act.issued:
            other = labelled[0].value or ""
            return value.doubted(f"Das Erlassdatum steht verschieden da, auch als {said(other)}.", OPEN, (other,))
        return value
    if labelled:
        return labelled[0]
    signed = [phrase.date for match in _SIGNED.finditer(text) for phrase in find_dates(match["day"]) if phrase.date]
    if len(signed) == 1:
        question = "Das Erlassdatum steht nur über der Unterschrift: Ist es das?"
        return Value("issued", signed[0].isoformat(), LIKELY, lines[:1], question)
    return missing("issued", "Das Erlassdatum („vom“)")


def _file_references(header: HeaderText, damaged: bool) -> Value:
    fields = header.of(labels.FILE_REFERENCES)
    if not fields or _NO_VALUE.match(fields[0].text):
        return Value(
            "file_references", None, LIKELY, (), "Das Geschäftszeichen fehlt im Original oder ist nicht erkannt."
        )
    text = "".join(f"{line.text}{'' if line.text.endswith('/') else ' '}" for line in fields[0].lines)
    text = dashed(text)
    text = re.sub(r"\s*[‐‑‒–—―−]+\s*-?\s*(?=\d)", " – ", text)
    text = re.sub(r"\s+[‒–—―−]+\s*(?=[A-ZÄÖÜ])", " – ", text)
    text = re.sub(r"(?<=\d)\s*\.\s*(?=\d)", ".", text) if damaged else text
    value = Value("file_references", text, CERTAIN, fields[0].lines)
    if odd := _ODD_REFERENCE.search(text):
        value = value.doubted(f"„{odd[0].strip()}“ im Geschäftszeichen ist ungewöhnlich: Steht es so da?", OPEN)
    return value.doubted(DAMAGED) if damaged else value


def _scope(header: HeaderText, damaged: bool) -> tuple[Value, ...]:
    lines = [ScopeLine(field.label.words, field.text, field.lines[0]) for field in header.of(labels.SCOPE)]
    found = {value.area: _scope_value(value) for value in read_scope(lines, damaged)}
    return tuple(found.get(area) or missing(f"scope: {area}", f"Die Zeile zum Rechtskreis {area}") for area in AREAS)


def _scope_value(value: ScopeValue) -> Value:
    about = f"scope: {value.area}"
    if value.force is None:
        return Value(about, None, OPEN, (value.line,), f"Was gilt für {value.area}? Da steht „{value.line.text}“.")
    found = Value(about, value.force, CERTAIN, (value.line,))
    if value.sure:
        return found
    reason = f" ({value.reason.rstrip('.')})" if value.reason else ""
    return found.doubted(f"Gehört „{value.line.original.strip()}“ zu {value.area}{reason}, mit dem Wert {value.force}?")


def is_known(head: Head) -> bool:
    """Whether anything of a directive's header was recognised at all."""
    read = sum(value.value is not None for value in (*head.values, *head.scope))
    return read >= (_FEWEST if folded(head.get("title") or "") else _FEWEST_WITHOUT_TITLE)
