"""One page of each type; the tests of the whole site go through all of them."""

PAGE_TYPES = (
    "index.html",
    "weisungen/202505010.html",
    "weisungen/202404002.html",
    "einheiten/EZ.html",
    "uebersichten/index.html",
    "uebersichten/jahr-2025.html",
    "uebersichten/rechtskreis-sgb-iii.html",
    "uebersichten/stand-in-kraft.html",
    "fristen/index.html",
    "fristen/2025-07.html",
    "netz/index.html",
    "nur-zitiert.html",
    "einheiten/index.html",
    "glossar.html",
    "a-z/index.html",
    "barrierefreiheit.html",
    "leichte-sprache.html",
    "handbuch/format.html",
    "handbuch/suche.html",
    "404.html",
)
