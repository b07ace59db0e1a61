"""Geltung: what applies on day X to unit Y, with reasons."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from geltung.questions.applies import applies
    from geltung.questions.collection import load

__all__ = ["__version__", "applies", "load"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:  # noqa: ANN401
    """Import the public functions when they are first used, so that ``import geltung`` costs nothing."""
    if name == "load":
        from geltung.questions.collection import load

        return load
    if name == "applies":
        from geltung.questions.applies import applies

        return applies
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
