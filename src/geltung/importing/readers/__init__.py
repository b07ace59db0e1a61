"""Reads foreign files: text, PDF, scans and images, Word, HTML."""

from geltung.importing.readers.reading import read

__all__ = ["read"]
