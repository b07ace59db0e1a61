"""All that is wrong or doubtful in a collection: what the parser, the checks and the rules report, in one list."""

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace
from pathlib import Path
from typing import Final

from geltung.checks import check_review_lists, check_sources, run_checks
from geltung.corpus.corpus import Corpus
from geltung.model.diagnostics import Diagnostic
from geltung.questions.collection import Collection, surviving_damage
from geltung.questions.errors import UnknownRecord
from geltung.validity.kernel import solve

WHOLE: Final = "."
"""The name of the collection's own folder among the paths to be checked."""


@surviving_damage
def check(collection: Collection, paths: Iterable[Path] = ()) -> tuple[Diagnostic, ...]:
    """Every finding of a collection by file and line, or those of some of its files.

    The whole collection is always checked, because much of what is wrong in a file is wrong only beside another.
    """
    corpus = collection.corpus()
    wanted = {_name(collection, path) for path in paths}
    found = {*corpus.diagnostics, *run_checks(corpus)}
    said = {(item.file, item.line, item.code) for item in found}
    reports = (report.diagnostic for report in solve(corpus).reports)
    found.update(item for item in reports if (item.file, item.line, item.code) not in said)
    found.update(_foreseen(corpus, {(item.file, item.line, item.code) for item in found}))
    if collection.directory is not None:
        found.update(check_sources(corpus, collection.directory))
        found.update(check_review_lists(corpus, collection.directory))
    return tuple(sorted(item for item in found if not wanted or not wanted.isdisjoint((item.file, WHOLE))))


def _foreseen(corpus: Corpus, said: Set[tuple[str, int, str]]) -> Iterator[Diagnostic]:
    """What the rules will report as soon as drafts count: an editor must know before that day."""
    foreseen = corpus.foreseen()
    if foreseen is corpus:
        return
    drafts = {directive.id: directive.file for directive in corpus.directives() if directive.draft}
    for report in solve(foreseen).reports:
        item = report.diagnostic
        concerns = item.file in drafts.values() or not drafts.keys().isdisjoint(item.directives)
        if concerns and (item.file, item.line, item.code) not in said:
            yield replace(item, message=f"Sobald der Entwurf eine Weisung ist: {item.message}")


def _name(collection: Collection, path: Path) -> str:
    """A path as the collection names it; a path outside of the collection is an error in the question."""
    root = (collection.directory or Path()).resolve()
    for candidate in (path, root / path):
        absolute = candidate.parent.resolve() / candidate.name
        if absolute.is_relative_to(root) and (candidate.exists() or candidate.is_symlink()):
            return absolute.relative_to(root).as_posix()
    raise UnknownRecord(f"„{path}“ ist keine Datei der Sammlung „{collection.directory}“")
