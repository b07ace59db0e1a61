"""success@3 on the questions of questions.yml: ``python -m benchmarks.search.questions``."""

import sys
from collections import defaultdict
from datetime import date
from pathlib import Path

import yaml

from geltung import load
from geltung.search.search import Filters, search

QUESTIONS = Path(__file__).parent / "questions.yml"


def main(day: date = date(2025, 10, 1)) -> float:
    """Print every question that misses, the shares by kind, and return success@3."""
    collection = load("directives")
    kinds: dict[str, list[bool]] = defaultdict(list)
    for entry in yaml.safe_load(QUESTIONS.read_text(encoding="utf-8")):
        hits = search(collection, str(entry["query"]), Filters(day), 3).hits
        ids = [hit.passage.id for hit in hits]
        success = not set(ids).isdisjoint(entry["answers"])
        kinds[entry["kind"]].append(success)
        if not success:
            print(f"- {entry['kind']}: {entry['query']!r} wants {entry['answers']}, found {ids}")
    for kind, results in sorted(kinds.items()):
        print(f"{kind:14} {sum(results)}/{len(results)}")
    every = [result for results in kinds.values() for result in results]
    print(f"success@3      {sum(every) / len(every):.3f} of {len(every)}")
    return sum(every) / len(every)


if __name__ == "__main__":
    sys.exit(main() < 0.95)
