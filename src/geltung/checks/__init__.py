"""What the content of a collection must satisfy: pure rules over the corpus, each of which yields diagnostics.

A rule reads a :class:`~geltung.corpus.corpus.Corpus` and nothing else; only :func:`check_sources`,
:func:`check_review_lists` and :func:`check_unread` look at files: the originals, the open points of drafts, and what
lies in the wrong place. What follows from the days on
which changes take effect is reported by the validity kernel, what is wrong within one file by its parser.
"""

from collections.abc import Callable, Iterator
from typing import Final

from geltung.checks import (
    addressees,
    amendments,
    changes,
    deadlines,
    drafts,
    effective,
    headers,
    recurrences,
    references,
    sources,
    task_dates,
    tasks,
    units,
)
from geltung.checks.drafts import check_review_lists
from geltung.checks.sources import check_sources
from geltung.checks.unread import check_unread
from geltung.corpus.corpus import Corpus
from geltung.model.diagnostics import Diagnostic

__all__ = ["CHECKS", "Check", "check_review_lists", "check_sources", "check_unread", "run_checks"]

Check = Callable[[Corpus], Iterator[Diagnostic]]

CHECKS: Final[tuple[Check, ...]] = (
    headers.file_name,
    headers.number_and_month,
    headers.validity_order,
    headers.scope_lines,
    headers.issued_late,
    headers.has_source,
    references.known,
    references.not_itself,
    references.as_recorded,
    references.once,
    changes.known_target,
    changes.other_target,
    changes.known_parts,
    changes.order_of_days,
    changes.once,
    amendments.keeps_earlier_wording,
    amendments.explained,
    effective.words_and_day,
    effective.confirmed_zum,
    effective.stated_day,
    effective.reported,
    effective.possible_day,
    task_dates.dates_in_words,
    tasks.due_before_validity,
    tasks.due_after_validity,
    tasks.due_before_start,
    tasks.end_before_start,
    tasks.orders_something,
    tasks.uncertain,
    deadlines.relative_deadlines,
    recurrences.readable,
    recurrences.met_by_deadline,
    addressees.known,
    addressees.concerned,
    addressees.without_exception,
    units.known_relations,
    units.circles,
    units.shared_names,
    sources.doubtful_readings,
    sources.kept_slips,
    drafts.says_so,
)


def run_checks(corpus: Corpus) -> tuple[Diagnostic, ...]:
    """Everything the rules find, by file and line."""
    return tuple(sorted({diagnostic for check in CHECKS for diagnostic in check(corpus)}))
