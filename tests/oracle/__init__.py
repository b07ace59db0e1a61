"""A brute-force oracle of "applies", and strategies that draw collections and questions for it."""

from tests.oracle.answer import Answer, Oracle, Validity, oracle

__all__ = ["Answer", "Oracle", "Validity", "oracle"]
