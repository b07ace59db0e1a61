"""The one definition of what may stand in the front matter and in the units file.

The parser checks files by it (:mod:`geltung.parse.shapes`) and :mod:`geltung.schemas` turns it into JSON Schemas, so
that an editor's completion and ``geltung check`` never disagree. Descriptions are what an editor sees while typing.
"""

from dataclasses import dataclass
from typing import Final

from geltung.model.terms import AREAS, CHANGE_KINDS, FORCES, OPEN_ENDED


@dataclass(frozen=True, slots=True)
class Text:
    """A text on one line. ``form`` says in German what ``pattern`` demands.

    ``numeric`` texts may be written without quotes although YAML would take them for a number.
    """

    pattern: str | None = None
    form: str = ""
    numeric: bool = False
    longest: int = 2000


@dataclass(frozen=True, slots=True)
class Day:
    """An ISO date, or one of these words."""

    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a closed list of values."""

    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Flag:
    """``true`` or ``false``."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of values of one shape."""

    item: "Shape"


@dataclass(frozen=True, slots=True)
class Field:
    """A named field of a record."""

    name: str
    shape: "Shape"
    description: str
    required: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Record:
    """Named fields; others are not allowed. Records are compared by identity, which keeps look-ups by them cheap."""

    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Keyed:
    """Values of one shape under free names that follow ``key``."""

    key: Text
    value: "Shape"


@dataclass(frozen=True, slots=True)
class Either:
    """One of several shapes, of which at most one is a single value, one a list and one a record."""

    options: "tuple[Shape, ...]"


Shape = Text | Day | Choice | Flag | Listing | Record | Keyed | Either

_ID: Final = Text(
    r"^(?:[0-9]{4}(?:0[1-9]|1[0-2])[0-9]{3}|(?![0-9]+$)[^\s#](?:[^#]*[^\s#])?)$",
    "neun Ziffern JJJJMMNNN oder, bei anderen Erlassen, ihre eigene Kennung ohne „#“",
    numeric=True,
    longest=100,
)
_PATH: Final = Text(
    r"^(?![/~])(?!(?:.*/)?\.\.(?:/|$))[^\\:]+$",
    "ein Pfad vom Ordner der Sammlung aus, mit „/“ und ohne „..“, wie „sources/202505010.pdf“",
    longest=300,
)
_SHA256: Final = Text(r"^[0-9a-fA-F]{64}$", "die SHA-256-Prüfsumme der Datei: 64 Ziffern und Buchstaben a bis f")
_PART: Final = Text(
    r"^(?:[0-9]{1,3}(?:\.[0-9]{1,3})*|#[a-z0-9-]+|title|valid_from|valid_until|scope)$",
    "eine Abschnittsnummer ohne Schlusspunkt („2.1“), die Kennung eines Auftrags („#meldung“) oder eines der "
    "Kopffelder title, valid_from, valid_until, scope",
    numeric=True,
)
_ENDING: Final = Day(OPEN_ENDED)
_ENDING_SAID: Final = "Der letzte Tag (JJJJ-MM-TT) oder die Worte „unbegrenzt“, „bis auf Weiteres“, „fortlaufend“."
_SCOPE: Final = Record(
    tuple(Field(area, Choice(FORCES), f"Was die Weisung für {area} ist. Fehlt die Zeile: unbekannt.") for area in AREAS)
)
HEADER_FIELDS: Final = ("id", "kind", "title", "issued", "file_references", "valid_from", "valid_until", "scope")

_FIELD_ID: Final = Field("id", _ID, "Nummer der Weisung (JJJJMMNNN); andere Erlasse: ihre eigene Kennung.", True)
_FIELD_KIND: Final = Field("kind", Text(longest=100), "Art des Erlasses. Fehlt die Zeile: Weisung.")
_FIELD_TITLE: Final = Field("title", Text(), "Titel ohne „Weisung … vom … –“.", True)
_FIELD_ISSUED: Final = Field("issued", Day(), "Tag des Erlasses („vom“), JJJJ-MM-TT.", True)

_REFERENCE: Final = Record(
    (
        Field("id", _ID, "Nummer der Weisung, auf die sich diese bezieht.", True),
        Field("text", Text(), "Der Bezug, wie er im Original gedruckt ist."),
    )
)
CHANGE: Final = Record(
    (
        Field(
            "kind",
            Choice(CHANGE_KINDS),
            "repeal: Aufhebung im Ganzen; partial repeal: Aufhebung von Teilen; extension: Verlängerung; amendment: "
            "Änderung; correction: Berichtigung.",
            True,
        ),
        Field("target", _ID, "Nummer der Weisung, die aufgehoben, verlängert oder geändert wird.", True),
        Field(
            "parts",
            Listing(_PART),
            "Die betroffenen Teile: Abschnitte („2.1“), Aufträge („#meldung“) oder Kopffelder (title, valid_from, "
            "valid_until, scope). Leer: die ganze Weisung.",
        ),
        Field("effective", Day(), "Erster Tag des neuen Zustands, JJJJ-MM-TT. Fehlt er: valid_from dieser Weisung."),
        Field("valid_until", _ENDING, f"Nur bei extension: das neue Gültig bis. {_ENDING_SAID}"),
        Field("words", Text(), "Der Satz der Weisung, aus dem die Änderung folgt, im Wortlaut."),
        Field("confirmed", Flag(), "true: Ein „zum …“ oder „am …“ im Wortlaut wurde geprüft, effective stimmt."),
    )
)
_EARLIER: Final = Record(
    (
        Field("until", Day(), "Letzter Tag, an dem die folgenden Angaben galten, JJJJ-MM-TT.", True),
        Field("title", Text(), "Der Titel bis zu diesem Tag."),
        Field("valid_from", Day(), "Gültig ab bis zu diesem Tag."),
        Field("valid_until", _ENDING, f"Gültig bis, wie es bis zu diesem Tag hieß. {_ENDING_SAID}"),
        Field("scope", _SCOPE, "Die Rechtskreise, deren Angabe sich geändert hat, mit ihrem früheren Wert."),
    )
)
_ANNEX: Final = Record(
    (
        Field("title", Text(), "Titel der Anlage.", True),
        Field("file", _PATH, "Datei der Anlage, vom Ordner der Sammlung aus."),
    )
)
_UNCERTAIN: Final = Record(
    (
        Field("field", Choice(HEADER_FIELDS), "Das Kopffeld, dessen Lesart unsicher ist.", True),
        Field("reason", Text(), "Warum sie unsicher ist.", True),
    )
)
_SLIP: Final = Record(
    (
        Field("text", Text(), "Die Stelle, wörtlich wie im Text.", True),
        Field("reason", Text(), "Worin das Versehen besteht."),
    )
)
_SOURCE: Final = Record(
    (
        Field("file", _PATH, "Die Originaldatei, vom Ordner der Sammlung aus, wie „sources/202505010.pdf“.", True),
        Field("sha256", _SHA256, "SHA-256-Prüfsumme der Originaldatei.", True),
        Field("uncertain", Listing(_UNCERTAIN), "Kopffelder, die im Original nicht sicher zu lesen sind."),
        Field("slips", Listing(_SLIP), "Versehen des Originals, die unverändert übernommen wurden."),
    )
)

DIRECTIVE: Final = Record(
    (
        Field("draft", Flag(), "true: Entwurf. Er wird geprüft, zählt aber in keiner Antwort."),
        _FIELD_ID,
        _FIELD_KIND,
        _FIELD_TITLE,
        _FIELD_ISSUED,
        Field("file_references", Text(), "Geschäftszeichen, wie gedruckt."),
        Field("valid_from", Day(), "Gültig ab: erster Tag, JJJJ-MM-TT.", True),
        Field("valid_until", _ENDING, f"Gültig bis. {_ENDING_SAID}", True),
        Field("scope", _SCOPE, "Was die Weisung für jeden Rechtskreis ist. Eine fehlende Zeile heißt: unbekannt."),
        Field("references", Listing(Either((_ID, _REFERENCE))), "Bezug: die Nummern, auf Wunsch mit dem Wortlaut."),
        Field("changes", Listing(CHANGE), "Was diese Weisung an anderen aufhebt, verlängert, ändert oder berichtigt."),
        Field("earlier", Listing(_EARLIER), "Frühere Kopfangaben, die eine andere Weisung geändert hat."),
        Field("annexes", Listing(_ANNEX), "Anlagen."),
        Field("source", _SOURCE, "Das Original, dem diese Abschrift folgt."),
    )
)
REFERENCE_RECORD: Final = Record(
    (
        Field("record", Choice(("reference",)), "reference: nur durch einen Bezug bekannt, ohne Text.", True),
        _FIELD_ID,
        _FIELD_KIND,
        _FIELD_TITLE,
        _FIELD_ISSUED,
    )
)

_UNIT_ID: Final = Text(
    r"^[A-Za-z0-9][A-Za-z0-9-]*$",
    "eine Kennung aus Buchstaben ohne Umlaute, Ziffern und Bindestrichen, wie „AA-Halle“,",
    longest=60,
)
_DATED: Final = Record(
    (
        Field("unit", _UNIT_ID, "Kennung der anderen Einheit.", True),
        Field("from", Day(), "Erster Tag der Beziehung, JJJJ-MM-TT."),
        Field("until", Day(), "Letzter Tag der Beziehung, JJJJ-MM-TT."),
    )
)
_RELATION: Final = Either((_UNIT_ID, _DATED, Listing(Either((_UNIT_ID, _DATED)))))
_DATED_SAID: Final = "Kennung, Liste von Kennungen oder Einträge mit unit, from und until."
UNIT: Final = Record(
    (
        Field("name", Text(longest=200), "Voller Name in der Einzahl.", True),
        Field("abbreviations", Listing(Text(numeric=True, longest=60)), "Abkürzungen, wie [AA, AfA]."),
        Field(
            "variants",
            Listing(Text(longest=200)),
            "Weitere Namen. Mehrzahl, Genitiv und Umlautschreibweise werden von selbst erkannt.",
        ),
        Field("instance_of", _RELATION, f"Die Klasse, zu der die Einheit gehört; deren Aufträge gelten. {_DATED_SAID}"),
        Field("part_of", _RELATION, f"Das Ganze, dessen Teil die Einheit ist; dessen Aufträge gelten. {_DATED_SAID}"),
        Field("reports_to", _RELATION, f"Wem die Einheit untersteht; vererbt keine Aufträge. {_DATED_SAID}"),
        Field("areas", Listing(Choice(AREAS)), "Rechtskreise der Einheit. Fehlen sie: die der Klasse oder des Ganzen."),
        Field("from", Day(), "Erster Tag, an dem es die Einheit gibt, JJJJ-MM-TT."),
        Field("until", Day(), "Letzter Tag, an dem es die Einheit gibt, JJJJ-MM-TT."),
        Field("note", Text(), "Bemerkung."),
    )
)
UNITS_FILE: Final = Record(
    (
        Field("units", Keyed(_UNIT_ID, UNIT), "Die Einheiten, jede unter ihrer Kennung.", True),
        Field(
            "members",
            Keyed(_UNIT_ID, Keyed(_UNIT_ID, UNIT)),
            "Mitglieder einer Klasse: unter der Kennung der Klasse jede Einheit unter ihrer eigenen.",
        ),
    )
)

GLOSSARY_ENTRY: Final = Record(
    (
        Field("long", Text(longest=200), "Ausgeschriebene Form. Leer, wenn die Quellen sie nicht nennen."),
        Field("synonyms", Listing(Text(numeric=True, longest=100)), "Was für dieselbe Sache auch getippt wird."),
        Field("explanation", Text(), "Kurz, was es ist."),
        Field("unknown", Flag(), "true: Die Quellen erklären das Wort nicht; geraten wird nichts."),
    )
)
GLOSSARY_FILE: Final = Keyed(Text(numeric=True, longest=100), GLOSSARY_ENTRY)
