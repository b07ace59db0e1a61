"""Markup that the body of a directive must not have: the title's heading, and HTML."""

import re
from collections.abc import Iterable
from typing import Final

from geltung.markdown.blocks import CODE, HEADING, HTML, Block
from geltung.parse.report import Report, quote

_TAG: Final = re.compile(
    r"(?<!\\)<(?:/?[A-Za-z][A-Za-z0-9-]{0,40}(?:\s[^<>]{0,300})?/?|!--.{0,300}?--|!\[?[A-Z][^<>]{0,300}|\?[^<>]{0,300})>",
    re.DOTALL,
)
_CODE_SPAN: Final = re.compile(r"(`+)(?!`).{1,300}?(?<!`)\1(?!`)", re.DOTALL)


def report_markup(blocks: Iterable[Block], report: Report) -> None:
    """Report headings with one ``#``, and in every block the first HTML."""
    for block in blocks:
        if block.kind == HEADING and block.level == 1:
            report.add(
                block.line,
                "H011",
                "Die Überschrift mit einem „#“ bleibt dem Titel vorbehalten, und der kommt aus dem Kopf; im Wortlaut "
                f"steht {quote(block.text)}. Vorschlag: die Zeile streichen oder „## “ schreiben.",
            )
        if block.kind == HTML:
            _report_html(block.line, block.raw.strip(), report)
        elif block.kind != CODE and "<" in block.raw:
            raw = _CODE_SPAN.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), block.raw)
            tag = _TAG.search(raw)
            if tag is not None:
                _report_html(block.line + raw.count("\n", 0, tag.start()), tag[0], report)


def _report_html(line: int, stands: str, report: Report) -> None:
    report.add(
        line,
        "H012",
        f"Im Wortlaut darf kein HTML stehen; da steht {quote(stands)}. Es wirkt nicht, die Site zeigt es als Zeichen, "
        "und in Suche und Antworten fehlt es. Vorschlag: weglassen oder mit den Zeichen von Markdown auszeichnen; eine "
        "spitze Klammer des Originals heißt „\\<“.",
    )
