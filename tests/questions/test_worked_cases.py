"""The 25 worked cases of the semantics, each by its number, as documents in the format that editors write.

A, B, C are directives as in the table; A is valid from 01.03. without end unless said. The year is 2026.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from geltung import applies, load

A, B, C, R = "202602001", "202606001", "202607001", "202501001"

UNITS = """\
units:
  ALL:
    name: Alle Dienststellen
    areas: [SGB II, SGB III, Familienkasse]
  RD:
    name: Regionaldirektion
    abbreviations: [RD]
    areas: [SGB II, SGB III]
  AA:
    name: Agentur für Arbeit
    abbreviations: [AA, AfA]
    variants: [Arbeitsagentur]
    reports_to: RD
    areas: [SGB III]
  EZ:
    name: Eingangszone
    abbreviations: [EZ]
    part_of: AA
  SC:
    name: Service Center
    abbreviations: [SC]
    areas: [SGB III]
  GE:
    name: gemeinsame Einrichtung (Jobcenter)
    abbreviations: [gE]
    areas: [SGB II]
members:
  RD:
    RD-BY:
      name: Regionaldirektion Bayern
      abbreviations: [RD BY]
    RD-SAT:
      name: Regionaldirektion Sachsen-Anhalt-Thüringen
      abbreviations: [RD SAT]
  AA:
    AA-Halle:
      name: Agentur für Arbeit Halle
      reports_to: RD-SAT
    AA-Nuernberg:
      name: Agentur für Arbeit Nürnberg
      reports_to: RD-BY
"""

ONE_TASK = """\
## 3. Einzelaufträge

### Die Agenturen für Arbeit

- stellen die Umsetzung sicher.
  {: #umsetzung .task }
"""

SGB_III = """\
  SGB II: nicht betroffen
  SGB III: Weisung
  Familienkasse: nicht betroffen
"""

Answer = dict[str, Any]
Ask = Callable[..., Answer]


def directive(
    id_: str = A,
    valid_from: str = "2026-03-01",
    valid_until: str = "unbegrenzt",
    *,
    issued: str | None = None,
    head: str = "",
    scope: str = SGB_III,
    body: str = ONE_TASK,
) -> tuple[str, str]:
    """File name and text of a directive; issued on the 10th of the month of its number unless said."""
    issued = issued or f"{id_[:4]}-{id_[4:6]}-10"
    return f"{id_}.md", (
        f'---\nid: "{id_}"\ntitle: Titel von {id_}\nissued: {issued}\nfile_references: ABC 1 – 1234\n'
        f"valid_from: {valid_from}\nvalid_until: {valid_until}\nscope:\n{scope}{head}---\n\nKurzfassung.\n\n{body}"
    )


def changes(*entries: str) -> str:
    """The front matter of changes, one flow mapping each."""
    return "changes:\n" + "".join(f"  - {{{entry}}}\n" for entry in entries)


def one_task(text: str, attributes: str = "", heading: str = "Die Agenturen für Arbeit", earlier: str = "") -> str:
    """A body with the single task ``t``."""
    return (
        f"## 3. Einzelaufträge\n\n### {heading}\n\n- {text}\n  {{: #t .task {attributes} }}\n"
        + (f"\n{earlier}" if earlier else "")
    )  # fmt: skip


REPEAL_A = f'kind: repeal, target: "{A}"'
REPEAL_A_IN_SEPTEMBER = f'{REPEAL_A}, effective: 2026-09-01, words: "wird mit Ablauf des 31.08.2026 aufgehoben"'
B_REPEALS_A_IN_SEPTEMBER = directive(
    B, "2026-07-01", head=changes(REPEAL_A_IN_SEPTEMBER),
    body=f"Die Weisung {A} wird mit Ablauf des 31.08.2026 aufgehoben.\n\n" + ONE_TASK,
)  # fmt: skip


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """Write the documents into a folder, load it and ask."""

    def answer(documents: list[tuple[str, str]], date: str, unit: str | None = "AA", **more: Any) -> Answer:
        (tmp_path / "units.yml").write_text(UNITS, encoding="utf-8")
        for name, text in documents:
            (tmp_path / name).write_text(text, encoding="utf-8")
        found: Answer = applies(load(tmp_path), date=date, unit=unit, **more).to_json()
        return found

    return answer


def ids(answer: Answer, key: str = "directives") -> list[str]:
    """The ids of the directives listed, in the order of their numbers."""
    return sorted(entry["id"] for entry in answer[key])


def entry(answer: Answer, id_: str = A) -> Answer:
    """What the answer says about one directive in force."""
    found: Answer = next(entry for entry in answer["directives"] if entry["id"] == id_)
    return found


def state(answer: Answer, name: str = "t") -> tuple[str, str | None] | None:
    """State and due day of a task of A, None where it isn't listed."""
    return {task["id"]: (task["state"], task["due_on"]) for task in answer["tasks"]}.get(f"{A}#{name}")


def reported(answer: Answer, key: str, code: str) -> list[list[str]]:
    """The directives that each report of a code concerns."""
    return [sorted(report["directives"]) for report in answer[key] if report["code"] == code]


def test_case_01(ask: Ask) -> None:
    before, after = ask([directive()], "2026-02-28"), ask([directive()], "2026-03-01")
    assert ids(before) == []
    assert ids(before, "upcoming_directives") == [A]
    assert ids(after) == [A]
    assert ids(after, "upcoming_directives") == []
    assert entry(after)["in_force_from"] == "2026-03-01"
    assert entry(after)["in_force_until"] is None
    assert entry(after)["ended_by"] is None


def test_case_02(ask: Ask) -> None:
    documents = [directive(valid_until="2026-06-30")]
    last = ask(documents, "2026-06-30")
    assert ids(last) == [A]
    assert entry(last)["in_force_until"] == "2026-06-30"
    assert entry(last)["ended_by"] is None
    assert ids(ask(documents, "2026-07-01")) == []


def test_case_03(ask: Ask) -> None:
    documents = [directive(), directive(B, "2026-07-01", head=changes(REPEAL_A))]
    last = ask(documents, "2026-06-30")
    assert ids(last) == [A]
    assert entry(last)["in_force_until"] == "2026-06-30"
    assert entry(last)["ended_by"] == B
    assert ids(ask(documents, "2026-07-01")) == [B]


def test_case_04(ask: Ask) -> None:
    documents = [directive(), B_REPEALS_A_IN_SEPTEMBER]
    both = ask(documents, "2026-08-15")
    assert ids(both) == [A, B]
    assert reported(both, "conflicts", "C015") == [[A, B]]
    assert "overlap" in entry(both, A)["marks"]
    only_b = ask(documents, "2026-09-01")
    assert ids(only_b) == [B]
    assert reported(only_b, "conflicts", "C015") == []


def test_case_05(ask: Ask) -> None:
    c_repeals_b = directive(C, "2026-08-01", head=changes(f'kind: repeal, target: "{B}"'))
    answer = ask([directive(), B_REPEALS_A_IN_SEPTEMBER, c_repeals_b], "2026-09-01")
    assert ids(answer) == [A, C]
    assert entry(answer)["in_force_until"] is None
    assert entry(answer)["ended_by"] is None
    assert [directives for directives in reported(answer, "problems", "C007") if A in directives and B in directives]


def test_case_06(ask: Ask) -> None:
    documents = [
        directive(),
        directive(B, "2026-07-01", head=changes(REPEAL_A)),
        directive(C, "2026-08-01", head=changes(f'kind: repeal, target: "{B}"')),
    ]
    assert ids(ask(documents, "2026-07-15")) == [B]
    assert ids(ask(documents, "2026-08-15")) == [C]


def test_case_07(ask: Ask) -> None:
    words = 'words: "wird mit Wirkung vom 01.07.2026 aufgehoben"'
    documents = [
        directive(),
        directive(
            B, "2026-07-20", head=changes(f"{REPEAL_A}, effective: 2026-07-01, {words}"),
            body=f"Die Weisung {A} wird mit Wirkung vom 01.07.2026 aufgehoben.\n\n" + ONE_TASK,
        ),
    ]  # fmt: skip
    assert ids(ask(documents, "2026-06-30")) == [A]
    answer = ask(documents, "2026-07-10")
    assert ids(answer) == []
    assert ids(answer, "upcoming_directives") == [B]


def extended(effective: str) -> list[tuple[str, str]]:
    """A until 30.06., extended to 31.12. by B."""
    head = changes(f'kind: extension, target: "{A}", valid_until: 2026-12-31')
    return [directive(valid_until="2026-06-30"), directive(B, effective, head=head)]


def test_case_08(ask: Ask) -> None:
    answer = ask(extended("2026-06-20"), "2026-07-01")
    assert ids(answer) == [A, B]
    assert entry(answer)["in_force_from"] == "2026-03-01"
    assert entry(answer)["in_force_until"] == "2026-12-31"
    assert reported(answer, "conflicts", "C009") == []


def test_case_09(ask: Ask) -> None:
    documents = extended("2026-07-15")
    between = ask(documents, "2026-07-10")
    assert ids(between) == []
    assert ids(between, "upcoming_directives") == [A, B]
    again = ask(documents, "2026-07-15")
    assert ids(again) == [A, B]
    assert entry(again)["in_force_from"] == "2026-07-15"
    assert entry(again)["in_force_until"] == "2026-12-31"
    assert "several periods" in entry(again)["marks"]
    gaps = [report for report in between["conflicts"] + again["conflicts"] if report["code"] == "C009"]
    assert gaps
    assert all(A in gap["directives"] for gap in gaps)
    assert "01.07.2026" in gaps[0]["message"]
    assert "14.07.2026" in gaps[0]["message"]


def test_case_10(ask: Ask) -> None:
    c_repeals_a = directive(C, "2026-08-01", head=changes(f"{REPEAL_A}, effective: 2026-12-01"))
    documents = [directive(), B_REPEALS_A_IN_SEPTEMBER, c_repeals_a]
    before = ask(documents, "2026-08-31")
    assert entry(before)["ended_by"] == B
    assert entry(before)["in_force_until"] == "2026-08-31"
    for date in ("2026-09-01", "2026-10-01", "2026-11-30"):
        answer = ask(documents, date)
        assert ids(answer) == [B, C]
        assert reported(answer, "conflicts", "C005") == [[A, B, C]]
    assert reported(ask(documents, "2026-12-01"), "conflicts", "C005") == []


def test_case_11(ask: Ask) -> None:
    body = """\
## 2. Auftrag und Ziel

### 2.1 Postfächer

#### Die Agenturen für Arbeit

- räumen die Postfächer auf.
  {: #postfaecher .task }

## 3. Einzelaufträge

### Die Agenturen für Arbeit

- melden den Vollzug.
  {: #vollzug .task }
"""
    part = f'kind: partial repeal, target: "{A}", parts: ["2"], effective: 2026-07-01'
    documents = [directive(body=body), directive(B, "2026-07-01", head=changes(part))]
    before, after = ask(documents, "2026-06-30"), ask(documents, "2026-07-01")
    assert ids(before) == [A]
    assert state(before, "postfaecher") == ("active", None)
    said = {item["id"]: "Auftrag bis 30.06.2026, aufgehoben durch" in item["because"] for item in before["tasks"]}
    assert said == {f"{A}#postfaecher": True, f"{A}#vollzug": False, f"{B}#umsetzung": False}
    assert ids(after) == [A, B]
    assert state(after, "postfaecher") is None
    assert state(after, "vollzug") == ("active", None)


def test_case_12(ask: Ask) -> None:
    body = one_task(
        "passen bis zum 17.06.2026 ihre Regelwerke an, die ab 01.07.2026 gelten.",
        "due_on=2026-06-17 starts_on=2026-07-01",
    )
    assert state(ask([directive(body=body)], "2026-06-16")) == ("upcoming", "2026-06-17")
    after = ask([directive(body=body)], "2026-06-20")
    assert ids(after) == [A]
    assert state(after) == ("past due", "2026-06-17")
    assert reported(after, "problems", "T010") == [[A]]


def test_case_13(ask: Ask) -> None:
    documents = [directive(body=one_task("nutzen ab 01.05.2026 den Leitfaden.", "starts_on=2026-05-01"))]
    assert state(ask(documents, "2026-04-30")) == ("upcoming", None)
    assert state(ask(documents, "2026-05-01")) == ("active", None)


def test_case_14(ask: Ask) -> None:
    documents = [directive(body=one_task("melden bis zum 15.05.2026 den Vollzug.", "due_on=2026-05-15"))]
    assert state(ask(documents, "2026-05-15")) == ("active", "2026-05-15")
    assert state(ask(documents, "2026-05-16")) == ("past due", "2026-05-15")


LAPSING = directive(
    valid_until="2026-06-30", body=one_task("melden bis zum 31.07.2026 den Vollzug.", "due_on=2026-07-31")
)


def test_case_15(ask: Ask) -> None:
    assert state(ask([LAPSING], "2026-06-30")) == ("active", "2026-07-31")
    outlasting = ask([LAPSING], "2026-07-15")
    assert ids(outlasting) == []
    assert state(outlasting) == ("outlasting", "2026-07-31")
    assert reported(outlasting, "problems", "T016") == [[A]]
    ended = ask([LAPSING], "2026-08-01")
    assert state(ended) is None
    assert reported(ended, "problems", "T016") == []


def test_case_16(ask: Ask) -> None:
    documents = [LAPSING, directive(B, "2026-07-01", head=changes(REPEAL_A))]
    assert state(ask(documents, "2026-06-30")) == ("active", "2026-07-31")
    assert state(ask(documents, "2026-07-15")) is None


def test_case_17(ask: Ask) -> None:
    rule = 'due_on=2026-03-31 recurrence="FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"'
    documents = [directive(body=one_task("berichten jährlich zum 31.03., erstmals zum 31.03.2026.", rule))]
    answer = ask(documents, "2027-04-01")
    assert state(answer) == ("active", "2028-03-31")
    assert answer["tasks"][0]["recurrence"] == "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"


def test_case_18(ask: Ask) -> None:
    earlier = "    > melden bis zum 31.05.2026 den Vollzug.\n    > {: .earlier until=2026-04-30 due_on=2026-05-31 }\n"
    corrected = directive(body=one_task("melden bis zum 30.06.2026 den Vollzug.", "due_on=2026-06-30", earlier=earlier))
    correction = f'kind: correction, target: "{A}", parts: ["#t"], effective: 2026-05-01'
    documents = [corrected, directive("202604001", "2026-05-01", head=changes(correction))]
    before, after = ask(documents, "2026-04-30"), ask(documents, "2026-06-10")
    assert state(before) == ("active", "2026-05-31")
    assert state(after) == ("active", "2026-06-30")
    texts = [next(task["text"] for task in each["tasks"] if task["id"] == f"{A}#t") for each in (before, after)]
    assert texts == ["melden bis zum 31.05.2026 den Vollzug.", "melden bis zum 30.06.2026 den Vollzug."]


def test_case_19(ask: Ask) -> None:
    zone, member, superior = (ask([directive()], "2026-04-01", unit) for unit in ("EZ", "AA-Halle", "RD"))
    assert ids(zone) == ids(member) == [A]
    assert zone["tasks"][0]["via"] == ["AA", "EZ"]
    assert member["tasks"][0]["via"] == ["AA", "AA-Halle"]
    assert zone["tasks"][0]["addressees"] == ["AA"]
    assert ids(superior) == []
    assert superior["tasks"] == []


def test_case_20(ask: Ask) -> None:
    documents = [directive(body=one_task("nutzen den Leitfaden.", heading="Die Eingangszonen"))]
    alone, with_parts = ask(documents, "2026-04-01"), ask(documents, "2026-04-01", include_parts=True)
    assert ids(alone) == []
    assert state(alone) is None
    assert ids(with_parts) == [A]
    assert state(with_parts) == ("active", None)


def test_case_21(ask: Ask) -> None:
    heading = "Die Agenturen für Arbeit im Bezirk der Regionaldirektion Bayern"
    documents = [directive(body=one_task("nutzen den Leitfaden.", heading=heading))]
    assert ids(ask(documents, "2026-04-01", "AA-Nuernberg")) == [A]
    assert ids(ask(documents, "2026-04-01", "AA-Halle")) == []
    assert ids(ask(documents, "2026-04-01", "AA")) == []
    assert ids(ask(documents, "2026-04-01", "AA", include_parts=True)) == [A]


def test_case_22(ask: Ask) -> None:
    documents = [directive("202603001", issued="2026-03-05")]
    late = ask(documents, "2026-03-02")
    assert ids(late) == ["202603001"]
    assert "issued late" in entry(late, "202603001")["marks"]
    unknown = ask(documents, "2026-03-02", known_on="2026-03-02")
    assert ids(unknown) == ids(unknown, "upcoming_directives") == []
    assert unknown["known_on"] == "2026-03-02"


def test_case_23(ask: Ask) -> None:
    documents = [
        directive("202601001", issued="2026-01-10"),
        directive(
            "202602002", "2026-07-01", issued="2026-02-01", head=changes('kind: repeal, target: "202601001"')
        ),
    ]  # fmt: skip
    assert ids(ask(documents, "2026-07-15")) == ["202602002"]
    assert ids(ask(documents, "2026-07-15", known_on="2026-01-15")) == ["202601001"]


def test_case_24(ask: Ask) -> None:
    reference = f'---\nid: "{R}"\ntitle: Titel des Belegs\nissued: 2025-01-10\nrecord: reference\n---\n'
    citing = directive(head=f'references:\n  - "{R}"\n')
    answer = ask([citing, (f"{R}.md", reference)], "2026-03-15")
    assert ids(answer) == [A]
    assert answer["not_assessed"] == [{"id": R, "title": "Titel des Belegs", "cited_by": [A]}]
    assert ask([citing, (f"{R}.md", reference)], "2026-03-15", "RD")["not_assessed"] == []


def test_case_25(ask: Ask) -> None:
    scope = "  SGB II: Information\n  SGB III: nicht betroffen\n  Familienkasse: nicht betroffen\n"
    documents = [directive(scope=scope, body="## 3. Einzelaufträge\n\nentfällt\n")]
    concerned, other = ask(documents, "2026-03-15", "GE"), ask(documents, "2026-03-15", "SC")
    assert ids(concerned) == [A]
    assert {"information", "no tasks"} <= set(entry(concerned)["marks"])
    assert entry(concerned)["scope"] == {
        "SGB II": "Information", "SGB III": "nicht betroffen", "Familienkasse": "nicht betroffen",
    }  # fmt: skip
    assert concerned["tasks"] == []
    assert ids(other) == []


@pytest.mark.parametrize("documents", [[directive()], [B_REPEALS_A_IN_SEPTEMBER, directive()]])
def test_the_documents_of_these_tests_are_written_without_mistakes(ask: Ask, documents: list[tuple[str, str]]) -> None:
    problems = ask(documents, "2026-04-01")["problems"]
    assert [problem for problem in problems if problem["code"] != "H009"] == []
