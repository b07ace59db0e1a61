"""``geltung pages``: the generated files in a folder."""

from geltung.cli.pages import LIST
from tests.store.documents import A, B, directive, write


def test_pages_are_written_and_what_is_no_longer_made_goes(geltung, tmp_path):
    folder, out = tmp_path / "directives", tmp_path / "out"
    write(folder, {A: directive(), B: directive(B)})
    (out / "weisungen").mkdir(parents=True)
    (out / "weisungen" / "mein.md").write_text("von Hand")
    result = geltung("pages", out, "--date", "15.07.2025", directory=folder)
    assert (result.returncode, result.stdout) == (0, "")
    page = (out / "weisungen" / f"{A}.md").read_text(encoding="utf-8")
    assert "Stand: 15.07.2025" in page
    (folder / f"{B}.md").unlink()
    assert geltung("pages", out, directory=folder).returncode == 0
    assert sorted(path.name for path in (out / "weisungen").iterdir()) == [f"{A}.md", "mein.md"]


def test_an_unchanged_page_is_not_touched(geltung, tmp_path):
    folder, out = tmp_path / "directives", tmp_path / "out"
    write(folder, {A: directive()})
    geltung("pages", out, "--date", "2025-07-15", directory=folder)
    before = (out / "weisungen" / f"{A}.md").stat().st_mtime_ns
    geltung("pages", out, "--date", "2025-07-15", directory=folder)
    assert (out / "weisungen" / f"{A}.md").stat().st_mtime_ns == before


def test_the_list_of_files_cannot_make_it_delete_others(geltung, tmp_path):
    folder, out = tmp_path / "directives", tmp_path / "out"
    write(folder, {A: directive()})
    out.mkdir()
    (tmp_path / "wichtig.txt").write_text("bleibt")
    (out / LIST).write_text("../wichtig.txt\n")
    assert geltung("pages", out, directory=folder).returncode == 0
    assert (tmp_path / "wichtig.txt").exists()


def test_wrong_input_is_said_in_german(geltung, tmp_path):
    write(tmp_path / "directives", {A: directive()})
    (tmp_path / "datei").write_text("")
    for arguments in (("pages",), ("pages", tmp_path / "datei"), ("pages", tmp_path / "out", "--date", "morgen")):
        result = geltung(*arguments, directory=tmp_path / "directives")
        assert result.returncode == 2
        assert result.stderr.startswith("Fehler: ")
        assert "Traceback" not in result.stderr


def test_never_into_the_collection_or_around_it(geltung, tmp_path):
    folder = tmp_path / "directives"
    write(folder, {A: directive()})
    for target in (folder, folder / "seiten", tmp_path):
        result = geltung("pages", target, directory=folder)
        assert (result.returncode, "liegen ineinander" in result.stderr) == (2, True)
    assert {path.name for path in folder.iterdir()} == {f"{A}.md", "units.yml"}
