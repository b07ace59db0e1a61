"""The ``changes`` of the front matter: what a directive does to others."""

from geltung.markdown.frontmatter import Mapping
from geltung.model.records import Change
from geltung.model.terms import CHANGE_KINDS, EXTENSION, OPEN_ENDED, PARTIAL_REPEAL, REPEAL
from geltung.parse.report import Report, quote
from geltung.parse.values import choice, day, flag, records, text, texts


def read_changes(head: Mapping, report: Report) -> tuple[Change, ...]:
    """All changes of which at least kind and target are known; the others have been reported."""
    return tuple(
        change for entry in records(head.get("changes")) if (change := _read_change(entry, report)) is not None
    )


def _read_change(entry: Mapping, report: Report) -> Change | None:
    kind = choice(entry.get("kind"), CHANGE_KINDS)
    target = text(entry.get("target"))
    if kind is None or target is None:
        return None
    single = text(entry.get("parts"))
    ending = entry.get("valid_until")
    change = Change(
        kind,
        target,
        entry.line,
        texts(entry.get("parts")) if single is None else (single,),
        day(entry.get("effective")),
        day(ending) if kind == EXTENSION else None,
        kind == EXTENSION and choice(ending, OPEN_ENDED) is not None,
        text(entry.get("words")),
        flag(entry.get("confirmed")),
    )
    _report_incomplete(change, text(ending) is not None, report)
    _report_misplaced(change, entry, report)
    return change


def _report_incomplete(change: Change, has_ending: bool, report: Report) -> None:
    if change.kind == PARTIAL_REPEAL and not change.parts:
        report.add(
            change.line,
            "C016",
            f"Eine Teilaufhebung (kind: partial repeal) muss ihre Teile nennen; bei {quote(change.target)} "
            'fehlen parts. Vorschlag: parts: ["2.1", "#kennung"], oder kind: repeal für die ganze Weisung.',
        )
    if change.kind == EXTENSION and not has_ending:
        report.add(
            change.line,
            "C017",
            f"Eine Verlängerung (kind: extension) muss das neue Gültig bis nennen; bei {quote(change.target)} "
            "fehlt valid_until. Vorschlag: valid_until: JJJJ-MM-TT (oder unbegrenzt).",
        )


def _report_misplaced(change: Change, entry: Mapping, report: Report) -> None:
    if change.kind == REPEAL and change.parts:
        report.add(
            entry.lines["parts"],
            "H002",
            "Eine Aufhebung im Ganzen (kind: repeal) darf keine parts haben; da stehen "
            f"{quote(', '.join(change.parts))}. Vorschlag: kind: partial repeal, oder parts streichen.",
        )
    if change.kind != EXTENSION and text(entry.get("valid_until")):
        report.add(
            entry.lines["valid_until"],
            "H002",
            f"valid_until darf nur bei einer Verlängerung (kind: extension) stehen, hier ist kind: {change.kind}; es "
            "bleibt ohne Wirkung. Vorschlag: kind: extension, oder valid_until streichen.",
        )
