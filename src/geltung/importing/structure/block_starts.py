"""Where a block begins without a blank line above: an addressee, the closing formula, a lost bullet."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from geltung.importing.structure.block_kinds import Block, is_annex, is_closing_text
from geltung.importing.structure.bullets import bullet_at, ordinal_at
from geltung.importing.text import GOES_ON, Line, join

_ABBREVIATION = re.compile(
    r"(?:\b(?:z\.\s?B|u\.\s?a|o\.\s?g|d\.\s?h|bzw|ggf|inkl|sog|etc|usw|ca|vgl|Nr|Abs|Art|S|v|gem|i\.\s?V\.\s?m))\.\Z"
)
_NAME = re.compile(r"[A-ZÄÖÜ]\S*(?: +\S+){0,11} *[^\s.,;:!?]\Z")
"""A short line that may be a heading naming an addressee that the units file does not have."""
_ARTICLE = re.compile(r"(?:Die|Der|Das|Alle|Sämtliche) +\S")
_VERB = re.compile(r"\b(?:[a-zäöüß]{4,}(?:en|t)|ist|sind|hat|haben|wird|muss|kann)\b")
_ADJECTIVE = re.compile(
    r"\b(?:genannten|zuständigen|betroffenen|beteiligten|besonderen|übrigen|jeweiligen|zentralen|regionalen|operativen|"
    r"gemeinsamen|örtlichen|fachlichen|internen|anderen|weiteren)\s+(?=[A-ZÄÖÜ])"
)
_MIDDLE = re.compile(r"\b(?:der|die|das|den|dem|des|und|oder|sowie|bzw\.|an|von|vom|zur|zum|im|für|bei)\Z")
"""Words that no line ends with above a heading; not those that a verb may leave at its end ("setzen … um")."""
_UNWRAPPED: Final = 130
"""Lines longer than this are whole paragraphs."""
_NARROW: Final = 0.75
_MOST_WORDS: Final = 12


@dataclass(frozen=True, slots=True)
class Open:
    """The block that is being read: its lines, its form, whether it stands among the tasks or behind the end."""

    held: Sequence[Line]
    form: Block
    in_tasks: bool
    closed: bool


@dataclass(frozen=True, slots=True)
class Starts:
    """Tells of each line whether a block begins with it. ``width`` is the usual length of a line, ``reach`` that of one
    that is quite full."""

    lines: Sequence[Line]
    damaged: bool
    names_unit: Callable[[str], bool]
    width: int
    reach: int

    def start(self, index: int, open_block: Open) -> Block | None:
        """A line that begins a block without a blank line above: an addressee, the closing formula, a lost bullet."""
        line = self.lines[index]
        if not open_block.held:
            return None
        if is_closing_text(line.text) and not open_block.closed:
            return Block("paragraph", "", ())
        if open_block.closed and is_annex(line.text):
            return Block("paragraph", "", ())
        before = open_block.held[-1].text
        narrow = len(before) < _NARROW * self.width
        if narrow and line.page != open_block.held[-1].page and before.endswith(".") and line.text[:1].isupper():
            return Block("paragraph", "", ())
        announces = line.text.endswith(":") and line.text[:1].isupper() and before[-1:].isalnum()
        if narrow and announces and open_block.form.kind == "paragraph" and self._starts_list(index):
            return Block("paragraph", "", ())
        if not open_block.in_tasks:
            return None
        ended = before.endswith(".") and not _ABBREVIATION.search(before)
        if narrow and self._below_heading(line.text, open_block):
            return Block("paragraph", "", ())
        free = narrow or open_block.form.kind == "paragraph" or self._was_free(before, line.text)
        if free and ended and self._leads_with_unit(line.text):
            return Block("paragraph", "", ())
        if open_block.form.kind in ("item", "numbered") and ended and line.text[:1].islower():
            return Block("item", "", (), sort=open_block.form.sort, sure=False)
        if before.endswith((",", "-")) or _MIDDLE.search(before) or not self._starts_list(index):
            return None
        if self._announces_more(index, narrow, open_block):
            return Block("paragraph", "", ())
        if open_block.form.kind == "paragraph" and self.names_unit(
            join(item.text for item in (*open_block.held, line))
        ):
            return None  # "Die Agenturen für Arbeit im Bezirk / der Regionaldirektion Bayern"
        named = line.text[:1].isupper() and not line.text.endswith((";", ".", ","))
        whole = ended or narrow or open_block.form.kind == "paragraph" or self._was_free(before, line.text)
        known = named and whole and self.names_unit(line.text)
        unknown = (
            open_block.form.kind in ("item", "numbered")
            and _NAME.match(line.text)
            and not _VERB.search(_ADJECTIVE.sub("", line.text))
        )
        if known or (unknown and (ended or (narrow and _ARTICLE.match(line.text)))):
            return Block("paragraph", "", (), sure=bool(known))
        return None

    def _announces_more(self, index: int, narrow: bool, open_block: Open) -> bool:
        """Whether a line with a colon below a complete item announces items of the same list: "Ab dem 01.07.2026:"."""
        line, before = self.lines[index], open_block.held[-1].text
        if open_block.form.kind != "item" or not (narrow and before.endswith(".") and line.text.endswith(":")):
            return False
        following = next((item for item in self.lines[index + 1 : index + 4] if item.text), None)
        bullet = bullet_at(following, self.damaged) if following is not None else None
        same = bullet is not None and following is not None and following.indent <= open_block.held[0].indent
        return line.text[:1].isupper() and same and bullet is not None and bullet.sort == open_block.form.sort

    def _below_heading(self, text: str, open_block: Open) -> bool:
        """Whether what is open is an addressee and nothing else, and the line below it does not carry on its name."""
        held = join(line.text for line in open_block.held)
        if open_block.form.kind != "paragraph" or held.endswith((",", "-", "/")) or GOES_ON.search(held):
            return False
        words = text.split()
        most = min(len(words), _MOST_WORDS)
        carries_on = any(self.names_unit(f"{held} {' '.join(words[:count])}") for count in range(1, most + 1))
        return self._was_free(held, text) and self.names_unit(held) and not carries_on

    def _was_free(self, before: str, text: str) -> bool:
        """Whether the first word of a line had room at the end of the line before, which was thus ended on purpose."""
        return len(before) + 1 + len(text.split(maxsplit=1)[0]) <= self.reach or self.width > _UNWRAPPED

    def _leads_with_unit(self, text: str) -> bool:
        """Whether a sentence begins with an addressee: "Die Regionaldirektionen überwachen …", "Zentrale: prüft …"."""
        head, colon, _ = text.partition(": ")
        if colon and len(head.split()) <= _MOST_WORDS and self.names_unit(head):
            return True
        words = text.split()[:_MOST_WORDS]
        starts = (count for count in range(2, len(words)) if re.match(r"[a-zäöü]{3,}(?:en|t)\b", words[count]))
        return any(self.names_unit(" ".join(words[:count])) for count in starts)

    def _starts_list(self, index: int) -> bool:
        following = next((line for line in self.lines[index + 1 : index + 4] if line.text), None)
        return following is not None and (
            bullet_at(following, self.damaged) is not None or ordinal_at(following) is not None
        )
