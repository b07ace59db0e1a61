"""Measure the reading of foreign files: ``python -m benchmarks.importing [--times N]``.

Bar: a 10-page PDF with text, read as a whole process, takes at most five times what pypdf alone takes. The rows on 500
text files and on repair inform. Exit code 1 if the bar is missed.
"""

import argparse
import sys
import tempfile
from pathlib import Path
from typing import Final

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from benchmarks.timing import HEADER, ROOT, Processes, Result, Samples

_READ: Final = (
    "import sys; from pathlib import Path; from geltung.importing.readers import read; read(Path(sys.argv[1]))"
)
_PYPDF: Final = "import sys, pypdf; [page.extract_text() for page in pypdf.PdfReader(sys.argv[1]).pages]"
_READ_ALL: Final = (
    "import sys; from pathlib import Path; from geltung.importing.readers import read\n"
    "for path in sorted(Path(sys.argv[1]).glob('*.txt')): read(path)"
)
_OPEN_ALL: Final = (
    "import sys; from pathlib import Path\n"
    "for path in sorted(Path(sys.argv[1]).glob('*.txt')): path.read_text(encoding='utf-8').splitlines()"
)
_REPAIR: Final = (
    "import sys; from pathlib import Path; from geltung.importing.repair import propose\n"
    "propose(Path(sys.argv[1]).read_text(encoding='utf-8').splitlines(), set())"
)
_LIST: Final = "from spellchecker import SpellChecker; SpellChecker(language='de')"
_PAGES: Final = 10
_FILES: Final = 500
_LINES_A_PAGE: Final = 48
_BAR: Final = 5.0


def make_pdf(path: Path, lines: list[str]) -> None:
    """Ten pages of these lines over and over."""
    canvas = Canvas(str(path), pagesize=A4)
    for page in range(_PAGES):
        text = canvas.beginText(60, 790)
        for line in range(_LINES_A_PAGE):
            text.textLine(lines[(page * _LINES_A_PAGE + line) % len(lines)])
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()


def compare(processes: Processes, name: str, codes: tuple[str, str], path: Path, peer: str, times: int) -> Result:
    """Two programs on one path, in turns, after one run each that does not count."""
    ours, theirs = Samples(), Samples()
    for number in range(times + 1):
        for code, samples in zip(codes, (ours, theirs), strict=True):
            processes.run(code, str(path), samples=samples if number else None)
    limit = _BAR if "PDF" in name else None
    return Result.of(name, ours, theirs, peer, limit, f"{times} processes each", 0.5)


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=7, help="processes of each kind")
    times = parser.parse_args().times
    source = ROOT / "directives" / "sources" / "202505010.ocr.txt"
    text = source.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory(prefix="geltung-benchmark-") as temporary:
        folder = Path(temporary)
        make_pdf(folder / "ten.pdf", text.splitlines())
        for number in range(_FILES):
            (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
        processes = Processes(folder)
        results = [
            compare(processes, "10-page PDF", (_READ, _PYPDF), folder / "ten.pdf", "pypdf alone", times),
            compare(processes, "500 text files", (_READ_ALL, _OPEN_ALL), folder, "opening them", times),
            compare(processes, "repair of 1000 words", (_REPAIR, _LIST), source, "loading the word list", times),
        ]
    print(HEADER, *(result.row() for result in results), sep="\n")
    return 0 if all(result.met for result in results) else 1


if __name__ == "__main__":
    sys.exit(main())
