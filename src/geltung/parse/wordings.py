"""Marked blocks and the earlier wordings below them → tasks; what is left over belongs to the sections."""

from collections.abc import Mapping

from geltung.markdown.attributes import AttributeList
from geltung.markdown.blocks import ROW, TABLE
from geltung.model.records import EarlierText, Task
from geltung.parse.outline import Earlier, Marked, Outline
from geltung.parse.places import Places
from geltung.parse.report import Report, quote
from geltung.parse.tasks import TASK_ATTRIBUTES, UNTIL, Wording, read_task, read_until, report_list

EarlierByOwner = dict[int, list[Earlier]]


def build_tasks(
    outline: Outline, marked: Mapping[int, Marked], earlier: EarlierByOwner, places: Places, report: Report
) -> tuple[Task, ...]:
    """The tasks in the order of the text. Wordings that a task takes are removed from ``earlier``."""
    tasks: dict[str, Task] = {}
    for owner, mark in marked.items():
        current = _wording(outline, owner, mark.attributes, mark.heading, places)
        before = tuple(
            _wording(outline, item.quote, item.attributes, mark.heading, places) for item in earlier.pop(owner, ())
        )
        task = read_task(current, before, mark.chapter.number, report)
        if task.id in tasks:
            report.add(
                mark.attributes.line,
                "T002",
                f"Eine Auftragskennung muss in der Datei einmalig sein; {quote('#' + task.id)} hat schon der Auftrag "
                f"in Zeile {tasks[task.id].line}, dieser hier bleibt ohne Wirkung. Vorschlag: #{task.id}-2.",
            )
        else:
            tasks[task.id] = task
    return tuple(tasks.values())


def _wording(outline: Outline, index: int, attributes: AttributeList, heading: str | None, places: Places) -> Wording:
    texts = tuple(outline.texts(index))
    blocks = outline.blocks
    text = blocks[texts[0]].text if len(texts) == 1 else " ".join(blocks[position].text for position in texts)
    if blocks[index].kind == ROW:
        text, named = outline.row(index, attributes)
        heading = named or heading

    def near(words: str) -> int | None:
        return places.line_among(words, texts)

    return Wording(text, blocks[index].line, attributes, heading, near, places.line_of)


def place_leftovers(outline: Outline, marked: Mapping[int, Marked], earlier: EarlierByOwner, report: Report) -> None:
    """Put earlier wordings that belong to no task into their chapter."""
    for owner, items in earlier.items():
        for item in items:
            refusal = _refusal(outline, marked, owner, item)
            if refusal:
                report.add(item.attributes.line, "T014", refusal)
                continue
            report_list(item.attributes, report, (UNTIL,))
            until = read_until(item.attributes, report)
            if until is not None:
                text = "\n\n".join(outline.blocks[index].text for index in outline.texts(item.quote))
                item.chapter.earlier.append(EarlierText(text, until, outline.blocks[item.quote].line))


def _refusal(outline: Outline, marked: Mapping[int, Marked], owner: int, item: Earlier) -> str:
    """Why an earlier wording has no effect where it stands."""
    stated = any(name in TASK_ATTRIBUTES for name in item.attributes.values)
    if owner != -1 and outline.blocks[owner].kind == TABLE:
        return (
            "Die frühere Fassung einer Tabellenzeile muss selbst eine Zeile direkt unter ihr sein, mit "
            "„{: .earlier until=JJJJ-MM-TT … }“ am Ende der letzten Zelle; als Zitat bleibt sie ohne Wirkung."
        )
    if stated or (owner != -1 and any(index in marked for index in outline.inside(owner))):
        return (
            "Die frühere Fassung eines Auftrags muss direkt unter ihm stehen, bei einem Listenpunkt vier Leerzeichen "
            "eingerückt; hier gehört sie zu keinem Auftrag und bleibt ohne Wirkung."
        )
    if not item.chapter.number:
        return "Eine frühere Fassung muss in einem nummerierten Abschnitt oder unter einem Auftrag stehen."
    return ""
