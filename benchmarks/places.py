"""The units file of a synthetic collection: the real one's structure with as many local offices as asked for."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import yaml

REAL_UNITS: Final = Path(__file__).parent.parent / "directives" / "units.yml"

CITIES: Final = {
    "RD-N": "Kiel, Lübeck, Flensburg, Heide, Neumünster, Elmshorn, Hamburg, Rostock, Schwerin, Stralsund, Greifswald",
    "RD-NSB": "Hannover, Braunschweig, Göttingen, Hildesheim, Oldenburg, Osnabrück, Emden, Celle, Stade, Lüneburg, "
    "Nordhorn, Vechta, Hameln, Helmstedt, Bremen",
    "RD-NRW": "Köln, Düsseldorf, Dortmund, Bochum, Duisburg, Bielefeld, Münster, Aachen, Bonn, Wuppertal, "
    "Krefeld, Hagen, Hamm, Herford, Paderborn, Siegen, Soest, Wesel, Rheine, Recklinghausen, Gelsenkirchen, Iserlohn, "
    "Detmold, Mönchengladbach, Oberhausen, Solingen, Coesfeld, Brühl, Düren, Ahlen",
    "RD-H": "Frankfurt, Kassel, Darmstadt, Wiesbaden, Gießen, Fulda, Hanau, Marburg, Limburg, Korbach, Bad Homburg",
    "RD-RPS": "Mainz, Trier, Koblenz, Kaiserslautern, Ludwigshafen, Landau, Bad Kreuznach, Mayen, Montabaur, Neuwied, "
    "Pirmasens, Saarbrücken",
    "RD-BW": "Stuttgart, Karlsruhe, Mannheim, Freiburg, Ulm, Heilbronn, Reutlingen, Ravensburg, Rottweil, Offenburg, "
    "Lörrach, Ludwigsburg, Göppingen, Heidelberg, Aalen, Balingen, Rastatt, Konstanz, Nagold",
    "RD-BY": "München, Nürnberg, Augsburg, Regensburg, Würzburg, Bamberg, Bayreuth, Ingolstadt, Landshut, Passau, "
    "Rosenheim, Kempten, Memmingen, Weiden, Schweinfurt, Aschaffenburg, Ansbach, Fürth, Coburg, Deggendorf, "
    "Donauwörth, Freising, Pfarrkirchen, Schwandorf, Traunstein, Weilheim",
    "RD-BB": "Berlin Nord, Berlin Mitte, Berlin Süd, Potsdam, Cottbus, Eberswalde, Neuruppin",
    "RD-SAT": "Erfurt, Halle, Magdeburg, Dessau, Gera, Jena, Suhl, Gotha, Nordhausen, Bernburg, Halberstadt, Stendal, "
    "Sangerhausen, Weißenfels, Altenburg",
    "RD-S": "Leipzig, Dresden, Chemnitz, Zwickau, Plauen, Bautzen, Pirna, Riesa, Freiberg, Oschatz, Annaberg",
}
_ASCII: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", " ": "-"})
_OF_TEN: Final = "AAAAAEGGSR"
"""Of ten local offices five are Agenturen, one an Eingangszone, two Jobcenter, one a Service Center, one a RFK."""


def slug(text: str) -> str:
    """ASCII without blanks: "Berlin Süd" → "Berlin-Sued"."""
    return text.translate(_ASCII)


def units_text(count: int) -> str:
    """A units file with ``count`` units, or with those of the structure alone if that is more."""
    return yaml.safe_dump(_units(count), allow_unicode=True, sort_keys=False, width=200)


def agencies(count: int) -> list[str]:
    """Names of the Agenturen für Arbeit in a units file with ``count`` units."""
    return [entry["name"] for entry in _units(count)["members"]["AA"].values()]


def _units(count: int) -> dict[str, Any]:
    real = yaml.safe_load(REAL_UNITS.read_text(encoding="utf-8"))
    members: dict[str, dict[str, Any]] = {class_: {} for class_ in ("RD", "AA", "EZ", "GE", "SC", "RFK")}
    members["RD"] = real["members"]["RD"]
    offices = _offices()
    for _ in range(count - len(real["units"]) - len(members["RD"])):
        class_, id_, entry = next(offices)
        members[class_][id_] = entry
    return {"units": real["units"], "members": {class_: entries for class_, entries in members.items() if entries}}


def _offices() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Local offices without end: class, id and entry. Cities come round again with a number."""
    sources = {letter: _cities() for letter in set(_OF_TEN)}
    while True:
        for letter in _OF_TEN:
            city, directorate = next(sources[letter])
            yield _office(letter, city, directorate)


def _office(letter: str, city: str, directorate: str) -> tuple[str, str, dict[str, Any]]:
    place = slug(city)
    if letter == "A":
        return "AA", f"AA-{place}", {"name": f"Agentur für Arbeit {city}", "reports_to": directorate}
    if letter == "E":
        name = f"Eingangszone der Agentur für Arbeit {city}"
        return "EZ", f"EZ-AA-{place}", {"name": name, "part_of": f"AA-{place}"}
    if letter == "G":
        return "GE", f"GE-{place}", {"name": f"Jobcenter {city}"}
    if letter == "S":
        return "SC", f"SC-{place}", {"name": f"Service Center {city}", "reports_to": "RSC"}
    return "RFK", f"RFK-{place}", {"name": f"Regionale Familienkasse {city}"}


def _cities() -> Iterator[tuple[str, str]]:
    """City and Regionaldirektion, one of each Regionaldirektion in turn."""
    rounds = 1
    while True:
        suffix = f" {rounds}" if rounds > 1 else ""
        columns = [[(city, rd) for city in names.split(", ")] for rd, names in CITIES.items()]
        for row in range(max(map(len, columns))):
            yield from ((column[row][0] + suffix, column[row][1]) for column in columns if row < len(column))
        rounds += 1
