"""One file through the whole import: read, recognise, and lay draft, review list and original into a folder.

Nothing is ever overwritten; if anything goes wrong, what was written of this file is taken away again.
"""

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from geltung.importing.acts import Act
from geltung.importing.drafting.draft import write_draft
from geltung.importing.drafting.markup import scalar
from geltung.importing.drafting.points import review_of
from geltung.importing.found import Value
from geltung.importing.readers import read
from geltung.importing.recognise import Known, NoDirective, Recognised, recognise
from geltung.importing.review_file import OPEN, Review, review_path, write_review
from geltung.importing.source import Unreadable

FileName = Callable[[str], str]

_ODD: Final = re.compile(r"[\\:*?\"<>|\x00-\x1f]+")
_BEHIND_TITLE: Final = re.compile(
    r"(?:\A|[,;(–]\s*|\s)(?:(?:der|die|den)\s+)?(?:Ziffern?|Ziff\.|Abschnitte?|Abschn\.|Kapitel|Kap\.|Punkte?|Nummern?|Nrn?\.|"
    r"Gliederungspunkte?|Teilziffern?|Tz\.|Absatz|Abs\.|Satz|Anlagen?)\s*\d|"
    r"(?:\A|[\s,;(–])(?:ab|zum|bis|am|vom|seit|mit\s+(?:Ablauf|Wirkung|Ende))\s+(?:(?:dem|des|zum|vom|ab)\s+)*"
    r"\d{1,2}\.\s?(?:\d{1,2}\.|[A-ZÄÖÜ]\w+)\s?\d{4}|"
    r"\A(?:wird|werden|tritt|teilweise|ganz|auszugsweise)\b",
)
"""Where parts, days and verbs begin that stand behind the title of a cited act, or in its place."""
_SOURCES: Final = "sources"


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import wrote. ``references`` are the records of cited acts that were asked for."""

    file: Path
    draft: Path
    review_file: Path
    original: Path
    id: str | None
    review: Review
    references: tuple[Path, ...]
    recognised: Recognised


class NotImported(Exception):
    """A file of which no draft could be written; the message is German, for the editor."""


def import_file(
    path: Path, target: Path, known: Known, file_name: FileName, *, references: bool, with_schema: bool
) -> Imported:
    """Import one file into a folder; ``file_name`` names the file of an id. Raises NotImported and leaves nothing."""
    try:
        found = recognise(read(path), known)
    except (Unreadable, NoDirective) as error:
        raise NotImported(str(error)) from None
    id_ = found.head.get("id")
    draft_path = target / (file_name(id_) if id_ else f"entwurf-{file_name(path.stem)}")
    review_file = review_path(draft_path)
    for existing in (draft_path, review_file):
        if existing.exists():
            raise NotImported(f"„{existing}“ gibt es schon; sie wird nicht überschrieben")
    written: list[Path] = []
    try:
        original = _keep_original(path, target, found.source.sha256, written)
        inside = original.relative_to(target).as_posix()
        draft = write_draft(found, inside, with_schema=with_schema)
        review = review_of(found, draft, draft_path.name, inside)
        _create(review_file, write_review(review), written)
        records = tuple(_records(found, target, known, file_name, written)) if references else ()
        _create(draft_path, draft.text, written)
    except OSError as error:
        for done in reversed(written):
            done.unlink(missing_ok=True)
        raise NotImported(f"„{target}“ lässt sich nicht beschreiben: {error.strerror or error}") from None
    return Imported(path, draft_path, review_file, original, id_, review, records, found)


def _keep_original(path: Path, target: Path, sha256: str, written: list[Path]) -> Path:
    """The original in the folder; it is copied to ``sources`` unless it lies there or in another part of the folder."""
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != sha256:
        raise OSError(f"„{path.name}“ hat sich während des Lesens geändert")
    if path.resolve().is_relative_to(target.resolve()):
        return target / path.resolve().relative_to(target.resolve())
    name = _ODD.sub("-", path.name)
    stem, dot, ending = name.partition(".")
    for number in range(1, 1000):
        copy = target / _SOURCES / (name if number == 1 else f"{stem}-{number}{dot}{ending}")
        if not copy.exists():
            copy.parent.mkdir(parents=True, exist_ok=True)
            with copy.open("xb") as stream:
                written.append(copy)
                stream.write(content)
            return copy
        if copy.read_bytes() == content:
            return copy
    raise OSError(f"Für „{name}“ ist kein freier Name da")


def _create(path: Path, text: str, written: list[Path]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as stream:
        written.append(path)
        stream.write(text)


def _records(found: Recognised, target: Path, known: Known, file_name: FileName, written: list[Path]) -> Iterator[Path]:
    """Reference records of the cited or changed acts that the collection doesn't have and that are fully named."""
    named = [(cited.id, cited.act, cited.value) for cited in found.references]
    named += [(change.target, change.act, change.value) for change in found.changes]
    done: set[str] = set()
    for id_, act, value in named:
        if (
            act is None
            or not act.issued
            or not (title := act_title(act))
            or id_ in known.ids
            or id_ in done
            or not _is_sure(value, id_)
        ):
            continue
        done.add(id_)
        path = target / file_name(id_)
        if path.exists():
            continue
        if value.about.startswith("change"):
            title = re.sub(r"\s+(?:wird|werden|tritt)\s+.*\Z", "", title)
        lines = [
            "---",
            "record: reference",
            f'id: "{id_}"' if id_.isdigit() else f"id: {scalar(id_)}",
            f"kind: {scalar(act.kind)}",
            f"title: {scalar(title)}",
            f"issued: {act.issued}",
            "---",
            "",
        ]
        _create(path, "\n".join(lines), written)
        yield path


def act_title(act: Act) -> str | None:
    """The title of a cited act; None if only parts, days or what happens to it follow its name."""
    title = _BEHIND_TITLE.split(act.title, maxsplit=1)[0].strip(" ,;:–-()")
    return title if title and (title[0].isupper() or title[0] in '„"0123456789') else None


def _is_sure(value: Value, id_: str) -> bool:
    """A number that is itself in doubt makes no record."""
    return value.confidence != OPEN or (value.value or "").startswith(f"repeal {id_}")
