"""A change as the draft states it, with everything that is doubtful about its act, its number and its days."""

from geltung.importing.acts import Act, same_id, serial_id
from geltung.importing.changes.change_days import ChangeFound, Sentence, Situation, effective_day, extended_until
from geltung.importing.changes.change_words import NUMBER_ONCE
from geltung.importing.found import Value
from geltung.importing.review_file import CERTAIN, OPEN
from geltung.model.terms import AMENDMENT, CORRECTION, EXTENSION, GERMAN


def change_of(
    kind: str,
    act: Act,
    parts: tuple[str, ...],
    words: str | None,
    sentence: Sentence,
    situation: Situation,
    doubt: str | None,
) -> ChangeFound:
    """A change to an act with its day; what is doubtful about act, number or day stands in its value."""
    target = same_id(act.id, situation.known) if act.id else serial_id(act.issued or "ohne Datum", ())
    value = Value("change", target, CERTAIN, sentence.lines)
    if act.id is None:
        value = value.doubted(
            f"Die Weisung vom {act.issued} hat keine Nummer; die Kennung ist aus dem Datum gebildet.", OPEN
        )
    if not act.clean:
        value = value.doubted(f"Nummer oder Tag sind beschädigt gelesen; wahrscheinlich {target}.", OPEN)
    elif act.issued and target.isdigit() and target[:6] != act.issued[:7].replace("-", ""):
        value = value.doubted(f"Nummer {target} und Datum {act.issued} passen nicht zusammen.", OPEN)
    elif situation.damaged and target not in situation.known:
        value = value.doubted(NUMBER_ONCE, OPEN)
    if doubt:
        value = value.doubted(f"{GERMAN[kind]}: {doubt}", OPEN)
    effective, value = effective_day(kind, target, words, value, situation)
    until = None
    if kind == EXTENSION:
        until, value = extended_until(sentence.text, words, value)
        if situation.damaged:
            value = value.doubted("Ist das neue Gültig bis richtig aus der Texterkennung gelesen?")
    if kind in (AMENDMENT, CORRECTION) and value.confidence == CERTAIN:
        value = value.doubted(
            f"{GERMAN[kind]}: Welche Teile sind betroffen? Die frühere Fassung gehört in die geänderte Weisung.",
            OPEN,
        )
    return ChangeFound(kind, target, parts, effective, until, words, value, act)
