"""One address for everything, and never one for two things."""

import pytest

from geltung.exports import addresses


@pytest.mark.parametrize("id_", ["202505010", "EZ", "AA-Halle", "RD-SAT"])
def test_plain_ids_stay_themselves(id_):
    assert addresses.slug(id_) == id_


@pytest.mark.parametrize(
    "id_",
    ["HEGA 05/2014 – 07", "Ä", "../../etc/passwd", "a b", "a-", "-a", "con", "Index", "alle", "<script>", "x" * 200],
)
def test_other_ids_become_safe_names(id_):
    name = addresses.slug(id_)
    assert name != id_
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-_")
    assert len(name) < 100


def test_no_two_ids_share_a_name():
    ids = [
        "HEGA 05/2014 – 07",
        "HEGA 05/2014 - 07",
        "HEGA 05 2014 07",
        "hega-05-2014-07",
        "HEGA-05-2014-07",
        "Ä",
        "ae",
        "AE",
        "",
        " ",
    ]
    assert len({addresses.slug(id_) for id_ in ids}) == len(ids)


def test_umlauts_are_spelt_out():
    assert addresses.slug("Köln/Süd").startswith("koeln-sued_")


def test_anchors():
    assert addresses.section_anchor("2.1") == "abschnitt-2.1"
    assert addresses.task_anchor("3.001a") == "auftrag-3.001a"
    assert " " not in addresses.task_anchor('a" onclick="x')
    assert addresses.task_address("HEGA 1#a") == f"{addresses.directive_page('HEGA 1')}#auftrag-a"


@pytest.mark.parametrize(
    ("target", "page", "written"),
    [
        ("einheiten/EZ.html", "weisungen/1.html", "../einheiten/EZ.html"),
        ("weisungen/2.html", "weisungen/1.html", "2.html"),
        ("weisungen/1.html#auftrag-a", "weisungen/1.html", "#auftrag-a"),
        ("weisungen/1.html", "index.html", "weisungen/1.html"),
        ("index.html", "weisungen/1.html", "../index.html"),
        ("api/units/EZ.json", "api/index.html", "units/EZ.json"),
    ],
)
def test_links_are_relative_to_their_page(target, page, written):
    assert addresses.relative(target, page) == written


def test_originals_keep_their_names_unless_a_browser_would_run_them():
    assert addresses.original("sources/202505010.PDF") == "originale/sources/202505010.PDF"
    assert addresses.original("sources/a.ocr.txt") == "originale/sources/a.ocr.txt"
    for name in ("a.html", "a.svg", "a.md", "a.js", "a", "pdf"):
        assert addresses.original(f"sources/{name}") == f"originale/sources/{name}.txt"
