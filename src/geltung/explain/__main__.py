"""``python -m geltung.explain``: write the handbook's pages anew."""

from pathlib import Path

from geltung.explain.pages import FOLDER, pages

ROOT = Path(__file__).parents[3]

if __name__ == "__main__":
    folder = ROOT / "site" / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (folder / name).write_text(text, encoding="utf-8")
