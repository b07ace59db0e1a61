"""The glossary: what an abbreviation or term means, as far as the sources say."""

from typing import Any

from geltung.corpus.names import keys
from geltung.model.glossary import GlossaryEntry
from geltung.questions.collection import Collection, surviving_damage
from geltung.questions.errors import UnknownRecord
from geltung.store.records import load_glossary


@surviving_damage
def glossary(collection: Collection, term: str | None = None) -> list[GlossaryEntry]:
    """All entries in the order of the alphabet, or those that go by a word: as term, long form or synonym.

    Raises UnknownRecord, naming the nearest, if no entry goes by the word.
    """
    entries = sorted(load_glossary(collection.connection), key=lambda entry: entry.term.casefold())
    if term is None:
        return entries
    if not entries:
        raise UnknownRecord("Die Sammlung hat kein lesbares Glossar „glossary.yml“.")
    wanted = set(keys(term))
    found = [entry for entry in entries if not wanted.isdisjoint(_keys(entry))]
    if not found:
        raise UnknownRecord(f"Das Glossar kennt „{term}“ nicht.{_nearest(term, entries)}")
    return found


def _keys(entry: GlossaryEntry) -> set[str]:
    return {key for name in (entry.term, entry.long or "", *entry.synonyms) for key in keys(name)} - {"", "="}


def _nearest(term: str, entries: list[GlossaryEntry]) -> str:
    import difflib

    names = {name.casefold(): name for entry in entries for name in (entry.term, entry.long or entry.term)}
    near = difflib.get_close_matches(term.casefold(), names, n=3, cutoff=0.6)
    return (
        f" Ähnlich: {', '.join(names[name] for name in near)}" if near else " „geltung glossary“ zeigt alle Einträge."
    )


def entry_json(entry: GlossaryEntry) -> dict[str, Any]:
    """An entry as a JSON object."""
    return {
        "term": entry.term,
        "long": entry.long,
        "synonyms": list(entry.synonyms),
        "explanation": entry.explanation,
        "unknown": entry.unknown,
    }
