"""Jury texts, press releases and former applications propose what a person would take from them."""

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tea_assistant.importing.application_proposals import application_proposals
from tea_assistant.importing.catalogue_words import catalogue_words
from tea_assistant.importing.documents.documents import read_document
from tea_assistant.importing.documents.genre import Genre, genre_of
from tea_assistant.importing.documents.proposals import document_proposals
from tea_assistant.importing.jury.proposals import jury_proposals
from tea_assistant.importing.jury.texts import jury_texts
from tea_assistant.importing.persons import persons_in
from tea_assistant.importing.press.dates import beginning, duration
from tea_assistant.importing.press.release import press_proposals
from tea_assistant.importing.without_persons import WithoutPersons
from tea_assistant.model.proposal import Proposal, ProposalKind
from tea_assistant.model.review import ExpectationKind
from tea_assistant.model.source_document import SourceDocument
from tea_assistant.store import catalogue_files
from tests.importing.told_proposals import texts, told

TOLD = Path(__file__).parent / "told"
SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
PLAN = Path(__file__).parent / "plan" / "plan.md"
TODAY = date(2026, 11, 22)
needs_seeds = pytest.mark.skipif(
    not SEEDS.exists(), reason="the public documents are not part of this repository"
)
READING = catalogue_files.shipped("verwaltung-2021")
assert READING
CATALOGUE = READING.catalogue
WORDS = catalogue_words(CATALOGUE, "verwaltung")


def read(path: Path) -> SourceDocument:
    return read_document(path.name, path.read_bytes())


def proposed(path: Path) -> tuple[Proposal, ...]:
    document = read(path)
    match genre_of(document).genre:
        case Genre.JURY:
            return jury_proposals(document, CATALOGUE, WORDS)
        case Genre.PRESS:
            return press_proposals(document, WORDS, TODAY)
        case _:
            return application_proposals(document, CATALOGUE, WORDS)


def release(text: str) -> Proposal:
    document = read_document("meldung.txt", text.encode())
    (proposal,) = press_proposals(document, WORDS, TODAY)
    return proposal


@pytest.mark.parametrize("name", ["jury", "release", "application"])
def test_a_document_proposes_what_stands_in_the_file_beside_it(name: str) -> None:
    expected = json.loads((TOLD / f"{name}.json").read_text("utf-8"))
    found = proposed(TOLD / f"{name}.md")

    assert [told(proposal) for proposal in found] == expected
    assert len({proposal.key for proposal in found}) == len(found)


@pytest.mark.parametrize(
    ("path", "genre", "said"),
    [
        (TOLD / "jury.md", Genre.JURY, "(2024, 2021)"),
        (TOLD / "release.md", Genre.PRESS, "wörtliche Rede"),
        (TOLD / "application.md", Genre.APPLICATION, "„Grundverständnis“"),
        (PLAN, Genre.PLAN, "Ziele und Maßnahmen"),
    ],
)
def test_what_a_document_is_shows_and_is_said(path: Path, genre: Genre, said: str) -> None:
    guess = genre_of(read(path))

    assert guess.genre is genre
    assert guess.reason.startswith(genre.word)
    assert said in guess.reason


def test_what_is_nothing_of_this_is_something_else() -> None:
    guess = genre_of(read_document("notiz.txt", b"Das Protokoll der Sitzung von Mitarbeiter*innen."))

    assert (guess.genre, guess.reason[:6]) == (Genre.OTHER, "Nichts")


def test_a_reasoning_says_which_award_it_is_for_and_signatures_are_none_of_it() -> None:
    document = read(TOLD / "jury.md")
    second, first = jury_texts(document)

    assert (second.award.number, second.award.decided) == (2, "2024-07-03")
    assert (second.award.valid, second.is_teq) == (("2024", "2026"), True)
    assert (first.award.number, first.award.decided, first.cycle) == (1, "2021-07-01", "2021")
    said = [document.blocks[at].text for text in (second, first) for at in text.places]
    assert not any("Mustermann" in text for text in said)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Oberbürgermeisterin Dr. Erika Probe und Jan de Vries kamen.", ["Erika Probe", "Jan de Vries"]),
        ("Die Stadt Köln und die Region Hannover laden zum Runden Tisch Köln.", []),
        ("„Gut“, so Anna-Lena Groß von der Bayerischen Akademie.", ["Anna-Lena Groß"]),
        ("Die Kölner Mentees und das Gender Mainstreaming in Köln", []),
        ("Herr Stadt und Frau Woche sprachen.", ["Stadt", "Woche"]),
        ("Es begrüßte Karl von und zu Berg die Gäste.", ["Karl von und zu Berg"]),
        ("OB Kurz dankt Uwe Lang (Leiter des Amtes).", ["Kurz", "Uwe Lang"]),
    ],
)
def test_names_are_told_by_how_they_stand(text: str, names: list[str]) -> None:
    assert [person.name for person in persons_in(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "Mit dabei waren Anna Kraus, Bernd Holz und Carla Nagel.",
        "ANNA KRAUS eröffnete; A. Kraus und B. Holz unterzeichneten.",
        "Anna Kraus' Idee überzeugte Nguyen Thi Lan und Seán O'Connor (42).",
        "Bürgermeister a. D. Karl Holz und Landrat Dr. h. c. Emil Vogel kamen.",
        "Die Vorsitzende des Rates, Anna Kraus, lobte es. Kraus sagte, es gehe weiter.",
        "Neben Anna Kraus sprach auch Bernd Holz vom Bauamt; „Toll!“, so Holz.",
        "Für Hanna, Ina und Jule war es der erste Tag.",
        "Die Herren Kern und Busch sowie die Damen Vogel und Fuchs kamen zum Team um Jana Winter.",
        "Projektleitung: Greta Sonntag. Schirmherrin ist Elke Büdenbender.",
        "Stadträtin Öztürk dankte Fatma Şahin-Demir und Lisa Maria von der Heide.",
        "Ministerin Josefine Paul (Grüne) und Prof.in Dr.-Ing. Ute Stein-Berger",
    ],
)
def test_of_all_these_nobody_is_left(text: str) -> None:
    left = WithoutPersons(persons_in(text), text).text(text)

    names = re.findall(
        r"\w+",
        "Anna Kraus KRAUS Holz Nagel Nguyen Connor Karl Vogel Hanna Jule Kern Busch Fuchs Jana Winter Greta "
        "Sonntag Elke Öztürk Demir Heide Paul Stein",
    )
    assert not [name for name in names if name in left]


@pytest.mark.parametrize(
    "text",
    [
        "Die Stadt Neubrunn, das Jobcenter Ostwald und die Hochschule Süd kooperieren mit der Uni Bonn.",
        "Das Programm „Neue Wege“ der Agentur für Arbeit Köln startet im Herbst mit der Sparkasse Ostwald.",
        "TOTAL E-QUALITY, LGG NRW: Mentoring Projekt für Mitarbeiter*innen und Bürger*innen [/x] seit Mai.",
    ],
)
def test_organisations_and_places_are_no_persons(text: str) -> None:
    assert persons_in(text) == ()


_PART = st.from_regex(r"[A-ZÄÖÜ][a-zäöüß]{2,9}(-[A-ZÄÖÜ][a-zäöüß]{2,9})?", fullmatch=True)
_LEAD = "Die Stadt Neubrunn hat mit dem Kreis Ostwald ein Projekt für 12 Frauen gestartet. "


@settings(max_examples=50, deadline=None)
@given(
    first=_PART,
    last=_PART,
    form=st.sampled_from(["sagt {}", "kommt Frau {}", "lobt Herrn {}", "ist Dr. {} da"]),
)
def test_no_name_behind_a_word_for_persons_survives(first: str, last: str, form: str) -> None:
    name = f"{first} {last}"
    proposal = release(f"{name} im Amt\n\n{_LEAD}Das {form.format(name)}. Am 3. Mai 2024 kam {name} wieder.")

    assert name not in texts(proposal)


def test_direct_speech_is_left_out_with_who_spoke_and_names_of_things_stay() -> None:
    text = release(
        f"Start\n\n{_LEAD}„Wir freuen uns. Es wird gut“, sagt Ute Kern. Sie ergänzt: „Kommt alle.“ "
        "»Mir gefällt es«, meint sie. "
        "Die Reihe „Frauen [/x] in Führung“ gilt für Mitarbeiter*innen und Bürger*innen."
    ).text

    assert "Reihe „Frauen [/x] in Führung“ gilt für Mitarbeiter*innen und Bürger*innen." in text
    assert not any(word in text for word in ("freuen", "Kern", "Kommt", "gefällt"))


@pytest.mark.parametrize(
    ("text", "iso", "said"),
    [
        ("Gestartet wurde am 5. März 2021.", "2021-03-05", ""),
        ("Am Montag, 15. August, begann es.", "2022-08-15", "zuletzt 2022"),
        ("Am 15. August begann es. Stand: 16.08.2023", "2023-08-15", "an anderer Stelle"),
        ("Am 31. Februar 2022 begann es.", "", ""),
        ("Am 15. August begann es.", "", ""),
    ],
)
def test_the_day_of_the_beginning_is_told_with_how_it_was_found(text: str, iso: str, said: str) -> None:
    found = beginning([text], text, TODAY)

    assert (found.iso if found else "") == iso
    assert said in (found.remark if found else "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Es dauert 15 Monate lang.", "15 Monate"),
        ("Das zwölfmonatige Programm", "12 Monate"),
        ("Es läuft über ein Jahr.", "1 Jahre"),
        ("Vor zwei Jahren lang geplant.", ""),
    ],
)
def test_how_long_it_lasts_is_told(text: str, expected: str) -> None:
    found = duration([text])

    assert (found.text if found else "") == expected


@needs_seeds
def test_the_three_texts_of_herne_give_three_rounds() -> None:
    found = proposed(SEEDS / "stadt-herne-praedikate.md")
    figures = {
        (p.cycle, p.indicator): p.results[0].value for p in reversed(found) if p.kind is ProposalKind.FIGURE
    }

    assert Counter(cycle for cycle, indicator in figures if indicator) == {"2019": 7, "2022": 7, "2025": 6}
    assert [figures[year, "staff.total"] for year in ("2019", "2022", "2025")] == [2984, 3113, 3345]
    assert [figures[y, "leadership.women.share"] for y in ("2019", "2022", "2025")] == [34, 36, 43]
    assert figures["2025", "leadership.age_30_50.women.share"] == 37
    kinds = Counter((p.cycle, p.expectation) for p in found if p.kind is ProposalKind.EXPECTATION)
    assert kinds == {
        ("2025", ExpectationKind.NOTICED): 1,
        ("2025", ExpectationKind.ASKED): 1,
        ("2022", ExpectationKind.ANNOUNCED): 1,
        ("2022", ExpectationKind.ASKED): 1,
        ("2019", ExpectationKind.ANNOUNCED): 2,
        ("2019", ExpectationKind.ASKED): 1,
    }
    praise = [p for p in found if p.kind is ProposalKind.PRAISE]
    assert Counter(p.cycle for p in praise) == {"2025": 6, "2022": 5}
    assert not any(name in texts(p) for p in found for name in ("Noack", "Weber", "Roer"))


@needs_seeds
def test_the_release_of_two_cities_is_one_measure_without_a_name() -> None:
    (found,) = proposed(SEEDS / "cross-mentoring-koeln-duesseldorf.md")

    assert (found.title, found.since, found.until) == ("Cross-Mentoring für Frauen", "2022-08-15", "2023-11")
    assert (found.responsible, found.partners) == ("Landeshauptstadt Düsseldorf", ("Stadt Köln",))
    assert found.participants.startswith("zehn Mentees, jeweils fünf Frauen")
    assert [f"{r.value} {r.unit}" for r in found.results] == ["10 Mentees", "15 Monate Laufzeit"]
    names = ("Reker", "Keller", "Schneider", "Wagner", "Heurs", "Weindel", "Wilfart")
    assert not any(name in texts(found) for name in (*names, "Henriette", "Olaf", "Anja"))
    assert "7 Namen von Personen" in found.flags[0]
    assert "Werkzeug" not in found.text


@needs_seeds
def test_the_reasons_of_another_award_are_praise_and_say_so() -> None:
    found = proposed(SEEDS / "region-hannover-gender-award.md")

    assert [p.kind for p in found] == [ProposalKind.PRAISE, ProposalKind.PRAISE]
    assert all("anderen Preises" in p.flags[0] and not p.cycle for p in found)


def test_a_person_may_say_what_a_document_is() -> None:
    document = read(TOLD / "release.md")
    own = document_proposals(document, CATALOGUE, TODAY)
    said = document_proposals(document, CATALOGUE, TODAY, genre=Genre.JURY)

    assert (own.guess.genre, [p.kind for p in own.proposals]) == (Genre.PRESS, [ProposalKind.MEASURE])
    assert own.remark.startswith("Gelesen als Pressemitteilung: wörtliche Rede")
    assert said.remark == "Gelesen als Jurytext: wie angegeben"
    assert own.proposals[0].key not in {p.key for p in said.proposals}


def test_the_partner_is_the_other_organisation() -> None:
    document = read(TOLD / "release.md")
    (found,) = document_proposals(document, CATALOGUE, TODAY, organisation="Kreis Ostwald").proposals

    assert (found.responsible, found.partners) == ("Landkreis Ostwald", ("Stadt Neubrunn",))


def test_an_application_without_a_list_of_measures_proposes_those_in_its_texts() -> None:
    text = (TOLD / "application.md").read_text("utf-8").partition("## Maßnahmenverzeichnis")[0]
    text += "### Ziele\n\nMaßnahmen:\n\n- Einführung einer Rufbereitschaft für Mitarbeiter*innen\n"
    document = read_document("bewerbung-2021.md", text.encode())
    found = document_proposals(document, CATALOGUE, TODAY).proposals

    assert [p.title for p in found if p.kind is ProposalKind.MEASURE and "Rufbereitschaft" in p.text]
    assert len({p.key for p in found}) == len(found)


@needs_seeds
def test_what_herne_did_stands_beside_what_the_juries_said() -> None:
    document = read(SEEDS / "stadt-herne-praedikate.md")
    counts = Counter(p.kind for p in document_proposals(document, CATALOGUE, TODAY).proposals)

    assert counts[ProposalKind.MEASURE] >= 20
    assert (counts[ProposalKind.FIGURE], counts[ProposalKind.PRAISE]) == (22, 11)
