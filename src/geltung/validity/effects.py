"""Which changes take effect (rules 3, 6, 8 and the circles)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from geltung.corpus.corpus import ChangeKey, Corpus, Transition, effective_day
from geltung.model.dates import OPEN_END
from geltung.model.records import Directive
from geltung.model.terms import AMENDMENT, EXTENSION, PARTIAL_REPEAL, REPEAL
from geltung.validity.circles import circular, components
from geltung.validity.standing import Effect, Outcome, Standing, Until

_UNDATED: Final = (date.min, "")


@dataclass(frozen=True)
class Effects:
    """The outcome of every change, how each directive stands, the acts repealed wholly, and the circles found."""

    by_key: Mapping[ChangeKey, Effect]
    standings: Mapping[str, Standing]
    repeals: Mapping[str, tuple[Effect, ...]]
    circles: tuple[tuple[str, ...], ...]


def order_of(directive: Directive) -> tuple[date, str]:
    """Sort key "later issued, then higher number" (rule 8)."""
    return (directive.issued or date.min, directive.id)


def decide(corpus: Corpus) -> Effects:
    """Decide all changes of a corpus; those of unknown acts do not exist, those to unknown acts change nothing here."""
    pending = {effect.key: effect for effect in _collect(corpus)}
    circles = _void_repeal_circles(corpus, pending)
    needs = _void_dependency_circles(corpus, pending)
    decision = _Decision(corpus, pending)
    for component in components(needs):
        for key in component:
            decision.settle(key)
    return decision.result(circles)


def _collect(corpus: Corpus) -> Iterable[Effect]:
    for author in corpus.directives():
        for index, change in enumerate(author.changes):
            if change.target == author.id:
                continue
            day = effective_day(author, change)
            outcome = Outcome.EFFECTIVE if day else Outcome.NO_DAY
            yield Effect(ChangeKey(author.id, index), change, day or OPEN_END, outcome, order_of(author))


def _void_repeal_circles(corpus: Corpus, pending: dict[ChangeKey, Effect]) -> tuple[tuple[str, ...], ...]:
    """Rule 8, last sentence: in a circle no repeal counts against the latest issued; repeat until none is left."""
    circles: list[tuple[str, ...]] = []
    while True:
        graph: dict[str, list[str]] = {}
        for effect in pending.values():
            if effect.change.kind == REPEAL and effect.outcome is Outcome.EFFECTIVE:
                graph.setdefault(effect.key.author, []).append(effect.change.target)
        found = [set(circle) for circle in circular(graph)]
        if not found:
            return tuple(circles)
        circles.extend(tuple(sorted(circle)) for circle in found)
        for circle in found:
            latest = _latest(corpus, circle)
            for key, effect in pending.items():
                if effect.change.kind == REPEAL and effect.change.target == latest and key.author in circle:
                    pending[key] = replace(effect, outcome=Outcome.VOID)


def _latest(corpus: Corpus, ids: Iterable[str]) -> str:
    return max((order_of(directive), directive.id) for id_ in ids if (directive := corpus.directive(id_)))[1]


def _void_dependency_circles(corpus: Corpus, pending: dict[ChangeKey, Effect]) -> dict[ChangeKey, list[ChangeKey]]:
    """What is left of circles when extensions and header changes are mixed in; returns who must be decided first."""
    while True:
        needs = _needs(corpus, pending)
        found = circular(needs)
        if not found:
            return needs
        for circle in found:
            latest = _latest(corpus, {pending[key].change.target for key in circle})
            for key in circle:
                if pending[key].change.target == latest:
                    pending[key] = replace(pending[key], outcome=Outcome.VOID)


def _needs(corpus: Corpus, pending: Mapping[ChangeKey, Effect]) -> dict[ChangeKey, list[ChangeKey]]:
    """Change → the changes to its author that decide whether the author is in force when the change takes effect."""
    deciding: dict[str, list[Effect]] = {}
    for effect in pending.values():
        if effect.outcome is Outcome.EFFECTIVE and _touches_validity(corpus, effect):
            deciding.setdefault(effect.change.target, []).append(effect)
    return {
        key: [other.key for other in deciding.get(key.author, ()) if other.day <= _moment(corpus, effect)]
        if effect.outcome is Outcome.EFFECTIVE
        else []
        for key, effect in pending.items()
    }


def _touches_validity(corpus: Corpus, effect: Effect) -> bool:
    if effect.change.kind in (REPEAL, EXTENSION):
        return True
    transitions = corpus.transitions.get(effect.change.target, ())
    return any(item.task is None and effect.key in item.causes for item in transitions)


def _moment(corpus: Corpus, effect: Effect) -> date:
    """The later of the effective day and the author's own valid_from (rule 8)."""
    author = corpus.directive(effect.key.author)
    return max(effect.day, (author and author.header.valid_from) or effect.day)


class _Decision:
    """Settles one change after the other, those that others depend on first."""

    def __init__(self, corpus: Corpus, pending: dict[ChangeKey, Effect]) -> None:
        self.corpus = corpus
        self.effects = pending
        self.standings = {directive.id: Standing(directive) for directive in corpus.directives()}
        self.repeals: dict[str, list[Effect]] = {}
        self.causes: dict[ChangeKey, list[tuple[str, Transition]]] = {}
        for target, transitions in corpus.transitions.items():
            for transition in transitions:
                if transition.unexplained and target in self.standings:
                    self.standings[target].apply(transition, _UNDATED, AMENDMENT)
                for key in transition.causes:
                    self.causes.setdefault(key, []).append((target, transition))

    def settle(self, key: ChangeKey) -> None:
        """Decide one change and let it act on its target."""
        effect = self.effects[key]
        if effect.outcome is not Outcome.EFFECTIVE:
            return
        if not self._author_in_force(effect):
            self.effects[key] = replace(effect, outcome=Outcome.FAILED)
            return
        if effect.change.kind == REPEAL:
            self.repeals.setdefault(effect.change.target, []).append(effect)
        standing = self.standings.get(effect.change.target)
        if standing is not None:
            self._act(effect, standing)

    def _author_in_force(self, effect: Effect) -> bool:
        standing = self.standings[effect.key.author]
        moment = _moment(self.corpus, effect)
        if standing.directive.header.valid_from is None:  # unknown validity: it can only have ended by repeal
            return standing.repeal_by(moment) is None
        return standing.in_force_on(moment)

    def _act(self, effect: Effect, standing: Standing) -> None:
        if effect.change.kind == REPEAL:
            standing.repeals.append(effect)
        elif effect.change.kind == PARTIAL_REPEAL:
            standing.partial_repeals.append(effect)
        elif effect.change.kind == EXTENSION:
            standing.untils.append(Until(effect.day, effect.order, effect.change.valid_until or OPEN_END, EXTENSION))
        for target, transition in self.causes.get(effect.key, ()):
            self.standings[target].apply(transition, effect.order, effect.change.kind)

    def result(self, circles: tuple[tuple[str, ...], ...]) -> Effects:
        """All decisions, read-only from here on."""
        repeals = {target: tuple(effects) for target, effects in self.repeals.items()}
        return Effects(self.effects, self.standings, repeals, circles)
