"""What a table shows of records reads as German, also where a record holds more than a text."""

from pathlib import Path

from tea_assistant.model.layout import Kind
from tea_assistant.services.session import Session
from tea_assistant.store.schema import schema
from tea_assistant.tui.widgets.record_columns import columns_of


def test_answers_of_rounds_are_told_in_words(folder: Path) -> None:
    expectation = schema(Kind.JURY)["properties"]["expectations"]["items"]
    answers = {"2025": {"state": "running", "text": "Für Bürger*innen [/x]"}, "2028": {"state": "done"}}
    records = [{"id": "fuehrung", "text": "Mehr „Führung“", "kind": "asked", "answers": answers}]
    columns = columns_of(expectation, records, Session(folder).application)
    cells = {column.title: column.text(records[0]) for column in columns}
    assert cells["Antworten"] == "2025: läuft, 2028: umgesetzt"
    assert not any(sign in text for text in cells.values() for sign in "{[")
