"""The words that Typer brings along, in German: Typer has no translations, so help and errors are translated here."""

import re
from typing import Any, Final

_HELP: Final = (
    ("Usage: ", "Aufruf: "),
    ("Options:", "Optionen:"),
    ("Commands:", "Befehle:"),
    ("Arguments:", "Angaben:"),
    ("Show this message and exit.", "Diese Hilfe zeigen."),
    ("[OPTIONS]", "[OPTIONEN]"),
    ("COMMAND [ARGS]...", "BEFEHL [ANGABEN]..."),
    ("[default:", "[Vorgabe:"),
    ("[required]", "[nötig]"),
    ("[env var: ", "[Umgebungsvariable: "),
    ("; required]", "; nötig]"),
)
_ERRORS: Final = tuple(
    (re.compile(pattern), german)
    for pattern, german in (
        (r"^No such option: (\S+)(.*)$", r"Die Option \1 gibt es nicht.\2"),
        (r"^No such command '(.*)'\.(.*)$", r"Den Befehl „\1“ gibt es nicht.\2"),
        (r"^Missing command\.$", r"Es fehlt ein Befehl."),
        (r"^Missing (?:argument|option|parameter) '?(.*?)'?\.?$", r"Es fehlt die Angabe \1."),
        (
            r"^Got unexpected extra argument(?:s|\(s\))? \((.*)\)$",
            r"Überzählig: \1. Namen mit Leerzeichen in Anführungszeichen.",
        ),
        (r"^Option '?(\S+?)'? requires an argument\.$", r"Die Option \1 braucht einen Wert."),
        (r"^Option '?(\S+?)'? does not take a value\.$", r"Die Option \1 nimmt keinen Wert."),
        (r"^Invalid value for '?(.*?)'?: '?(.*?)'? is not one of (.*)\.$", r"\1 kann nicht „\2“ sein, nur: \3."),
        (
            r"^Invalid value for '?(.*?)'?: (\S+) is not in the range (\d+)<=x<=(\d+)\.$",
            r"\1 muss zwischen \3 und \4 liegen; da steht \2.",
        ),
        (
            r"^Invalid value for '?(.*?)'?: '?(.*?)'? is not a valid int(?:eger)?(?: range)?\.$",
            r"\1 muss eine Zahl sein; da steht „\2“.",
        ),
        (r"^Invalid value for '?(.*?)'?: (nur zusammen mit .*)$", r"\1 geht \2."),
        (r"^Invalid value(?: for '?(.*?)'?)?: (.*)$", r"Der Wert für \1 ist unbrauchbar: \2"),
        (r"\(Possible options: (.*)\)", r"Gemeint sein kann: \1"),
        (r"Did you mean (.*)\?", r"Gemeint sein kann: \1"),
    )
)  # fmt: skip


def help_text(text: str) -> str:
    """A help page with its fixed words in German."""
    for english, german in _HELP:
        text = text.replace(english, german)
    return text


def error_text(error: Any) -> str:  # noqa: ANN401
    """The message of a usage error in German."""
    text = str(error.format_message())
    for pattern, german in _ERRORS:
        text = pattern.sub(german, text)
    return text.replace("'", "").replace("....", ".")
