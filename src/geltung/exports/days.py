"""Days as whole numbers, for data that a script reads: days since 1970-01-01, as every program counts them."""

from datetime import date
from functools import lru_cache
from typing import Final

_EPOCH: Final = date(1970, 1, 1).toordinal()


@lru_cache(maxsize=65_536)
def number_of(day: str) -> int:
    """The number of an ISO day: "1970-01-02" → 1, the open end "9999-12-31" → 2932896."""
    return date.fromisoformat(day).toordinal() - _EPOCH


def optional_number(day: str | None) -> int | None:
    """The same for a day that may be missing."""
    return None if day is None else number_of(day)
