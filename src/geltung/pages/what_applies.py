"""The page "Was gilt?": a form, an answer that the reader's browser puts together, and the data for it."""

from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from typing import Final

from geltung.exports.addresses import WHAT_APPLIES, source
from geltung.exports.generated import GeneratedFile
from geltung.exports.question_files import CORE, FOLDER, horizon_of, question_files
from geltung.model.dates import german
from geltung.model.terms import AREAS
from geltung.pages import escape
from geltung.questions.collection import Collection

ASSETS: Final = "assets/was-gilt"
SCRIPTS: Final = ("data", "days", "names", "answer", "combobox", "view", "page")
"""Loaded in this order."""
STYLE: Final = "was-gilt.css"


def pages(collection: Collection, today: date) -> Iterator[GeneratedFile]:
    """The page with its scripts and its data."""
    stamp, data = question_files(collection, today)
    yield GeneratedFile(source(WHAT_APPLIES), _markdown(stamp, today))
    for name in (*(f"{name}.js" for name in SCRIPTS), STYLE):
        yield GeneratedFile(f"{ASSETS}/{name}", (files("geltung.pages") / "scripts" / name).read_text(encoding="utf-8"))
    yield from data


def _markdown(stamp: str, today: date) -> str:
    return f"---\ntitle: Was gilt?\nhide:\n  - navigation\n  - toc\n---\n\n# Was gilt?\n\n{body(stamp, today)}\n"


def body(stamp: str, today: date) -> str:
    """The page's content as one block of HTML (no blank line in it)."""
    areas = "".join(f'<option value="{escape.text(area)}">{escape.text(area)}</option>' for area in AREAS)
    first = f'<script src="{ASSETS}/data.js" data-folder="{FOLDER}" data-stamp="{stamp}" defer></script>'
    core = f'<script src="{FOLDER}/{CORE}.js?v={stamp}" defer></script>'
    rest = "\n".join(f'<script src="{ASSETS}/{name}.js" defer></script>' for name in SCRIPTS[1:])
    form = _FORM.format(areas=areas, last=horizon_of(today).isoformat())
    stand = f"Stand der Daten: {german(today)}. Maßgeblich ist der Originaltext."
    return "\n".join(
        (
            '<div class="was-gilt">',
            f'<link rel="stylesheet" href="{ASSETS}/{STYLE}">',
            _NO_SCRIPT,
            form,
            f'<p class="was-gilt-stand">{stand}</p>',
            "</div>",
            first,
            core,
            rest,
        )
    )


_NO_SCRIPT: Final = (
    "<noscript><p>Diese Seite braucht JavaScript. Ohne JavaScript führen die "
    '<a href="a-z/index.html">Liste von A bis Z</a> und die <a href="einheiten/index.html">Seiten der Einheiten</a> '
    "zu allem, was gilt.</p></noscript>"
)
_FORM: Final = """<form class="was-gilt-form" hidden novalidate>
<div class="was-gilt-field">
<label for="was-gilt-day">Tag</label>
<div class="was-gilt-row">
<input type="date" id="was-gilt-day" name="datum" max="{last}" required aria-describedby="was-gilt-day-error">
<button type="button" id="was-gilt-today">Heute</button>
</div>
<p class="was-gilt-error" id="was-gilt-day-error"></p>
</div>
<div class="was-gilt-field was-gilt-wide">
<label for="was-gilt-unit">Organisationseinheit</label>
<div class="was-gilt-combobox">
<input type="text" id="was-gilt-unit" name="einheit" role="combobox" autocomplete="off" spellcheck="false" \
aria-autocomplete="list" aria-expanded="false" aria-controls="was-gilt-units" \
aria-describedby="was-gilt-unit-hint was-gilt-unit-error">
<button type="button" id="was-gilt-open" tabindex="-1" aria-label="Alle Einheiten zeigen" aria-expanded="false" \
aria-controls="was-gilt-units">▾</button>
<ul id="was-gilt-units" role="listbox" aria-label="Organisationseinheiten" hidden></ul>
</div>
<p class="was-gilt-hint" id="was-gilt-unit-hint">Name, Abkürzung oder Kennung; leer: was überhaupt gilt</p>
<p class="was-gilt-error" id="was-gilt-unit-error"></p>
</div>
<div class="was-gilt-field">
<label for="was-gilt-area">Rechtskreis</label>
<select id="was-gilt-area" name="rechtskreis" aria-describedby="was-gilt-area-error"><option value="">alle</option>\
{areas}</select>
<p class="was-gilt-error" id="was-gilt-area-error"></p>
</div>
<div class="was-gilt-field was-gilt-check">
<input type="checkbox" id="was-gilt-parts" name="teile" value="1">
<label for="was-gilt-parts">auch Teileinheiten und Mitglieder</label>
</div>
<div class="was-gilt-field was-gilt-send">
<button type="submit" class="md-button md-button--primary">Was gilt?</button>
</div>
<p class="was-gilt-error was-gilt-all" id="was-gilt-question-error"></p>
</form>
<p class="was-gilt-status" role="status"></p>
<div class="was-gilt-answer"></div>"""
