"""What is news in a collection: a directive is new, changed or ending. What the feeds tell.

When a thing became news follows from the content: the day on which an act was issued, and for a directive that lapses
a day some weeks before its last. Nothing is told before it was issued.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from geltung.corpus.corpus import Corpus, effective_day
from geltung.model.dates import OPEN_END, day_after, german, german_iso
from geltung.model.records import Change, Directive
from geltung.model.terms import GERMAN, REPEAL
from geltung.questions.collection import Collection
from geltung.questions.wordings import Titles

DAYS_BEFORE_LAPSE: Final = 56
"""A directive that lapses is news eight weeks before its last day."""
NEW, CHANGED, ENDING = "new", "changed", "ending"


@dataclass(frozen=True, slots=True)
class News:
    """One piece of news about a directive. ``day`` (ISO) is when it became news; ``name`` is stable."""

    day: str
    kind: str
    directive: str
    name: str
    title: str
    text: str


def news(collection: Collection, today: date) -> list[News]:
    """All news up to ``today``, the newest first."""
    corpus = collection.corpus()
    directives = [record for record in corpus.records.values() if isinstance(record, Directive)]
    titles = Titles.read(collection)
    found = [item for record in directives for item in (*_new(record, titles), *_changed(record, corpus, titles))]
    found += _ending(collection.connection, corpus, titles)
    told = [item for item in found if item.day <= today.isoformat()]
    return sorted(told, key=lambda item: (item.day, item.name), reverse=True)


def _new(directive: Directive, titles: Titles) -> Iterator[News]:
    if directive.issued is None:
        return
    valid_from = directive.header.valid_from
    since = f"Gültig ab {german(valid_from)}" if valid_from else "Gültig ab: nicht angegeben"
    day = directive.issued.isoformat()
    title = f"Neu: {directive.id} {titles.on(directive.id, day)}"
    text = f"Erlassen am {german(directive.issued)}. {since}, {_until(directive)}."
    yield News(day, NEW, directive.id, f"new/{directive.id}", title, text)


def _until(directive: Directive) -> str:
    last = directive.header.valid_until
    return f"bis {german(last)}" if last else directive.valid_until_words or "ohne Ende"


def _changed(author: Directive, corpus: Corpus, titles: Titles) -> Iterator[News]:
    """What an act changes in others; that it repeals one wholly is told as the end of the other."""
    if author.issued is None:
        return
    for position, change in enumerate(author.changes):
        target = corpus.records.get(change.target)
        if change.kind != REPEAL and isinstance(target, Directive):
            name = f"changed/{target.id}/{author.id}/{position}"
            day = author.issued.isoformat()
            title = f"Geändert: {target.id} {titles.on(target.id, day)}"
            text = _change_text(author, change, titles.on(author.id, day))
            yield News(day, CHANGED, target.id, name, title, text)


def _change_text(author: Directive, change: Change, title: str) -> str:
    effective = effective_day(author, change)
    since = f" ab {german(effective)}" if effective else ""
    parts = f" ({', '.join(change.parts)})" if change.parts else ""
    until = f"; gültig bis {german(change.valid_until)}" if change.valid_until else ""
    return f"{GERMAN[change.kind]}{parts}{since} durch {author.id} {title}{until}."


_LAST_DAYS: Final = """
SELECT DISTINCT directive, in_force_until, ended_by FROM directive_span
 WHERE phase = 'in force' AND in_force_until IS NOT NULL ORDER BY directive, in_force_until"""


def _ending(connection: sqlite3.Connection, corpus: Corpus, titles: Titles) -> Iterator[News]:
    for id_, last, ended_by in connection.execute(_LAST_DAYS):
        directive = corpus.directive(id_)
        if directive is None:
            continue
        author = corpus.directive(ended_by) if ended_by else None
        known = [item.issued for item in (directive, author) if item and item.issued]
        if author:
            following = day_after(date.fromisoformat(last))
            text = (
                f"Aufgehoben zum {german(following)} durch {author.id} {titles.on(author.id, following.isoformat())}; "
                f"letzter Tag {german_iso(last)}."
            )
        else:
            known.append(date.fromisoformat(last) - timedelta(days=DAYS_BEFORE_LAPSE))
            text = f"Gilt bis einschließlich {german_iso(last)} (Gültig bis)."
        day = max(known, default=OPEN_END).isoformat()
        yield News(day, ENDING, id_, f"ending/{id_}/{last}", f"Endet: {id_} {titles.on(id_, last)}", text)
