"""``python -m geltung``."""

from geltung.cli.app import main

main()
