"""The words that a sentence may have beside a figure without changing what the figure means.

A typed number is called wrong only where the program understands its whole clause. So these lists name what
is understood; a word that stands in none of them makes the check keep silent.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SMALL = _words("""
    der die das den dem des ein eine einen einem einer eines in im an am auf unter bei beim von vom mit zu
    zum zur aus für und oder sind ist es er sie ihr ihre ihrer ihren ihrem ihnen denen deren nach um als
    wie zwischen über jahre jahren jahr
""")
"""Words that carry no meaning of their own in the name of a figure."""

PLAIN = SMALL | _words("""
    alle aller allen allem gesamte gesamten gesamter insgesamt zusammen unsere unserer unseren unser uns
    wir sich städtische städtischen städtischer hier dort damit

    heute derzeit aktuell aktuelle aktuellen jetzt nun inzwischen mittlerweile zurzeit zuletzt bereits
    schon noch erneut wieder weiter weiterhin seit ab letzte letzten letzter vergangenen

    rund etwa ca rd circa zirka ungefähr annähernd knapp fast beinahe nahezu gut mehr weniger nur
    lediglich immerhin sogar genau exakt leicht deutlich stark erfreulich hoch höher niedrig niedriger
    gegenüber

    war waren hat haben hatte hatten wird werden wurde wurden worden konnte konnten kann liegt liegen lag
    lagen beträgt betragen betrug stieg stiegen steigt gestiegen sank sanken sinkt gesunken wuchs wächst
    gewachsen erhöhte erhöht erhöhen gesteigert steigern verbessert macht machen ausmachen erreicht
    erreichte erreichen gibt gab zählt zählte zählen beschäftigt beschäftigte beschäftigen beschäftigten
    arbeitet arbeiten arbeitete arbeiteten stellen stellt stellten entspricht entsprechen kommt kommen
    bleibt blieb bleiben geblieben tätig weiblich männlich dass wobei dabei also so auch doch
""")
"""Words that leave a figure what it is: all of them, a time, a measure, verbs of standing and moving."""

NEUTRAL_NOUNS = _words("""
    stadt stadtverwaltung verwaltung kreis kreisverwaltung gemeinde gemeindeverwaltung kommune haus hause
    rathaus behörde organisation arbeitgeberin ende anfang mitte stichtag stand jahres januar februar märz
    april mai juni juli august september oktober november dezember anteil anteils quote prozent wert zahl
    anzahl personen menschen köpfe köpfen kopf bewerbung bewerbungsrunde runde auszeichnung prädikat
    prädikats vergleich
""")
"""Nouns that narrow nothing down: the house as a whole, a date, a kind of number."""

WISHED = _words("""
    soll sollen sollte sollten will wollen wollte möchte möchten würde würden wäre wären könnte könnten
    müsste dürfte ziel ziele zielwert zielgröße zielquote vorgabe mindestquote geplant plant planen
    angestrebt anstreben strebt künftig zukünftig erwartet erwarten prognose prognostiziert laut gemäß
    zufolge bundesweit landesweit deutschlandweit durchschnitt durchschnittlich schnitt bund land
    nordrhein-westfalen deutschland nicht kein keine falls wenn sofern ohne außer
""")
"""A sentence with one of them speaks of something else than what is: a plan, a source, a condition."""

BEFORE = _words("vorher zuvor früher damals davor einst bisher ursprünglich anfangs zunächst")
"""They place a number at a time that nobody can look up."""

NOW = _words("heute jetzt nun inzwischen mittlerweile derzeit aktuell zurzeit")
"""They place a number in this round, whatever year stands earlier in the sentence."""

PARTS_OF_IT = _words("davon darunter hiervon wovon dabei")
"""What follows is a part of what was named, and not the same once more."""

NOT_ITS_DATE = _words("seit ab gegenüber zu zum als vor nach")
"""A year behind one of them is no date of the number beside it."""

ARTICLES = _words("der des aller unserer von den all")
"""What may stand between a share and the group that it refers to: 39 % von den, 39 % aller."""

REASONS = _words("dank durch trotz wegen infolge aufgrund")
"""What they bring in is a reason, and no smaller group."""

IN_REASONS = _words(
    "der die das den dem des eines einer einem unser unsere unseres neuen neue für in zur zum"
)
"""Small words inside of a reason; any other ends it."""

FRESH = _words("und aber sondern ;")
"""Behind one of them a clause says something of its own."""
