"""The findings of ``check`` where merge requests show them: GitHub workflow commands, GitLab Code Quality.

GitHub: https://docs.github.com/actions/reference/workflow-commands; GitLab: https://docs.gitlab.com/ci/testing/code_quality.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Final

from geltung.model.codes import CODES
from geltung.model.diagnostics import ERROR, NOTICE, WARNING, Diagnostic

_GITHUB: Final = {ERROR: "error", WARNING: "warning", NOTICE: "notice"}
_GITLAB: Final = {ERROR: "major", WARNING: "minor", NOTICE: "info"}


def github(found: Sequence[Diagnostic], prefix: str) -> Iterator[str]:
    """One workflow command a finding."""
    for item in found:
        title = f"{item.code} {CODES[item.code][1]}"
        fields = f"file={_property(_path(item, prefix))},line={item.line},title={_property(title)}"
        yield f"::{_GITHUB[item.severity]} {fields}::{_data(item.message)}"


def gitlab(found: Sequence[Diagnostic], prefix: str) -> str:
    """A Code Quality report: a JSON array. A fingerprint does not change when a finding moves to another line."""
    seen: Counter[str] = Counter()
    entries = []
    for item in found:
        identity = "\0".join((_path(item, prefix), item.code, item.message))
        seen[identity] += 1
        fingerprint = hashlib.sha256(f"{identity}\0{seen[identity]}".encode()).hexdigest()
        entries.append(
            {
                "description": f"{item.code} {item.message}",
                "check_name": item.code,
                "fingerprint": fingerprint,
                "severity": _GITLAB[item.severity],
                "location": {"path": _path(item, prefix), "lines": {"begin": item.line}},
            }
        )
    return json.dumps(entries, ensure_ascii=False, indent=1)


def _path(item: Diagnostic, prefix: str) -> str:
    return PurePath(prefix + item.file).as_posix()


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
