"""All that is wrong or doubtful in a collection: what the parser, the checks and the rules report, in one list."""

from collections.abc import Container, Iterable
from pathlib import Path
from typing import Final

from geltung.checks import check_review_lists, check_sources, check_unread, run_checks
from geltung.model.diagnostics import ERROR, Diagnostic
from geltung.model.terms import REVIEW_LIST
from geltung.questions.ahead import reports_ahead
from geltung.questions.collection import Collection, surviving_damage
from geltung.questions.errors import UnknownRecord
from geltung.store.scan import GLOSSARY_FILE, UNITS_FILE, scan
from geltung.validity.kernel import solve

WHOLE: Final = "."
"""The name of the collection's own folder among the paths to be checked."""


_DRAFT: Final = "D001"


@surviving_damage
def check(collection: Collection, paths: Iterable[Path] = ()) -> tuple[Diagnostic, ...]:
    """Every finding of a collection by file and line, or those of some of its files.

    The whole collection is always checked, because much of what is wrong in a file is wrong only beside another.
    """
    corpus = collection.corpus()
    wanted = set(names(collection, paths))
    found = {*corpus.diagnostics, *run_checks(corpus)}
    said = {(item.file, item.line, item.code) for item in found}
    reports = {report.diagnostic for report in solve(corpus).reports}
    reports.update(reports_ahead(corpus, reports))
    found.update(item for item in reports if (item.file, item.line, item.code) not in said)
    if collection.directory is not None:
        found.update(check_unread(corpus, collection.directory, scan(collection.directory)))
        found.update(check_sources(corpus, collection.directory))
        found.update(check_review_lists(corpus, collection.directory))
    return tuple(sorted(item for item in found if not wanted or not wanted.isdisjoint((item.file, WHOLE))))


def blocking(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The errors among findings that no collection may have.

    Those within a draft are part of what is still to be decided there: the draft counts in no answer, and nothing
    publishes it while it has errors.
    """
    found = tuple(found)
    drafts = {item.file for item in found if item.code == _DRAFT}
    return tuple(item for item in found if item.severity == ERROR and item.file not in drafts)


def names(collection: Collection, paths: Iterable[Path]) -> tuple[str, ...]:
    """Paths as the collection names them, a review list by its draft; also the number alone names a directive.

    Raises UnknownRecord for a path that the collection does not read.
    """
    read = scan(collection.directory) if collection.directory is not None else {}
    return tuple(_name(collection, _of_list(path), read) for path in paths)


def _of_list(path: Path) -> Path:
    """The draft of a review list; any other path as it is."""
    return path.with_name(f"{path.name.removesuffix(REVIEW_LIST)}.md") if path.name.endswith(REVIEW_LIST) else path


def _name(collection: Collection, path: Path, read: Container[str]) -> str:
    root = (collection.directory or Path()).resolve()
    for candidate in (path, root / path, root / f"{path}.md"):
        absolute = candidate.parent.resolve() / candidate.name
        if absolute.is_relative_to(root) and (candidate.exists() or candidate.is_symlink()):
            name = absolute.relative_to(root).as_posix()
            if name == WHOLE or name in read:
                return name
            raise UnknownRecord(
                f"„{path}“ wird nicht gelesen: Zur Sammlung „{collection.directory}“ gehören nur Dateien „NUMMER.md“ "
                f"unmittelbar in diesem Ordner, {UNITS_FILE} und {GLOSSARY_FILE}"
            )
    raise UnknownRecord(f"„{path}“ ist keine Datei der Sammlung „{collection.directory}“")
