from tea_assistant.document.references import resolve_prose
from tests.document.case_files import application_of, load_case


def test_a_single_text_as_the_document_will_show_it() -> None:
    application = application_of(load_case("whole"))
    text = (
        "{{staff.total|delta}} für *Bürger*innen*: [[mentoring-fuer-frauen]], "
        "[[unbekannt]] und {{unbekannt}} [/x]"
    )
    assert resolve_prose(text, application) == (
        "+232 für *Bürger\\*innen*: [Mentoring für Frauen](evidence/mentoring-fuer-frauen.yaml), "
        "\\[\\[unbekannt\\]\\] und \\{{unbekannt}} \\[/x\\]"
    )
