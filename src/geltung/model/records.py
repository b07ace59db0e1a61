"""What one file says: directives, their sections, tasks and changes, as frozen records.

A record holds what stands in its own file and nothing else: addressees are the words of the heading or attribute (the
unit registry resolves them), references are ids (the corpus resolves them), and no record knows what others do to it.
Days are :class:`datetime.date`, lines count from 1, and ``None`` always means "not stated".
"""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the file that a value was taken from, and the line they stand in."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class TaskVersion:
    """One wording of a task (rule 7). ``until`` is its last day; None is the current wording.

    ``present`` is False for the time before a task was inserted by an amendment (attribute ``added_on``).
    ``addressed`` holds the words that name the addressees, unresolved: one entry per attribute part or heading.
    ``words`` maps a date attribute (``starts_on``, ``due_on``, ``ends_on``) to the words it was read from.
    ``uncertain`` names the attributes that the source does not state for certain.
    ``attributes`` are the names that this wording itself states, for the checks.
    """

    text: str
    line: int
    addressed: tuple[str, ...] = ()
    starts_on: date | None = None
    due_on: date | None = None
    ends_on: date | None = None
    recurrence: str | None = None
    deadline_words: str | None = None
    anchor: date | None = None
    other_dates: tuple[date, ...] = ()
    uncertain: tuple[str, ...] = ()
    words: tuple[tuple[str, Words], ...] = ()
    until: date | None = None
    present: bool = True


@dataclass(frozen=True, slots=True)
class Task:
    """An Einzelauftrag. ``versions`` runs from the oldest wording to the current one, which is last."""

    id: str
    section: str
    versions: tuple[TaskVersion, ...]
    line: int

    @property
    def current(self) -> TaskVersion:
        """The wording that stands in the file as the text of today."""
        return self.versions[-1]

    def at_line(self, line: int) -> TaskVersion:
        """The wording that stands on a line; the current one if none does. A time before insertion has no words."""
        return next((item for item in self.versions if item.line == line and item.present), self.current)


@dataclass(frozen=True, slots=True)
class EarlierText:
    """Earlier wording of a paragraph or section that is no task; ``until`` is its last day."""

    text: str
    until: date
    line: int


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered chapter. ``number`` has no final dot ("2.2"); ``text`` is plain, a blank line between paragraphs."""

    number: str
    title: str
    line: int
    text: str = ""
    earlier: tuple[EarlierText, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry under Bezug: the id it cites and the words as printed, if the file gives them."""

    id: str
    line: int
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What a directive does to another (rules 3 to 7). ``effective`` is the first day of the new state, if stated.

    ``parts`` are section numbers ("2.1"), tasks ("#id") or header fields ("valid_until"); empty means the whole.
    """

    kind: str
    target: str
    line: int
    parts: tuple[str, ...] = ()
    effective: date | None = None
    valid_until: date | None = None
    open_ended: bool = False
    words: str | None = None
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class HeaderVersion:
    """The header fields that amendments can change (rule 7); ``until`` is the last day, None for the current header.

    ``scope`` holds one value per area in the order of :data:`geltung.model.terms.AREAS`; None is unknown.
    ``valid_until`` None means no end; the words for it are in :attr:`Directive.valid_until_words`.
    """

    title: str
    valid_from: date | None
    valid_until: date | None
    scope: tuple[str | None, str | None, str | None]
    until: date | None = None
    line: int = 1


@dataclass(frozen=True, slots=True)
class SourceNote:
    """A place where the transcription is doubtful ("uncertain") or keeps a slip of the original ("slip")."""

    kind: str
    text: str
    reason: str
    line: int


@dataclass(frozen=True, slots=True)
class Origin:
    """The original that a file transcribes: path relative to the collection, SHA-256 in hex, and notes."""

    file: str
    sha256: str
    line: int


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex (Anlage): its title and the file, relative to the collection, if there is one."""

    title: str
    file: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Directive:
    """A Weisung or other act as one Markdown file states it.

    ``headers`` runs from the oldest header version to the current one, which is last. ``file`` is relative to the
    collection, with forward slashes. ``field_lines`` maps front matter keys to their lines. A ``draft`` is checked but
    takes no part in answers: it is as if it had not been issued yet.
    """

    id: str
    kind: str
    issued: date | None
    headers: tuple[HeaderVersion, ...]
    file: str
    valid_until_words: str | None = None
    file_references: str | None = None
    references: tuple[Reference, ...] = ()
    changes: tuple[Change, ...] = ()
    abstract: str = ""
    sections: tuple[Section, ...] = ()
    tasks: tuple[Task, ...] = ()
    annexes: tuple[Annex, ...] = ()
    origin: Origin | None = None
    notes: tuple[SourceNote, ...] = ()
    field_lines: tuple[tuple[str, int], ...] = field(default=())
    draft: bool = False

    @property
    def header(self) -> HeaderVersion:
        """The header as it reads today."""
        return self.headers[-1]

    @property
    def title(self) -> str:
        """Title without "Weisung N vom D –"."""
        return self.headers[-1].title

    def task(self, id_: str) -> Task:
        """The task with an id; there must be one."""
        return next(item for item in self.tasks if item.id == id_)

    def line_of(self, name: str) -> int:
        """Line of a front matter field, or 1 when it is missing."""
        return dict(self.field_lines).get(name, 1)


@dataclass(frozen=True, slots=True)
class ReferenceRecord:
    """A directive known only because another cites it (rule 12): nothing but id, issue date and title."""

    id: str
    kind: str
    issued: date | None
    title: str
    file: str


Record = Directive | ReferenceRecord
