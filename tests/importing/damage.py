"""What text recognition does to a clean text, the same for the same seed: umlauts, bullets, dashes, Roman numerals."""

import random
import re

UMLAUTS = {
    "ü": ("u", "ii", "ü", "ü", "i"),
    "ö": ("o", "ö", "é"),
    "ä": ("a", "ä", "a"),
    "ß": ("B", "ß"),
    "Ü": ("U", "Ü"),
    "Ä": ("A", "Ä"),
    "Ö": ("O", "Ö"),
}
BULLETS = ("•", "*", "«", "»", "e", "o", "¢")


def damaged(text: str, seed: int) -> str:
    """A damaged copy. Digits are left alone; whether a digit is wrong nobody can tell."""
    chance = random.Random(seed)
    lines = []
    for line in text.split("\n"):
        if re.match(r"[•*»–o-] ", line):
            line = chance.choice(BULLETS) + line[1:]
        line = re.sub(" – ", lambda _: chance.choice((" — ", " —", " – ")), line)
        line = re.sub(r"SGB (III?)\b", lambda match: f"SGB {numeral(match[1], chance)}", line)
        line = "".join(chance.choice(UMLAUTS[sign]) if sign in UMLAUTS else sign for sign in line)
        lines.append(line)
    return "\n".join(lines)


def numeral(read: str, chance: random.Random) -> str:
    return chance.choice(("Ill", "III", "Il") if read == "III" else ("II", "Il", "||"))


def misread_digit(text: str, seed: int) -> str:
    """A copy in which one digit was read as another."""
    chance = random.Random(seed)
    place = chance.choice([match.start() for match in re.finditer(r"\d", text)])
    other = chance.choice([digit for digit in "0123456789" if digit != text[place]])
    return text[:place] + other + text[place + 1 :]
