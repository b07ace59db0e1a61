"""Who changes whom, and which of these changes are void because they stand in a circle (rules 3 and 8).

Part of the oracle: written from the semantics alone, deliberately naive, sharing only the records with the product.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TypeVar

from geltung.model.records import Change, Directive
from geltung.model.terms import AMENDMENT, CORRECTION, EXTENSION, REPEAL

HEADER_FIELDS = ("title", "valid_from", "valid_until", "scope")

Node = TypeVar("Node")


@dataclass(frozen=True)
class Authored:
    """A change together with the directive that makes it; the author's id and the place in its list tell them apart."""

    author_id: str
    number: int
    author: Directive = field(compare=False)
    change: Change = field(compare=False)

    @property
    def target(self) -> str:
        return self.change.target

    @property
    def kind(self) -> str:
        return self.change.kind

    @property
    def effective(self) -> date:
        """First day of the new state: as stated, else the first day of the act that makes the change (rule 3)."""
        return self.change.effective or first_valid_day(self.author)

    @property
    def decisive_day(self) -> date:
        """The later of the effective day and the author's own valid_from (rule 8)."""
        return max(self.effective, first_valid_day(self.author))

    @property
    def touches_header(self) -> bool:
        """Whether an amendment or correction is one of the header: of the whole, or naming one of its fields."""
        if self.kind not in (AMENDMENT, CORRECTION):
            return False
        return not self.change.parts or any(part in HEADER_FIELDS for part in self.change.parts)

    def covers_task(self, section: str, task_id: str) -> bool:
        """Whether its parts name the task, its section, or a section above that."""
        return any(part in (f"#{task_id}", section) or section.startswith(part + ".") for part in self.change.parts)


def turns_header(change: Authored, target: Directive) -> bool:
    """Whether an amendment or correction of the header ends one of the header versions that its target states."""
    ends = [header.until for header in target.headers]
    return change.touches_header and change.effective - timedelta(days=1) in ends


def first_valid_day(directive: Directive) -> date:
    """valid_from of the header as the file states it today."""
    assert directive.header.valid_from is not None, "the oracle draws no directive without valid_from"
    return directive.header.valid_from


def rank(directive: Directive) -> tuple[date, str]:
    """The later issued prevails, then the higher number."""
    return (directive.issued or date.min, directive.id)


def all_changes(directives: Iterable[Directive]) -> list[Authored]:
    """Every change of every directive. What a directive does to itself is ignored altogether."""
    return [
        Authored(directive.id, number, directive, change)
        for directive in directives
        for number, change in enumerate(directive.changes)
        if change.target != directive.id
    ]


def circles(nodes: Collection[Node], follows: Callable[[Node], Iterable[Node]]) -> list[frozenset[Node]]:
    """Groups of nodes that can all be reached from each other, by walking from every node; single nodes are none."""
    reached: dict[Node, set[Node]] = {}
    for node in nodes:
        found: set[Node] = set()
        waiting = list(follows(node))
        while waiting:
            current = waiting.pop()
            if current not in found:
                found.add(current)
                waiting.extend(follows(current))
        reached[node] = found
    groups = {
        frozenset(other for other in nodes if other in reached[node] and node in reached[other])
        for node in nodes
        if node in reached[node]
    }
    return list(groups)


def void_changes(directives: list[Directive]) -> set[Authored]:
    """Changes that lose in a circle: first circles of repeals, then changes whose success depends on itself."""
    changes = all_changes(directives)
    by_id = {directive.id: directive for directive in directives}
    void: set[Authored] = set()
    while lost := _lost_in_circles_of_repeals(changes, by_id, void):
        void |= lost
    while lost := _lost_in_circles_of_success(changes, by_id, void):
        void |= lost
    return void


def _lost_in_circles_of_repeals(
    changes: list[Authored], by_id: dict[str, Directive], void: set[Authored]
) -> set[Authored]:
    repeals = [c for c in changes if c.kind == REPEAL and c not in void and c.target in by_id]
    lost: set[Authored] = set()
    for circle in circles(by_id, lambda author: [r.target for r in repeals if r.author.id == author]):
        latest = max((by_id[member] for member in circle), key=rank)
        lost |= {r for r in repeals if r.author.id in circle and r.target == latest.id}
    return lost


def _lost_in_circles_of_success(
    changes: list[Authored], by_id: dict[str, Directive], void: set[Authored]
) -> set[Authored]:
    remaining = [c for c in changes if c not in void and c.target in by_id]

    def depends_on(change: Authored) -> list[Authored]:
        return [
            other
            for other in remaining
            if other.target == change.author.id
            and (other.kind in (REPEAL, EXTENSION) or turns_header(other, change.author))
            and other.effective <= change.decisive_day
        ]

    lost: set[Authored] = set()
    for circle in circles(remaining, depends_on):
        latest = max((by_id[change.target] for change in circle), key=rank)
        lost |= {change for change in circle if change.target == latest.id}
    return lost
