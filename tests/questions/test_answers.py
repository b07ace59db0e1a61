"""The answers to the real collection, day by day, as a person would read them out of the two directives."""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import geltung.questions.lookup
from geltung import applies, load
from geltung.questions.collection import Collection
from geltung.schemas.export import FOLDER
from tests.store.documents import A, B, C, R, changes, directive, reference, tasks, write

FIRST, SECOND = "202505010", "202509011"
ACTIVE, UPCOMING, PAST_DUE = "active", "upcoming", "past due"

EZ_OWN = ("kontaktformulare", "online-veraenderungen")
AA_ALWAYS = ("kanalverschiebung", "massnahmenkatalog", "vorgaenge")


@pytest.fixture(scope="module")
def real(real_directives: Path) -> Collection:
    return load(real_directives)


@cache
def schema() -> Draft202012Validator:
    return Draft202012Validator(json.loads((FOLDER / "applies.schema.json").read_text(encoding="utf-8")))


def ask(collection: Collection, day: str, unit: str | None = None, **more: Any) -> dict[str, Any]:
    """An answer as JSON; it must be what the published schema says."""
    found = json.loads(json.dumps(applies(collection, day, unit, **more).to_json()))
    schema().validate(found)
    return found


def states(answer: dict[str, Any], id_: str = FIRST) -> list[tuple[str, list[str]]]:
    """State → tasks of a directive, in the order of the answer."""
    found: list[tuple[str, list[str]]] = []
    for task in answer["tasks"]:
        number, _, name = task["id"].partition("#")
        if number == id_:
            if not found or found[-1][0] != task["state"]:
                found.append((task["state"], []))
            found[-1][1].append(name)
    return found


def in_force(answer: dict[str, Any], key: str = "directives") -> list[str]:
    return [item["id"] for item in answer[key]]


def task(answer: dict[str, Any], name: str) -> dict[str, Any]:
    (found,) = [item for item in answer["tasks"] if item["id"] == name]
    return found


class TestEingangszone:
    def test_day_before_the_change(self, real: Collection) -> None:
        answer = ask(real, "2025-06-30", "Eingangszone")
        assert states(answer) == [
            (ACTIVE, ["postfaecher-ez", *AA_ALWAYS]),
            (UPCOMING, ["gespraechsleitfaeden-ez", *EZ_OWN]),
            (PAST_DUE, ["regelwerke"]),
        ]
        assert in_force(answer) == [FIRST]
        assert answer["unit"] == {"id": "EZ", "name": "Eingangszone"}

    def test_day_of_the_change(self, real: Collection) -> None:
        answer = ask(real, "2025-07-01", "EZ")
        expected = sorted([*AA_ALWAYS, "gespraechsleitfaeden-ez", *EZ_OWN])
        assert states(answer) == [(ACTIVE, ["postfaecher-ez", *expected]), (PAST_DUE, ["regelwerke"])]

    def test_two_weeks_later(self, real: Collection) -> None:
        answer = ask(real, "2025-07-15", "EZ")
        expected = sorted([*AA_ALWAYS, "gespraechsleitfaeden-ez", *EZ_OWN])
        assert states(answer) == [(ACTIVE, expected), (PAST_DUE, ["regelwerke", "postfaecher-ez"])]
        assert answer["problems"] == answer["conflicts"] == []
        assert answer["upcoming_directives"] == []

    def test_reasons(self, real: Collection) -> None:
        answer = ask(real, "2025-07-15", "EZ")
        found = task(answer, f"{FIRST}#gespraechsleitfaeden-ez")
        assert found["addressees"] == ["AA"]
        assert found["via"] == ["AA", "EZ"]
        assert (found["starts_on"], found["due_on"], found["section"]) == ("2025-07-01", None, "3")
        for words in (
            "in Kraft seit 26.05.2025", "unbegrenzt", "richtet sich an Agentur für Arbeit",
            "Eingangszone ist Teil von Agentur für Arbeit", "„Die Agenturen für Arbeit“", "ab 01.07.2025",
        ):  # fmt: skip
            assert words in found["because"]
        own = task(answer, f"{FIRST}#postfaecher-ez")
        assert (own["via"], own["due_on"], own["section"]) == (["EZ"], "2025-07-01", "2.1")
        assert "verantwortlichen Führungskräfte" in own["text"]

    def test_source_line_is_that_of_the_words(self, real: Collection, real_directives: Path) -> None:
        for found in ask(real, "2025-07-15", "EZ")["tasks"]:
            lines = (real_directives / found["source"]["file"]).read_text(encoding="utf-8").splitlines()
            line = lines[found["source"]["line"] - 1].lstrip("- ")
            assert line.split()[0] == found["text"].split()[0], found["id"]

    def test_eingangszone_of_one_agency_gets_the_same(self, real: Collection) -> None:
        for day in ("2025-06-30", "2025-07-15", "2025-10-06"):
            ids = [[item["id"] for item in ask(real, day, unit)["tasks"]] for unit in ("EZ", "EZ-AA-Nuernberg")]
            assert ids[0] == ids[1]
        (via,) = [
            item["via"]
            for item in ask(real, "2025-07-15", "EZ Nürnberg")["tasks"]
            if item["id"] == f"{FIRST}#kontaktformulare"
        ]
        assert via == ["EZ", "EZ-AA-Nuernberg"]


class TestAgentur:
    def test_deadline_two_weeks_before_the_change(self, real: Collection) -> None:
        upcoming = (UPCOMING, ["gespraechsleitfaeden-ez"])
        for day in ("2025-06-16", "2025-06-17"):
            assert states(ask(real, day, "AA")) == [(ACTIVE, ["regelwerke", *AA_ALWAYS]), upcoming]
        assert states(ask(real, "2025-06-18", "AA")) == [
            (ACTIVE, list(AA_ALWAYS)), upcoming, (PAST_DUE, ["regelwerke"]),
        ]  # fmt: skip
        found = task(ask(real, "2025-06-17", "AA"), f"{FIRST}#regelwerke")
        assert found["due_on"] == "2025-06-17"
        assert "„bis spätestens 2 Wochen vor dem Umstellungstermin“" in found["because"]
        assert "(unsicher)" in found["because"]

    def test_every_member_gets_what_the_class_gets(self, real: Collection) -> None:
        expected = [item["id"] for item in ask(real, "2025-10-06", "AA")["tasks"]]
        for member in ("AA-Halle", "Arbeitsagentur Nürnberg", "AA Köln"):
            answer = ask(real, "2025-10-06", member)
            assert [item["id"] for item in answer["tasks"]] == expected
            assert all(item["via"] == ["AA", answer["unit"]["id"]] for item in answer["tasks"])

    def test_parts_get_what_is_for_the_whole(self, real: Collection) -> None:
        expected = {item["id"] for item in ask(real, "2025-07-15", "AA")["tasks"]}
        for part in ("AV", "BB", "AG-S"):
            assert {item["id"] for item in ask(real, "2025-07-15", part)["tasks"]} == expected

    def test_tasks_of_parts_only_on_request(self, real: Collection) -> None:
        plain = {item["id"] for item in ask(real, "2025-07-15", "AA")["tasks"]}
        more = {item["id"] for item in ask(real, "2025-07-15", "AA", include_parts=True)["tasks"]}
        assert more - plain == {f"{FIRST}#{name}" for name in (*EZ_OWN, "postfaecher-ez")}
        assert plain < more
        member = {item["id"] for item in ask(real, "2025-07-15", "AA-Halle", include_parts=True)["tasks"]}
        assert member == more

    def test_first_task_of_the_second_directive(self, real: Collection) -> None:
        last = ask(real, "2025-10-06", "AA")
        assert last["tasks"][0]["id"] == f"{SECOND}#konfiguration"
        assert (last["tasks"][0]["state"], last["tasks"][0]["due_on"]) == (ACTIVE, "2025-10-06")
        others = ["bearbeitung", "benachrichtigung", "gespraechsleitfaeden-aa"]
        assert states(last, SECOND) == [(ACTIVE, ["konfiguration", *others])]
        over = ask(real, "2025-10-07", "AA")
        assert states(over, SECOND)[-1] == (PAST_DUE, ["konfiguration"])
        assert [item["id"] for item in over["tasks"]][-2:] == [f"{FIRST}#regelwerke", f"{SECOND}#konfiguration"]
        assert in_force(last) == in_force(over) == [FIRST, SECOND]


@pytest.mark.parametrize(
    ("day", "unit", "expected"),
    [
        ("2025-07-15", "SC", {"reaktivierungskunden": ACTIVE, "gespraechsleitfaeden-sc": ACTIVE}),
        ("2025-06-30", "Service Centern", {"reaktivierungskunden": UPCOMING, "gespraechsleitfaeden-sc": UPCOMING}),
        ("2025-06-30", "ZENTRALE", {"liegenschaftspostfaecher": UPCOMING}),
        ("2025-07-01", "ZENTRALE", {"liegenschaftspostfaecher": ACTIVE}),
        ("2025-07-01", "Interne Revision", {"liegenschaftspostfaecher": ACTIVE}),
        ("2025-07-15", "RIM", {"regelwerk-umsetzung": ACTIVE}),
        ("2025-07-15", "Interner Service", {}),
        ("2025-07-15", "RD", {"begleitung": ACTIVE}),
        ("2025-05-26", "Regionaldirektion Bayern", {"begleitung": ACTIVE}),
        ("2025-07-15", "Pressestelle der Regionaldirektion", {"begleitung": ACTIVE}),
        ("2025-07-15", "RSC", {"weitergabe-kontaktformulare": ACTIVE}),
        ("2025-07-15", "GE", {}),
        ("2025-07-15", "Familienkasse", {}),
        ("2025-07-15", "OS", {}),
    ],
)
def test_other_units(real: Collection, day: str, unit: str, expected: dict[str, str]) -> None:
    answer = ask(real, day, unit)
    assert {item["id"]: item["state"] for item in answer["tasks"]} == {
        f"{FIRST}#{name}": state for name, state in expected.items()
    }
    assert in_force(answer) == ([FIRST] if expected else [])


def test_service_center_after_the_second_directive(real: Collection) -> None:
    answer = ask(real, "2025-10-06", "SC")
    assert [item["id"] for item in answer["tasks"]] == [
        f"{FIRST}#gespraechsleitfaeden-sc", f"{FIRST}#reaktivierungskunden", f"{SECOND}#gespraechsleitfaeden-sc",
    ]  # fmt: skip
    assert in_force(answer) == [FIRST, SECOND]


@pytest.mark.parametrize("unit", [None, "AA", "EZ", "GE"])
def test_nothing_before_the_first_issue(real: Collection, unit: str | None) -> None:
    answer = ask(real, "2025-05-25", unit)
    assert answer["directives"] == answer["upcoming_directives"] == answer["tasks"] == answer["not_assessed"] == []


def test_first_day(real: Collection) -> None:
    answer = ask(real, "2025-05-26", "AA")
    assert in_force(answer) == [FIRST]
    (found,) = answer["directives"]
    assert (found["in_force_from"], found["in_force_until"], found["ended_by"]) == ("2025-05-26", None, None)
    assert found["scope"] == {
        "SGB II": "nicht betroffen", "SGB III": "Weisung", "Familienkasse": "nicht betroffen",
    }  # fmt: skip
    assert found["marks"] == []


def test_what_is_in_force_at_all(real: Collection) -> None:
    answer = ask(real, "2025-10-06")
    assert answer["unit"] is None
    assert in_force(answer) == [FIRST, SECOND]
    assert len(answer["tasks"]) == 14 + 5
    assert all(item["via"] == [] for item in answer["tasks"])


@pytest.mark.parametrize(("area", "expected"), [("SGB III", [FIRST]), ("sgb2", []), ("FamKa", [])])
def test_area(real: Collection, area: str, expected: list[str]) -> None:
    for unit in (None, "AA", "ZENTRALE"):
        answer = ask(real, "2025-07-15", unit, area=area)
        assert in_force(answer) == expected
        assert bool(answer["tasks"]) is bool(expected)
        assert answer["area"] in ("SGB II", "SGB III", "Familienkasse")


def test_not_assessed(real: Collection) -> None:
    cited = ["202404002", "202408001", "202411009", "202412015"]
    early = ask(real, "2025-07-15", "EZ")["not_assessed"]
    assert [(item["id"], item["cited_by"]) for item in early] == [(id_, [FIRST]) for id_ in cited]
    assert early[0]["title"] == "Gemeinsame Aufgabenwahrnehmung im integrierten Kundenportal SGB III"
    late = ask(real, "2025-10-06", "SC")["not_assessed"]
    assert [(item["id"], item["cited_by"]) for item in late] == [
        *((id_, [FIRST]) for id_ in cited), ("202503005", [SECOND]),
    ]  # fmt: skip
    assert ask(real, "2025-07-15", "GE")["not_assessed"] == []


class TestKnownOn:
    def test_second_directive_is_not_there_before_its_issue(self, real: Collection) -> None:
        for known, expected in (("2025-09-21", [FIRST]), ("22.09.2025", [FIRST, SECOND]), ("2025-05-25", [])):
            answer = ask(real, "2025-10-06", "AA", known_on=known)
            assert in_force(answer) == expected
            assert {item["directive"] for item in answer["tasks"]} == set(expected)
        assert answer["known_on"] == "2025-05-25"

    def test_same_answer_as_without_if_all_was_known(self, real: Collection) -> None:
        for day in ("2025-06-30", "2025-10-06"):
            known = ask(real, day, "EZ", known_on="2026-01-01")
            assert known == {**ask(real, day, "EZ"), "known_on": "2026-01-01"}


class TestHowQuestionsAreAsked:
    def test_days(self, real: Collection) -> None:
        expected = ask(real, "2025-07-15", "EZ")
        for day in ("15.07.2025", " 15.7.2025 ", date(2025, 7, 15)):
            assert applies(real, day, "EZ").to_json() == expected

    def test_today_is_the_default(self, real: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(geltung.questions.lookup, "today", lambda: date(2025, 6, 30))
        assert applies(real).date == "2025-06-30"

    def test_today_is_that_of_berlin(self) -> None:
        from datetime import datetime, timedelta, timezone

        from geltung.questions.today import today

        hours = [timezone(timedelta(hours=offset)) for offset in (1, 2)]
        assert today() in {datetime.now(zone).date() for zone in hours}

    def test_answer_is_typed_as_well(self, real: Collection) -> None:
        answer = applies(real, "2025-07-15", "EZ")
        assert answer.unit is not None
        assert (answer.unit.id, answer.directives[0].id) == ("EZ", FIRST)
        assert answer.tasks[0].state == ACTIVE
        assert answer.tasks[-1].due_on == "2025-07-01"

    def test_same_question_twice(self, real: Collection) -> None:
        assert ask(real, "2025-07-15", "EZ") == ask(real, "2025-07-15", "EZ")


class TestMarks:
    """The closed list of what an answer says about a directive besides its days."""

    def marks(
        self, tmp_path: Path, text: str, day: str = "2025-07-01", unit: str | None = "AA", **more: Any
    ) -> list[str]:
        answer = ask(load(write(tmp_path / "collection", {A: text})), day, unit, **more)
        (found,) = [*answer["directives"], *answer["upcoming_directives"]]
        marks: list[str] = found["marks"]
        return marks

    def test_issued_late(self, tmp_path: Path) -> None:
        text = directive(A, valid_from="2024-12-01", issued="2025-01-10")
        assert self.marks(tmp_path, text, "2025-01-09") == ["issued late"]
        assert self.marks(tmp_path, text, "2025-01-10") == []

    def test_no_tasks(self, tmp_path: Path) -> None:
        assert self.marks(tmp_path, directive(A, body="Text.\n")) == ["no tasks"]

    def test_scope(self, tmp_path: Path) -> None:
        for value, expected in (
            ("Empfehlung", ["recommendation"]),
            ("Information", ["information"]),
            ("Weisung", []),
        ):
            text = directive(A, scope=f"{{SGB II: nicht betroffen, SGB III: {value}, Familienkasse: nicht betroffen}}")
            assert self.marks(tmp_path, text) == expected
            assert self.marks(tmp_path, text, area="SGB III") == expected

    def test_force_is_that_of_the_units_area(self, tmp_path: Path) -> None:
        mixed = "{SGB II: Information, SGB III: Weisung, Familienkasse: nicht betroffen}"
        text = directive(A, scope=mixed, body=tasks("", heading="Alle Dienststellen"))
        assert self.marks(tmp_path, text, unit="AA") == []
        assert self.marks(tmp_path, text, unit="EZ") == [], "inherited from the whole"
        assert self.marks(tmp_path, text, unit="GE") == ["information"]
        assert self.marks(tmp_path, text, unit="RD") == []
        assert self.marks(tmp_path, text, unit="RD", area="SGB II") == ["information"]
        assert self.marks(tmp_path, text, unit=None) == []

    def test_unknown_scope(self, tmp_path: Path) -> None:
        text = directive(A, scope="{SGB II: nicht betroffen, Familienkasse: nicht betroffen}")
        assert self.marks(tmp_path, text) == ["scope unknown"]
        assert self.marks(tmp_path, text, area="SGB III") == ["scope unknown"]

    def test_overlap_and_several_periods(self, tmp_path: Path) -> None:
        first = changes(f'kind: extension, target: "{A}", valid_until: 2025-12-31')
        second = changes(f'kind: repeal, target: "{A}", effective: 2025-09-01')
        folder = write(
            tmp_path / "collection",
            {
                A: directive(A, valid_until="2025-06-30"),
                B: directive(B, valid_from="2025-07-15", head=first),
                C: directive(C, valid_from="2025-08-01", head=second),
            },
        )
        found = {item["id"]: item["marks"] for item in ask(load(folder), "2025-08-15", "AA")["directives"]}
        assert found == {A: ["overlap", "several periods"], B: [], C: ["overlap"]}
        gap = ask(load(folder), "2025-07-10", "AA")
        assert {item["id"]: item["marks"] for item in gap["upcoming_directives"]} == {
            A: ["several periods"], B: [], C: [],
        }  # fmt: skip
        assert [item["code"] for item in gap["conflicts"]] == ["C009"]


class TestReports:
    """What is wrong in the collection is said in the answers that it may touch, and in no others."""

    def codes(self, folder: Path, unit: str | None = "AA", day: str = "2025-07-01", key: str = "problems") -> list[str]:
        return [item["code"] for item in ask(load(folder), day, unit)[key]]

    def test_broken_file_is_in_every_answer(self, tmp_path: Path) -> None:
        folder = write(tmp_path / "collection", {A: directive(A), B: "---\nid: [\n---\n"})
        for unit in (None, "AA", "GE"):
            (found,) = ask(load(folder), "2025-07-01", unit)["problems"]
            assert found["code"] == "F009"
            assert f"({B}.md:" in found["message"]
            known = ask(load(folder), "2025-07-01", unit, known_on="2025-01-31")
            assert known["problems"] == [found]

    def test_unknown_addressee_is_in_every_answer(self, tmp_path: Path) -> None:
        folder = write(tmp_path / "collection", {A: directive(A, body=tasks("", heading="Die Bundesbank"))})
        assert self.codes(folder) == self.codes(folder, "GE") == self.codes(folder, None) == ["U001"]

    def test_addressee_of_nothing_but_separators_is_said(self, tmp_path: Path) -> None:
        folder = write(tmp_path / "collection", {A: directive(A, body=tasks('addressee="und"'))})
        assert "U001" in self.codes(folder)

    def test_warnings_of_tasks_where_the_task_is_listed(self, tmp_path: Path) -> None:
        """A unit that the directive reaches by another of its tasks need not know."""
        body = tasks("due_on=2025-01-31") + "\n### Regionaldirektionen\n\n* melden sich\n{: #rd .task }\n"
        folder = write(tmp_path / "collection", {A: directive(A, body=body), B: directive(B)})
        assert self.codes(folder) == ["T008"]
        assert [item["id"] for item in ask(load(folder), "2025-07-01", "RD")["tasks"]] == [f"{A}#rd"]
        assert self.codes(folder, "RD") == []

    def test_a_task_without_an_id_is_a_task(self, tmp_path: Path) -> None:
        """Its directive must not count as one without tasks, which would apply to everyone."""
        body = "## 3. Einzelaufträge\n\n### Agenturen für Arbeit\n\n* melden sie\n{: .task due_on=2025-12-31 }\n"
        folder = write(tmp_path / "collection", {A: directive(A, body=body)})
        answer = ask(load(folder), "2025-07-01", "AA")
        assert [item["id"].partition("#ohne-kennung-")[0] for item in answer["tasks"]] == [A]
        assert [item["marks"] for item in answer["directives"]] == [[]]
        assert ask(load(folder), "2025-07-01", "SC")["directives"] == []
        assert self.codes(folder) == self.codes(folder, "SC") == ["T001"]

    def test_outlasting_on_its_days(self, tmp_path: Path) -> None:
        text = directive(A, valid_until="2025-06-30", body=tasks("due_on=2025-07-31"))
        folder = write(tmp_path / "collection", {A: text})
        answer = ask(load(folder), "2025-07-15", "AA")
        assert answer["directives"] == []
        assert [(item["state"], item["due_on"]) for item in answer["tasks"]] == [("outlasting", "2025-07-31")]
        assert "abgelaufen" in answer["tasks"][0]["because"]
        assert {item["code"] for item in answer["problems"]} == {"T009", "T016"}
        assert self.codes(folder, day="2025-08-01") == []

    def test_clash_of_addressee_and_scope_on_its_days_only(self, tmp_path: Path) -> None:
        """The scope is amended from 01.05. on: before that day nothing clashed."""
        nobody = "{SGB II: nicht betroffen, SGB III: nicht betroffen, Familienkasse: nicht betroffen}"
        earlier = "earlier:\n  - until: 2025-04-30\n    scope: {SGB III: Weisung}\n"
        amendment = changes(f'kind: amendment, target: "{A}", parts: [scope], effective: 2025-05-01')
        documents = {A: directive(A, scope=nobody, head=earlier), B: directive(B, head=amendment)}
        folder = write(tmp_path / "collection", documents)
        assert self.codes(folder, day="2025-04-30") == []
        assert self.codes(folder, day="2025-05-01") == ["U007"]
        (folder / f"{B}.md").write_text(documents[B].replace("---\n", "---\ndraft: true\n", 1), encoding="utf-8")
        assert self.codes(folder, day="2025-05-01") == ["D001"]

    def test_contradiction_between_its_two_days(self, tmp_path: Path) -> None:
        folder = write(
            tmp_path / "collection",
            {
                A: directive(A),
                B: directive(B, head=changes(f'kind: repeal, target: "{A}", effective: 2025-09-01')),
                C: directive(C, head=changes(f'kind: repeal, target: "{A}", effective: 2025-12-01')),
            },
        )
        for day, expected in (("2025-08-31", False), ("2025-09-01", True), ("2025-11-30", True), ("2025-12-01", False)):
            assert ("C005" in self.codes(folder, day=day, key="conflicts")) is expected, day
        assert self.codes(folder, "GE", "2025-10-01", "conflicts") == []

    def test_unresolved_change(self, tmp_path: Path) -> None:
        folder = write(tmp_path / "collection", {A: directive(A, head=changes(f'kind: repeal, target: "{R}"'))})
        assert self.codes(folder) == ["C001"]
        assert self.codes(folder, "GE") == []
        write(folder, {R: reference()}, None)
        assert self.codes(folder) == []


def test_reference_record_that_is_repealed_is_no_longer_open(tmp_path: Path) -> None:
    cites = f'references:\n  - "{R}"\n'
    folder = write(
        tmp_path / "collection",
        {
            R: reference(),
            A: directive(A, head=cites),
            B: directive(B, valid_from="2025-06-01", head=changes(f'kind: repeal, target: "{R}"')),
        },
    )
    assert [item["id"] for item in ask(load(folder), "2025-05-31", "AA")["not_assessed"]] == [R]
    assert ask(load(folder), "2025-06-01", "AA")["not_assessed"] == []
    assert [item["id"] for item in ask(load(folder), "2025-06-01", "AA", known_on="2025-01-31")["not_assessed"]] == [R]


def test_order_of_tasks(tmp_path: Path) -> None:
    """By state, deadline (none last) and id."""
    body = tasks("", "due_on=2025-08-01", "due_on=2025-07-20", "starts_on=2025-09-01", "due_on=2025-05-01", "")
    folder = write(tmp_path / "collection", {B: directive(B, body=body), A: directive(A)})
    found = [item["id"].replace(B, "B").replace(A, "A") for item in ask(load(folder), "2025-07-01", "AA")["tasks"]]
    assert found == ["B#t3", "B#t2", "A#umsetzung", "B#t1", "B#t6", "B#t4", "B#t5"]


def test_recurring_task_long_after_the_stored_dates(tmp_path: Path) -> None:
    body = tasks('due_on=2025-03-31 recurrence="FREQ=WEEKLY"', "")
    folder = write(tmp_path / "collection", {A: directive(A, body=body)})
    for day, due in (("2025-04-01", "2025-04-07"), ("2045-01-02", "2045-01-02"), ("2045-01-03", "2045-01-09")):
        first, second = ask(load(folder), day, "AA")["tasks"]
        assert (first["state"], first["due_on"], first["recurrence"]) == (ACTIVE, due, "FREQ=WEEKLY")
        assert second["due_on"] is None


def test_recurring_tasks_are_ordered_by_their_next_dates(tmp_path: Path) -> None:
    thursdays, mondays = (f'due_on=2025-03-{day} recurrence="FREQ=WEEKLY"' for day in (27, 31))
    folder = write(tmp_path / "collection", {A: directive(A, body=tasks(thursdays, mondays))})
    for day, expected in (("2045-01-03", ["t1", "t2"]), ("2045-01-06", ["t2", "t1"])):
        assert states(ask(load(folder), day, "AA"), A) == [(ACTIVE, expected)]


def test_two_tasks_with_one_id_do_no_harm(tmp_path: Path) -> None:
    """T002 is an error of the file; the answer says so and stays an answer."""
    body = tasks("", "starts_on=2025-05-01").replace("#t2", "#t1").replace("Nummer 2", "Nummer 1")
    answer = ask(load(write(tmp_path / "collection", {A: directive(A, body=body)})), "2025-07-01", "AA")
    assert "T002" in {item["code"] for item in answer["problems"]}
    assert f"{A}#t1" in {item["id"] for item in answer["tasks"]}


def test_task_that_reaches_over_several_ways_is_listed_once(tmp_path: Path) -> None:
    body = tasks('addressee="EZ; AA; Alle Dienststellen"')
    answer = ask(load(write(tmp_path / "collection", {A: directive(A, body=body)})), "2025-07-01", "EZ")
    (found,) = answer["tasks"]
    assert found["addressees"] == ["EZ", "AA", "ALL"]
    assert found["via"] == ["EZ"]
    assert len(answer["directives"]) == 1
