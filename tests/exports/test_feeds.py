"""Feeds: read back by another program; what they tell and when."""

from datetime import date
from pathlib import Path

import feedparser
import pytest

from geltung import load
from geltung.exports.feeds import MOST_ENTRIES, feeds
from geltung.questions.collection import Collection
from tests.oracle.build import UNITS, change, directive, task
from tests.store.documents import changes, write
from tests.store.documents import directive as act


def read(collection: Collection, today: date, base: str = "") -> dict[str, feedparser.FeedParserDict]:
    found = {item.path: feedparser.parse(str(item.content)) for item in feeds(collection, today, base)}
    assert not any(feed.bozo for feed in found.values())
    return found


def told(feed: feedparser.FeedParserDict) -> list[tuple[str, str, str]]:
    return [(entry.updated[:10], entry.tags[0].term, entry.title) for entry in feed.entries]


def of(*records) -> Collection:
    return Collection.from_records(records, UNITS)


A, B = "202602001", "202606001"


def test_the_real_collection(real_directives: Path) -> None:
    found = read(load(real_directives), date(2025, 10, 1), "https://intranet.example/geltung/")
    assert len(found) == 49
    feed = found["feeds/alle.xml"]
    assert [day for day, *_ in told(feed)] == ["2025-09-22", "2025-05-26"]
    assert feed.feed.updated == "2025-09-22T00:00:00Z"
    assert feed.feed.links[1].href == "https://intranet.example/geltung/feeds/alle.xml"
    assert feed.entries[0].link == "https://intranet.example/geltung/weisungen/202509011.html"
    assert [entry.title[:14] for entry in found["feeds/ZENTRALE.xml"].entries] == ["Neu: 202505010"]


def test_without_an_address_links_are_relative(real_directives: Path) -> None:
    feed = read(load(real_directives), date(2025, 10, 1))["feeds/alle.xml"]
    assert feed.entries[0].link == "../weisungen/202509011.html"
    assert [link.rel for link in feed.feed.links] == ["alternate"]


def test_nothing_is_told_before_it_was_issued_and_ids_stay(real_directives: Path) -> None:
    early, late = (read(load(real_directives), day)["feeds/alle.xml"] for day in (date(2025, 6, 1), date(2026, 6, 1)))
    assert [entry.id for entry in early.entries] == [late.entries[1].id]
    assert early.feed.id == late.feed.id
    assert len({entry.id for entry in late.entries}) == 2
    assert read(load(real_directives), date(2020, 1, 1))["feeds/alle.xml"].entries == []


def test_a_repeal_is_told_when_the_repealing_act_is_issued() -> None:
    collection = of(directive(A), directive(B, "01.09.", changes=(change("repeal", A),)))
    assert told(read(collection, date(2026, 6, 9))["feeds/AA.xml"]) == [("2026-02-10", "new", f"Neu: {A} Titel {A}")]
    feed = read(collection, date(2026, 6, 10))["feeds/AA.xml"]
    assert told(feed)[0] == ("2026-06-10", "new", f"Neu: {B} Titel {B}")
    assert told(feed)[1] == ("2026-06-10", "ending", f"Endet: {A} Titel {A}")
    assert feed.entries[1].summary == f"Aufgehoben zum 01.09.2026 durch {B} Titel {B}; letzter Tag 31.08.2026."


def test_a_lapse_is_told_eight_weeks_before() -> None:
    collection = of(directive(A, valid_until="31.12."))
    assert len(read(collection, date(2026, 11, 4))["feeds/alle.xml"].entries) == 1
    assert told(read(collection, date(2026, 11, 5))["feeds/alle.xml"])[0][:2] == ("2026-11-05", "ending")


@pytest.mark.parametrize("kind", ["amendment", "correction", "extension", "partial repeal"])
def test_changes(kind: str) -> None:
    changed = change(kind, A, parts="3" if kind != "extension" else "", until="31.12.")
    collection = of(directive(A, valid_until="30.09."), directive(B, "01.07.", changes=(changed,), tasks=()))
    entries = read(collection, date(2026, 6, 10))["feeds/AA.xml"].entries
    (found,) = [entry for entry in entries if entry.tags[0].term == "changed"]
    assert found.title == f"Geändert: {A} Titel {A}"
    assert f"ab 01.07.2026 durch {B} Titel {B}" in found.summary


def test_an_entry_bears_the_title_of_its_day(tmp_path: Path) -> None:
    head = "earlier:\n  - until: 2025-07-31\n    title: Alter Titel\n"
    amends = changes('kind: amendment, target: "202501001", parts: [title], effective: 2025-08-01')
    documents = {
        "202501001": act("202501001", head=head, title="Neuer Titel", valid_until="2025-12-31"),
        "202502001": act("202502001", head=amends),
    }
    entries = read(load(write(tmp_path / "c", documents)), date(2026, 1, 1))["feeds/alle.xml"].entries
    titles = [entry.title for entry in entries if "202501001" in entry.title]
    assert sorted(titles) == [
        "Endet: 202501001 Neuer Titel", "Geändert: 202501001 Alter Titel", "Neu: 202501001 Alter Titel",
    ]  # fmt: skip


def test_a_unit_hears_only_what_reaches_it() -> None:
    collection = of(directive(A, tasks=(task(addressed="SC"),)), directive(B, "01.06."))
    found = read(collection, date(2026, 7, 1))
    assert [entry.title for entry in found["feeds/SC.xml"].entries] == [f"Neu: {A} Titel {A}"]
    assert [entry.title for entry in found["feeds/EZ.xml"].entries] == [f"Neu: {B} Titel {B}"]
    assert len(found["feeds/alle.xml"].entries) == 2


def test_a_feed_keeps_the_newest_entries_and_escapes_them() -> None:
    records = [directive(f"202602{number:03}", tasks=(task(),)) for number in range(MOST_ENTRIES + 10)]
    feed = read(of(*records), date(2026, 7, 1))["feeds/AA.xml"]
    assert len(feed.entries) == MOST_ENTRIES
    hostile = directive('<b>&"\x00]]>', issued="01.03.")
    feed = read(of(hostile), date(2026, 7, 1))["feeds/alle.xml"]
    assert feed.entries[0].title_detail.type == "text/plain"
    assert feed.entries[0].title.startswith('Neu: <b>&" ]]>')
