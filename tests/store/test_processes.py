"""Several processes at one store, and processes that die."""

import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from geltung import applies, load
from tests.conftest import ROOT, Run, environment
from tests.store.documents import A, directive, settle, write

WORKER = """
import sys, time
from pathlib import Path
import geltung.store.tables, geltung.store.update
from geltung import applies, load
from geltung.parse import directive

read = directive.parse_file
count = 0

def counted(path, root):
    global count
    count += 1
    return read(path, root)

directive.parse_file = counted
print("ready", flush=True)
sys.stdin.readline()
collection = load(sys.argv[1], lambda done, total: time.sleep(0.3))
print(count, [item.id for item in applies(collection, "2025-07-01", "EZ").directives])
"""

KILLED = """
import os, signal, sys
from geltung import load
from geltung.store import database, refresh, update

connect = database.connect

def tiny_cache(path):
    connection = connect(path)
    connection.execute("PRAGMA cache_size = 1")  # so that rows reach the file before the end of the transaction
    return connection

database.connect = tiny_cache

def die(*arguments):
    write(*arguments)
    os.kill(os.getpid(), signal.SIGKILL)

place = {"files": refresh, "rows": update}[sys.argv[2]]
name = {"files": "_write_files", "rows": "_file_reports"}[sys.argv[2]]
write = getattr(place, name)
setattr(place, name, die)
load(sys.argv[1])
"""

MANY = [f"2025010{number:02}" for number in range(1, 41)]


def test_two_processes_fill_one_cold_store(tmp_path: Path, own_cache: Path) -> None:
    """Both answer, and the files are read by one of them only."""
    folder = write(tmp_path / "collection", {id_: directive(id_) for id_ in MANY})
    workers = [
        subprocess.Popen(
            [sys.executable, "-c", WORKER, str(folder)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env=environment(), cwd=ROOT, text=True,
        )
        for _ in range(2)
    ]  # fmt: skip
    for worker in workers:
        assert worker.stdout is not None
        assert worker.stdout.readline() == "ready\n"
    for worker in workers:
        assert worker.stdin is not None
        worker.stdin.write("\n")
        worker.stdin.flush()
    outputs = [worker.communicate(timeout=60) for worker in workers]
    assert [worker.returncode for worker in workers] == [0, 0], outputs
    assert [errors for _, errors in outputs] == ["", ""]
    counts = sorted(int(out.partition(" ")[0]) for out, _ in outputs)
    assert counts == [0, len(MANY)]
    assert {out.partition(" ")[2] for out, _ in outputs} == {f"{MANY}\n"}


def test_killed_during_the_first_load_leaves_nothing_wrong(tmp_path: Path, own_cache: Path, python: Run) -> None:
    folder = write(tmp_path / "collection", {id_: directive(id_) for id_ in MANY})
    for moment in ("files", "rows"):
        killed = python(KILLED, folder, moment)
        assert killed.returncode == -signal.SIGKILL, killed.stderr
        store = next(own_cache.glob("*.sqlite"))
        journal = store.with_name(store.name + "-journal")
        assert store.stat().st_size > 4096, "something was written"
        assert journal.stat().st_size >= 512, "and has to be undone"
        assert [item.id for item in applies(load(folder), "2025-07-01", "EZ").directives] == MANY
        with sqlite3.connect(store) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert connection.execute("SELECT count(DISTINCT directive) FROM task_span").fetchone() == (len(MANY),)
        connection.close()
        store.unlink()


def test_killed_during_an_update_leaves_the_old_state_or_the_new(tmp_path: Path, own_cache: Path, python: Run) -> None:
    folder = write(tmp_path / "collection", {id_: directive(id_) for id_ in MANY})
    load(folder).close()
    write(folder, {id_: directive(id_, title="Neuer Titel") for id_ in MANY}, None)
    killed = python(KILLED, folder, "rows")
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert next(own_cache.glob("*-journal")).stat().st_size > 512, "something has to be undone"
    found = applies(load(folder), "2025-07-01", "EZ").directives
    assert [(item.id, item.title) for item in found] == [(id_, "Neuer Titel") for id_ in MANY]


def test_writer_does_not_keep_readers_waiting(tmp_path: Path, own_cache: Path) -> None:
    """While one process is writing, others answer from what was there before."""
    folder = write(tmp_path / "collection", {A: directive(A)})
    settle()
    load(folder).close()
    writer = sqlite3.connect(next(own_cache.glob("*.sqlite")), isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("UPDATE directive_span SET shown = json_set(shown, '$[0]', 'halb fertig')")
    started = time.monotonic()
    assert applies(load(folder), "2025-07-01").directives[0].title == f"Titel von {A}"
    assert time.monotonic() - started < 10
    writer.execute("COMMIT")
    assert applies(load(folder), "2025-07-01").directives[0].title == "halb fertig"
    writer.close()
