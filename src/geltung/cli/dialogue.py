"""Asking on the terminal, or of a pipe: questions go to stderr, so that stdout keeps what a command says."""

import sys


class EndOfInput(Exception):
    """Nobody answers any more."""


def ask(question: str, default: str = "") -> str:
    """One line of input with outer white space removed; an empty one means the default. Raises EndOfInput."""
    shown = f" [{default}]" if default else ""
    print(f"{question}{shown}: ", end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    if not line:
        print(file=sys.stderr)
        raise EndOfInput
    if not sys.stdin.isatty():
        print(line.strip(), file=sys.stderr)
    return line.strip() or default


def agrees(question: str) -> bool:
    """Whether whoever sits there says yes; the end of the input means no."""
    try:
        return ask(f"{question} [j/N]").casefold() in ("j", "ja", "y", "yes")
    except EndOfInput:
        return False
