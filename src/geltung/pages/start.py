"""The start page: where to ask, what was issued last, what is due soon, what ends soon."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from geltung.corpus.corpus import Corpus
from geltung.exports.addresses import FEED_OF_ALL, START, WHAT_APPLIES
from geltung.exports.generated import GeneratedFile
from geltung.model.dates import day_after, german, german_iso
from geltung.model.terms import IN_FORCE, PAST_DUE
from geltung.pages import escape
from geltung.pages.days import FIRST, LAST, ByDay, choice, stand
from geltung.pages.links import Links
from geltung.pages.named import Named
from geltung.pages.overviews.places import REGISTER
from geltung.pages.page import block, heading, page
from geltung.pages.shares import listed
from geltung.questions.collection import Collection
from geltung.questions.courses import Phase, TaskPhase, phases, task_phases
from geltung.questions.wordings import Titles

NEWEST: Final = 10
NEW_FOR: Final = timedelta(weeks=8)
"""How long after the day of its issue a directive is called new."""
DUE_WITHIN: Final = timedelta(days=30)
ENDING_WITHIN: Final = timedelta(days=60)
HORIZON: Final = timedelta(days=90)
"""How long after a build the lists are complete; from then on the page says that they are not."""
_LONGEST_TEXT: Final = 160


_SEARCH: Final = (
    '<p class="g-suchen"><button type="button" class="g-suchen__knopf" data-g-suche-oeffnen hidden>'
    f'Weisungen durchsuchen <kbd aria-hidden="true">/</kbd></button> <a href="{REGISTER}">Alle von A bis Z</a></p>'
)
"""Opens the search of the header; without JavaScript only the list that takes its place is there."""
_QUESTION: Final = (
    f'<form action="{WHAT_APPLIES}" method="get" class="g-frage">'
    '<label for="g-einheit">Organisationseinheit</label> <input id="g-einheit" name="einheit" type="text"> '
    '<button type="submit" class="g-knopf">Was gilt heute?</button> '
    f'<a href="{WHAT_APPLIES}">Anderer Tag, andere Auswahl</a></form>'
)
"""Leads to the page "Was gilt?", which understands every name of a unit."""


def pages(collection: Collection, today: date) -> Iterator[GeneratedFile]:
    """The start page."""
    corpus = collection.corpus()
    links = Links(START, corpus.records, corpus.registry.units)
    due = _due(corpus, task_phases(collection), links, today)
    found = phases(collection)
    named = Named(Titles(corpus.records, found), links, today)
    ending = _ending(corpus, found, named, today)
    parts = [
        heading(1, "Was gilt?"),
        block(_SEARCH),
        block(_QUESTION),
        block(f'<p class="g-klein">{stand(today)}</p>{_stale(today)}'),
        heading(2, "Zuletzt erlassen", "zuletzt"),
        block(listed(_latest(corpus, named), "Es gibt noch keine Weisung.", today), "g-einheit"),
        block(f"<p>{links.to(FEED_OF_ALL, 'Neues als Feed (Atom)')}</p>"),
        heading(2, "Bald fällig", "bald-faellig"),
        block(listed(due, f"In den nächsten {DUE_WITHIN.days} Tagen endet keine Frist.", today), "g-einheit"),
        heading(2, "Bald zu Ende", "bald-zu-ende"),
        block(listed(ending, f"In den nächsten {ENDING_WITHIN.days} Tagen endet keine Weisung.", today), "g-einheit"),
    ]
    yield page(START, "Start", parts)


def _stale(today: date) -> str:
    last = today + HORIZON
    items = (
        ByDay(FIRST, last.isoformat(), ""),
        ByDay(
            (last + timedelta(days=1)).isoformat(),
            LAST,
            f"Diese Seite wurde am {german(today)} erstellt. Neuere Weisungen fehlen, die Listen sind unvollständig.",
        ),
    )
    return choice(items, today, "p")


def _latest(corpus: Corpus, named: Named) -> Iterator[ByDay]:
    """The directives issued last, new or not; one that is issued in the future appears on its day."""
    dated = [(item.issued, item.id, item) for item in corpus.directives() if item.issued]
    for issued, _, directive in sorted(dated, reverse=True)[:NEWEST]:
        words = f"{named.directive(directive.id)} (vom {german(issued)})"
        last = issued + NEW_FOR
        yield ByDay(issued.isoformat(), last.isoformat(), f'<span class="g-merkmal">neu</span> {words}')
        yield ByDay(day_after(last).isoformat(), LAST, words)


def _due(corpus: Corpus, found: Mapping[str, tuple[TaskPhase, ...]], links: Links, today: date) -> Iterator[ByDay]:
    """Tasks in the days before their deadline, the nearest first."""
    texts = {
        (f"{item.id}#{task.id}", version.line): version.text
        for item in corpus.directives()
        for task in item.tasks
        for version in task.versions
    }
    entries: list[tuple[str, ByDay]] = []
    for id_, spans in found.items():
        for span in spans:
            if span.due_on is None or span.state == PAST_DUE:
                continue
            days = _before(span.due_on, DUE_WITHIN, span.first, span.last, today)
            if days is not None:
                words = links.task(id_, escape.excerpt(texts.get((id_, span.line), id_), _LONGEST_TEXT))
                entries.append((span.due_on, ByDay(*days, f"<strong>{german_iso(span.due_on)}</strong> {words}")))
    return (entry for _, entry in sorted(entries))


def _ending(corpus: Corpus, found: Mapping[str, tuple[Phase, ...]], named: Named, today: date) -> Iterator[ByDay]:
    """Directives in the days before they end, the nearest first."""
    entries: list[tuple[str, ByDay]] = []
    for id_, spans in found.items():
        directive = corpus.directive(id_)
        for span in spans:
            if directive is None or span.phase != IN_FORCE or span.in_force_until is None:
                continue
            days = _before(span.in_force_until, ENDING_WITHIN, span.first, span.last, today)
            if days is not None:
                by = f", aufgehoben durch {named.links.directive(span.ended_by)}" if span.ended_by else ""
                words = f"{named.directive(id_)}{by}"
                day = f"<strong>{german_iso(span.in_force_until)}</strong>"
                entries.append((span.in_force_until, ByDay(*days, f"{day} {words}")))
    return (entry for _, entry in sorted(entries))


def _before(day: str, within: timedelta, first: str, last: str, today: date) -> tuple[str, str] | None:
    """The days up to ``day`` on which it is announced; None if none of them is near."""
    begin = max((date.fromisoformat(day) - within).isoformat(), first)
    end = min(day, last)
    near = begin <= (today + HORIZON).isoformat() and today.isoformat() <= end
    return (begin, end) if begin <= end and near else None
