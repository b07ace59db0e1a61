"""A draft takes part in no answer, but every answer says that there is one."""

from pathlib import Path

from geltung import applies, load
from geltung.model.dates import parse_day
from geltung.questions.listing import list_directives
from geltung.questions.show import show
from geltung.search.search import Filters
from geltung.search.search import search as ask
from tests.conftest import Run
from tests.store.documents import A, B, C, changes, directive, settle, write

DAY = "2025-07-01"
REPEAL = changes(f'kind: repeal, target: "{A}", effective: 2025-06-01')

SHORTENED = changes(f'kind: extension, target: "{A}", effective: 2025-06-01, valid_until: 2025-12-31')


def draft(text: str) -> str:
    return text.replace("---\n", "---\ndraft: true\n", 1)


def test_a_draft_and_its_changes_have_no_effect(tmp_path: Path) -> None:
    folder = write(tmp_path / "c", {A: directive(A), B: draft(directive(B, head=REPEAL))})
    answer = applies(load(folder), DAY, "AA")
    assert [item.id for item in answer.directives] == [A]
    assert {item.directive for item in answer.tasks} == {A}
    (problem,) = answer.problems
    assert (problem.code, problem.directives) == ("D001", (B,))
    assert "ist ein Entwurf" in problem.message


def test_publishing_is_noticed_and_so_is_taking_back(tmp_path: Path) -> None:
    text = directive(B, head=REPEAL)
    folder = write(tmp_path / "c", {A: directive(A), B: draft(text)})
    for content, expected in ((draft(text), [A]), (text, [B]), (draft(text), [A])):
        write(folder, {B: content}, None)
        settle()
        assert [item.id for item in applies(load(folder), DAY, "AA").directives] == expected


def test_a_draft_that_another_one_changes_is_not_unknown(tmp_path: Path) -> None:
    folder = write(tmp_path / "c", {A: draft(directive(A)), B: directive(B, head=REPEAL)})
    answer = applies(load(folder), DAY, "AA")
    assert [item.id for item in answer.directives] == [B]
    assert [item.code for item in answer.problems] == ["D001"]


def test_an_earlier_wording_goes_on_while_its_end_is_a_draft(tmp_path: Path) -> None:
    old = directive(A, head="earlier:\n  - until: 2025-05-31\n    valid_until: 2025-06-15\n")
    text = directive(B, head=changes(f'kind: amendment, target: "{A}", parts: [valid_until], effective: 2025-06-01'))
    folder = write(tmp_path / "c", {A: old, B: draft(text)})
    assert [item.id for item in applies(load(folder), DAY, "AA").directives] == []
    write(folder, {A: old + "\nMehr.\n"}, None)
    assert [item.id for item in applies(load(folder), DAY, "AA").directives] == []
    write(folder, {B: text}, None)
    assert [item.id for item in applies(load(folder), DAY, "AA").directives] == [A, B]


def test_list_and_show_mark_it(tmp_path: Path, geltung: Run) -> None:
    folder = write(tmp_path / "c", {A: directive(A), B: draft(directive(B, head=REPEAL)), C: directive(C)})
    listed = {item.id: item for item in list_directives(load(folder))}
    assert [listed[id_].draft for id_ in (A, B, C)] == [False, True, False]
    assert B not in {item.id for item in list_directives(load(folder), area="SGB III")}
    assert "draft" not in show(load(folder), A).to_json()
    assert show(load(folder), B).to_json()["draft"] is True
    assert show(load(folder), A).changed_by == ()
    assert f"{B}  [Entwurf, zählt in keiner Antwort]" in geltung("list", directory=folder).stdout
    assert "Entwurf: zählt in keiner Antwort." in geltung("show", B, directory=folder).stdout


def test_search_does_not_find_it(tmp_path: Path, own_cache: Path) -> None:
    text = draft(directive(B, title="Sonderbare Hängematten"))
    folder = write(tmp_path / "c", {A: directive(A), B: text})
    day = parse_day(DAY)
    assert day is not None
    assert not ask(load(folder), "Hängematten", Filters(day)).hits
    write(folder, {B: text.replace("draft: true\n", "")}, None)
    assert ask(load(folder), "Hängematten", Filters(day)).hits


def test_check_says_what_a_draft_will_do(tmp_path: Path, geltung: Run) -> None:
    folder = write(tmp_path / "c", {A: directive(A), B: draft(directive(B, head=SHORTENED))})
    done = geltung("check", f"{B}.md", directory=folder)
    assert "C020 Sobald der Entwurf eine Weisung ist: " in done.stdout
    write(folder, {B: directive(B, head=SHORTENED)}, None)
    done = geltung("check", f"{B}.md", directory=folder)
    assert "C020" in done.stdout and "Sobald" not in done.stdout


def test_a_draft_that_cannot_be_read_is_an_error(tmp_path: Path, geltung: Run) -> None:
    """Nobody knows that it is a draft."""
    folder = write(tmp_path / "c", {A: directive(A), B: draft(directive(B)).replace("scope:", "scope: [")})
    assert geltung("check", directory=folder).returncode == 1


def test_an_unfinished_draft_does_not_stop_others(tmp_path: Path, geltung: Run) -> None:
    """What a draft still lacks is an error of the draft: it fails the check of nothing else, and answers do without."""
    unfinished = draft(directive(B)).replace("valid_from:", "valid_form:")
    folder = write(tmp_path / "c", {A: directive(A), B: unfinished})
    found = geltung("check", directory=folder)
    assert f"{B}.md:1: H001 " in found.stdout
    assert "1 Fehler (nur in Entwürfen)" in found.stderr
    assert found.returncode == 0
    assert [item.code for item in applies(load(folder), DAY, "AA").problems] == ["D001"]
    write(folder, {C: directive(C).replace("valid_from:", "valid_form:")}, None)
    found = geltung("check", directory=folder)
    assert "2 Fehler (1 davon in Entwürfen)" in found.stderr
    assert found.returncode == 1
    write(folder, {B: unfinished.replace("draft: true\n", "")}, None)
    assert geltung("check", f"{B}.md", directory=folder).returncode == 1
