"""The command line: it reads options, asks one question, prints and exits. Nothing is decided here."""
