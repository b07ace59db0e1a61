"""What people and programs read: text, JSON, colour, encodings, and readers that stop reading."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from geltung.schemas.export import FOLDER
from tests.conftest import ROOT, Run, environment
from tests.store.documents import UNITS, A, B, changes, directive, tasks, warm, write

FIRST = "202505010"
QUESTION = ("applies", "--date", "2025-06-30", "--unit", "EZ")
pty = pytest.importorskip("pty")


def words(text: str) -> str:
    """Text without its line breaks."""
    return " ".join(text.split())


class TestApplies:
    def test_text(self, geltung: Run) -> None:
        text = geltung(*QUESTION).stdout
        assert text.startswith("Was gilt am 30.06.2025 für Eingangszone (EZ)?\n")
        assert text.endswith("\nMaßgeblich ist der Originaltext.\n")
        places = [text.index(f"\n  {label}\n") for label in ("gilt", "kommt", "Frist abgelaufen")]
        assert places == sorted(places)
        plain = words(text)
        assert "in Kraft seit 26.05.2025 („Gültig ab“, 202505010.md:8), unbegrenzt; SGB III: Weisung" in plain
        assert "Frist 01.07.2025 (noch 1 Tag) · #postfaecher-ez" in plain
        assert "Frist 17.06.2025 (seit 13 Tagen vorbei) · #regelwerke" in plain
        assert "Ziffer 2.2 · ab 01.07.2025 · #kontaktformulare" in plain
        assert "Nicht bewertet (nur durch Zitat bekannt) • 202404002 Gemeinsame Aufgabenwahrnehmung" in plain
        assert max(map(len, text.splitlines())) <= 100

    def test_every_reason_ends_with_a_place_that_exists(self, geltung: Run) -> None:
        plain = words(geltung(*QUESTION).stdout)
        found = re.findall(r"\((directives/\d+\.md):(\d+)\)", plain)
        assert len(found) == plain.count("Warum: ") == 8
        for path, line in found:
            assert int(line) <= len((ROOT / path).read_text(encoding="utf-8").splitlines())

    def test_days_left(self, geltung: Run, tmp_path: Path) -> None:
        body = tasks("due_on=2025-07-01", "due_on=2025-07-02", "due_on=2025-07-31", "due_on=2025-06-30")
        folder = warm(tmp_path / "collection", {A: directive(A, body=body)})
        plain = words(geltung("applies", "--date", "2025-07-01", "--unit", "AA", directory=folder).stdout)
        assert re.findall(r"\((letzter Tag|noch[^)]*|seit[^)]*vorbei)\)", plain) == [
            "letzter Tag", "noch 1 Tag", "noch 30 Tage", "seit 1 Tag vorbei",
        ]  # fmt: skip

    def test_nothing(self, geltung: Run) -> None:
        text = geltung(
            "applies", "--date", "2025-05-25", "--unit", "GE", "--area", "sgb2", "--known-on", "1.1.2025"
        ).stdout
        assert text.splitlines() == [
            "Was gilt am 25.05.2025 für gemeinsame Einrichtung (Jobcenter) (GE), Rechtskreis SGB II, nach dem Stand vom "
            "01.01.2025?",
            "",
            "Nichts gefunden: An diesem Tag gilt hier keine Weisung der Sammlung.",
            "",
            "Maßgeblich ist der Originaltext.",
        ]

    def test_without_unit(self, geltung: Run) -> None:
        text = geltung("applies", "--date", "2025-10-06").stdout
        assert text.startswith("Was gilt am 06.10.2025 überhaupt?\n")
        assert text.count("#gespraechsleitfaeden-sc") == 2

    def test_outlasting_conflicts_and_problems(self, geltung: Run, tmp_path: Path) -> None:
        body = tasks("due_on=2025-07-31")
        head = changes(f'kind: repeal, target: "{B}", effective: 2025-09-01')
        third = directive("202503001", head=head)
        documents = {A: directive(A, valid_until="2025-06-30", body=body), B: directive(B), "202503001": third}
        folder = warm(tmp_path / "collection", documents)
        plain = words(geltung("applies", "--date", "2025-07-15", "--unit", "AA", directory=folder).stdout)
        assert f"{A} {A} ist nicht mehr in Kraft (abgelaufen) nachwirkend • stellen" in plain
        assert "Vermerke: Überschneidung" in plain
        assert "Widersprüche ! C015 " in plain
        assert "Probleme der Sammlung ! T009 " in plain

    def test_json(self, geltung: Run) -> None:
        text = geltung(*QUESTION, "--format", "json").stdout
        found = json.loads(text)
        schema = json.loads((FOLDER / "applies.schema.json").read_text(encoding="utf-8"))
        Draft202012Validator(schema).validate(found)
        assert list(found) == [
            "date", "unit", "area", "known_on", "directives", "upcoming_directives", "tasks", "not_assessed",
            "conflicts", "problems",
        ]  # fmt: skip
        assert list(found["directives"][0]) == [
            "id", "title", "in_force_from", "in_force_until", "ended_by", "scope", "marks",
        ]  # fmt: skip
        assert list(found["tasks"][0]) == [
            "id", "directive", "state", "text", "section", "addressees", "via", "starts_on", "due_on", "recurrence",
            "because", "source",
        ]  # fmt: skip
        assert "ü" in text, "umlauts as they are"

    def test_json_is_what_python_answers(self, geltung: Run, real_directives: Path) -> None:
        from geltung import applies, load

        found = json.loads(geltung(*QUESTION, "--format", "json").stdout)
        assert found == json.loads(json.dumps(applies(load(real_directives), "2025-06-30", "EZ").to_json()))


class TestOthers:
    def test_show(self, geltung: Run) -> None:
        plain = words(geltung("show", FIRST).stdout)
        for part in (
            "Weisung 202505010 vom 26.05.2025 – Herunterfahren E-Mails", "Geschäftszeichen: KPI4",
            "Gültig bis: unbegrenzt", "SGB III: Weisung", "Bezug: 202404002 vom 03.04.2024 – ", "2.2 Gemeinsame Aufgabenwahrnehmung",
            "Einzelaufträge (14)", "Quelle: directives/202505010.md", "Original: directives/sources/202505010.ocr.txt",
            "Maßgeblich ist der Originaltext.", "unsicher: Frist",
        ):  # fmt: skip
            assert part in plain, part

    def test_show_reference_record(self, geltung: Run) -> None:
        text = geltung("show", "202404002").stdout
        assert "nicht bewertet" in text
        assert "Zitiert in: 202505010\n" in text

    def test_show_earlier_wordings(self, geltung: Run, tmp_path: Path) -> None:
        body = (
            "## 3. Einzelaufträge\n\n### Die Agenturen für Arbeit\n\n- melden bis zum 30.06.2025.\n"
            "  {: #t1 .task due_on=2025-06-30 }\n\n    > melden bis zum 31.05.2025.\n"
            "    > {: .earlier until=2025-04-30 due_on=2025-05-31 }\n"
            "- prüfen.\n  {: #t2 .task added_on=2025-05-01 }\n"
        )
        folder = warm(tmp_path / "collection", {A: directive(A, body=body)})
        text = geltung("show", f"{A}#t1", directory=folder).stdout
        assert "Frühere Fassung (bis 30.04.2025): melden bis zum 31.05.2025." in text
        assert "Eingefügt: bis 30.04.2025" in geltung("show", f"{A}#t2", directory=folder).stdout

    def test_show_json(self, geltung: Run) -> None:
        schema = json.loads((FOLDER / "show.schema.json").read_text(encoding="utf-8"))
        whole = json.loads(geltung("show", FIRST, "--format", "json").stdout)
        Draft202012Validator(schema).validate(whole)
        task = json.loads(geltung("show", f"{FIRST}#regelwerke", "--format", "json").stdout)
        assert task in whole["tasks"]

    def test_list(self, geltung: Run) -> None:
        plain = words(geltung("list").stdout)
        assert "202404002 [nur durch Zitat bekannt, nicht bewertet] " in plain
        assert "202505010 [26.05.2025 ohne Ende] " in plain
        found = json.loads(geltung("list", "--format", "json").stdout)
        assert [item["id"] for item in found["directives"]] == sorted(item["id"] for item in found["directives"])
        assert len(found["directives"]) == 7

    def test_list_of_ended_and_never(self, geltung: Run, tmp_path: Path) -> None:
        head = changes(f'kind: repeal, target: "{A}", effective: 2025-09-01')
        never = directive(B, valid_from="2025-07-01", valid_until="2025-06-30", head=head)
        ended = directive("202503001", head=head)
        folder = warm(tmp_path / "collection", {A: directive(A), B: never, "202503001": ended})
        plain = geltung("list", directory=folder).stdout
        assert f"{A}  [01.03.2025 bis 31.08.2025, aufgehoben durch 202503001]" in plain
        assert f"{B}  [nie in Kraft]" in plain

    def test_units(self, geltung: Run) -> None:
        flat = geltung("units").stdout.splitlines()
        tree = geltung("units", "--tree").stdout.splitlines()
        found = json.loads(geltung("units", "--format", "json").stdout)["units"]
        assert len(flat) == len(tree) == len(found)
        assert flat[0] == "Alle Dienststellen (ALL)"
        names = {re.sub(r"^[│├└─ ]*(\[\w+\] )?", "", line) for line in tree}
        assert names == set(flat)
        assert any(re.search(r"├─ \[Teil\] Eingangszone \(EZ\)", line) for line in tree)
        assert any(re.search(r"\[Mitglied\] Regionaldirektion Bayern \(RD-BY\)", line) for line in tree)
        assert any(re.search(r"\[berichtet\] Agentur für Arbeit \(AA\)", line) for line in tree)

    def test_tree_of_units_in_a_circle(self, geltung: Run, tmp_path: Path) -> None:
        units = "units:\n  A1:\n    name: Eins\n    part_of: A2\n  A2:\n    name: Zwei\n    part_of: A1\n"
        folder = warm(tmp_path / "collection", {}, units)
        assert sorted(geltung("units", "--tree", directory=folder).stdout.splitlines()) == ["Eins (A1)", "Zwei (A2)"]


class TestCheck:
    def test_lines(self, geltung: Run, tmp_path: Path) -> None:
        folder = warm(tmp_path / "collection", {A: directive(A), B: "---\nid: [\n---\n"})
        found = geltung("check", directory=folder)
        lines = found.stdout.splitlines()
        assert len(lines) >= 2
        pattern = re.compile(rf"{re.escape(str(folder))}/[\w.]+:\d+: [A-Z]\d{{3}} \S.*")
        assert all(pattern.fullmatch(line) for line in lines)
        assert found.stderr == "1 Fehler, 1 Warnung, 0 Hinweise\n"

    def test_json(self, geltung: Run, tmp_path: Path) -> None:
        folder = warm(tmp_path / "collection", {A: directive(A)})
        found = geltung("check", "--format", "json", directory=folder)
        document = json.loads(found.stdout)
        assert list(document) == ["diagnostics", "counts"]
        assert document["counts"] == {"error": 0, "warning": 1, "notice": 0}
        (item,) = document["diagnostics"]
        assert list(item) == ["path", "line", "code", "severity", "message", "directives"]
        assert (item["path"], item["line"], item["code"], item["severity"]) == (
            f"{folder}/{A}.md",
            1,
            "H009",
            "warning",
        )
        assert found.stderr == ""

    def test_of_one_file(self, geltung: Run) -> None:
        everything = geltung("check").stdout.splitlines()
        only = geltung("check", "directives/202509011.md").stdout.splitlines()
        assert only == [line for line in everything if line.startswith("directives/202509011.md:")]
        assert 0 < len(only) < len(everything)
        assert geltung("check", "directives").stdout.splitlines() == everything

    def test_fields_of_the_kernel_and_of_the_checks_are_not_said_twice(self, geltung: Run, tmp_path: Path) -> None:
        head = changes('kind: repeal, target: "202001001"')
        folder = warm(tmp_path / "collection", {A: directive(A, head=head)})
        assert geltung("check", directory=folder).stdout.count(" C001 ") == 1


def in_terminal(*arguments: str, settings: dict[str, str] | None = None, stderr: bool = False, cwd: Path = ROOT) -> str:
    """What the program writes to a terminal."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "geltung", *arguments],
        stdout=subprocess.DEVNULL if stderr else slave,
        stderr=slave if stderr else subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        env={**environment(settings), "TERM": "xterm-256color"},
        cwd=cwd,
    )
    os.close(slave)
    content = b""
    while True:
        try:
            chunk = os.read(master, 65_536)
        except OSError:  # how Linux says that the other side is closed
            break
        if not chunk:
            break
        content += chunk
    os.close(master)
    assert process.wait(timeout=60) == 0
    return content.decode("utf-8").replace("\r\n", "\n")


ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


class TestColour:
    def test_on_a_terminal(self, geltung: Run) -> None:
        found = in_terminal(*QUESTION)
        assert "\x1b[1;32mgilt\x1b[0m" in found
        assert words(ESCAPE.sub("", found)) == words(geltung(*QUESTION).stdout), "colour changes nothing else"

    @pytest.mark.parametrize("command", [("show", FIRST), ("check",)], ids=" ".join)
    def test_of_other_commands(self, command: tuple[str, ...]) -> None:
        assert ESCAPE.search(in_terminal(*command))

    def test_not_in_json(self) -> None:
        found = in_terminal(*QUESTION, "--format", "json")
        assert "\x1b" not in found
        assert json.loads(found)["unit"]["id"] == "EZ"

    def test_no_color(self) -> None:
        assert "\x1b" not in in_terminal(*QUESTION, settings={"NO_COLOR": "1"})
        assert "\x1b" in in_terminal(*QUESTION, settings={"NO_COLOR": ""}), "empty means not set (no-color.org)"

    def test_narrow_terminal(self) -> None:
        narrow = ESCAPE.sub("", in_terminal(*QUESTION, settings={"COLUMNS": "60"}))
        assert max(map(len, narrow.splitlines())) <= 60


class TestProgress:
    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        ids = [f"2025{month:02}0{number:02}" for month in (1, 2) for number in range(1, 41)]
        return write(tmp_path / "collection", {id_: directive(id_) for id_ in ids})

    def test_first_load_shows_it_on_a_terminal_and_wipes_it(self, folder: Path) -> None:
        found = in_terminal("--directory", str(folder), "list", stderr=True)
        assert "Lese Weisungen: 50 von 81" in found
        assert found.endswith("\r\x1b[K")
        assert in_terminal("--directory", str(folder), "list", stderr=True) == "", "the second load has nothing to show"

    def test_not_where_nobody_looks(self, folder: Path, geltung: Run) -> None:
        found = geltung("list", directory=folder)
        assert found.stderr == ""
        assert len(found.stdout.splitlines()) == 80


ENCODINGS: tuple[dict[str, str], ...] = (
    {"LANG": "C", "LC_ALL": "C"},
    {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"LC_ALL": "POSIX"},
    {"PYTHONIOENCODING": "ascii"},
    {"PYTHONIOENCODING": "latin-1:strict"},
)


@pytest.mark.parametrize("settings", ENCODINGS, ids=str)
def test_umlauts_in_any_locale(settings: dict[str, str], geltung: Run) -> None:
    found = geltung(*QUESTION, settings=settings)
    assert (found.returncode, found.stderr) == (0, "")
    assert "Gesprächsleitfäden" in found.stdout
    assert "„Gültig ab“" in found.stdout
    wrong = geltung("applies", "--unit", "Führung", settings=settings)
    assert wrong.returncode == 2
    assert wrong.stderr.startswith("Fehler: Keine Organisationseinheit heißt „F")


@pytest.mark.parametrize("settings", [ENCODINGS[0], ENCODINGS[2]], ids=str)
def test_umlauts_can_be_typed_in_any_locale(settings: dict[str, str], geltung: Run) -> None:
    found = geltung("applies", "--date", "2025-07-15", "--unit", "Agentur für Arbeit", settings=settings)
    assert found.stdout.startswith("Was gilt am 15.07.2025 für Agentur für Arbeit (AA)?")


@pytest.mark.parametrize(
    "arguments",
    [QUESTION, (*QUESTION, "--format", "json"), ("show", FIRST), ("units",), ("check",), ("check", "--format", "json")],
    ids=" ".join,
)
def test_reader_that_stops_reading(arguments: tuple[str, ...]) -> None:
    """As "geltung … | head -1": no message, and no exit code that means something else."""
    read, write_end = os.pipe()
    os.close(read)
    process = subprocess.run(
        [sys.executable, "-m", "geltung", *arguments],
        stdout=write_end, stderr=subprocess.PIPE, env=environment(), cwd=ROOT, check=False, timeout=60,
    )  # fmt: skip
    os.close(write_end)
    said = process.stderr.decode()
    assert process.returncode == 0, said
    assert said == "" or (arguments == ("check",) and re.fullmatch(r"\d+ Fehler, .* Hinweise\n", said))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_full_disk_is_no_traceback() -> None:
    with Path("/dev/full").open("wb") as full:
        process = subprocess.run(
            [sys.executable, "-m", "geltung", *QUESTION],
            stdout=full, stderr=subprocess.PIPE, env=environment(), cwd=ROOT, check=False, timeout=60,
        )  # fmt: skip
    assert process.returncode not in (0, 1, 2)
    assert b"Traceback" not in process.stderr
    assert len(process.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("unit", "day", "said"),
    [
        ("AA-Neu", "2025-06-30", "gibt es erst ab dem 01.07.2025."),
        ("AA-Neu", "2026-01-01", "gab es nur bis zum 31.12.2025."),
        ("ALL", "2025-08-01", "ist keine wirkliche Einheit."),
        ("AA-Neu", "2025-08-01", "An diesem Tag gilt hier keine Weisung der Sammlung."),
    ],
)
def test_why_there_is_nothing(unit: str, day: str, said: str, geltung: Run, tmp_path: Path) -> None:
    units = UNITS.replace(
        "members:\n", "  AA-Neu:\n    name: Neu\n    from: 2025-07-01\n    until: 2025-12-31\nmembers:\n"
    )
    folder = write(tmp_path / "collection", {}, units)
    found = geltung("applies", "--date", day, "--unit", unit, directory=folder)
    assert said in found.stdout
    assert "unvollständig" not in found.stdout
    (folder / f"{A}.md").write_text("---\nid: [\n---\n", encoding="utf-8")
    assert "kann unvollständig sein" in geltung("applies", "--date", day, "--unit", unit, directory=folder).stdout


def test_without_an_output_nothing_breaks(python: Run) -> None:
    """``geltung … >&-``: whoever closes the output wants none."""
    script = "import sys; sys.argv = ['geltung', 'units']; sys.stdout = None; from geltung.cli.app import main; main()"
    assert (python(script).returncode, python(script).stderr) == (0, "")
