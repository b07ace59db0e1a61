"""What the other tests of the site stand on: the browser, the build, the server and the witness can fail."""

from pathlib import Path

import pytest

from tests.site import browser
from tests.site.building import BuildFailed, build_site
from tests.site.server import STRICT_POLICY, serve
from tests.site.visiting import settled


def test_a_missing_browser_is_named_with_the_way_out(monkeypatch) -> None:
    monkeypatch.setenv("GELTUNG_CHROMIUM", "/nowhere/chromium")
    assert browser.executable() is None
    assert "make browser" in browser.HINT


def test_the_real_collection_is_built_and_shown(site, page, witness) -> None:
    settled(page, site.address("weisungen/202505010.html"))
    assert "202505010" in page.title()
    assert page.locator("html").get_attribute("lang") == "de"
    assert not witness.missing


def test_a_site_is_built_only_once(site, publish, real_directives) -> None:
    assert publish(real_directives) is site
    assert publish(real_directives, policy="").folder == site.folder


def test_the_witness_sees_inline_scripts_refused_and_foreign_requests(tmp_path: Path, page, witness) -> None:
    image = "<img src='http://127.0.0.2:9/x.png'>"
    (tmp_path / "a.html").write_text(f"<script>window.ran = 1</script>{image}", encoding="utf-8")
    with serve(tmp_path, STRICT_POLICY.replace("img-src 'self'", "img-src *")) as url:
        settled(page, url + "a.html")
        assert page.evaluate("window.ran") is None
        assert any("Content Security Policy" in error for error in witness.errors)
        assert witness.foreign(url) == ["http://127.0.0.2:9/x.png"]


def test_the_witness_sees_dialogs_and_missing_files(tmp_path: Path, page, witness) -> None:
    (tmp_path / "a.html").write_text("<script>alert('hallo')</script><img src=b.png>", encoding="utf-8")
    with serve(tmp_path, "") as url:
        settled(page, url + "a.html")
        assert witness.dialogs == ["hallo"]
        assert f"{url}b.png" in witness.missing


def test_the_reader_has_a_day_of_its_own(site, open_page) -> None:
    page = settled(open_page(today="2031-01-02"), site.url)
    assert page.evaluate("new Date().getFullYear()") == 2031


def test_a_build_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(BuildFailed, match="kein-tag"):
        build_site(tmp_path, tmp_path / "site", "kein-tag")
