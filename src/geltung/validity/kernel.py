"""The kernel in one call: corpus in, intervals and reports out."""

from dataclasses import dataclass
from itertools import chain

from geltung.corpus.corpus import Corpus
from geltung.validity.effects import Effects, decide
from geltung.validity.reports import Report, reports
from geltung.validity.task_reports import cut_off, never_begun, outlasting, reaching_nobody
from geltung.validity.timeline import Timeline, Timelines


@dataclass(frozen=True)
class Solution:
    """Everything that the rules make of a corpus."""

    effects: Effects
    timelines: Timelines
    reports: tuple[Report, ...]


def solve(corpus: Corpus) -> Solution:
    """Apply all rules to a corpus without its drafts. Pure: the answer to any day is in the intervals."""
    corpus = corpus.published()
    effects = decide(corpus)
    timeline = Timeline(corpus, effects)
    timelines = timeline.build()
    tasks = timelines.tasks
    found = chain(
        reports(corpus, effects, timeline),
        outlasting(corpus, tasks),
        cut_off(corpus, timeline, tasks),
        never_begun(corpus, timeline, tasks),
        reaching_nobody(corpus, tasks),
    )
    return Solution(effects, timelines, tuple(found))
