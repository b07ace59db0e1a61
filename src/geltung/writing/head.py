"""The layout of the front matter: fields in the order of the format, quotes only where YAML needs them.

The YAML is read with its marks and written anew; comments stay with the field that they stand above or beside. What
cannot be written anew without loss (tags, lists in lists, comments inside brackets) is left as it stands.
"""

import io
import re
from collections.abc import Iterator
from typing import Final

import yaml

from geltung.markdown.frontmatter import read
from geltung.parse.fields import DIRECTIVE, REFERENCE_RECORD, Day, Either, Listing, Record, Shape

_WIDEST: Final = 120
_SERVER: Final = "yaml-language-server"
_TEXT_TAG: Final = "tag:yaml.org,2002:str"
_NUMBERS: Final = ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float")
_DAY_TAG: Final = "tag:yaml.org,2002:timestamp"
_RESOLVER: Final = yaml.resolver.Resolver()
_COMMENT: Final = re.compile(r"(?:^|(?<=\s))#.*")


class CannotFormat(Exception):
    """The head holds something that is left as it stands."""


def format_head(head: str) -> str:
    """The YAML between the fences in its usual layout. Raises CannotFormat."""
    tree, problems = read(head, 1)
    if tree is None or problems:
        raise CannotFormat
    head = "".join(f"{line.rstrip()}\n" for line in head.split("\n"))
    try:
        root = yaml.compose(head, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        raise CannotFormat from None
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        raise CannotFormat
    shape = REFERENCE_RECORD if "record" in tree.entries else DIRECTIVE
    return _Writer(head, root).document(root, shape)


class _Writer:
    """Writes a tree anew; comments are taken when what they belong to is written."""

    def __init__(self, head: str, root: yaml.Node) -> None:
        self.server: list[str] = []
        self.above: dict[int, list[str]] = {}
        self.beside: dict[int, str] = {}
        self.after: list[str] = []
        self._collect(head, root)

    def _collect(self, head: str, root: yaml.Node) -> None:
        entries = sorted(set(_entry_lines(root)))
        solid = list(_spans(root, brackets=False))
        brackets = list(_spans(root, brackets=True))
        offset = 0
        for number, line in enumerate(head.split("\n")):
            start = offset
            offset += len(line) + 1
            for match in _COMMENT.finditer(line):
                position = start + match.start()
                if any(first <= position < last for first, last in solid):
                    continue
                if any(first <= position < last for first, last in brackets):
                    raise CannotFormat
                self._file(number, line[: match.start()].strip() == "", match[0].rstrip(), entries)
                break

    def _file(self, number: int, alone: bool, comment: str, entries: list[int]) -> None:
        if not alone:
            self.beside[number] = comment
        elif _SERVER in comment:
            self.server.append(comment)
        else:
            owner = next((line for line in entries if line > number), None)
            (self.after if owner is None else self.above.setdefault(owner, [])).append(comment)

    def document(self, root: yaml.MappingNode, shape: Shape) -> str:
        lines = [*self.server, *self._mapping(root, "", shape), *self.after]
        if self.above or self.beside:
            raise CannotFormat  # a comment that belongs nowhere
        return "".join(f"{line}\n" for line in lines)

    def _mapping(self, node: yaml.MappingNode, indent: str, shape: Shape | None) -> Iterator[str]:
        for key, value in _ordered(node, shape):
            if not isinstance(key, yaml.ScalarNode):
                raise CannotFormat
            yield from self._above(key, indent)
            name = _scalar(key, None, flow=False)
            yield from self._entry(indent, f"{name}:", value, _field_shape(shape, key.value), key.start_mark.line)

    def _sequence(self, node: yaml.SequenceNode, indent: str, shape: Shape | None) -> Iterator[str]:
        item_shape = shape.item if isinstance(shape, Listing) else None
        for item in node.value:
            yield from self._above(item, indent)
            if isinstance(item, yaml.MappingNode) and not _on_one_line(item, f"{indent}- "):
                lines = list(self._mapping(item, indent + "  ", _option(item_shape, Record)))
                first = next(position for position, line in enumerate(lines) if not line.lstrip().startswith("#"))
                yield from (line[2:] for line in lines[:first])
                yield f"{indent}- {lines[first].lstrip()}"
                yield from lines[first + 1 :]
            elif isinstance(item, yaml.SequenceNode) and item.value:
                raise CannotFormat
            else:
                yield from self._entry(indent, "-", item, item_shape, item.start_mark.line)

    def _entry(self, indent: str, name: str, value: yaml.Node, shape: Shape | None, line: int) -> Iterator[str]:
        if isinstance(value, yaml.ScalarNode):
            text = _scalar(value, shape, flow=False)
            yield self._beside(f"{indent}{name} {text}".rstrip(), line, value.end_mark.line)
        elif _on_one_line(value, f"{indent}{name} "):
            yield self._beside(f"{indent}{name} {_flow(value, shape)}", line, value.end_mark.line)
        else:
            yield self._beside(f"{indent}{name}", line, line)
            if isinstance(value, yaml.MappingNode):
                yield from self._mapping(value, indent + "  ", _option(shape, Record))
            elif isinstance(value, yaml.SequenceNode):
                yield from self._sequence(value, indent + "  ", _option(shape, Listing))

    def _above(self, node: yaml.Node, indent: str) -> Iterator[str]:
        return (f"{indent}{comment}" for comment in self.above.pop(node.start_mark.line, ()))

    def _beside(self, text: str, *lines: int) -> str:
        found = [self.beside.pop(line) for line in dict.fromkeys(lines) if line in self.beside]
        return "  ".join([text, " ".join(found)]) if found else text


def _ordered(node: yaml.MappingNode, shape: Shape | None) -> list[tuple[yaml.Node, yaml.Node]]:
    """The entries in the order of the format; what it does not know comes last, as it stood."""
    names = [field.name for field in shape.fields] if isinstance(shape, Record) else []
    places = {name: place for place, name in enumerate(names)}
    return sorted(node.value, key=lambda entry: places.get(str(entry[0].value), len(names)))


def _field_shape(shape: Shape | None, name: str) -> Shape | None:
    if not isinstance(shape, Record):
        return None
    return next((field.shape for field in shape.fields if field.name == name), None)


def _option(shape: Shape | None, kind: type[Record | Listing]) -> Shape | None:
    options = shape.options if isinstance(shape, Either) else (shape,)
    return next((option for option in options if isinstance(option, kind)), None)


def _on_one_line(node: yaml.Node, before: str) -> bool:
    """Whether a collection stays in brackets: it was, and it fits, or it is empty."""
    if not node.value:
        return True
    return _in_brackets(node) and len(before) + len(_flow(node, None)) <= _WIDEST


def _flow(node: yaml.Node, shape: Shape | None) -> str:
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node, shape, flow=True)
    if isinstance(node, yaml.SequenceNode):
        item = shape.item if isinstance(shape, Listing) else None
        return f"[{', '.join(_flow(entry, item) for entry in node.value)}]"
    if not isinstance(node, yaml.MappingNode):
        raise CannotFormat
    record = _option(shape, Record)
    entries = (f"{_flow(key, None)}: {_flow(value, _field_shape(record, str(key.value)))}" for key, value in
               _ordered(node, record))  # fmt: skip
    return f"{{{', '.join(entries)}}}"


def _scalar(node: yaml.ScalarNode, shape: Shape | None, *, flow: bool) -> str:
    quoted = node.style is not None
    value = " ".join(node.value.split()) if "\n" in node.value else node.value
    if not value.strip():
        return '""' if quoted else ""
    tag = _RESOLVER.resolve(yaml.ScalarNode, value, (True, False))  # type: ignore[no-untyped-call]
    if tag == _TEXT_TAG:
        plain = _may_be_plain(value, flow)
    elif tag == _DAY_TAG:
        plain = not quoted or isinstance(shape, Day)
    else:
        plain = tag not in _NUMBERS and not quoted
    if plain:
        return value
    return f"'{value.replace(chr(39), chr(39) * 2)}'" if '"' in value or "\\" in value else f'"{value}"'


def quoted_if_needed(value: str) -> str:
    """A text as the value of a field."""
    return _scalar(yaml.ScalarNode(_TEXT_TAG, value), None, flow=False)


def _may_be_plain(value: str, flow: bool) -> bool:
    found = yaml.emitter.Emitter(io.StringIO(), allow_unicode=True).analyze_scalar(value)
    return bool(found.allow_flow_plain if flow else found.allow_block_plain)


def _entry_lines(node: yaml.Node) -> Iterator[int]:
    """Lines on which an entry of a mapping or list begins, brackets aside."""
    if isinstance(node, yaml.ScalarNode) or _in_brackets(node):
        return
    for entry in node.value:
        key, value = entry if isinstance(node, yaml.MappingNode) else (entry, entry)
        yield key.start_mark.line
        yield from _entry_lines(value)


def _spans(node: yaml.Node, *, brackets: bool) -> Iterator[tuple[int, int]]:
    """Stretches of single values, in which a ``#`` is no comment; or those of collections in brackets."""
    if (isinstance(node, yaml.ScalarNode) or _in_brackets(node)) and brackets is _in_brackets(node):
        yield node.start_mark.index, node.end_mark.index
    if not isinstance(node, yaml.ScalarNode):
        for entry in node.value:
            for part in entry if isinstance(node, yaml.MappingNode) else (entry,):
                yield from _spans(part, brackets=brackets)


def _in_brackets(node: yaml.Node) -> bool:
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)
