"""Sentences of a small made-up world: a match, numbers, sponsors and players that do not exist.

A third of the sentences are drawn from templates, a third are words in any order (so that a network has to listen and cannot guess), and a third
are phrases of a few words. A sentence belongs to one part for ever: which one, its text decides (`part`).
"""

import random
import zlib

BRANDS = "Acme Nordix Veltra Kuppa Zanolo Bravika Tessaro Omnilux".split()
PLAYERS = "Miller Santos Weber Dupont Rossi Larsen Novak Okoye".split()

WORDS = {
    "en": {
        "number": "one two three four five six seven eight nine ten eleven twelve twenty thirty forty".split(),
        "thing": "goal corner shot save pass ball team player keeper penalty card half minute score win header throw cross".split(),
        "kind": "great good early late red yellow first second last home quick simple".split(),
        "verb": "scores shoots passes saves wins runs waits falls returns".split(),
        "place": "left right middle box line side post".split(),
        "small": "the a for by to and is in on from with what now here again still back over".split(),
    },
    "de": {
        "number": "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig".split(),
        "thing": "Tor Ecke Schuss Parade Pass Ball Mannschaft Spieler Torwart Elfmeter Karte Halbzeit Minute Punkt Sieg Kopfball Einwurf Flanke".split(),
        "kind": "großer guter früher später roter gelber erster zweiter letzter schneller".split(),
        "verb": "trifft schießt passt hält gewinnt läuft wartet fällt köpft".split(),
        "place": "links rechts Mitte Strafraum Linie Seite Pfosten".split(),
        "small": "der die das ein für von und ist im auf mit was jetzt hier wieder noch zurück über".split(),
    },
    "fr": {
        "number": "un deux trois quatre cinq six sept huit neuf dix onze douze vingt trente quarante".split(),
        "thing": "but corner tir parade passe ballon joueur gardien penalty carton match minute point victoire tête touche centre équipe".split(),
        "kind": "grand bon rouge jaune premier second dernier rapide beau simple".split(),
        "verb": "marque tire passe sauve gagne court tombe attend revient".split(),
        "place": "gauche droite milieu surface ligne poteau coin".split(),
        "small": "le la un pour par et est dans sur de avec quel maintenant ici encore toujours retour vers".split(),
    },
}

TEMPLATES = {
    "en": ["goal for {brand}", "{player} {verb}", "what a {kind} {thing} by {player}", "{number} to {number}", "the {thing} is {kind}",
           "brought to you by {brand}", "{player} {verb} near the {place}", "{kind} {thing} for {brand}", "minute {number} and {player} {verb}",
           "{brand} is here with {brand}", "a {kind} {thing} near the {place}", "now {player} to {player}", "{thing} number {number} for {player}",
           "here is the {kind} {thing}", "{player} holds the {kind} {thing} for {brand}", "the score is {number} to {number}"],
    "de": ["Tor für {brand}", "{player} {verb}", "was für ein {kind} {thing} von {player}", "{number} zu {number}", "das ist {kind} {thing}",
           "{player} {verb} von {place}", "{kind} {thing} für {brand}", "Minute {number} und {player} {verb}", "jetzt {player} auf {player}",
           "{brand} ist hier mit {brand}", "ein {kind} {thing} von {place}", "{thing} {number} für {player}", "hier ist der {kind} {thing}",
           "es steht {number} zu {number}", "präsentiert von {brand}", "{player} mit {kind} {thing} für {brand}"],
    "fr": ["but pour {brand}", "{player} {verb}", "quel {kind} {thing} de {player}", "{number} à {number}", "le {thing} est {kind}",
           "{player} {verb} vers la {place}", "{kind} {thing} pour {brand}", "minute {number} et {player} {verb}", "maintenant {player} pour {player}",
           "{brand} est ici avec {brand}", "un {kind} {thing} sur la {place}", "{thing} {number} pour {player}", "ici le {kind} {thing}",
           "le score est {number} à {number}", "présenté par {brand}", "{player} avec le {thing} pour {brand}"],
}

LANGUAGES = tuple(WORDS)


def vocabulary(language):
    """All words of a language, names included, in order."""
    words = {w for group in WORDS[language].values() for w in group} | set(BRANDS) | set(PLAYERS)
    for template in TEMPLATES[language]:
        words |= {w for w in template.split() if "{" not in w}
    return sorted(words)


def _pick(draw, language, slot):
    return draw.choice({"brand": BRANDS, "player": PLAYERS}.get(slot) or WORDS[language][slot])


def _template(draw, language):
    words = draw.choice(TEMPLATES[language]).split()
    return [_pick(draw, language, w[1:-1]) if w[0] == "{" else w for w in words]


def _salad(draw, language, least, most):
    slots = ["brand", "player", "number", "thing", "thing", "kind", "verb", "place", "small", "small"]
    return [_pick(draw, language, draw.choice(slots)) for _ in range(draw.randint(least, most))]


def sentence(draw, language):
    """One sentence: 1 to 8 words, its first letter capital, a full stop at its end and now and then a comma."""
    chance = draw.random()
    if chance < 0.4:
        words = _template(draw, language)
        if len(words) <= 3 and draw.random() < 0.3:
            words[-1] += ","
            words += _template(draw, language)
    else:
        words = _salad(draw, language, 1, 3) if chance < 0.6 else _salad(draw, language, 3, 7)
    words = words[:8]
    text = " ".join(words).rstrip(",")
    return text[0].upper() + text[1:] + "."


def part(text):
    """The part a sentence belongs to: `report` (one in ten), `tune` (one in ten) or `train`. Sentences of one or two words belong to all parts."""
    if len(text.split()) <= 2:
        return "any"
    return {0: "report", 1: "tune"}.get(zlib.crc32(text.lower().encode()) % 10, "train")


def draw_sentence(draw, language, wanted):
    """One sentence of the part that is wanted."""
    while True:
        text = sentence(draw, language)
        if part(text) in (wanted, "any"):
            return text


def sample(seed, count):
    """Sentences of the training part, to learn tokens from."""
    draw = random.Random(seed)
    return [draw_sentence(draw, language, "train") for _ in range(count) for language in LANGUAGES]
