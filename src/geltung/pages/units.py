"""The pages of units: what they belong to, what applies to them now, what comes, what was."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from geltung.corpus.corpus import Corpus
from geltung.exports.addresses import WHAT_APPLIES, calendar, feed, relative, unit_page
from geltung.exports.generated import GeneratedFile
from geltung.model.dates import german
from geltung.model.units import Relation, Unit
from geltung.pages import escape, unit_deadlines
from geltung.pages.days import stand
from geltung.pages.links import Links
from geltung.pages.page import block, field, heading, page
from geltung.pages.shares import Shares, listed
from geltung.questions.collection import Collection
from geltung.questions.courses import Phase, directives_of_unit, phases, tasks_of_unit

_MANY: Final = 8
"""From this number on a list of units is folded up."""
MOST_DIRECTIVES: Final = 100
"""If a class has more, its members' pages list only what is not addressed to the class: it would stand there a hundred
times over."""


@dataclass(frozen=True)
class Known:
    """Everything that the pages of units are made from."""

    collection: Collection
    corpus: Corpus
    phases: Mapping[str, Sequence[Phase]]
    today: date

    @cached_property
    def below(self) -> Mapping[str, Mapping[str, list[tuple[Unit, Relation]]]]:
        """Relation → unit → the units that state it, with the relation."""
        found: dict[str, dict[str, list[tuple[Unit, Relation]]]] = {name: {} for name in _RELATIONS}
        for unit in self.corpus.registry.units.values():
            for name in _RELATIONS:
                for relation in getattr(unit, name):
                    found[name].setdefault(relation.unit, []).append((unit, relation))
        return found

    @cached_property
    def large_classes(self) -> frozenset[str]:
        """Classes that more directives reach than their members' pages repeat."""
        found = (unit for unit in self.below["instance_of"] if len(self.directives(unit)) > MOST_DIRECTIVES)
        return frozenset(found)

    def directives(self, unit: str) -> set[str]:
        """The directives that ever reach a unit."""
        return {share.id for share in directives_of_unit(self.collection, unit)}


_RELATIONS: Final = {
    "instance_of": ("Zählt zu", "Mitglieder"),
    "part_of": ("Teil von", "Teile"),
    "reports_to": ("Berichtet an", "An sie berichten"),
}
"""Relation → what it is called on the page of the lower and of the upper unit."""


def pages(collection: Collection, today: date) -> Iterator[GeneratedFile]:
    """One page for every unit."""
    corpus = collection.corpus()
    known = Known(collection, corpus, phases(collection), today)
    for unit in corpus.registry.units.values():
        yield _page(unit, known)


def _page(unit: Unit, known: Known) -> GeneratedFile:
    address = unit_page(unit.id)
    links = Links(address, known.corpus.records, known.corpus.registry.units)
    shared = next((item.unit for item in unit.instance_of if item.unit in known.large_classes), None)
    tasks = tasks_of_unit(known.collection, unit.id, shared)
    shares = Shares(
        known.corpus, known.phases, links, known.today, directives_of_unit(known.collection, unit.id, shared), tasks
    )
    parts = [
        heading(1, unit.name),
        block(_head(unit, known, links), "g-kopf"),
        heading(2, "Was jetzt gilt", "gilt"),
        block(f'<p class="g-klein">{stand(known.today)}</p>{_shared(shared, known, links)}'),
        block(listed(shares.now(), "Zurzeit gilt hier nichts.", known.today), "g-einheit"),
        heading(2, "Was kommt", "kommt"),
        block(listed(shares.upcoming(), "Zurzeit ist nichts angekündigt.", known.today), "g-einheit"),
        heading(2, "Fristen", "fristen"),
        block(unit_deadlines.picture(tasks, known.corpus, address, known.today)),
        heading(2, "Was früher galt", "frueher"),
        block(listed(shares.past(), "Bisher ist nichts beendet.", known.today), "g-einheit"),
    ]
    return page(address, unit.name, parts, f"Was für {unit.name} gilt, kommt und früher galt")


def _shared(shared: str | None, known: Known, links: Links) -> str:
    if shared is None:
        return ""
    name = known.corpus.registry.units[shared].name
    link = links.to(f"{unit_page(shared)}#gilt", escape.text(name))
    return f"<p>Dazu gilt alles, was sich an jede Einheit der Art {link} richtet. Hier steht nur, was hinzukommt.</p>"


def _head(unit: Unit, known: Known, links: Links) -> str:
    fields = "".join(_fields(unit, known, links))
    question = escape.text(f"{relative(WHAT_APPLIES, links.page)}?einheit={escape.query(unit.id)}")
    offers = ((calendar(unit.id), "Fristen als Kalender (ICS)"), (feed(unit.id), "Neues als Feed (Atom)"))
    buttons = "".join(
        f'<a class="g-knopf" href="{escape.text(relative(address, links.page))}">{words}</a>'
        for address, words in offers
    )
    return (
        f'<p class="g-nummer">Organisationseinheit {escape.text(unit.id)}</p><dl class="g-felder">{fields}</dl>'
        f'<p class="g-werkzeug"><a class="g-knopf" href="{question}">Was gilt an einem anderen Tag?</a>{buttons}</p>'
    )


def _fields(unit: Unit, known: Known, links: Links) -> Iterator[str]:
    names = [name for name in (*unit.abbreviations, *unit.variants) if name not in (unit.name, unit.id)]
    if names:
        yield field("Auch", escape.text(", ".join(names)))
    registry = known.corpus.registry
    for name, (upwards, downwards) in _RELATIONS.items():
        above = [(registry.units[item.unit], item) for item in getattr(unit, name) if item.unit in registry.units]
        yield _related(upwards, above, links)
        yield _related(downwards, known.below[name].get(unit.id, ()), links)
    of_class = [
        part for item in unit.instance_of for part in known.below["part_of"].get(item.unit, ()) if part[0].id != unit.id
    ]
    yield _related("Teile wie jede ihrer Art", of_class, links)
    if unit.areas:
        yield field("Rechtskreise", escape.text(", ".join(unit.areas)))
    if unit.start or unit.end:
        yield field("Besteht", _days(Relation(unit.id, unit.start, unit.end)))
    if unit.note:
        yield field("Anmerkung", escape.text(unit.note))


def _related(label: str, units: Iterable[tuple[Unit, Relation]], links: Links) -> str:
    found = [f"<li>{links.unit(unit.id, unit.name)}{_in_brackets(relation)}</li>" for unit, relation in units]
    if not found:
        return ""
    items = f'<ul class="g-liste">{"".join(found)}</ul>'
    if len(found) >= _MANY:
        items = f"<details><summary>{len(found)} Einheiten</summary>{items}</details>"
    return field(label, items, "g-verwandt")


def _in_brackets(relation: Relation) -> str:
    said = _days(relation)
    return f" ({said})" if said else ""


def _days(relation: Relation) -> str:
    start = f"seit {german(relation.start)}" if relation.start else ""
    if relation.end is None:
        return start
    begin = f"vom {german(relation.start)} " if relation.start else ""
    return f"{begin}bis {german(relation.end)}"
