"""The name of a heading is its words alone: the sign of its permalink must not be read with it.

Python-Markdown puts the link into the heading, and the name of a heading is made of all that is in it. The link stays
where it is and stays in reach of the keyboard.
"""

import re
from typing import Final

_HEADING: Final = re.compile(
    r'<(?P<tag>h[1-6]) id="(?P<id>[^"]*)">(?P<words>(?:(?!</h[1-6]>).)*?)'
    r'(?P<link><a class="headerlink")(?P<rest>[^>]*>&para;</a>)</(?P=tag)>',
    re.DOTALL,
)
_NAMED: Final = (
    r'<\g<tag> id="\g<id>" aria-labelledby="\g<id>--name"><span id="\g<id>--name">\g<words></span>'
    r'\g<link> aria-label="Link auf diesen Abschnitt"\g<rest></\g<tag>>'
)


def named(html: str) -> str:
    """A rendered page whose headings are named by their words."""
    return _HEADING.sub(_NAMED, html)
