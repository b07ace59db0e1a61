"""The review: every answer ends up in the draft and in the list, and nothing is published by accident."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from geltung.corpus.registry import Registry
from geltung.importing.review_file import (
    ACCEPTED,
    CERTAIN,
    LIKELY,
    OPEN,
    Place,
    Point,
    Review,
    load_review,
    write_review,
)
from geltung.model.units import Unit
from geltung.parse.directive import parse_text
from geltung.writing.answers import Work, edited, published
from geltung.writing.task_lists import Refused
from tests.conftest import Run
from tests.store.documents import A, write

NAME = f"{A}.md"
ORIGINAL = b"Das Original."
DRAFT = f"""\
---
draft: true
id: "{A}"
title: Hilfen nach SGB Il
issued: 2025-01-10
valid_from: 2025-03-01
valid_until: unbegrenzt
scope:
  SGB II: nicht betroffen
  Familienkasse: nicht betroffen
source:
  file: sources/a.txt
  sha256: {sha256(ORIGINAL).hexdigest()}
---

Kurz zum SGB Il und SGB Il.

## 3. Einzelaufträge

### Die Agenturen für Arbeit

- melden die Zahlen des SGB Il.
  {{: #zahlen .task }}

## 4. Info

Die Liste ist durch die Service Center zu führen.
"""


def line_of(words: str, text: str = DRAFT) -> int:
    return next(number for number, line in enumerate(text.splitlines(), start=1) if words in line)


def place(words: str, now: str | None = None, original: str | None = None) -> Place:
    return Place(7, 1, DRAFT.splitlines()[line_of(words) - 1], line_of(words), original, now)


OCR = Point(
    1, "text", "SGB Il", LIKELY, OPEN,
    (place("title:", "SGB Il"), place("Kurz", "SGB Il"), place("Kurz", "SGB Il"), place("melden", "SGB Il")),
    "Was steht im Original?", ("SGB III", "SGB II"),
)  # fmt: skip
FIRST_DAY = Point(2, "valid_from", "2025-03-01", LIKELY, OPEN, (place("valid_from"),), "Stimmt der Tag?")
AREA = Point(3, "scope: SGB III", None, OPEN, OPEN, (), "Die Zeile SGB III fehlt. Was steht im Original?")
SIGNS = Point(4, "file_references", None, OPEN, OPEN, (), "Welches Geschäftszeichen?")
DUTY = Point(5, "suggested task", None, LIKELY, OPEN, (place("Die Liste ist"),), "Ist das ein Auftrag?")
SURE = Point(6, "id", A, CERTAIN, ACCEPTED, (place("id:"),))
ALL = (OCR, FIRST_DAY, AREA, SIGNS, DUTY, SURE)


def work(*points: Point) -> Work:
    return Work(DRAFT, Review(NAME, "sources/a.txt", "0" * 64, points))


def changed_lines(before: str, after: str) -> list[str]:
    known = before.splitlines()
    return [line for line in after.splitlines() if line not in known]


class TestEdits:
    def test_a_pattern_is_replaced_at_each_of_its_places(self) -> None:
        done = edited(work(OCR), OCR, "SGB III")
        assert changed_lines(DRAFT, done.text) == [
            "title: Hilfen nach SGB III",
            "Kurz zum SGB III und SGB III.",
            "- melden die Zahlen des SGB III.",
        ]
        (point,) = done.review.points
        assert (point.state, point.value, {item.now for item in point.places}) == ("edited", "SGB III", {"SGB III"})
        assert changed_lines(done.text, edited(done, point, "SGB II").text)[0] == "title: Hilfen nach SGB II"

    def test_a_field_takes_a_german_day(self) -> None:
        done = edited(work(FIRST_DAY), FIRST_DAY, "01.04.2025")
        assert changed_lines(DRAFT, done.text) == ["valid_from: 2025-04-01"]

    def test_a_value_that_needs_quotes_gets_them(self) -> None:
        title = Point(1, "title", "Hilfen nach SGB Il", LIKELY, OPEN, (place("title:"),), "?")
        done = edited(work(title), title, "Umbau: Teil 2")
        assert changed_lines(DRAFT, done.text) == ['title: "Umbau: Teil 2"']

    def test_a_missing_field_is_put_in_and_later_lines_move_along(self) -> None:
        done = edited(edited(work(*ALL), AREA, "Weisung"), SIGNS, "KPI4 – 1")
        assert changed_lines(DRAFT, done.text) == ["  SGB III: Weisung", "file_references: KPI4 – 1"]
        record, found = parse_text(done.text, NAME)
        assert (record is not None, [item.code for item in found]) == (True, [])
        lines = done.text.splitlines()
        for point, words in zip(done.review.points, ("Kurz", "valid_from"), strict=False):
            assert any(words in lines[(item.draft_line or 1) - 1] for item in point.places)
        assert "Die Liste ist" in lines[(done.review.points[4].places[0].draft_line or 1) - 1]

    def test_a_suggested_duty_becomes_a_task_by_its_addressee(self) -> None:
        done = edited(work(DUTY), DUTY, "SC")
        record, found = parse_text(done.text, NAME)
        assert found == ()
        assert [task.id for task in record.tasks] == ["zahlen", "liste"]  # type: ignore[union-attr]
        assert '{: #liste .task addressee="SC" }' in done.text

    def test_a_duty_brings_the_days_along_that_its_words_state_plainly(self) -> None:
        text = DRAFT.replace("zu führen.", "bis zum 30.06.2025 zu führen.")
        done = edited(replace(work(DUTY), text=text), DUTY, "SC")
        assert '{: #liste .task addressee="SC" due_on=2025-06-30 }' in done.text
        unsure = DRAFT.replace("zu führen.", "zum 30.06.2025 zu führen.")
        assert '{: #liste .task addressee="SC" }' in edited(replace(work(DUTY), text=unsure), DUTY, "SC").text

    def test_a_task_takes_an_addressee_or_attributes_and_stays_a_task(self) -> None:
        mark = "{: #zahlen .task }"
        task = Point(1, "task:zahlen", "Agenturn", OPEN, OPEN, (place(mark, mark),), "?", ("Agentur für Arbeit",))
        for typed, expected in (
            (task.alternatives[0], '{: #zahlen .task addressee="Agentur für Arbeit" }'),
            ("due_on=31.03.2025", "{: #zahlen .task due_on=2025-03-31 }"),
            ('addressee="SC" starts_on=2025-03-01', '{: #zahlen .task addressee="SC" starts_on=2025-03-01 }'),
            ("{: #zahlen .task due_on=2025-04-01 }", "{: #zahlen .task due_on=2025-04-01 }"),
            ("zahlen -> ziffern", "{: #ziffern .task }"),
        ):
            assert changed_lines(DRAFT, edited(work(task), task, typed).text) == [f"  {expected}"]
        for typed, said in (
            ("31.03.2025", "mit Namen"), ("{: #zahlen }", "kein Auftrag mehr"), ("due_on = 2025-03-31", "mit Namen"),
            (".task -> .x", "kein Auftrag mehr"), ("{: #zahlen .task due=1 }", "„due“ gibt es nicht"),
            ("alt -> neu", "steht an keiner"), ("due_on=bald", "fehlerhaft"),
        ):  # fmt: skip
            with pytest.raises(Refused, match=said):
                edited(work(task), task, typed)

    def test_a_pattern_in_several_forms(self) -> None:
        text = DRAFT.replace("Kurz zum SGB Il", "Kurz zum SGBIII").replace("des SGB Il.", "des III.")
        text = text.replace("SGB Il", "SGB III")
        places = tuple(
            Place(1, 1, "x", line_of(words, text), "x", now)
            for words, now in (("title:", "SGB III"), ("Kurz", "SGBIII"), ("melden", "III"))
        )
        point = Point(1, "text", "SGB III", LIKELY, OPEN, places, "?", ("SGB II",))
        done = edited(Work(text, work(point).review), point, "SGB II")
        assert changed_lines(text, done.text) == [
            "title: Hilfen nach SGB II",
            "Kurz zum SGBII und SGB III.",
            "- melden die Zahlen des II.",
        ]

    def test_one_of_many_different_words(self) -> None:
        places = (place("Kurz", "Kurz", "Kurx"), place("melden", "Zahlen", "Zahlcn"))
        point = Point(1, "text", "2 Wörter", LIKELY, OPEN, places, "?")
        with pytest.raises(Refused, match="alt -> neu"):
            edited(work(point), point, "Ziffern")
        done = edited(work(point), point, "Zahlen -> Ziffern")
        assert changed_lines(DRAFT, done.text) == ["- melden die Ziffern des SGB Il."]
        assert done.review.points[0].state == "open"
        with pytest.raises(Refused, match="„nichts“ steht an keiner"):
            edited(work(point), point, "nichts → etwas")

    def test_only_the_first_place_carries_the_words(self) -> None:
        places = (place("title:", "Hilfen nach SGB Il"), place("title:"), place("title:"))
        point = Point(1, "title", "Hilfen nach SGB Il", LIKELY, OPEN, places, "?")
        assert changed_lines(DRAFT, edited(work(point), point, "Neu").text) == ["title: Neu"]

    def test_a_number_in_quotes(self) -> None:
        point = Point(1, "id", A, LIKELY, OPEN, (place("id:", f'"{A}"'), place("id:")), "?")
        assert changed_lines(DRAFT, edited(work(point), point, "202501002").text) == ['id: "202501002"']

    def test_one_of_several_suggested_duties(self) -> None:
        point = Point(1, "suggested task", "kein Auftrag", LIKELY, OPEN, (place("Kurz"), place("Die Liste")), "?")
        with pytest.raises(Refused, match="1 bis 2"):
            edited(work(point), point, "SC")
        done = edited(work(point), point, "2: SC")
        assert 'zu führen.\n{: #liste .task addressee="SC" }\n' in done.text
        assert done.review.points[0].state == "open"

    def test_a_draft_edited_by_hand_is_found_again_if_the_words_are_unique(self) -> None:
        text = DRAFT.replace("Kurz zum", "Neu.\n\nKurz zum")
        verb = Point(2, "text", "melden", LIKELY, OPEN, (place("melden", "melden", "mclden"),), "?")
        moved = Work(text, work(OCR, verb).review)
        assert "- nennen die Zahlen" in edited(moved, verb, "nennen").text
        with pytest.raises(Refused, match="steht „SGB Il“ nicht mehr"):
            edited(moved, OCR, "SGB III")

    @pytest.mark.parametrize(
        ("point", "typed", "said"),
        [
            (FIRST_DAY, "bald", "So wäre der Entwurf fehlerhaft"),
            (FIRST_DAY, "  ", "Es fehlt der neue Text"),
            (
                Point(1, "text", "gibt es nicht", LIKELY, OPEN, (place("Kurz"),), "?"),
                "x",
                "steht „gibt es nicht“ nicht mehr",
            ),
            (Point(1, "reference:1", None, OPEN, OPEN, (), "?"), "202404002", "von Hand ergänzen"),
            (Point(1, "text", "xyz", LIKELY, OPEN, (Place(1, 1, "x", 999),), "?"), "y", "In Zeile 999"),
        ],
    )
    def test_what_cannot_be_done_is_refused(self, point: Point, typed: str, said: str) -> None:
        with pytest.raises(Refused, match=said):
            edited(work(point), point, typed)

    def test_publishing_takes_one_line_out(self) -> None:
        done = published(work(OCR))
        assert done.text == DRAFT.replace("draft: true\n", "")
        assert "Kurz" in done.text.splitlines()[(done.review.points[0].places[1].draft_line or 1) - 1]
        assert published(done) == done


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = write(tmp_path / "c", {A: DRAFT, f"{A}.review.yml": write_review(work(*ALL).review)})
    (made / "sources").mkdir()
    (made / "sources" / "a.txt").write_bytes(ORIGINAL)
    return made


def states(folder: Path) -> list[str]:
    return [point.state for point in load_review(folder / f"{A}.review.yml").points]


def text(folder: Path) -> str:
    return (folder / NAME).read_text(encoding="utf-8")


class TestCommand:
    def test_walking_through_to_the_end(self, folder: Path, geltung: Run) -> None:
        answers = "1\na\nb Weisung\nb\nKPI4 – 1\na\n"
        done = geltung("review", folder / NAME, directory=folder, answers=answers)
        assert done.returncode == 0, done.stderr
        assert "Punkt 1 von 5" in done.stdout
        assert "Original, Seite 1, Zeile 7: „title: Hilfen nach SGB Il“" in done.stdout
        assert f"Entwurf, Zeile {line_of('title:')}: title: Hilfen nach SGB Il" in done.stdout
        assert "1) SGB III" in done.stdout
        assert "Alles ist entschieden" in done.stderr
        assert states(folder) == ["edited", "accepted", "edited", "edited", "accepted", "accepted"]
        assert "draft: true" not in text(folder)
        assert "Hilfen nach SGB III" in text(folder)
        checked = geltung("check", NAME, directory=folder).stdout
        assert checked == ""

    def test_every_answer_is_written_at_once(self, folder: Path, geltung: Run) -> None:
        geltung("review", NAME, directory=folder, answers="1\nq\n")
        assert states(folder) == ["edited", "open", "open", "open", "open", "accepted"]
        assert "SGB III" in text(folder)
        assert "hat noch 4 offene Punkte" in geltung("check", NAME, directory=folder).stdout

    def test_an_unknown_addressee_is_refused_with_the_near_names(self, folder: Path, geltung: Run) -> None:
        done = geltung("review", NAME, directory=folder, answers="a\na\na\na\nb Servic Centr\nb SC\n")
        assert "„Servic Centr“ ist keine bekannte Einheit. Meinten Sie „Service Center (SC)“?\n" in done.stderr
        assert '{: #liste .task addressee="SC" }' in text(folder)

    def test_an_unknown_addressee_keeps_the_draft(self, folder: Path, geltung: Run) -> None:
        write(folder, {A: DRAFT.replace("#zahlen .task", '#zahlen .task addressee="Quatsch"')}, None)
        done = geltung("review", NAME, directory=folder, answers="a\n" * 5)
        assert "„Quatsch“ keine bekannte Einheit" in done.stderr
        assert "bleibt Entwurf" in done.stderr
        assert "draft: true" in text(folder)

    def test_what_is_put_off_comes_back_and_keeps_the_draft(self, folder: Path, geltung: Run) -> None:
        done = geltung("review", NAME, directory=folder, answers="ü\n" + "a\n" * 4)
        assert "1 zurückgestellt" in done.stderr
        assert "bleibt ein Entwurf" in done.stderr
        assert "draft: true" in text(folder)
        assert "hat noch 1 offenen Punkt" in geltung("check", NAME, directory=folder).stdout
        again = geltung("review", NAME, directory=folder, answers="skip\n")
        assert "Punkt 1 von 1" in again.stdout
        geltung("review", NAME, directory=folder, answers="accept\n")
        assert "draft: true" not in text(folder)

    def test_a_wrong_answer_is_asked_again(self, folder: Path, geltung: Run) -> None:
        done = geltung("review", NAME, directory=folder, answers="7\nvielleicht\na\nb bald\nq\n")
        for said in ("„7“ ist keine der Möglichkeiten.", "„vielleicht“ ist keine", "So wäre der Entwurf fehlerhaft"):
            assert said in done.stderr
        assert states(folder)[:2] == ["accepted", "open"]

    def test_an_end_of_the_input_writes_nothing(self, folder: Path, geltung: Run) -> None:
        before = (folder / f"{A}.review.yml").read_bytes()
        assert geltung("review", NAME, directory=folder).returncode == 0
        assert (folder / f"{A}.review.yml").read_bytes() == before

    def test_what_is_no_draft_any_more_does_not_stay_one(self, folder: Path, geltung: Run) -> None:
        write(folder, {A: DRAFT.replace("draft: true\n", "")}, None)
        done = geltung("review", NAME, directory=folder)
        assert "kein Entwurf mehr" in done.stderr
        assert "bleibt" not in done.stderr
        assert "D004" in geltung("check", NAME, directory=folder).stdout

    def test_the_plain_list(self, folder: Path, geltung: Run) -> None:
        listed = geltung("review", NAME, "--list", directory=folder)
        assert listed.stdout.count(" · offen\n") == 5
        assert "Laufende Nummer" not in listed.stdout
        assert "Laufende Nummer" in geltung("review", NAME, "--list", "--all", directory=folder).stdout

    def test_errors_keep_the_draft(self, folder: Path, geltung: Run) -> None:
        write(folder, {A: DRAFT.replace("#zahlen .task", ".task")}, None)
        done = geltung("review", NAME, directory=folder, answers="a\n" * 5)
        assert "T001" in done.stderr
        assert "draft: true" in text(folder)

    def test_what_is_no_draft_with_a_list_is_refused(self, folder: Path, geltung: Run) -> None:
        assert "ist keine Datei" in geltung("review", "nowhere.md", directory=folder).stderr
        (folder / f"{A}.review.yml").write_text("points: 7\n", encoding="utf-8")
        broken = geltung("review", NAME, directory=folder)
        assert (broken.returncode, broken.stdout) == (2, "")
        assert "Prüfliste" in broken.stderr
        (folder / f"{A}.review.yml").unlink()
        assert "gibt es keine Prüfliste" in geltung("review", NAME, directory=folder).stderr


class TestRows:
    TABLE = DRAFT.replace(
        "- melden die Zahlen des SGB Il.\n  {: #zahlen .task }\n",
        "| Was | Wann |\n|---|---|\n| melden | sofort {: #zahlen .task } |\n| führen die Liste bis zum 30.06.2025 | |\n",
    )

    def point(self, about: str, words: str, now: str | None = None) -> Point:
        found = Place(1, None, words, line_of(words, self.TABLE), None, now)
        return Point(1, about, None, LIKELY, OPEN, (found,), "?")

    def test_the_list_of_a_row_is_edited_in_its_cell(self) -> None:
        asked = self.point("task:zahlen", "| melden", "{: #zahlen .task }")
        done = edited(replace(work(asked), text=self.TABLE), asked, "SC")
        assert '| melden | sofort {: #zahlen .task addressee="SC" } |' in done.text

    def test_a_row_becomes_a_task_in_its_cell(self) -> None:
        asked = self.point("suggested task", "| führen")
        done = edited(replace(work(asked), text=self.TABLE), asked, "SC")
        line = '| führen die Liste bis zum 30.06.2025 | {: #liste .task addressee="SC" due_on=2025-06-30 } |'
        assert line in done.text.splitlines()


class TestSeveralTasks:
    TEXT = DRAFT.replace(
        "  {: #zahlen .task }\n",
        "  {: #zahlen .task }\n- prüfen die Listen.\n  {: #listen .task due_on=2025-02-15 }\n"
        "\n| Was | Wann |\n|---|---|\n| führen das Buch | sofort {: #buch .task } |\n",
    )
    MARKS = ("{: #zahlen .task }", "{: #listen .task due_on=2025-02-15 }", "{: #buch .task }")
    REGISTRY = Registry((Unit("AA", "Agentur für Arbeit"), Unit("EZ", "Eingangszone"), Unit("SC", "Service Center")))

    def asked(self, *marks: str) -> Point:
        about = ", ".join(f"task:{mark.split()[1][1:]}" for mark in marks)
        places = tuple(Place(1, 1, "Die Ortsstelle meldet", line_of(mark, self.TEXT), None, mark) for mark in marks)
        return Point(1, about, None, LIKELY, OPEN, places, "?")

    def edit(self, point: Point, typed: str) -> Work:
        return edited(Work(self.TEXT, work(point).review), point, typed, self.REGISTRY)

    @pytest.mark.parametrize(
        ("typed", "state", "lines"),
        [
            ("2: due_on=01.03.2025", "open", ["  {: #listen .task due_on=2025-03-01 }"]),
            ("3: EZ", "open", ['| führen das Buch | sofort {: #buch .task addressee="EZ" } |']),
            ("1: kein Auftrag", "open", []),
            ("3: Kein Auftrag", "open", ["| führen das Buch | sofort |"]),
            ("alle: kein Auftrag", "edited", ["| führen das Buch | sofort |"]),
            (
                "Alle: SC",
                "edited",
                [
                    '  {: #zahlen .task addressee="SC" }',
                    '  {: #listen .task addressee="SC" due_on=2025-02-15 }',
                    '| führen das Buch | sofort {: #buch .task addressee="SC" } |',
                ],
            ),
            ("1: Ortsstelle", "open", ['  {: #zahlen .task addressee="Ortsstelle" }']),
        ],
    )
    def test_one_of_them_or_all(self, typed: str, state: str, lines: list[str]) -> None:
        done = self.edit(self.asked(*self.MARKS), typed)
        assert changed_lines(self.TEXT, done.text) == lines
        assert done.review.points[0].state == state
        kept = sum(mark in done.text for mark in self.MARKS)
        assert kept == (0 if typed.casefold().startswith("alle") else 2)

    def test_the_others_are_still_found_when_one_is_no_task_any_more(self) -> None:
        done = self.edit(self.asked(*self.MARKS), "1: kein Auftrag")
        (point,) = done.review.points
        again = edited(done, point, "1: EZ", self.REGISTRY)
        assert '- prüfen die Listen.\n  {: #listen .task addressee="EZ" due_on=2025-02-15 }' in again.text
        assert "- melden die Zahlen des SGB Il.\n- prüfen" in again.text

    @pytest.mark.parametrize(
        ("typed", "said"),
        [
            ("due_on=2025-03-01", "davor schreiben, welcher"),
            ("EZ", "„alle: EZ“"),
            ("kein Auftrag", "3 Aufträge"),
            ("4: EZ", "1 bis 3"),
            ("2: adressee=EZ", "„adressee“ gibt es nicht. Meinten Sie „addressee“"),
            ("2: Quatsch", "„Quatsch“ ist keine bekannte Einheit"),
            ("alle: Eingngszone", r"Meinten Sie „Eingangszone \(EZ\)“"),
            ("2: due_on -> adressee", "„adressee“ gibt es nicht"),
        ],
    )
    def test_what_may_be_a_slip_is_refused(self, typed: str, said: str) -> None:
        with pytest.raises(Refused, match=said):
            self.edit(self.asked(*self.MARKS), typed)

    def test_a_single_task(self) -> None:
        alone = self.asked(self.MARKS[0])
        with pytest.raises(Refused, match="nur ein Auftrag; bitte ohne Nummer schreiben: „SC“"):
            self.edit(alone, "2: SC")
        done = self.edit(alone, "kein Auftrag")
        assert "#zahlen" not in done.text
        assert (done.review.points[0].state, changed_lines(self.TEXT, done.text)) == ("edited", [])

    def test_a_duty_takes_an_addressee_only(self) -> None:
        for typed, said in (
            ("due_on=2025-04-30", "zuerst nur den Adressaten"), ("kein Auftrag", "annehmen"), ("Quatsch", "keine bek"),
        ):  # fmt: skip
            with pytest.raises(Refused, match=said):
                edited(work(DUTY), DUTY, typed, self.REGISTRY)

    def test_the_numbers_are_shown(self, tmp_path: Path, geltung: Run) -> None:
        review = write_review(work(self.asked(*self.MARKS)).review)
        made = write(tmp_path / "c", {A: self.TEXT, f"{A}.review.yml": review})
        done = geltung("review", NAME, directory=made, answers="b EZ\nb 2: EZ\nq\n")
        assert "2: Entwurf, Zeile" in done.stdout
        assert "davor schreiben, welcher" in done.stderr
        assert '- prüfen die Listen. {: #listen .task addressee="EZ" due_on=2025-02-15 }' in done.stdout


class TestEditedByHand:
    def test_words_are_found_anew(self, folder: Path, geltung: Run) -> None:
        write(folder, {A: DRAFT.replace("Die Liste ist", "Neu eins.\n\nNeu zwei.\n\nDie Liste ist")}, None)
        done = geltung("review", NAME, directory=folder, answers="a\na\na\na\nb SC\n")
        assert f"1: Die Liste ist durch die Service Center zu führen. (Entwurf, Zeile {line_of('Die Liste') + 4})" in (
            done.stdout
        )
        assert 'zu führen.\n{: #liste .task addressee="SC" }' in text(folder)

    def test_what_is_gone_is_refused(self, folder: Path, geltung: Run) -> None:
        write(folder, {A: DRAFT.replace("Die Liste ist durch die Service Center zu führen.", "Ganz neu.")}, None)
        done = geltung("review", NAME, directory=folder, answers="a\na\na\na\nb SC\n")
        assert "nicht mehr" in done.stderr
        assert "#liste" not in text(folder)
        assert "#ganz-neu" not in text(folder)

    def test_an_answer_that_was_restored_away_is_asked_again(self, folder: Path, geltung: Run) -> None:
        geltung("review", NAME, directory=folder, answers="a\nb 01.04.2025\na\na\n")
        write(folder, {A: DRAFT}, None)
        done = geltung("review", NAME, directory=folder, answers="")
        assert "kommen noch einmal" in done.stderr
        assert "draft: true" in text(folder)
        assert "Stimmt der Tag?" in done.stdout

    def test_a_question_mark_and_no(self, folder: Path, geltung: Run) -> None:
        done = geltung("review", NAME, directory=folder, answers="?\nnein\nq\n")
        assert "b TEXT: den neuen Text" in done.stderr
        assert "was statt dessen gilt" in done.stderr
