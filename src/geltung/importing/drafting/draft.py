"""What was recognised → the text of the draft, and where in it everything stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from geltung.importing.body import Node, TaskFound
from geltung.importing.changes.change_days import ChangeFound
from geltung.importing.drafting.markup import attribute, cell, linked, scalar
from geltung.importing.head.references import Cited
from geltung.importing.recognise import Recognised
from geltung.markdown.rows import in_row

_SCHEMA: Final = "# yaml-language-server: $schema=../src/geltung/schemas/directive.schema.json"
_FIELDS: Final = ("id", "kind", "title", "issued", "file_references", "valid_from", "valid_until")


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of a draft. ``places`` maps what it says ("valid_from", "change:1", "task:frist") to its line (1-based),
    ``nodes`` the index of each piece of the text to its line, ``written`` what stands there as a whole."""

    text: str
    places: dict[str, int] = field(default_factory=dict)
    nodes: dict[int, int] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)


class _Page:
    """Lines that are being written."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.places: dict[str, int] = {}
        self.nodes: dict[int, int] = {}
        self.written: dict[str, str] = {}

    def add(self, text: str, about: str | None = None, written: str | None = None) -> None:
        """One more line."""
        self.lines.append(text)
        if about is not None:
            self.places[about] = len(self.lines)
            self.written[about] = written if written is not None else text.strip()


def write_draft(found: Recognised, source_file: str, *, with_schema: bool) -> Draft:
    """The draft of a recognised source; ``source_file`` is the path of the original in the collection."""
    page = _Page()
    page.add("---")
    if with_schema:
        page.add(_SCHEMA)
    page.add("draft: true")
    _head(page, found)
    page.add("source:")
    page.add(f"  file: {scalar(source_file)}")
    page.add(f"  sha256: {found.source.sha256}")
    page.add("---")
    _body(page, found)
    return Draft("\n".join(page.lines).rstrip("\n") + "\n", page.places, page.nodes, page.written)


def _head(page: _Page, found: Recognised) -> None:
    for name in _FIELDS:
        value = found.head.kind if name == "kind" else found.head.get(name)
        if value is not None:
            stated = (
                f'"{value}"' if name == "id" and value.isdigit() else scalar(value) if not _is_day(value) else value
            )
            page.add(f"{name}: {stated}", name, stated)
    scope = [line for line in found.head.scope if line.value]
    page.add("scope:" if scope else "scope: {}")
    for line in scope:
        page.add(f"  {line.about.removeprefix('scope: ')}: {line.value}", line.about, line.value)
    if found.references:
        page.add("references:")
        for number, cited in enumerate(found.references, start=1):
            _reference(page, cited, f"reference:{number}")
    if found.changes:
        page.add("changes:")
        for number, change in enumerate(found.changes, start=1):
            _change(page, change, f"change:{number}")
    else:
        page.add("changes: []")
    if found.annexes:
        page.add("annexes:")
        for number, annex in enumerate(found.annexes, start=1):
            page.add(f"  - title: {scalar(annex.title)}", f"annex:{number}", scalar(annex.title))


def _is_day(value: str) -> bool:
    return len(value) == 10 and value[4] == value[7] == "-" and value.replace("-", "").isdigit()


def _id(value: str) -> str:
    return f'"{value}"' if value.isdigit() else scalar(value)


def _reference(page: _Page, cited: Cited, about: str) -> None:
    page.add(f"  - id: {_id(cited.id)}", about, _id(cited.id))
    page.add(f"    text: {scalar(cited.text)}", f"{about}:text", scalar(cited.text))


def _change(page: _Page, change: ChangeFound, about: str) -> None:
    page.add(f"  - kind: {change.kind}", about, change.kind)
    page.add(f"    target: {_id(change.target)}", f"{about}:target", _id(change.target))
    if change.parts:
        parts = ", ".join(f'"{part}"' for part in change.parts)
        page.add(f"    parts: [{parts}]", f"{about}:parts", f"[{parts}]")
    if change.effective:
        page.add(f"    effective: {change.effective}", f"{about}:effective", str(change.effective))
    if change.valid_until:
        page.add(f"    valid_until: {change.valid_until}", f"{about}:valid_until", change.valid_until)
    if change.words:
        page.add(f"    words: {scalar(change.words)}", f"{about}:words", scalar(change.words))


def _body(page: _Page, found: Recognised) -> None:
    before: Node | None = None
    for index, node in enumerate(found.nodes):
        if before is None or not _close(before, node):
            page.add("")
        page.nodes[index] = len(page.lines) + 1
        if node.kind == "row":
            _row(page, node)
            before = node
            continue
        for line in _node(node, before):
            page.add(line)
        if node.task is not None:
            indent = _text_indent(node)
            written = attributes(node.task)
            page.add(f"{indent}{written}", f"task:{node.task.id}", written)
        before = node
    _loose_links(page, found)


def _close(before: Node, node: Node) -> bool:
    """Whether two pieces stand without a blank line between them: items of one list, rows of one table."""
    return node.kind == "row" or (
        _is_item(before) and _is_item(node) and (before.kind == node.kind or node.level > 0 or before.level > 0)
    )


def _is_item(node: Node) -> bool:
    return node.kind in ("item", "numbered")


def _node(node: Node, before: Node | None) -> Iterator[str]:
    if node.kind in ("chapter", "heading"):
        text = linked(node.text, node.links) if node.kind == "heading" else _heading(node)
        yield f"{'#' * max(node.level, 2)} {text}"
    elif node.kind == "table":
        yield from _table(node.rows)
    elif node.kind == "item":
        yield f"{'    ' * node.level}- {linked(node.text, node.links)}"
    elif node.kind == "numbered" and node.number.rstrip(".)(").isdigit():
        yield f"{'    ' * node.level}{node.number.strip('()').rstrip('.)')}. {linked(node.text, node.links)}"
    elif node.kind == "numbered":
        yield f"{'    ' * node.level}- {node.number} {linked(node.text, node.links)}"
    else:
        yield f"{'    ' * node.level}{linked(node.text, node.links)}"


def _heading(node: Node) -> str:
    number, _, title = node.text.partition(" ")
    return f"{number} {linked(title, node.links)}"


def _text_indent(node: Node) -> str:
    if node.kind == "numbered" and node.number.rstrip(".)(").isdigit():
        return " " * (len(node.number.strip("()").rstrip(".)")) + 2)
    return "    " * node.level + ("  " if _is_item(node) else "")


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    width = max(len(row) for row in rows)
    filled = [[*row, *[""] * (width - len(row))] for row in rows]
    yield f"| {' | '.join(map(cell, filled[0]))} |"
    yield f"|{'---|' * width}"
    for row in filled[1:]:
        yield f"| {' | '.join(map(cell, row))} |"


def _row(page: _Page, node: Node) -> None:
    """A row of a table of tasks, with its attribute list at the end of its last cell."""
    cells = [_cell(text, node) for text in node.rows[0]]
    if node.task is None:
        page.add(f"| {' | '.join(cells)} |")
        return
    written = in_row(attributes(node.task))
    cells[-1] = f"{cells[-1]} {written}".strip()
    page.add(f"| {' | '.join(cells)} |", f"task:{node.task.id}", written)


def _cell(text: str, node: Node) -> str:
    """Words in a cell, with those links of the row that lie on them alone."""
    links = [(label, address) for label, address in node.links if label in text]
    return in_row(linked(text, links)) if links else cell(text)


def attributes(task: TaskFound) -> str:
    """The attribute list of a task, in the order that the handbook uses."""
    days = task.days
    stated = (
        ("addressee", task.addressee),
        ("starts_on", days.starts_on),
        ("due_on", days.due_on),
        ("ends_on", days.ends_on),
        ("recurrence", days.recurrence),
        ("deadline_words", days.deadline_words),
        ("start_words", days.start_words),
        ("anchor", days.anchor),
        ("other_dates", " ".join(map(str, days.other_dates)) or None),
        ("uncertain", " ".join(dict.fromkeys((*task.uncertain, *days.uncertain))) or None),
    )
    values = "".join(f" {attribute(name, str(value))}" for name, value in stated if value is not None)
    return f"{{: #{task.id} .task{values} }}"


def _loose_links(page: _Page, found: Recognised) -> None:
    """Addresses whose words are not known stand at the end, so that none is lost; the editor puts them in place."""
    loose = found.linked.loose
    if not loose:
        return
    page.add("")
    page.add("### Noch nicht zugeordnete Verweise", "links")
    for number, link in enumerate(loose, start=1):
        page.add("")
        page.add(f"Seite {link.page}: <{link.address}>", f"link:{number}")
