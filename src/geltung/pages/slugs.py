"""Anchors made of words."""

import re

_OTHERS = re.compile(r"[^A-Za-z0-9-]")


def glossary_anchor(term: str) -> str:
    """The anchor of a term on the glossary page; different terms never share one ("Asu" and "ASU" are two entries)."""
    return "wort-" + _OTHERS.sub(lambda found: f"_{ord(found.group()):x}_", term)
