"""The statements that answer questions, as plain SQL over the stored intervals.

``:day`` is the day asked about, ``:unit`` the unit's id, ``:parts`` 1 with --include-parts. A row of ``reach`` counts
on the day itself, for an upcoming task or directive on its start (``reach_on``). Without a unit the same statements
run without ``reach``.
"""

from typing import Final

_REACHED: Final = """
  AND reach.unit = :unit AND reach.on_request <= :parts
  AND coalesce({row}.reach_on, :day) BETWEEN reach.first AND reach.last"""

_TASK_COLUMNS: Final = """
SELECT task_span.place, task_span.span, {way}, CAST(wording.shown AS BLOB)"""

STATE_OF_PLACE: Final = slice(1)
DUE_OF_PLACE: Final = slice(1, 11)
TASK_OF_PLACE: Final = slice(11, None)
"""What ``task_span.place`` is made of."""

_TASK_JOINS: Final = """
  JOIN wording ON wording.id = task_span.wording
 WHERE task_span.last >= :day AND task_span.first <= :day"""

TASKS_OF_UNIT: Final = (
    _TASK_COLUMNS.format(way="reach.id")
    + """
  FROM reach CROSS JOIN task_span ON task_span.audience = reach.audience"""
    + _TASK_JOINS
    + _REACHED.format(row="task_span")
)
"""What is shown is taken over as bytes: of thousands of tasks few are looked at, and decoding them all takes long."""

TASKS: Final = _TASK_COLUMNS.format(way="NULL") + "\n  FROM task_span" + _TASK_JOINS

TASK_AREA_FILTER: Final = """
  AND EXISTS (SELECT 1 FROM directive_span AS span WHERE span.id = task_span.span
              AND (span.{column} IS NULL OR span.{column} != 'nicht betroffen'))"""
AREA_FILTER: Final = "\n  AND (span.{column} IS NULL OR span.{column} != 'nicht betroffen')"
AREA_COLUMNS: Final = ("sgb2", "sgb3", "famka")

WAYS: Final = """
SELECT id, via, because FROM reach WHERE unit = :unit AND on_request <= :parts"""

STANDING: Final = """
SELECT directive, CAST(shown AS BLOB) FROM directive_span WHERE id = ?"""

_DIRECTIVE_COLUMNS: Final = """
SELECT span.phase, span.directive, span.id, CAST(span.shown AS BLOB)"""

DIRECTIVES_OF_UNIT: Final = (
    _DIRECTIVE_COLUMNS
    + """
  FROM (SELECT DISTINCT application.span AS id
          FROM reach CROSS JOIN application ON application.audience = reach.audience
         WHERE application.last >= :day AND application.first <= :day"""
    + _REACHED.format(row="application")
    + """) AS found JOIN directive_span AS span ON span.id = found.id
 WHERE TRUE"""
)

DIRECTIVES: Final = (
    _DIRECTIVE_COLUMNS
    + """
  FROM directive_span AS span
 WHERE span.phase IN ('in force', 'upcoming') AND span.last >= :day AND span.first <= :day"""
)

OPEN_RULES: Final = """
SELECT task_span.place, wording.recurrence, wording.begins_on
  FROM task_span JOIN wording ON wording.id = task_span.wording
 WHERE task_span.open_rule AND task_span.last >= :day AND task_span.first <= :day"""

NOT_ASSESSED: Final = """
SELECT directive.id, directive.title, citation.directive
  FROM directive JOIN citation ON citation.target = directive.id
 WHERE directive.is_reference = TRUE AND (directive.issued IS NULL OR directive.issued <= :day)
   AND NOT EXISTS (SELECT 1 FROM repeal WHERE repeal.target = directive.id
                     AND repeal.part = '' AND repeal.day <= :day)
 ORDER BY directive.id, citation.directive"""

REPORTS: Final = """
SELECT DISTINCT code, message, directives, scope FROM report
 WHERE last >= :day AND first <= :day ORDER BY code, message"""

EVER_REACHED: Final = """
SELECT 1 FROM application JOIN reach ON reach.audience = application.audience
 WHERE application.directive = :directive AND reach.unit = :unit AND reach.on_request <= :parts LIMIT 1"""

LISTED: Final = """
SELECT substr(task_span.place, 12) FROM task_span WHERE task_span.last >= :day AND task_span.first <= :day"""

WORDINGS_OF_DIRECTIVE: Final = """
SELECT wording.task, task_span.first, wording.shown
  FROM wording JOIN task_span ON task_span.wording = wording.id
 WHERE wording.directive = :directive AND task_span.directive = :directive
 ORDER BY task_span.first"""

EVER_REACHING: Final = """
SELECT DISTINCT task_span.directive, wording.task
  FROM reach CROSS JOIN task_span ON task_span.audience = reach.audience
  JOIN wording ON wording.id = task_span.wording
 WHERE reach.unit = :unit AND reach.on_request <= :parts"""
