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
SELECT task_span.state, task_span.due_on, wording.task, wording.directive, wording.text, wording.section,
       wording.addressees, {via}, wording.starts_on, wording.recurrence, span.because, {because}, wording.because,
       wording.path, wording.line"""

_TASK_JOINS: Final = """
  JOIN wording ON wording.id = task_span.wording
  JOIN directive_span AS span ON span.id = task_span.span
 WHERE task_span.last >= :day AND task_span.first <= :day"""

TASKS_OF_UNIT: Final = (
    _TASK_COLUMNS.format(via="reach.via", because="reach.because")
    + """
  FROM reach CROSS JOIN task_span ON task_span.audience = reach.audience"""
    + _TASK_JOINS
    + _REACHED.format(row="task_span")
)

TASKS: Final = _TASK_COLUMNS.format(via="'[]'", because="''") + "\n  FROM task_span" + _TASK_JOINS

AREA_FILTER: Final = "\n  AND (span.{column} IS NULL OR span.{column} != 'nicht betroffen')"
AREA_COLUMNS: Final = ("sgb2", "sgb3", "famka")

_DIRECTIVE_COLUMNS: Final = """
SELECT DISTINCT span.phase, span.directive, directive.title, span.in_force_from, span.in_force_until, span.ended_by,
       span.sgb2, span.sgb3, span.famka, span.marks, span.because"""

DIRECTIVES_OF_UNIT: Final = (
    _DIRECTIVE_COLUMNS
    + """
  FROM reach CROSS JOIN application ON application.audience = reach.audience
  JOIN directive_span AS span ON span.id = application.span
  JOIN directive ON directive.id = span.directive
 WHERE application.last >= :day AND application.first <= :day"""
    + _REACHED.format(row="application")
)

DIRECTIVES: Final = (
    _DIRECTIVE_COLUMNS
    + """
  FROM directive_span AS span JOIN directive ON directive.id = span.directive
 WHERE span.phase IN ('in force', 'upcoming') AND span.last >= :day AND span.first <= :day"""
)

OPEN_RULES: Final = """
SELECT wording.task, wording.recurrence, wording.begins_on
  FROM task_span JOIN wording ON wording.id = task_span.wording
 WHERE task_span.open_rule AND task_span.last >= :day AND task_span.first <= :day"""

NOT_ASSESSED: Final = """
SELECT directive.id, directive.title, citation.directive
  FROM directive JOIN citation ON citation.target = directive.id
 WHERE directive.is_reference AND (directive.issued IS NULL OR directive.issued <= :day)
   AND NOT EXISTS (SELECT 1 FROM repeal WHERE repeal.target = directive.id
                     AND repeal.part = '' AND repeal.day <= :day)
 ORDER BY directive.id, citation.directive"""

REPORTS: Final = """
SELECT DISTINCT code, message, directives, scope FROM report
 WHERE last >= :day AND first <= :day ORDER BY code, message"""

EVER_REACHED: Final = """
SELECT 1 FROM application JOIN reach ON reach.audience = application.audience
 WHERE application.directive = :directive AND reach.unit = :unit AND reach.on_request <= :parts LIMIT 1"""

EVER_REACHING: Final = """
SELECT DISTINCT task_span.directive, wording.task
  FROM reach CROSS JOIN task_span ON task_span.audience = reach.audience
  JOIN wording ON wording.id = task_span.wording
 WHERE reach.unit = :unit AND reach.on_request <= :parts"""
