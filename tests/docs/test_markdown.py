"""The directives are valid in MkDocs-Material: Python-Markdown reads every mark that our parser reads."""

import re
from pathlib import Path

import markdown
import pytest

from geltung.model.records import Directive
from geltung.parse.directive import parse_file

DIRECTIVES = Path(__file__).parents[2] / "directives"


@pytest.mark.parametrize("path", sorted(DIRECTIVES.glob("*.md")), ids=lambda path: path.stem)
def test_python_markdown_reads_the_same_marks(path: Path) -> None:
    record, _ = parse_file(path, DIRECTIVES)
    body = path.read_text(encoding="utf-8")[4:].split("\n---", 1)[1]
    html = markdown.markdown(body, extensions=["attr_list", "tables", "pymdownx.mark"])
    tasks = record.tasks if isinstance(record, Directive) else ()
    assert re.findall(r'<(?:li|p)[^>]*class="task"[^>]*\bid="([^"]+)"', html) == [task.id for task in tasks]
    assert "{:" not in html
    assert "==" not in html
