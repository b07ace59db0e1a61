"""The closed vocabularies: English names in code and data, German words in what people read.

Every list of allowed values in the product comes from here: front matter, JSON, JSON Schemas and the CLI.
"""

from typing import Final

AREAS: Final = ("SGB II", "SGB III", "Familienkasse")
"""Legal areas (Rechtskreise), in the order of the scope lines in a directive's header."""

AREA_NAMES: Final = {
    **dict.fromkeys(("sgbii", "sgb2", "ii", "2"), AREAS[0]),
    **dict.fromkeys(("sgbiii", "sgb3", "iii", "3"), AREAS[1]),
    **dict.fromkeys(("familienkasse", "famka", "fk"), AREAS[2]),
}
"""Name in small letters without white space → the legal area that is meant."""


def area_named(text: str) -> str | None:
    """The legal area that goes by a name such as "SGB III", "sgb3" or "FamKa"."""
    return AREA_NAMES.get("".join(text.casefold().split()))


NOT_CONCERNED: Final = "nicht betroffen"
FORCES: Final = ("Weisung", "Empfehlung", "Information", NOT_CONCERNED)
"""What a directive is for a legal area. A missing line is ``None`` (unknown), never *nicht betroffen*."""

BETWEEN_CELLS: Final = " – "
"""What stands between the cells of a table's row where it is read as one text."""

OPEN_ENDED: Final = ("unbegrenzt", "bis auf Weiteres", "fortlaufend")
"""Words for "no end" in Gültig bis (rule 1)."""

REPEAL: Final = "repeal"
PARTIAL_REPEAL: Final = "partial repeal"
EXTENSION: Final = "extension"
AMENDMENT: Final = "amendment"
CORRECTION: Final = "correction"
CHANGE_KINDS: Final = (REPEAL, PARTIAL_REPEAL, EXTENSION, AMENDMENT, CORRECTION)

ACTIVE: Final = "active"
UPCOMING: Final = "upcoming"
PAST_DUE: Final = "past due"
OUTLASTING: Final = "outlasting"
ENDED: Final = "ended"
STATES: Final = (ACTIVE, UPCOMING, PAST_DUE, OUTLASTING)
"""States of a task that an answer lists, in the order in which it lists them."""

IN_FORCE: Final = "in force"
LAPSED: Final = "lapsed"
REPEALED: Final = "repealed"
NOT_YET: Final = "not yet"
"""How a directive stands before its Gültig ab if it will not be in force then either."""
PHASES: Final = (IN_FORCE, UPCOMING, LAPSED, REPEALED, NOT_YET)
"""How a directive may stand in an interval."""

MARK_ISSUED_LATE: Final = "issued late"
MARK_NO_TASKS: Final = "no tasks"
MARK_SCOPE_UNKNOWN: Final = "scope unknown"
MARK_RECOMMENDATION: Final = "recommendation"
MARK_INFORMATION: Final = "information"
MARK_OVERLAP: Final = "overlap"
MARK_SEVERAL_PERIODS: Final = "several periods"
MARKS: Final = (
    MARK_ISSUED_LATE,
    MARK_NO_TASKS,
    MARK_SCOPE_UNKNOWN,
    MARK_RECOMMENDATION,
    MARK_INFORMATION,
    MARK_OVERLAP,
    MARK_SEVERAL_PERIODS,
)
"""Everything that ``marks`` of a directive in an answer may hold."""

GERMAN: Final[dict[str, str]] = {
    ACTIVE: "gilt",
    UPCOMING: "kommt",
    PAST_DUE: "Frist abgelaufen",
    OUTLASTING: "nachwirkend",
    ENDED: "beendet",
    IN_FORCE: "in Kraft",
    LAPSED: "abgelaufen",
    REPEALED: "aufgehoben",
    NOT_YET: "nicht in Kraft",
    REPEAL: "Aufhebung",
    PARTIAL_REPEAL: "Teilaufhebung",
    EXTENSION: "Verlängerung",
    AMENDMENT: "Änderung",
    CORRECTION: "Berichtigung",
    MARK_ISSUED_LATE: "nachträglich erlassen",
    MARK_NO_TASKS: "ohne Einzelaufträge",
    MARK_SCOPE_UNKNOWN: "Rechtskreis nicht angegeben",
    MARK_RECOMMENDATION: "Empfehlung",
    MARK_INFORMATION: "Information",
    MARK_OVERLAP: "Überschneidung",
    MARK_SEVERAL_PERIODS: "mehrere Geltungszeiträume",
}
"""English term → the German word shown to people."""

ALL_UNITS: Final = "ALL"
"""The pseudo unit "Alle Dienststellen" (rule 17)."""

UMLAUTS_SPELT_OUT: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
"""For ids and file names; the folding of names that are looked up is corpus.names.fold."""

AUTHORITATIVE: Final = "Maßgeblich ist der Originaltext."
"""Said wherever the text of a directive is shown."""

REVIEW_LIST: Final = ".review.yml"
"""How the name of a review list ends; its draft's ends ".md" instead."""
