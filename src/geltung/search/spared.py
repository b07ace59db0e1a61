"""Importing Whoosh without what takes a third of the time and is never used: asyncio, HTTP and TLS.

Whoosh names ``urllib.request.urlretrieve`` for nobody, and takes ``cached_property`` from a package of that name, which
imports asyncio for properties that are coroutines. Whoosh has none.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType


@contextmanager
def standing_in(name: str, **contents: object) -> Iterator[None]:
    """Meanwhile a module of these contents is imported for the real one, unless that has been imported before."""
    if name in sys.modules:
        yield
        return
    stand_in = ModuleType(name)
    stand_in.__dict__.update(contents)
    sys.modules[name] = stand_in
    try:
        yield
    finally:
        del sys.modules[name]  # who asks for it next gets the real one
