"""One page of each type; the tests of the whole site go through all of them."""

PAGE_TYPES = (
    "index.html",
    "weisungen/202505010.html",
    "weisungen/202404002.html",
    "einheiten/EZ.html",
    "handbuch/format.html",
    "404.html",
)
