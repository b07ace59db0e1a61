"""What is answered, what is refused, and what is said then: exit codes, stdout and stderr."""

import subprocess
import sys
from pathlib import Path

import pytest

from geltung import __version__
from tests.conftest import Run, environment
from tests.store.documents import A, B, changes, directive, warm

FIRST = "202505010"

ANSWERED = (
    ["applies", "--date", "2025-07-15", "--unit", "EZ"],
    ["applies", "--date", "15.07.2025", "--unit", "agenturen fuer arbeit", "--area", "sgb3"],
    ["applies", "--date", "2025-05-25"],  # an empty answer is an answer
    ["applies", "--date", "2025-07-15", "--unit", "Jobcenter"],
    ["applies", "--date", "2025-10-06", "--unit", "AA", "--known-on", "2025-09-01", "--include-parts"],
    ["applies"],
    ["show", FIRST],
    ["show", f"{FIRST}#regelwerke"],
    ["show", "202404002"],
    ["list"],
    ["list", "--in-force-on", "2020-01-01"],
    ["list", "--in-force-on", "2025-07-15", "--area", "SGB III", "--unit", "EZ"],
    ["units"],
    ["units", "--tree"],
    ["check"],
    ["check", "directives/202505010.md"],
    ["check", "directives"],
)


@pytest.mark.parametrize("question", ANSWERED, ids=" ".join)
def test_answered(question: list[str], geltung: Run) -> None:
    found = geltung(*question)
    assert found.returncode == 0, found.stderr
    assert found.stdout.strip()
    assert bool(found.stderr) is (question[0] == "check"), found.stderr
    assert "\x1b" not in found.stdout + found.stderr


REFUSED = (
    (["applies", "--unit", "Eingangszohne"], "Keine Organisationseinheit heißt „Eingangszohne“. Ähnlich: Eingangszone"),
    (["applies", "--unit", b"\xff"], "Keine Organisationseinheit heißt „"),
    (["applies", "--unit", "Qqqqqqq"], "„geltung units“ zeigt alle."),
    (["list", "--unit", "Eingangszohne"], "Ähnlich: Eingangszone (EZ)"),
    (["applies", "--date", "2025-02-30"], "„2025-02-30“ ist kein Tag. Möglich sind Angaben wie 2025-07-15 oder 15.07."),
    (["applies", "--date", "morgen"], "„morgen“ ist kein Tag."),
    (["applies", "--known-on", "31.04.2025"], "„31.04.2025“ ist kein Tag."),
    (["list", "--in-force-on", "2025-13-01"], "„2025-13-01“ ist kein Tag."),
    (["applies", "--area", "SGB IV"], "„SGB IV“ ist kein Rechtskreis. Möglich sind: SGB II, SGB III, Familienkasse"),
    (["show", "202505011"], "Es gibt keine Weisung „202505011“. Ähnlich: "),
    (["show", b"\xff"], "Es gibt keine Weisung „"),
    (["show", f"{FIRST}#regelwerk"], f"{FIRST} hat keinen Auftrag „#regelwerk“. Aufträge: #postfaecher-ez, "),
    (["show", f"{FIRST}#"], f"{FIRST} hat keinen Auftrag „#“."),
    (["show", f"202505011#{FIRST}"], "Es gibt keine Weisung „202505011“."),
    (["check", "nowhere.md"], "„nowhere.md“ ist keine Datei der Sammlung"),
    (["check", "README.md", "pyproject.toml"], "ist keine Datei der Sammlung"),
    (["applies", "--unti", "EZ"], "Die Option --unti gibt es nicht. Gemeint sein kann: "),
    (["-x"], "Die Option -x gibt es nicht."),
    (["apply"], "Den Befehl „apply“ gibt es nicht. Gemeint sein kann: "),
    (["xyz"], "Den Befehl „xyz“ gibt es nicht."),
    (["applies", "--date"], "Die Option --date braucht einen Wert."),
    (["--directory"], "Die Option --directory braucht einen Wert."),
    (["applies", "--include-parts=ja"], "Die Option --include-parts nimmt keinen Wert."),
    (["applies", "--format", "xml"], "--format kann nicht „xml“ sein, nur: "),
    (["show"], "Es fehlt die Angabe NUMMER[#TEIL]."),
    (["show", FIRST, "202509011"], "Überzählig: 202509011."),
    (["applies", "EZ"], "Überzählig: EZ."),
    (["applies", "--unit", "Agentur", "für"], "Überzählig: für. Namen mit Leerzeichen in Anführungszeichen."),
    (["--directory", "nowhere", "list"], "Es gibt keinen Ordner „nowhere“ mit Weisungen"),
    (["applies", "--unit", " "], "Die Angabe der Einheit ist leer."),
    (["search", "Postfach", "--unit", ""], "Die Angabe der Einheit ist leer."),
    (["search", "Postfach", "--date", ""], "„“ ist kein Tag."),
    (["search", "Postfach", "--area", ""], "„“ ist kein Rechtskreis."),
    (["list", "--in-force-on", ""], "„“ ist kein Tag."),
    (["list", "--area", ""], "„“ ist kein Rechtskreis."),
    (["pages", "seiten", "--date", ""], "„“ ist kein Tag."),
    (["pages", ""], "Der Ordner für die Seiten ist leer angegeben"),
    (["format", ""], "„“ ist keine Weisungsdatei"),
    (["import"], "Es fehlt die Angabe DATEI."),
    (["--directory", "", "list"], "Der Wert für --directory ist unbrauchbar: die Angabe des Ordners ist leer"),
    (["applies", "--include-parts"], "--include-parts geht nur zusammen mit --unit."),
    (["review", f"{FIRST}.md", "--all"], "--all geht nur zusammen mit --list."),
    (["--directory", "pyproject.toml", "list"], "Es gibt keinen Ordner „pyproject.toml“ mit Weisungen"),
)  # fmt: skip
ENGLISH = (
    "Usage",
    "Error",
    "Try ",
    "No such",
    "Missing",
    "Invalid",
    "requires",
    "unexpected",
    "Did you mean",
    "Possible",
)


@pytest.mark.parametrize(("question", "message"), REFUSED, ids=lambda value: None)
def test_refused(question: list[str | bytes], message: str, geltung: Run) -> None:
    found = geltung(*question)
    assert found.returncode == 2
    assert found.stdout == ""
    assert found.stderr.startswith("Fehler: ")
    assert message in found.stderr
    lines = found.stderr.splitlines()
    assert len(lines) == 1 or lines[1:] == ["Hilfe: geltung --help"]
    assert not [word for word in ENGLISH if word in found.stderr]


def test_refused_the_same_way_as_json(geltung: Run) -> None:
    found = geltung("applies", "--unit", "xyz", "--format", "json")
    assert (found.returncode, found.stdout) == (2, "")


def test_ambiguous_unit(geltung: Run, tmp_path: Path) -> None:
    units = "units:\n  A1:\n    name: Doppelte\n  A2:\n    name: Doppelter\n"
    found = geltung("applies", "--unit", "Doppelten", directory=warm(tmp_path / "collection", {}, units))
    assert (found.returncode, found.stdout) == (2, "")
    assert found.stderr == "Fehler: „Doppelten“ ist mehrdeutig. Gemeint sein kann: Doppelte (A1), Doppelter (A2)\n"


class TestCheck:
    def test_zero_for_warnings_alone(self, geltung: Run, tmp_path: Path) -> None:
        head = changes('kind: repeal, target: "202001001"')
        found = geltung("check", directory=warm(tmp_path / "collection", {A: directive(A, head=head)}))
        assert found.returncode == 0
        assert found.stderr == "0 Fehler, 2 Warnungen, 0 Hinweise\n"

    def test_one_for_errors(self, geltung: Run, tmp_path: Path) -> None:
        head = changes(f'kind: repeal, target: "{A}"')
        folder = warm(tmp_path / "collection", {A: directive(A, head=head), B: directive(B)})
        for output in ("text", "json"):
            found = geltung("check", "--format", output, directory=folder)
            assert found.returncode == 1
            assert "C002" in found.stdout
        assert geltung("check", f"{B}.md", directory=folder).returncode == 0, "only what was asked about"

    def test_empty_collection(self, geltung: Run, tmp_path: Path) -> None:
        folder = warm(tmp_path / "collection", {}, None)
        assert geltung("check", directory=folder).returncode == 1
        assert geltung("list", directory=folder).stdout == "Keine Weisung gefunden.\n"
        assert geltung("applies", directory=folder).returncode == 0


def test_collection_from_the_environment(geltung: Run, tmp_path: Path) -> None:
    folder = warm(tmp_path / "collection", {A: directive(A)})
    settings = {"GELTUNG_DIRECTORY": str(folder)}
    assert A in geltung("list", settings=settings).stdout
    option = geltung("list", directory=Path("directives"), settings=settings).stdout
    assert FIRST in option
    assert A not in option, "the option counts more"
    assert FIRST in geltung("list").stdout
    away = geltung("list", cwd=tmp_path)
    assert (away.returncode, away.stderr) == (2, "Fehler: Es gibt keinen Ordner „directives“ mit Weisungen\n")


def test_files_are_named_so_that_they_can_be_opened(geltung: Run, tmp_path: Path) -> None:
    warm(tmp_path / "collection", {A: directive(A)})
    for folder in (Path("collection"), tmp_path / "collection"):
        found = geltung("applies", "--date", "2025-07-01", "--unit", "AA", directory=folder, cwd=tmp_path).stdout
        joined = " ".join(found.split())
        assert f"({folder}/{A}.md:16)" in joined
        assert f"{folder}/{A}.md:1: H009 " in geltung("check", directory=folder, cwd=tmp_path).stdout


def test_internal_errors_are_one_sentence(python: Run) -> None:
    script = (
        "import sys\nfrom geltung.cli import app\nimport geltung.questions.listing as listing\n"
        "def broken(*_): raise RuntimeError('kaputt')\n"
        "listing.list_directives = broken\nsys.argv = ['geltung', 'list']\napp.main()"
    )
    found = python(script)
    assert found.returncode == 70
    assert found.stdout == ""
    assert found.stderr.startswith("Interner Fehler (RuntimeError: kaputt).")
    assert len(found.stderr.splitlines()) == 1
    assert "Traceback" in python(script, settings={"GELTUNG_DEBUG": "1"}).stderr


def test_a_new_collection_is_empty_but_answers(geltung: Run, tmp_path: Path) -> None:
    for question in (["search", "Postf*", "NICHT", "Akte"], ["units"], ["units", "--tree"], ["glossary"], ["list"]):
        found = geltung(*question, directory=tmp_path)
        assert (found.returncode, found.stderr) == (0, ""), question
        assert found.stdout.strip(), question


def test_a_file_is_found_by_its_name_in_the_collection(geltung: Run, tmp_path: Path) -> None:
    folder = warm(tmp_path / "collection", {A: directive(A)})
    for question in (["check"], ["check", "--fix", "--yes"], ["format"]):
        assert geltung(*question, f"{A}.md", directory=folder).returncode == 0, question


def test_version_is_that_of_the_package() -> None:
    assert __version__.count(".") == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a system without a device that is always full")
def test_a_full_disk_is_said_in_one_sentence(geltung: Run) -> None:
    with Path("/dev/full").open("w") as full:
        found = subprocess.run(
            [sys.executable, "-m", "geltung", "units"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env=environment(),
        )
    assert found.returncode == 70
    assert found.stderr.startswith("Fehler: Lesen oder Schreiben ging nicht: ")
    assert len(found.stderr.splitlines()) == 1
