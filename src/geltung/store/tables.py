"""The tables as SQLModel classes: the definition of the store, for engineers and for creating it.

Questions do not import this module (SQLModel takes ten times as long to import as a question takes to answer); they use
the plain statements in statements.py, and a test holds both to the same tables and columns. Days are ISO texts, an open
end is 9999-12-31 and never NULL.
"""

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel


class FileRow(SQLModel, table=True):
    """A file of the collection as it was last read: what it was (stat, digest), what it says, what is wrong with it."""

    __tablename__ = "file"
    path: str = Field(primary_key=True)
    stat: str
    digest: str
    record_id: str | None = Field(default=None, index=True)
    kind: str
    record: str | None = None
    diagnostics: str


class UnitRow(SQLModel, table=True):
    """A unit: what an answer needs of it (``areas``: its own or inherited, as JSON), and the whole record."""

    __tablename__ = "unit"
    id: str = Field(primary_key=True)
    position: int
    name: str
    areas: str
    record: str


class UnitKeyRow(SQLModel, table=True):
    """A key under which a unit is found (see corpus/names.py)."""

    __tablename__ = "unit_key"
    __table_args__ = (Index("unit_key_by_key", "key", "unit"),)
    id: int | None = Field(default=None, primary_key=True)
    key: str
    unit: str


class DirectiveRow(SQLModel, table=True):
    """A directive or reference record: what lists show of it."""

    __tablename__ = "directive"
    __table_args__ = (Index("directive_by_kind", "is_reference", "id"),)
    id: str = Field(primary_key=True)
    path: str
    is_reference: bool
    title: str
    issued: str | None = None
    line: int
    is_draft: bool


class EdgeRow(SQLModel, table=True):
    """A change edge: ``author`` changes ``target``. What hangs together by edges is computed together."""

    __tablename__ = "edge"
    __table_args__ = (Index("edge_by_author", "author"), Index("edge_by_target", "target"))
    id: int | None = Field(default=None, primary_key=True)
    author: str
    target: str


class CitationRow(SQLModel, table=True):
    """``directive`` cites ``target`` under Bezug."""

    __tablename__ = "citation"
    __table_args__ = (Index("citation_by_directive", "directive"), Index("citation_by_target", "target", "directive"))
    id: int | None = Field(default=None, primary_key=True)
    directive: str
    target: str


class RepealRow(SQLModel, table=True):
    """A repeal that took effect on ``target``, which may be a reference record, or on a ``part`` of it (else empty)."""

    __tablename__ = "repeal"
    __table_args__ = (Index("repeal_by_target", "target", "day"), Index("repeal_by_author", "author"))
    id: int | None = Field(default=None, primary_key=True)
    target: str
    day: str
    author: str
    part: str


class SpanRow(SQLModel, table=True):
    """How a directive stands from ``first`` to ``last``; the interval in force that these days lie in or lead to.

    ``shown`` is what an answer shows of it: a JSON array of title, in_force_from, in_force_until, ended_by, scope,
    marks and because.
    """

    __tablename__ = "directive_span"
    __table_args__ = (
        Index("span_by_directive", "directive", "first"),
        Index("span_by_phase", "phase", "last", "first"),
    )
    id: int | None = Field(default=None, primary_key=True)
    directive: str
    first: str
    last: str
    phase: str
    in_force_from: str | None = None
    in_force_until: str | None = None
    ended_by: str | None = None
    sgb2: str | None = None
    sgb3: str | None = None
    famka: str | None = None
    header: int
    shown: str


class WordingRow(SQLModel, table=True):
    """One wording of a task.

    ``shown`` is what an answer shows of it: a JSON array of text, section, addressees, starts_on, recurrence, because,
    path and line. One column, because an answer reads it for thousands of tasks and people look at few of them.
    """

    __tablename__ = "wording"
    __table_args__ = (Index("wording_by_directive", "directive"),)
    id: int | None = Field(default=None, primary_key=True)
    task: str
    directive: str
    recurrence: str | None = None
    begins_on: str | None = None
    line: int
    shown: str


class TaskSpanRow(SQLModel, table=True):
    """A task in one state from ``first`` to ``last``.

    ``place`` is what an answer is sorted by: the state's position in terms.STATES (one digit), the deadline (ten
    characters, 9999-12-31 where there is none) and the task's id. ``reach_on`` is the day whose unit relations count,
    NULL for each day's own.
    """

    __tablename__ = "task_span"
    __table_args__ = (
        Index(
            "task_span_by_audience",
            *("audience", "last", "first", "reach_on", "place", "wording", "span"),
        ),
        Index("task_span_by_day", *("last", "first", "reach_on", "place", "wording", "span")),
        Index("task_span_with_open_rule", "last", "first", "wording", sqlite_where=text("open_rule")),
        Index("task_span_by_directive", "directive"),
    )
    id: int | None = Field(default=None, primary_key=True)
    directive: str
    audience: int
    first: str
    last: str
    reach_on: str | None = None
    place: str
    open_rule: bool
    wording: int
    span: int


class ApplicationRow(SQLModel, table=True):
    """The directive applies, or is upcoming, for an audience from ``first`` to ``last``."""

    __tablename__ = "application"
    __table_args__ = (
        Index("application_by_audience", "audience", "last", "first", "reach_on", "span"),
        Index("application_by_directive", "directive", "audience"),
    )
    id: int | None = Field(default=None, primary_key=True)
    directive: str
    audience: int
    first: str
    last: str
    reach_on: str | None = None
    span: int


class AudienceRow(SQLModel, table=True):
    """Everyone a wording addresses, as a key; tasks share audiences."""

    __tablename__ = "audience"
    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(index=True, unique=True)


class ReachRow(SQLModel, table=True):
    """An audience reaches a unit from ``first`` to ``last`` along ``via``; ``on_request`` only with --include-parts."""

    __tablename__ = "reach"
    __table_args__ = (Index("reach_by_unit", "unit", "on_request", "last", "first", "audience"),)
    id: int | None = Field(default=None, primary_key=True)
    unit: str
    on_request: bool
    audience: int
    first: str
    last: str
    via: str
    because: str


class ReportRow(SQLModel, table=True):
    """Something that an answer must report on the days from ``first`` to ``last``.

    ``scope`` says for which answers: "always", "directive" (if one of ``directives`` is in the answer), "reach" (if one
    of them ever reaches the unit) or the whole id of a task (if it is in the answer).
    """

    __tablename__ = "report"
    __table_args__ = (Index("report_by_day", "last", "first"), Index("report_by_origin", "origin"))
    id: int | None = Field(default=None, primary_key=True)
    origin: str
    first: str
    last: str
    code: str
    message: str
    directives: str
    scope: str
