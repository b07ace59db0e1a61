"""The one place where text becomes HTML. Whatever comes from the collection is hostile until it went through here."""

import html
import json
import re
import textwrap
from functools import lru_cache
from typing import Final
from urllib.parse import quote, urlsplit

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
"""Characters that no HTML page may contain."""
_MARKDOWN: Final = str.maketrans({char: f"&#{ord(char)};" for char in "&<>\"'\\`*_{}[]()#+-.!|~=:^$@\n\r\t/%"})
_TAG = re.compile(r"<[^>]*>")
_SCHEMES: Final = frozenset(("http", "https", "mailto", "tel"))


def clean(text: str) -> str:
    """Text without characters that no page may contain."""
    return _FORBIDDEN.sub("\ufffd", text)


@lru_cache(maxsize=65_536)
def text(value: str) -> str:
    """Plain text for the content of an element or a quoted attribute value (titles and names recur on many pages)."""
    return html.escape(clean(value), quote=True)


def heading(value: str) -> str:
    """Plain text for a line of Markdown, such as a heading: nothing in it is syntax any more."""
    return " ".join(clean(value).split()).translate(_MARKDOWN)


def front_matter(value: str) -> str:
    """Plain text as a YAML value (JSON strings are YAML). Themes print it as it is, so it is escaped like any text."""
    return json.dumps(text(" ".join(value.split())), ensure_ascii=True)


def address(url: str) -> str | None:
    """An address from the collection as an attribute value; None if a link to it could do more than lead somewhere."""
    cleaned = "".join(clean(url).split())
    try:
        scheme = urlsplit(cleaned).scheme.lower()
    except ValueError:
        return None
    return text(cleaned) if scheme in _SCHEMES else None


def excerpt(value: str, longest: int) -> str:
    """The beginning of a plain text, cut after a word; still to be escaped."""
    return textwrap.shorten(value, longest, placeholder=" …") or value[:longest]


def query(value: str) -> str:
    """Plain text as a value in an address."""
    return quote(clean(value), safe="")


def data(value: object) -> str:
    """JSON for the content of a ``<script type="application/json">``: nothing in it can end the element."""
    encoded = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return clean(encoded).replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def plain(markup: str) -> str:
    """The words of HTML that this package made."""
    return html.unescape(_TAG.sub("", markup))
