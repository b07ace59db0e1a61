"""Small pieces of SVG for pictures that people read, click and listen to.

No piece carries a style attribute: colours come from classes, so that dark and light pages and a strict
Content-Security-Policy both work. All text is escaped here.
"""

from geltung.pages.escape import text as escape


def picture(ident: str, title: str, description: str, size: tuple[int, int], body: str) -> str:
    """A whole picture of ``size`` (width, height in CSS pixels) in a box that scrolls instead of shrinking the text.

    The picture is a group and no image, because it holds links; title and description are its name and explanation.
    """
    width, height = size
    names = f'aria-labelledby="{ident}-name" aria-describedby="{ident}-description"'
    return (
        f'<div class="g-bild" role="region" tabindex="0" aria-label="{escape(title)}, verschiebbar">'
        f'<svg xmlns="http://www.w3.org/2000/svg" role="group" {names} width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}"><title id="{ident}-name">{escape(title)}</title>'
        f'<desc id="{ident}-description">{escape(description)}</desc>{body}</svg></div>'
    )


def words(x: float, y: float, content: str, kind: str = "") -> str:
    """A line of text whose baseline begins at (x, y); ``kind`` is its class."""
    return f'<text x="{x:g}" y="{y:g}"{_class(kind)}>{escape(content)}</text>'


def link(href: str, name: str, body: str, kind: str = "") -> str:
    """A link around parts of a picture; ``name`` is what a screen reader says and what a pointer shows.

    The title alone is the link's name; a label beside it would make screen readers say the same twice.
    """
    return f'<a href="{escape(href)}"{_class(kind)}><title>{escape(name)}</title>{body}</a>'


def box(x: float, y: float, width: float, height: float, kind: str) -> str:
    """A rectangle."""
    return f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="3"{_class(kind)}/>'


def line(x1: float, y1: float, x2: float, y2: float, kind: str) -> str:
    """A straight line."""
    return f'<line x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}"{_class(kind)}/>'


def path(course: str, kind: str) -> str:
    """A path; ``course`` is its ``d``."""
    return f'<path d="{course}"{_class(kind)}/>'


def shortened(content: str, most: int) -> str:
    """A label of at most so many characters: a long word is cut, too, since a box has no room for it."""
    plain = " ".join(content.split())
    if len(plain) <= most:
        return plain
    cut = plain[: most - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[most // 2 :] else cut).rstrip(" ,;–-") + "…"


def _class(kind: str) -> str:
    return f' class="{kind}"' if kind else ""
