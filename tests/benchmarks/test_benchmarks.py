"""The generator writes what the product reads without errors, and the harness runs; nothing is timed here."""

import re
from pathlib import Path

import pytest

from benchmarks.generate import Size, generate
from benchmarks.run import report, run
from benchmarks.timing import Result, Samples, quantile
from geltung import load
from geltung.model.diagnostics import ERROR, WARNING
from geltung.model.terms import CHANGE_KINDS
from geltung.questions.check import check

SIZE = Size(directives=150, tasks=1500, units=80, seed=3)


@pytest.fixture(scope="module")
def synthetic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("synthetic") / "collection"
    generate(folder, SIZE)
    return folder


def test_no_errors(synthetic: Path) -> None:
    found = check(load(synthetic))
    assert [item for item in found if item.severity == ERROR] == []
    unwanted = [
        item for item in found if item.severity == WARNING and item.code not in ("C009", "C015", "C023", "H006")
    ]
    assert unwanted == []


def test_size_is_as_asked(synthetic: Path) -> None:
    corpus = load(synthetic).corpus()
    directives = list(corpus.directives())
    assert len(directives) == SIZE.directives
    assert sum(len(directive.tasks) for directive in directives) == SIZE.tasks
    assert len(corpus.registry.units) == SIZE.units
    assert any(corpus.reference_records())


def test_everything_that_costs_time_occurs(synthetic: Path) -> None:
    directives = list(load(synthetic).corpus().directives())
    tasks = [task for directive in directives for task in directive.tasks]
    assert {change.kind for directive in directives for change in directive.changes} == set(CHANGE_KINDS)
    repealed = {change.target for directive in directives for change in directive.changes if change.kind == "repeal"}
    assert 0.4 < len(repealed & {directive.id for directive in directives}) / len(directives) < 0.7
    assert any(len(task.versions) > 1 for task in tasks)
    assert any(task.current.recurrence for task in tasks)
    assert any(task.current.anchor for task in tasks)
    sizes = [path.stat().st_size for path in synthetic.glob("20[12]*.md")]
    assert 2_000 < sum(sizes) / len(sizes) < 5_000


def test_equal_arguments_write_equal_files(tmp_path: Path) -> None:
    small = Size(directives=20, tasks=200, units=60, seed=1)
    texts = []
    for name, size in (("a", small), ("b", small), ("c", Size(20, 200, 60, seed=2))):
        generate(tmp_path / name, size)
        files = sorted((tmp_path / name).rglob("*.*"))
        texts.append({path.relative_to(tmp_path / name): path.read_bytes() for path in files})
    assert texts[0] == texts[1] != texts[2]


def test_a_folder_in_use_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.md").write_text("mein Text", encoding="utf-8")
    with pytest.raises(SystemExit):
        generate(tmp_path, Size(10, 10, 60, 1))
    assert [path.name for path in tmp_path.iterdir()] == ["mine.md"]


def test_harness(tmp_path: Path, real_directives: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GELTUNG_CACHE", str(tmp_path))  # the harness sets its own; this takes it back afterwards
    results = list(run(40, real_directives, tmp_path, "abcde", 0))
    assert {result.name[0] for result in results} == set("abcde")
    assert all(result.ratio > 0 for result in results)
    text = report(results, 40)
    rows = [line for line in text.splitlines() if re.match(r"\| [a-e]\. ", line)]
    assert len(rows) == len(results)
    assert len({line.count(" | ") for line in rows}) == 1


def test_bars_and_quantiles() -> None:
    assert quantile([3, 1, 2], 0.5) == 2
    assert quantile(range(1000), 0.99) == 990
    slow, fast = Samples([4.0], [8.0]), Samples([2.0], [2.0])
    met = Result.of("a. x", slow, fast, "peer", 2, "once", 0.5)
    assert (met.ratio, met.elapsed_ratio, met.met) == (2, 4, True)
    assert not Result.of("a. x", slow, fast, "peer", 1.9, "once", 0.5).met
    assert Result.of("a. x", slow, fast, "peer", None, "once", 0.5).met
