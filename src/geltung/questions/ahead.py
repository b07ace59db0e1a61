"""What the rules would report if the drafts were published: said of the draft while its author can still mend it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from geltung.corpus.corpus import Corpus, is_draft
from geltung.model.diagnostics import Diagnostic
from geltung.model.records import Directive
from geltung.validity.kernel import solve


def reports_ahead(corpus: Corpus, already: Collection[Diagnostic]) -> Iterator[Diagnostic]:
    """The reports that are not among those ``already`` made without the drafts, each at the draft it comes from."""
    foreseen = corpus.foreseen()
    if foreseen is corpus:
        return
    drafts = [directive for directive in corpus.directives() if is_draft(directive)]
    for report in solve(foreseen).reports:
        if report.diagnostic not in already:
            yield _at_draft(report.diagnostic, drafts)


def _at_draft(found: Diagnostic, drafts: Sequence[Directive]) -> Diagnostic:
    """The finding where the editor of the draft looks for it: at its change, if it stands in another file."""
    draft = _cause(found, drafts)
    if draft is None:
        return found
    line = found.line if draft.file == found.file else _line(found, draft)
    message = f"Sobald der Entwurf eine Weisung ist: {found.message}"
    ids = tuple(dict.fromkeys((*found.directives, draft.id)))
    return replace(found, file=draft.file, line=line, message=message, directives=ids)


def _cause(found: Diagnostic, drafts: Sequence[Directive]) -> Directive | None:
    """The draft that a finding stands in or names, else one that changes what it names."""
    named = [draft for draft in drafts if draft.file == found.file or draft.id in found.directives]
    named += [draft for draft in drafts if any(change.target in found.directives for change in draft.changes)]
    return min(named, key=lambda draft: draft.file != found.file, default=None)


def _line(found: Diagnostic, draft: Directive) -> int:
    changes = (change.line for change in draft.changes if change.target in found.directives)
    return next(changes, draft.line_of("changes"))
