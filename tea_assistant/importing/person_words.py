"""The words by which a name of a person is told from other words that German writes with a capital letter.

There is no list of people here: what counts is how a name stands in its sentence.
"""

from tea_assistant.importing.first_names import FIRST_NAMES
from tea_assistant.patterns import regex


def _words(spaced: str) -> frozenset[str]:
    return frozenset(spaced.split())


_LETTER = "a-zäöüßéèêëàáâãåæçíïñóòôõøšžłćčğışúùû"
_CAPITAL = "A-ZÄÖÜÉÈÁÅÇÍÑÓØŠŽŁĆČĞİŞÚ"
WORD = (
    rf"(?:[ODML]['’])?[{_CAPITAL}][{_LETTER}]+"
    rf"(?:[{_CAPITAL}][{_LETTER}]+)?(?:[-'’][{_CAPITAL}]?[{_LETTER}]+)*"
)
_INITIAL = rf"[{_CAPITAL}]\."
_PARTICLES = r"(?:(?:von|vom|van|de|der|den|zu|zur|zum|und|ten|ter|da|di|del|la|le|el|al|ibn|bin)\s+){1,3}"
_PARTICLE = rf"(?:(?!und\s)(?:{_PARTICLES})|(?:von\s+und\s+zu\s+))"
_GAP = r"[ \u00a0\u202f]+"
NAME = rf"(?:{WORD}|{_INITIAL})(?:{_GAP}{_PARTICLE}?(?:{WORD}|{_INITIAL})){{0,3}}"
PAIR = rf"{WORD}(?:{_GAP}{_INITIAL}){{0,2}}{_GAP}{_PARTICLE}?{WORD}(?:{_GAP}{WORD})?"
_NOBLE = rf"(?:(?:von|vom|van|de|del|di|da|ten|ter)(?:{_GAP}(?:der|den|dem|zu|und{_GAP}zu))?)"
RUN = rf"{WORD}(?:{_GAP}(?:{_NOBLE}{_GAP})?(?:{WORD}|{_INITIAL})){{1,12}}"
DEGREE = (
    r"(?:(?:Prof|Dr|PD|Dipl|Mag)\b\.?(?:-[A-Z][a-z]+\b\.?)?(?:['’*:]?in(?:nen)?\b\.?)?"
    r"(?:\s?(?:med|phil|jur|iur|ing|rer|nat|pol|oec|theol|h|c|habil)\b\.)*\s*)+"
)
ADDRESS = r"(?:Frau|Herrn?|Hr\.|Fr\.|Familie|Eheleute)"
SAYING = (
    r"(?:sag(?:t|te|ten|en)|erklär(?:t|te|en)|beton(?:t|te|en)|erläuter(?:t|te|n)|berichte(?:t|te|n)?|mein(?:t|te)"
    r"|unterst(?:reicht|rich)|ergänz(?:t|te)|füg(?:t|te)|freu(?:t|te|en)|lob(?:t|te)|dank(?:t|te)|wünsch(?:t|te)"
    r"|begrüß(?:t|te)|würdig(?:t|te)|zitier(?:t|te)|heb(?:t|en)|hob|findet|fand|weiß|so|laut|äußer(?:t|te))"
)
FUNCTION = (
    r"\b(?:OB(?:in)?|[A-ZÄÖÜ][a-zäöüß-]*)?(?i:(?<![a-zäöüß])OB|meister|beauftragte[nr]?|leiter|leitung|dezernent|kämmerer|"
    r"kämmerin|direktor|sprecher|minister|präsident|vorsitzende[nr]?|vorständin|vorstand|landrat|stadtrat|rätin"
    r"|referent|koordinator|führer|chef|sekretär|professor|moderator|autor|trainer|mentor|mentee|expert[ei]n?"
    r"|forscher|psycholog[ei]n?|richter|anwalt|anwältin|manager|gründer|inhaber|berater|mitarbeiter|teilnehmer"
    r"|kolleg[ei]n?|künstler|schauspieler|journalist|redakteur|ärztin|arzt|pfarrer|lehrer|lots[ei]n?|vertreter"
    r"|beigeordnete[nr]?|abgeordnete[nr]?|ansprechpartner|dozent|coach|absolvent|auszubildende[nr]?)"
    r"(?:[*:_]?in(?:nen)?)?\b"
)
"""A word for what somebody does, which may stay where the name goes."""
FUNCTION_WORD = regex(FUNCTION)

_BEGINNINGS = _words("""
    Am An Auf Auch Als Neben Mit Von Vor Für Gegen Ohne Um Durch Über Unter Zwischen Hinter Während
    Wegen Trotz Und Oder Aber Wie Wenn Weil Dass Ob Da Dann So Nun Jetzt Hier Dort Es Wer Was Wo Denn
    Doch Sowohl Sowie Nicht Nur Noch Schon Bereits Erst Zudem Außerdem Dabei Damit Dazu Darüber Davon
    Insgesamt Besonders Heute Gestern Morgen Gemeinsam Foto Bild Kontakt Frau Herr Herrn
""")
"""Words at the beginning of a sentence behind which a name may stand."""
_SHORT = 5
_LONGEST = 14
"""Letters of a name in one piece; what is longer is put together from nouns."""
_SMALL = _words("""
    Der Die Das Dem Den Des Ein Eine Einer Einem Einen Eines Im In Ins Am An Auf Aus Bei Beim Mit Nach
    Seit Vom Von Vor Zu Zum Zur Für Gegen Ohne Um Durch Über Unter Zwischen Neben Hinter Während Wegen
    Trotz Bis Ab Und Oder Aber Auch Als Wie Wenn Weil Dass Ob Da Dann So Nun Jetzt Hier Dort Es Er Sie
    Wir Ihr Ich Man Wer Was Wo Diese Dieser Dieses Diesem Diesen Jede Jeder Jedes Jeden Alle Allen Aller
    Viele Vielen Mehr Weitere Weiteren Beide Beiden Beider Unser Unsere Unserer Ihre Ihrer Ihren Ihrem
    Sein Seine Seiner Kein Keine Nicht Nur Noch Schon Bereits Erst Erste Ersten Erstmals Zudem Außerdem
    Dabei Damit Dazu Darüber Davon Denn Doch Sowohl Sowie Insgesamt Besonders Neue Neuen Neuer Neues
    Zwei Drei Vier Fünf Sechs Sieben Acht Neun Zehn Elf Zwölf Rund Etwa Knapp Deutsche Deutscher
    Deutschen Deutsches Frau Herr Herrn Heute Gestern Morgen Gemeinsam Januar Februar März April Mai
    Juni Juli August September Oktober November Dezember Montag Dienstag Mittwoch Donnerstag Freitag
    Samstag Sonntag Sonnabend Uhr Prozent Euro Jahre Jahren Monate Monaten Foto Bild Kontakt Telefon
    Total Gender Diversity Equal Pay Bad Sankt Neu Alt Groß Klein Ober Nord Süd West Ost Runder Runden
    Runde Tisch Tische Girls Boys Day Charta Frauen Männer Männern Mütter Väter Kinder Kindern Menschen
    Eltern Personen Mädchen Jungen Zeit Ziel Ziele Zielen Thema Themen Karriere Talente Vielfalt Chancen
    Erfolg Tandem Tandems Mentees Rahmen Teil Teile Beginn Start Ende Grund Seite Nähe Fokus Presse Info
    Service Land Stadt Städte Städten Kreis Kreise Region Gemeinde Dorf Ort Bezirk Bund Kommune Kommunen
    Landeshauptstadt Hansestadt Universität Hochschule Klinikum Museum Theater Haus Rathaus Saal Halle
    Platz Straße Park Hotel Büro Amt Team Fachbereich Verein Verband Stiftung Firma Initiative Agentur
    Akademie Institut Bundesland Metropolregion Landkreis Freistaat Republik Ruhrgebiet Rhein Ruhr
    Nordrhein Westfalen Internet Post Abs Art Nr Anlage Teilzeit Vollzeit Beruf Familie Führung Arbeit
    Job Homeoffice Sommer Winter Herbst Frühjahr
""")
"""Words with a capital letter that are no part of a name, except behind „Frau“ or „Dr.“."""
_SURNAMES = _words("""
    Winter Sommer Herbst Sonntag Freitag Freytag Montag März Mai Klein Groß Alt Neu Ost West Nord Haus
    Kraft Hartung Albrecht Ruprecht Engelbrecht Neuhaus Althaus Niehaus Clement Klement Post Kreis Bund
    Ende Berg
""")
"""Words of the calendar and others that are surnames as well."""
_NOUN = regex(
    r".{2,}(?:ungs?|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|ment|ments|ismus|ität|äten|(?:mentor|coach|train|controll|recruit|stream|board|monitor|market|meet|shar|match|network|mobb)ings?"
    r"|programme?[sn]?|projekte?[sn]?|pläne|plans?|tage?[sn]?|wochen?|monate?n?|jahre?[sn]?|stellen?|büros?|amt"
    r"|amte?s|ämtern?|haus(?:es)?|häusern?|museums?|städte|städten|städtisch\w*|länder[n]?|kreise?s?|regionen"
    r"|vereine?s?|verbände?|gesellschaft|bünde?|innen|kräften?|kraft|netzwerke?[sn]?|akademie|schulen?|zentrums?"
    r"|zentren|kampagnen?|preise?s?|prädikate?s?|teams?|räumen?|raum|kunst|kultur|arbeite?n?|leben|familien?"
    r"|zeiten?|recht[es]?|rechte|gesetze?s?|politik|bereiche?[sn]?|dezernate?s?|abteilungen|referate?s?|punkte?n?"
    r"|gruppen?|quoten?|anteile?n?|modelle?[nsn]?|formen?|formate?[sn]?|kompetenze?n?|karte|dienste?[sn]?|maßnahmen?"
    r"|konzepte?[sn]?|berichte?[sn]?|daten|kosten|mittel[n]?|ebenen?|tätigkeit\w*|sprache|medien|technik|beruf\w*"
    r"|handel[ns]?|bildung|pflege|hilfen?|schutz\w*|kammern?|kasse|werke?[sn]?|betriebe?[sn]?|feuerwehr|polizei|kita"
    r"|foren|forum\w*|messe|börse|seminare?[ns]?|workshops?|kurse?[sn]?|angebote?[sn]?|stunden?|prozesse?[sn]?"
    r"|strukture?n?|einblicke?|impulse?[sn]?|erfahrunge?n?|anfang\w*|markte?[sn]?|bank|versicherung|rates?|räte)$"
)
_ADJECTIVE = regex(
    r".{2,}(?:weise|(?:isch|lich|ig|al|ell|iv|sam|bar|los|voll|är|iert|end|kommunal|stark|frei|weit|reich)e[nrsm]?)$"
)
_BEFORE_A_NOUN = _words("""
    der die das dem den des ein eine einer einem einen eines im ins am vom zum zur beim ihr ihre ihrer
    ihrem ihren sein seine seiner seinem seinen unser unsere unserer unserem unseren kein keine keiner
    keinem keinen diese dieser dieses diesem diesen jede jeder jedes jedem jeden alle aller allen viele
    vieler vielen mehrere mehrerer mehreren beide beider beiden zwei drei vier fünf sechs sieben acht
    neun zehn elf zwölf welche solche andere anderen weitere weiteren neue neuen erste ersten eigene
    eigenen städtische städtischen
""")


def may_be_name(word: str, *, is_last: bool = False) -> bool:
    """Tell whether a word may be part of a name by its looks alone; as the last one it may be a surname."""
    if word in FIRST_NAMES or (is_last and word in _SURNAMES):
        return True
    # „Programm“ is as little a name as „Förderprogramm“; „Jung“ may be one.
    whole = f"xx{word.casefold()}" if len(word) > _SHORT else word
    is_noun = (_NOUN.match(word) or _NOUN.match(whole)) is not None and word not in _SURNAMES
    is_adjective = _ADJECTIVE.match(word) is not None and not is_last
    is_long = len(word) > _LONGEST and "-" not in word
    return not (word in _SMALL or is_long or is_noun or is_adjective or FUNCTION_WORD.fullmatch(word))


def is_small(word: str) -> bool:
    """Tell whether a word with a capital letter only begins a sentence: „Neben“, „Auch“."""
    return word in _BEGINNINGS


def stands_before_nouns(word: str) -> bool:
    """Tell whether a word, an article or an adjective, has a noun behind it and not a name."""
    return word.casefold() in _BEFORE_A_NOUN or _ADJECTIVE.match(word) is not None
