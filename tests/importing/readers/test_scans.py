"""Scans and images: with the real programs where they are installed (make ocr), and what is said without them."""

import struct
import zlib
from pathlib import Path

import pytest
from pypdf import PdfWriter

from geltung.importing.readers import ocr, read
from geltung.importing.source import Source, Unreadable
from tests.importing.made import A_DIRECTIVE, make_scan, make_scan_with_layer, make_text_pdf, page_images

recognised = pytest.mark.skipif(
    ocr.missing(pdf=True) is not None, reason="needs tesseract (deu) and ocrmypdf: make ocr"
)

BAD_LAYER = ("Giiltig ab: 26.05.2025", "fur die Agenturen fiir Arbeit", "SGB Il: nicht betroffen")


@pytest.fixture
def printed(tmp_path: Path) -> Path:
    return make_text_pdf(tmp_path / "printed.pdf", A_DIRECTIVE)


def share_of_right_words(found: Source) -> float:
    wanted = A_DIRECTIVE.split()
    words = {word for line in found.lines for word in line.text.split()}
    return sum(word in words for word in wanted) / len(wanted)


@recognised
def test_a_scan_is_recognised(tmp_path: Path, printed: Path) -> None:
    found = read(make_scan(tmp_path / "scan.pdf", printed))
    assert (found.kind, found.damaged, found.lines[0].page) == ("scan", True, 1)
    assert share_of_right_words(found) > 0.9
    assert "Größere Veränderungen sind ausschließlich über die zuständige Stelle möglich." in [
        x.text for x in found.lines
    ]


@recognised
def test_an_image_is_recognised(tmp_path: Path, printed: Path) -> None:
    page_images(printed, turned=0.5)[0].save(tmp_path / "seite.png", dpi=(200, 200))
    found = read(tmp_path / "seite.png")
    assert (found.kind, found.damaged) == ("scan", True)
    assert share_of_right_words(found) > 0.9


@recognised
def test_only_pages_without_text_are_recognised(tmp_path: Path, printed: Path) -> None:
    writer = PdfWriter()
    writer.append(make_text_pdf(tmp_path / "a.pdf", "Erste Seite mit Text"))
    writer.append(make_scan(tmp_path / "scan.pdf", printed))
    writer.append(make_text_pdf(tmp_path / "c.pdf", "Letzte Seite mit Text"))
    writer.write(tmp_path / "mixed.pdf")
    found = read(tmp_path / "mixed.pdf")
    assert (found.lines[0].page, found.lines[0].text) == (1, "Erste Seite mit Text")
    assert (found.lines[-1].page, found.lines[-1].text) == (3, "Letzte Seite mit Text")
    assert any(line.page == 2 and line.text == "3. Einzelaufträge" for line in found.lines)


@recognised
def test_a_damaged_layer_is_read_again(tmp_path: Path, printed: Path) -> None:
    found = read(make_scan_with_layer(tmp_path / "layer.pdf", printed, BAD_LAYER))
    assert "Gültig ab: 26.05.2025" in [line.text for line in found.lines]


def test_a_damaged_layer_is_kept_and_marked_where_nothing_can_read_it(
    tmp_path: Path, printed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ocr.shutil, "which", lambda _: None)
    found = read(make_scan_with_layer(tmp_path / "layer.pdf", printed, BAD_LAYER))
    assert (found.kind, found.damaged, found.lines[0].text) == ("scan", True, BAD_LAYER[0])


def test_without_the_programs_the_editor_is_told_what_to_install(
    tmp_path: Path, printed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ocr.shutil, "which", lambda _: None)
    with pytest.raises(Unreadable, match=r"ocrmypdf ist nicht installiert.*apt-get install ocrmypdf tesseract-ocr-deu"):
        read(make_scan(tmp_path / "scan.pdf", printed))
    page_images(printed)[0].save(tmp_path / "seite.png")
    with pytest.raises(Unreadable, match="tesseract ist nicht installiert"):
        read(tmp_path / "seite.png")


def test_without_german_the_editor_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(ocr, "_languages", lambda: frozenset({"eng"}))
    assert "fehlt die Sprache Deutsch" in (ocr.missing(pdf=False) or "")


def test_a_recognition_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "OCR_SECONDS", 0.2)
    with pytest.raises(Unreadable, match="abgebrochen"):
        ocr._run(["sleep", "30"])


def test_a_recognition_that_fails_says_why() -> None:
    with pytest.raises(Unreadable, match=r"gescheitert: .*kaputt"):
        ocr._run(["sh", "-c", "echo kaputt >&2; exit 3"])


def bare_png(path: Path, width: int, height: int) -> Path:
    """The first bytes of an image of this size, with next to nothing in it."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + body)
    return path


@pytest.mark.parametrize("size", [(30_000, 30_000), (12_000, 9_000)])
def test_a_huge_image_is_refused_by_its_first_bytes(tmp_path: Path, size: tuple[int, int]) -> None:
    with pytest.raises(Unreadable, match="Das Bild ist zu groß"):
        read(bare_png(tmp_path / "riese.png", *size))


def test_a_damaged_image(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"kaputt" * 20)
    with pytest.raises(Unreadable, match="Das Bild ist beschädigt"):
        read(tmp_path / "a.png")
