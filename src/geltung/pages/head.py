"""The head of a directive's page: its state, its header fields, and how it hangs together with others."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from geltung.corpus.corpus import Corpus, effective_day
from geltung.exports.addresses import relative
from geltung.model.dates import day_after, german, german_iso
from geltung.model.records import Change, Directive, HeaderVersion, Record, ReferenceRecord
from geltung.model.terms import AREAS, EXTENSION, GERMAN, IN_FORCE
from geltung.pages import escape
from geltung.pages.days import FIRST, LAST, ByDay, choice, stand
from geltung.pages.links import Links
from geltung.pages.page import field
from geltung.pages.standing import badge, sentences, unassessed
from geltung.pages.wordings import NOT_EFFECTIVE, folded
from geltung.questions.courses import Phase, RepealOf
from geltung.questions.wordings import as_of

_MANY: Final = 6
"""From this number on a list of directives is folded up."""
_HEADER_PARTS: Final = {
    "title": "Titel", "valid_from": "Gültig ab", "valid_until": "Gültig bis", "scope": "Rechtskreise",
}  # fmt: skip
_PRINT: Final = '<button type="button" class="g-knopf" data-drucken hidden>Drucken</button>'


def of_directive(
    directive: Directive,
    phases: Sequence[Phase],
    repeals: Sequence[RepealOf],
    corpus: Corpus,
    links: Links,
    original: str | None,
    today: date,
) -> str:
    """The head of a directive. ``original`` is the address of its original, if that lies in the collection."""
    said = choice(sentences(phases, repeals, links, directive.valid_until_words or "ohne Ende"), today, "span")
    header = as_of(directive, phases, {}, today.isoformat()).header
    fields = "".join((*_fields(directive, header, phases), *_connections(directive, corpus, links)))
    tools = [_PRINT]
    if original:
        here = escape.text(relative(original, links.page))
        tools.append(f'<a class="g-knopf" href="{here}" download>Original herunterladen</a>')
    return (
        f'<p class="g-nummer">{_name(directive)}</p>'
        f'<p class="g-lage">{said}</p><p class="g-klein">{stand(today)}</p>'
        f'<dl class="g-felder">{fields}</dl>{"".join(_other_headers(directive, header, phases, today))}'
        f'<p class="g-werkzeug">{"".join(tools)}</p>'
    )


def of_draft(directive: Directive, corpus: Corpus, links: Links, today: date) -> str:
    """The head of a draft: what its file says. It stands in no way, so there is no state."""
    fields = "".join((*_fields(directive, directive.header, ()), *_connections(directive, corpus, links)))
    others = "".join(_other_headers(directive, directive.header, (), today))
    return (
        f'<p class="g-nummer">{_name(directive)}</p><p class="g-lage">{badge("unbewertet", "Entwurf")} '
        f'Zählt in keiner Antwort.</p><dl class="g-felder">{fields}</dl>{others}'
        f'<p class="g-werkzeug">{_PRINT}</p>'
    )


def of_reference(record: ReferenceRecord, corpus: Corpus, links: Links, today: date) -> str:
    """The head of a reference record: nothing but what is known of it (rule 12)."""
    fields = "".join(_connections(record, corpus, links))
    return (
        f'<p class="g-nummer">{_name(record)}</p>'
        f'<p class="g-lage">{unassessed()} Diese Weisung ist nur durch Zitat bekannt. '
        "Ihr Text liegt nicht vor; ob sie gilt, ist nicht bewertet.</p>"
        f'<p class="g-klein">{stand(today)}</p><dl class="g-felder">{fields}</dl>'
    )


def _name(record: Record) -> str:
    named = record.id if record.id.startswith(record.kind) else f"{record.kind} {record.id}"
    return escape.text(f"{named} vom {german(record.issued)}" if record.issued else named)


def department(file_references: str | None) -> str | None:
    """The responsible department: what stands before the dash in the Geschäftszeichen ("KPI4 – 6801.4/…")."""
    before, dash, _ = (file_references or "").replace("—", "–").replace(" - ", " – ").partition("–")
    return before.strip() or None if dash else None


def _fields(directive: Directive, header: HeaderVersion, phases: Sequence[Phase]) -> Iterator[str]:
    doubts = {note.text: note.reason for note in directive.notes if note.kind == "uncertain"}
    if directive.file_references:
        yield _field("Geschäftszeichen", escape.text(directive.file_references), "file_references", doubts)
    if responsible := department(directive.file_references):
        yield field("Zuständig", f"{escape.text(responsible)} (laut Geschäftszeichen)")
    if directive.issued:
        yield _field("Erlassen am", german(directive.issued), "issued", doubts)
    start = german(header.valid_from) if header.valid_from else "nicht angegeben"
    yield _field("Gültig ab", start, "valid_from", doubts)
    yield _field("Gültig bis", _until(directive, header), "valid_until", doubts)
    intervals = dict.fromkeys((item.in_force_from, item.in_force_until) for item in phases if item.phase == IN_FORCE)
    if list(intervals) not in ([], [(_iso(header.valid_from), _iso(header.valid_until))]):
        yield field("In Kraft", "<br>".join(_interval(*days) for days in intervals))
    yield _field("Rechtskreise", _scope(header), "scope", doubts)


def _field(label: str, html: str, name: str, doubts: dict[str, str]) -> str:
    doubt = ""
    if name in doubts:
        doubt = f' <span class="g-merkmal">unsicher</span> <span class="g-klein">{escape.text(doubts[name])}</span>'
    return field(label, html + doubt)


def _until(directive: Directive, header: HeaderVersion) -> str:
    if header.valid_until:
        return german(header.valid_until)
    return escape.text(directive.valid_until_words or "nicht angegeben")


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _interval(first: str | None, last: str | None) -> str:
    start = german_iso(first) if first else "?"
    return f"{start} bis {german_iso(last)}" if last else f"ab {start}"


def _scope(header: HeaderVersion) -> str:
    values = zip(AREAS, header.scope, strict=True)
    items = (f"<li>{area}: {escape.text(value or 'nicht angegeben')}</li>" for area, value in values)
    return f'<ul class="g-reihe">{"".join(items)}</ul>'


def _other_headers(directive: Directive, shown: HeaderVersion, phases: Sequence[Phase], today: date) -> Iterator[str]:
    """The wordings of the head that do not count on the day of the build, the newest first, folded up."""
    counting = {phase.header for phase in phases}
    headers = directive.headers
    for position in reversed(range(len(headers))):
        version = headers[position]
        if version is shown:
            continue
        start = german(version.valid_from) if version.valid_from else "nicht angegeben"
        until = german(version.valid_until) if version.valid_until else "ohne Ende"
        values = (("Titel", escape.text(version.title)), ("Gültig ab", start), ("Gültig bis", until))
        fields = "".join((*(field(*value) for value in values), field("Rechtskreise", _scope(version))))
        name = NOT_EFFECTIVE
        if position < headers.index(shown) and version.until:
            name = f"Früherer Kopf der Weisung (galt bis {german(version.until)})"
        elif version.line in counting and (before := headers[position - 1].until):
            day = day_after(before)
            coming = ByDay(FIRST, before.isoformat(), f"Künftiger Kopf der Weisung (gilt ab {german(day)})")
            come = ByDay(day.isoformat(), LAST, f"Dieser Kopf der Weisung gilt seit {german(day)}")
            name = choice((coming, come), today)
        yield folded(f'<dl class="g-felder">{fields}</dl>', name)


def _connections(record: Record, corpus: Corpus, links: Links) -> Iterator[str]:
    """Cites, is cited by, changes, is changed by."""
    if isinstance(record, Directive):
        yield _listed("Bezug", (_cited(item.id, item.text, corpus, links) for item in record.references))
        changes = ((change, effective_day(record, change)) for change in record.changes)
        yield _listed("Ändert", (_change(change, day, links, change.target) for change, day in changes))
    yield _listed("Zitiert in", (_titled(id_, corpus, links) for id_ in corpus.cited_by.get(record.id, ())))
    made = ((key.author, change) for key, change in corpus.changes_of.get(record.id, ()))
    yield _listed("Geändert durch", (_changed_by(author, change, corpus, links) for author, change in made))


def _listed(label: str, items: Iterable[str]) -> str:
    found = [f"<li>{item}</li>" for item in items]
    if not found:
        return ""
    listed = f'<ul class="g-liste">{"".join(found)}</ul>'
    if len(found) >= _MANY:
        listed = f"<details><summary>{len(found)} Einträge</summary>{listed}</details>"
    return field(label, listed)


def _cited(id_: str, words: str | None, corpus: Corpus, links: Links) -> str:
    if words and id_ in words:
        before, after = words.split(id_, 1)
        return f"{escape.text(before)}{links.directive(id_)}{escape.text(after)}"
    return _titled(id_, corpus, links)


def _titled(id_: str, corpus: Corpus, links: Links) -> str:
    record = corpus.records.get(id_)
    if record is None:
        return f"{escape.text(id_)} (nicht in der Sammlung)"
    dated = f" vom {german(record.issued)}" if record.issued else ""
    return f"{links.directive(id_)}{dated} – {escape.text(record.title)}"


def _changed_by(author: str, change: Change, corpus: Corpus, links: Links) -> str:
    directive = corpus.directive(author)
    day = effective_day(directive, change) if directive else None
    return _change(change, day, links, author)


def _change(change: Change, day: date | None, links: Links, other: str) -> str:
    """A change, named with the directive on its other side."""
    parts = f" ({', '.join(_part(part, change.target, links) for part in change.parts)})" if change.parts else ""
    since = f" zum {german(day)}" if day else " (Tag nicht angegeben)"
    text = f"{GERMAN[change.kind]}{parts}{since}: {links.directive(other)}"
    if change.kind != EXTENSION:
        return text
    return f"{text}, neues Gültig bis: {german(change.valid_until) if change.valid_until else 'unbegrenzt'}"


def _part(part: str, target: str, links: Links) -> str:
    if part.startswith("#"):
        words = f"Auftrag {part}"
        return links.task(target + part, words) if target in links.records else escape.text(words)
    if part in _HEADER_PARTS:
        return _HEADER_PARTS[part]
    words = f"Abschnitt {part}"
    return links.section(target, part, words) if target in links.records else escape.text(words)
