"""Collections written for a test, and their pages by address."""

from datetime import date
from html.parser import HTMLParser
from pathlib import Path

from geltung.pages import build
from geltung.questions.collection import load
from tests.store.documents import write

TODAY = date(2025, 7, 15)
VOID = {"br", "hr", "img", "input", "link", "meta"}


def pages(folder: Path, documents: dict[str, str], today: date = TODAY, **options: str) -> dict[str, str]:
    """Address (".md") → content of every generated page of a collection."""
    folder.mkdir(exist_ok=True)
    collection = load(write(folder / "directives", documents, **options))
    try:
        return {made.path: made.content for made in build(collection, today) if isinstance(made.content, str)}
    finally:
        collection.close()


class Seen(HTMLParser):
    """What a reader sees on a day: the text of all elements that are shown, and the addresses of all links."""

    def __init__(self, day: str) -> None:
        super().__init__()
        self.day = day
        self.open: list[tuple[str, bool]] = []
        self.text: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        dated = "data-von" in found or "data-bis" in found
        within = (found.get("data-von") or "") <= self.day <= (found.get("data-bis") or "9999-12-31")
        self.links += [found["href"] or ""] if "href" in found else []
        self.ids += [found["id"] or ""] if "id" in found else []
        hidden = not within if dated else "hidden" in found
        if tag not in VOID:
            self.open.append((tag, hidden or any(above for _, above in self.open)))

    def handle_endtag(self, tag: str) -> None:
        name, _ = self.open.pop()
        assert name == tag, f"</{tag}> closes <{name}>"

    def handle_data(self, data: str) -> None:
        if not (self.open and self.open[-1][1]):
            self.text.append(data)


def seen(page: str, day: date | str = TODAY) -> str:
    """The words on a page on a day, white space collapsed."""
    return " ".join("".join(parsed(page, day).text).split())


def parsed(page: str, day: date | str = TODAY) -> Seen:
    """A page read element by element; every element must be closed in order."""
    reader = Seen(str(day))
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader
