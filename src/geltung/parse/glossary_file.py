"""The glossary file → its entries."""

from pathlib import Path

from geltung.markdown.frontmatter import read
from geltung.model.diagnostics import Diagnostic
from geltung.model.glossary import GlossaryEntry
from geltung.parse.fields import GLOSSARY_FILE
from geltung.parse.files import read_text, relative_name
from geltung.parse.header import report_yaml
from geltung.parse.report import Report
from geltung.parse.shapes import Checker
from geltung.parse.values import flag, mapping, text, texts

_WRONG = "G001"


def parse_glossary_file(path: Path, root: Path) -> tuple[tuple[GlossaryEntry, ...], tuple[Diagnostic, ...]]:
    """Read and parse the glossary of the collection in ``root``. Never raises."""
    content, problems = read_text(path, root)
    if content is None:
        return (), problems
    entries, found = parse_glossary(content, relative_name(path, root))
    return entries, (*problems, *found)


def parse_glossary(content: str, file: str) -> tuple[tuple[GlossaryEntry, ...], tuple[Diagnostic, ...]]:
    """All entries of a glossary in its order."""
    report = Report(file)
    tree, problems = read(content, 1)
    report_yaml(problems, report, "Das Glossar")
    if tree is None:
        return (), report.finish()
    Checker(report, _WRONG, _WRONG).check(tree, GLOSSARY_FILE, "")
    entries: list[GlossaryEntry] = []
    for term, node in tree.entries.items():
        entry = mapping(node)
        long, unknown = text(entry.get("long")), flag(entry.get("unknown"))
        line = tree.lines[term]
        if long and unknown:
            message = f"Ein Eintrag ist entweder unbekannt oder hat eine Langform; bei „{term}“ steht beides."
            report.add(line, _WRONG, f"{message} Vorschlag: unknown streichen, wenn „{long}“ belegt ist.")
        synonyms, explanation = texts(entry.get("synonyms")), text(entry.get("explanation"))
        entries.append(GlossaryEntry(term, long, synonyms, explanation, unknown, line))
    return tuple(entries), report.finish()
