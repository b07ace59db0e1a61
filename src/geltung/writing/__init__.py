"""Helping editors write: a file in its usual layout, safe repairs, new files. Wording is never changed here."""
