import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geltung import load
from geltung.questions.collection import Collection
from geltung.questions.errors import UnknownArea, UnknownUnit
from geltung.search.search import Filters, Found, _suggestion, search
from tests.conftest import environment
from tests.search.collection import collection, write
from tests.store import documents as store_documents

DAY = date(2025, 3, 15)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Collection:
    folder = tmp_path_factory.mktemp("search")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GELTUNG_CACHE", str(folder / "cache"))
        return load(collection(folder / "directives"))


@pytest.fixture(autouse=True)
def cache(opened: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    assert opened.directory is not None
    monkeypatch.setenv("GELTUNG_CACHE", str(opened.directory.parent / "cache"))


def ids(found: Found) -> list[str]:
    return [hit.passage.id for hit in found.hits]


def ask(opened: Collection, text: str, **options: object) -> Found:
    return search(opened, text, Filters(DAY, **options))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "Leistungspostfach", "Leistungs-Postfach", "Postfach Leistung", "leistungs postfach", "Postfächer",
        "postfaecher",
        "Mailbox", "Leistungspostfahc", '"Leistungspostfach wird umgebaut"', "leistungspost*", "umbau", "titel:Umbau",
    ],
)  # fmt: skip
def test_the_first_hit_is_of_the_directive_on_the_mailbox(opened: Collection, text: str) -> None:
    assert ids(ask(opened, text))[0].startswith("202501001")


@pytest.mark.parametrize("text", ["E-Akte", "EAKTE", "Akte", "3.001a", "einheit:EZ bearbeiten", "Empfang Akte"])
def test_the_first_hit_is_the_task(opened: Collection, text: str) -> None:
    assert ids(ask(opened, text))[0] == "202501001#akte"


def test_identifiers(opened: Collection) -> None:
    assert ids(ask(opened, "202501001"))[0] == "202501001"
    assert "202501001" in ids(ask(opened, "6901.4"))
    assert ids(ask(opened, "az:6801.4"))[0] == "202501001"


def test_what_has_ended_is_found_on_request_and_by_its_right_spelling(opened: Collection) -> None:
    assert ids(ask(opened, "Straßenkarte")) == []
    (hit,) = ask(opened, "gültige Strassenkarte", also_ended=True).hits
    assert (hit.passage.id, hit.in_force) == ("202501002#1", False)
    earlier = search(opened, "Straßenkarte", Filters(date(2025, 2, 28)))
    assert [hit.in_force for hit in earlier.hits] == [True]


def test_filters_ask_the_stored_intervals(opened: Collection) -> None:
    assert "202501001#akte" in ids(ask(opened, "akte", unit="Eingangszone"))
    assert ids(ask(opened, "akte", unit="Agentur für Arbeit")) == []
    assert ids(ask(opened, "postfach", unit="GE")) == []
    assert ids(ask(opened, "postfach", area="SGB II")) == []
    assert ids(ask(opened, "postfach", area="sgb3")) != []
    assert all("#2" in id_ or "#akte" in id_ for id_ in ids(ask(opened, "akte", section="Einzelaufträge")))
    assert ids(ask(opened, "akte", section="1")) == []


def test_unknown_filters_are_errors(opened: Collection) -> None:
    with pytest.raises(UnknownUnit):
        ask(opened, "akte", unit="Mondbasis")
    with pytest.raises(UnknownArea):
        ask(opened, "akte", area="BGB")


def test_operators(opened: Collection) -> None:
    assert ids(ask(opened, "Leistungspostfach UND Mondbasis")) == []
    assert "202501001#akte" not in ids(ask(opened, "bearbeiten NICHT eAkte"))
    assert ids(ask(opened, "Leistungspostfach und Mondbasis"))[0].startswith("202501001")
    assert ids(ask(opened, "eAkte nicht bearbeiten"))[0] == "202501001#akte"
    assert ids(ask(opened, '"NACH § 38 SGB III"')) == ["202501001#1"]
    both = ids(ask(opened, "eAkte ODER Überprüfung"))
    assert {"202501001#akte", "202501001#1"} <= set(both)


def test_suggestion_and_snippet(opened: Collection) -> None:
    assert ask(opened, "uberprufunk").suggestion == "überprüfung"
    assert ask(opened, "Überprüfung").suggestion is None
    (hit, *_) = ask(opened, "Überprüfung").hits
    assert "**Überprüfung**" in hit.snippet


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Leistungspostfahc", "Leistungspostfach"),
        ("leistungspotsfach", "leistungspostfach"),
        ("Leistungspostfac", "Leistungspostfach"),
        ("Lleistungspostfach", "Leistungspostfach"),
        ("Xeistungspostfach", "Leistungspostfach"),
        ("Postfahc", "Postfach"),
        ("POSTFAHC", "POSTFACH"),
        ("Umbau Postfahc", "Umbau Postfach"),
    ],
)
def test_a_word_nothing_matches_is_a_word_with_an_error(opened: Collection, typed: str, meant: str) -> None:
    """Also of a word that the collection knows as part of a compound only."""
    found = ask(opened, typed)
    assert found.suggestion == meant
    assert ids(found)[0].startswith("202501001")
    assert ask(opened, meant).suggestion is None


@pytest.mark.parametrize("text", ["der", "in der", '"in der"', "Mondbasis", "xqzzkv", "text:der Mondbasis"])
def test_nothing_is_suggested_where_nothing_is_near(opened: Collection, text: str) -> None:
    found = ask(opened, text)
    assert (found.hits, found.suggestion) == ([], None)


def test_only_whole_words_are_replaced() -> None:
    assert _suggestion("Pos Postfach, Pos", {"Pos": "Los"}) == "Los Postfach, Los"
    assert _suggestion("Postfach", {}) is None


def test_capitals_are_no_stop_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GELTUNG_CACHE", str(tmp_path / "cache"))
    folder = collection(tmp_path / "directives")
    write(folder, "202501003", "Neues", "## 1. Lage\n\nDie DA zum Verfahren gilt, da sie neu ist.\n")
    assert ids(ask(load(folder), "DA")) == ["202501003#1"]


def test_a_sentence_in_capitals_has_stop_words(opened: Collection) -> None:
    found = ask(opened, "WIE WIRD DAS LEISTUNGSPOSTFACH UMGEBAUT")
    assert found.suggestion is None
    assert ids(found)[0] == "202501001#1"


def test_a_phrase_is_exact_with_its_stop_words(opened: Collection) -> None:
    assert ids(ask(opened, '"Leistungspostfach wird umgebaut"'))[0] == "202501001#1"
    assert ids(ask(opened, '"Leistungspostfach ist umgebaut"')) == []
    assert ids(ask(opened, '"Das Leistungspostfach"')) == ["202501001#1"]
    assert ids(ask(opened, '"nach § 38 SGB 3"')) == ["202501001#1"]


def test_json_keys(opened: Collection) -> None:
    document = ask(opened, "eAkte").to_json()
    assert list(document) == ["query", "total", "hits", "suggestion"]
    keys = ["id", "directive", "title", "heading", "snippet", "score", "in_force", "source"]
    assert all(list(hit) == keys for hit in document["hits"])
    assert document["total"] == len(document["hits"]) > 0


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(st.text(max_size=60), st.text(alphabet='abcPost*"„“()+-:§ ANDORÜ', max_size=60)))
def test_no_text_fails(opened: Collection, text: str) -> None:
    found = ask(opened, text, also_ended=True)
    assert found.total >= len(found.hits)


class TestIndexInStep:
    """The index follows the files without a command of its own."""

    @pytest.fixture
    def folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        monkeypatch.setenv("GELTUNG_CACHE", str(tmp_path / "cache"))
        return collection(tmp_path / "directives")

    def test_new_changed_and_deleted_files(self, folder: Path) -> None:
        assert ids(ask(load(folder), "Kaffeemaschine")) == []
        write(folder, "202501003", "Neues", "## 1. Lage\n\nDie Kaffeemaschine tropft.\n")
        assert ids(ask(load(folder), "Kaffeemaschine")) == ["202501003#1"]
        write(folder, "202501003", "Neues", "## 1. Lage\n\nDer Teekessel pfeift.\n")
        assert ids(ask(load(folder), "Kaffeemaschine")) == []
        assert ids(ask(load(folder), "Teekessel")) == ["202501003#1"]
        (folder / "202501003.md").unlink()
        assert ids(ask(load(folder), "Teekessel")) == []

    def test_damaged_or_missing_index_is_made_anew(self, folder: Path, tmp_path: Path) -> None:
        before = ids(ask(load(folder), "Leistungspostfach"))
        (index,) = (tmp_path / "cache").glob("*.search")
        for path in index.iterdir():
            path.write_bytes(b"garbage")
        assert ids(ask(load(folder), "Leistungspostfach")) == before
        for path in index.glob("*.seg"):
            path.write_bytes(path.read_bytes()[:100])
        assert ids(ask(load(folder), "Leistungspostfach")) == before
        shutil.rmtree(index)
        assert ids(ask(load(folder), "Leistungspostfach")) == before

    def test_repealed_parts_have_ended(self, folder: Path) -> None:
        write(folder, "202502001", "Neu", "## 1. Lage\n\nText.\n", day="2025-02-01")
        path = folder / "202502001.md"
        change = (
            'changes:\n  - {kind: partial repeal, target: "202501001", parts: ["1", "#akte"], effective: 2025-03-01}\n'
        )
        path.write_text(path.read_text(encoding="utf-8").replace("source:", f"{change}source:"), encoding="utf-8")
        found = ask(load(folder), "eAkte Überprüfung")
        assert {"202501001#1", "202501001#akte"}.isdisjoint(ids(found))
        ended = {hit.passage.id: hit.in_force for hit in ask(load(folder), "eAkte Überprüfung", also_ended=True).hits}
        assert ended["202501001#1"] is ended["202501001#akte"] is False
        before = search(load(folder), "eAkte", Filters(date(2025, 2, 28)))
        assert "202501001#akte" in ids(before)

    def test_units_change_headings(self, folder: Path) -> None:
        units = (folder / "units.yml").read_text(encoding="utf-8")
        (folder / "units.yml").write_text(units.replace("Eingangszone", "Eingangszone\n    variants: [Schalterhalle]"))
        assert "202501001#akte" in ids(ask(load(folder), "Schalterhalle"))


def test_processes_that_meet_at_an_index_that_is_not_there(tmp_path: Path) -> None:
    """Each waits for the one that makes it; before, one took the other's files away."""
    folder = collection(tmp_path / "directives")
    cache = tmp_path / "cache"
    cache.mkdir(mode=0o700)
    command = [sys.executable, "-m", "geltung", "--directory", str(folder), "search", "Postfach", "--also-ended"]
    settings = environment({"GELTUNG_CACHE": str(cache)})
    running = [subprocess.Popen(command, env=settings, stdout=-1, stderr=-1, encoding="utf-8") for _ in range(6)]
    for process in running:
        said, complained = process.communicate(timeout=120)
        assert (process.returncode, complained) == (0, "")
        assert "Nichts gefunden" not in said


def test_a_unit_alone_asks_for_its_tasks(real_directives: Path) -> None:
    found = search(load(real_directives), "einheit:EZ", Filters(date(2025, 7, 15)), 50)
    assert found.total >= 3
    assert {hit.passage.kind for hit in found.hits} == {"task"}
    assert all("EZ" in hit.passage.place.units.split() for hit in found.hits)


def test_a_record_known_by_citation_is_not_found_before_its_issue(real_directives: Path) -> None:
    collection = load(real_directives)
    for day, expected in (("2025-03-06", False), ("2025-03-07", True)):
        found = search(collection, "202503005", Filters(date.fromisoformat(day)))
        assert ("202503005" in {hit.passage.directive for hit in found.hits}) is expected


def test_what_is_issued_and_not_in_force_is_coming(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GELTUNG_CACHE", str(tmp_path / "cache"))
    folder = store_documents.write(
        tmp_path / "directives", {"202506001": store_documents.directive("202506001", valid_from="2025-09-01")}
    )
    (hit, *_) = search(load(folder), "202506001", Filters(date(2025, 8, 31))).hits
    assert (hit.coming, hit.in_force) == (True, False)
    (hit, *_) = search(load(folder), "202506001", Filters(date(2025, 9, 1))).hits
    assert (hit.coming, hit.in_force) == (False, True)
