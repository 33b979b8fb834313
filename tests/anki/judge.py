"""What a real Anki makes of our files, as JSON on stdout; a bad file ends it with a traceback.

judge.py WORK PACKAGE TEXT CHANGED_TEXT
    WORK          a folder: collections are made there, and Anki's own exports are left there
    PACKAGE       an .apkg that is imported twice
    TEXT          an Anki text that is imported twice into another collection, then CHANGED_TEXT
"""

import json
import sys
import time
from pathlib import Path

from anki.buildinfo import version
from anki.collection import (
    Collection,
    DeckIdLimit,
    ExportAnkiPackageOptions,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
    ImportCsvRequest,
)

work, package, text, changed = (Path(argument) for argument in sys.argv[1:5])
RENDERED = 300
KINDS_OF_NEWS = (
    "new",
    "updated",
    "duplicate",
    "conflicting",
    "first_field_match",
    "missing_notetype",
    "missing_deck",
    "empty_first_field",
)


def news(log):
    """How many notes were met with what answer; nothing that is zero."""
    counts = {kind: len(getattr(log, kind)) for kind in KINDS_OF_NEWS}
    return {"found": log.found_notes, **{kind: n for kind, n in counts.items() if n > 0}}


def bring_in(collection, file):
    options = ImportAnkiPackageOptions(with_scheduling=True, with_deck_configs=True)
    request = ImportAnkiPackageRequest(package_path=str(file), options=options)
    return news(collection.import_anki_package(request).log)


def everything(collection):
    """All that an import could change."""
    queries = (
        "select id, guid, mid, mod, usn, tags, flds from notes order by id",
        "select * from cards order by id",
        "select * from revlog order by id",
    )
    return [collection.db.all(query) for query in queries]


def state(collection, card_id, rendered):
    card = collection.get_card(card_id)
    raw = collection._backend.get_card(card_id)  # tells no memory from a memory of 0
    has_memory = raw.HasField("memory_state")
    found = {
        "guid": card.note().guid,
        "ord": card.ord,
        "deck": collection.decks.name(card.did),
        "type": card.type,
        "queue": card.queue,
        "dueInDays": card.due - collection.sched.today if card.type == 2 else None,
        "due": card.due,
        "ivl": card.ivl,
        "reps": card.reps,
        "lapses": card.lapses,
        "flag": card.flags,
        "memory": [raw.memory_state.stability, raw.memory_state.difficulty] if has_memory else None,
        "lastReview": card.last_review_time,
    }
    if rendered:
        own = collection.compute_memory_state(card_id)
        found["recomputed"] = [own.stability, own.difficulty] if own.stability else None
        found["question"] = card.question()
        found["answer"] = card.answer()
        log = collection.card_stats_data(card_id).revlog
        found["log"] = [[row.time, row.button_chosen, row.interval, row.review_kind] for row in log]
    return found


def judge_package():
    collection = Collection(str(work / "package.anki2"))
    collection.set_config("fsrs", True)
    start = time.perf_counter()
    first = bring_in(collection, package)
    seconds = time.perf_counter() - start
    before = everything(collection)
    second = bring_in(collection, package)
    tables = {table: collection.db.scalar(f"select count() from {table}") for table in ("notes", "cards", "revlog")}
    same = before == everything(collection)
    _problems, sound = collection.fix_integrity()
    ids = collection.db.list("select id from cards order by id")
    step = max(1, len(ids) // RENDERED)
    cards = [state(collection, card_id, at % step == 0) for at, card_id in enumerate(ids)]
    presets = [
        {"name": preset["name"], "retention": preset["desiredRetention"], "weights": preset["fsrsParams6"]}
        for preset in collection.decks.all_config()
    ]
    empty = sum(len(note.card_ids) for note in collection.get_empty_cards().notes)
    exported = export(collection)
    collection.close()
    return {
        "first": first,
        "second": second,
        "secondChangedNothing": same,
        "seconds": round(seconds, 2),
        "sound": sound,
        "tables": tables,
        "emptyCards": empty,
        "presets": presets,
        "cards": cards,
        "exported": exported,
    }


def export(collection):
    """Every format Anki has, as files; their paths."""
    paths = []
    ours = collection.decks.id_for_name("Duizhao")
    for legacy in (True, False):
        name = "legacy" if legacy else "modern"
        keep = ExportAnkiPackageOptions(
            with_scheduling=True, with_deck_configs=True, with_media=True, legacy=legacy
        )
        path = work / f"{name}.apkg"
        collection.export_anki_package(out_path=str(path), options=keep, limit=DeckIdLimit(ours))
        paths.append(str(path))
        path = work / f"{name}.colpkg"
        collection.export_collection_package(str(path), include_media=True, legacy=legacy)
        collection.reopen()  # exporting a collection closes it
        paths.append(str(path))
    path = work / "notes.txt"
    collection.export_note_csv(
        out_path=str(path), limit=DeckIdLimit(ours), with_html=True, with_tags=True,
        with_deck=True, with_notetype=True, with_guid=True,
    )
    return [*paths, str(path)]


def judge_text():
    collection = Collection(str(work / "text.anki2"))

    def read(file):
        metadata = collection.get_csv_metadata(str(file), None)
        return news(collection.import_csv(ImportCsvRequest(path=str(file), metadata=metadata)).log)

    found = {"first": read(text), "second": read(text), "changed": read(changed)}
    found["notes"] = collection.db.scalar("select count() from notes")
    found["guids"] = collection.db.list("select guid from notes order by guid")
    collection.close()
    return found


print(json.dumps({"anki": version, "package": judge_package(), "text": judge_text()}, ensure_ascii=False))
