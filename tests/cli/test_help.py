"""Help is German throughout, though Typer has no translations."""

import re

import pytest

from geltung import __version__
from geltung.cli.app import COMMANDS as LAZY
from tests.conftest import Run

COMMANDS = tuple(LAZY)
ENGLISH = re.compile(
    r"\b(usage|options?|commands?|arguments?|args|show this|message|exit|default|required|try|the|and|of|for|this)\b",
    re.IGNORECASE,
)
GERMAN = re.compile(r"^(Aufruf: .*)$", re.MULTILINE)


def described(text: str) -> str:
    """Help without the names of options and commands, which are English."""
    text = re.sub(r"--[a-z-]+|<text\|json>|Vorgabe: text", "", text)
    return re.sub(rf"^  ({'|'.join(COMMANDS)}) ", "", text, flags=re.MULTILINE)


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)], ids=" ".join)
def test_help_is_german(command: tuple[str, ...], geltung: Run) -> None:
    found = geltung(*command, "--help")
    assert found.returncode == 0
    assert found.stderr == ""
    assert GERMAN.search(found.stdout)
    assert "Diese Hilfe zeigen." in found.stdout
    assert "\x1b" not in found.stdout
    assert ENGLISH.findall(described(found.stdout)) == []


def test_version(geltung: Run) -> None:
    found = geltung("--version")
    assert (found.returncode, found.stdout) == (0, f"geltung {__version__}\n")


def test_check_of_this_test() -> None:
    """The pattern would see what Typer says by itself."""
    for text in ("Usage: x", "Options:", "Show this message and exit.", "[default: text]", "[required]", "[OPTIONS]"):
        assert ENGLISH.search(described(text))


def test_overview_names_every_command(geltung: Run) -> None:
    text = geltung("--help").stdout
    assert {"applies", "show", "list", "units", "check"} <= set(COMMANDS)
    for name in COMMANDS:
        (line,) = re.findall(rf"^  {name} +(.*)$", text, re.MULTILINE)
        assert line.endswith(".")
        assert not line.endswith("..."), "cut off"
    assert "--directory" in text
    assert "GELTUNG_DIRECTORY" in text


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("applies", ["--date", "--unit", "--area", "--known-on", "--include-parts", "--format"]),
        ("show", ["NUMMER[#AUFTRAG]", "--format"]),
        ("list", ["--in-force-on", "--area", "--unit", "--format"]),
        ("units", ["--tree", "--format"]),
        ("check", ["[DATEI]...", "--format"]),
    ],
)
def test_every_option_is_described(command: str, options: list[str], geltung: Run) -> None:
    text = geltung(command, "--help").stdout
    for option in options:
        assert re.search(rf"^  {re.escape(option)}( [A-Z<][^ ]*)?  +\S", text, re.MULTILINE), option


def test_without_a_command_the_overview_is_shown(geltung: Run) -> None:
    assert geltung().stdout.strip() == geltung("--help").stdout.strip()
    assert geltung().returncode == 0


def test_installed_program_is_called_geltung(python: Run) -> None:
    script = "import sys; sys.argv = ['geltung', 'applies', '--help']; from geltung.cli.app import main; main()"
    assert python(script).stdout.startswith("Aufruf: geltung applies [OPTIONEN]")
