"""Taking values from a YAML tree: what has the wrong form counts as not stated (shapes.py has reported it)."""

from datetime import date

from geltung.markdown.frontmatter import Mapping, Node, Scalar, Sequence
from geltung.model.dates import parse_iso


def text(node: Node | None) -> str | None:
    """A text with its white space collapsed; None if it is empty."""
    return " ".join(node.text.split()) or None if isinstance(node, Scalar) else None


def day(node: Node | None) -> date | None:
    """An ISO date."""
    return parse_iso(node.text) if isinstance(node, Scalar) else None


def items(node: Node | None) -> tuple[Node, ...]:
    """The entries of a list."""
    return node.items if isinstance(node, Sequence) else ()


def texts(node: Node | None) -> tuple[str, ...]:
    """The texts in a list."""
    return tuple(found for item in items(node) if (found := text(item)) is not None)


def choices(node: Node | None, allowed: tuple[str, ...]) -> tuple[str, ...]:
    """The allowed values in a list."""
    return tuple(value for value in texts(node) if value in allowed)


def choice(node: Node | None, allowed: tuple[str, ...]) -> str | None:
    """A value that is among the allowed ones."""
    return node.text if isinstance(node, Scalar) and node.text in allowed else None


def flag(node: Node | None) -> bool:
    """Whether ``true`` stands there."""
    return isinstance(node, Scalar) and node.text == "true"


def records(node: Node | None) -> tuple[Mapping, ...]:
    """The groups of fields in a list."""
    return tuple(item for item in items(node) if isinstance(item, Mapping))


def mapping(node: Node | None) -> Mapping:
    """A group of fields; an empty one if there is none."""
    return node if isinstance(node, Mapping) else _NOTHING


_NOTHING = Mapping({}, {}, 1)
