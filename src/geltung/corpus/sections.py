"""How section numbers hang together."""


def within_section(number: str, above: str) -> bool:
    """Whether section ``number`` is ``above`` or lies in it: 2.1 lies in 2."""
    return number == above or number.startswith(above + ".")
