"""What can be wrong with a question itself (not with the collection)."""


class QuestionError(Exception):
    """The question cannot be answered: an unknown or ambiguous unit, id or date. The message is German."""


class UnknownUnit(QuestionError):
    """No unit, or more than one, goes by this name."""


class UnknownRecord(QuestionError):
    """No directive, reference record or task has this id."""


class UnknownArea(QuestionError):
    """No legal area goes by this name."""


class InvalidDay(QuestionError):
    """The text names no day."""


class NoCollection(QuestionError):
    """There is no collection at this place."""
