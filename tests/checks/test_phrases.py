"""Enumerations and the ids nearest to an unknown one."""

import pytest

from geltung.checks.phrases import NearIds, enumerated, new_file, quoted

IDS = ("202501001", "202501002", "202502001", "202512015", "202512016", "202512017", "202512018", "HEGA 05/2014 – 07")


def test_enumerations() -> None:
    assert enumerated([]) == ""
    assert enumerated(["a"]) == "a"
    assert enumerated(["a", "b", "c"], "oder") == "a, b oder c"
    assert quoted(["a „b“", "c"]) == "„a ‚b‘“ und „c“"


@pytest.mark.parametrize(
    ("wanted", "near"),
    [
        ("022501001", ("202501001",)),
        ("202501010", ("202501001",)),
        ("102502001", ("202502001",)),
        ("202502009", ("202502001",)),
        ("02502001", ("202502001",)),
        ("20250200", ("202502001",)),
        ("2025022001", ("202502001",)),
        ("9202502001", ("202502001",)),
        ("2025020019", ("202502001",)),
        ("hega 05/2014-07", ("HEGA 05/2014 – 07",)),
        ("HEGA 05/2014 – 08", ("HEGA 05/2014 – 07",)),
        ("202512019", ("202512015", "202512016", "202512017")),
        ("202503003", ()),
        ("", ()),
    ],
)
def test_nearest_ids(wanted: str, near: tuple[str, ...]) -> None:
    assert NearIds(IDS).near(wanted) == near


def test_hint() -> None:
    assert NearIds(IDS).hint("202501003") == " Gemeint ist vielleicht „202501001“ oder „202501002“."
    assert NearIds(IDS).hint("199901001") == ""


def test_new_file() -> None:
    assert new_file("202504001") == "eine Datei „202504001.md“"
    assert new_file("HEGA 05/2014 – 07") == "eine Datei für „HEGA 05/2014 – 07“"
