"""Repairs what an optical recognition did to German words: proposals word by word, doubts for everything else.

propose(lines, vocabulary) -> tuple[Repair, ...]   from `APPLIED` on they are sure enough to be applied
doubts(lines) -> tuple[Doubt, ...]                 numbers, dates, identifiers, legal references: a person decides
law_signs(lines) -> tuple[Doubt, ...]              the same for signs such as "$" for "§", without the books of law
"""

from geltung.importing.repair.doubts import Doubt, doubts
from geltung.importing.repair.law_signs import law_signs
from geltung.importing.repair.propose import APPLIED, MENTIONED, Repair, propose

__all__ = ["APPLIED", "MENTIONED", "Doubt", "Repair", "doubts", "law_signs", "propose"]
