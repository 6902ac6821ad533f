#!/usr/bin/env python3
"""Writes folding.txt: what each character is searched as. Run with Python 3.13 (Unicode 15.1):

    python3 make-folding.py > folding.txt

A line is a code point in hex, a space, and what stands for it; nothing when it is dropped. Characters not listed
are searched as their own lower case. A line with a plus sign says which two characters become one.
"""
import unicodedata

# Letters that Unicode does not decompose, as people without the key type them.
TYPED_AS = {"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th", "ħ": "h", "ŧ": "t"}

# Where a mark makes another letter rather than an accent: Russian short i, voiced kana.
SHORT_I = ("и", "\u0306")
VOICED = [
    (unicodedata.normalize("NFD", chr(code)), chr(code))
    for code in range(0x3040, 0x3100)
    if len(unicodedata.normalize("NFD", chr(code))) == 2
]
PAIRS = {"".join(SHORT_I): "й"} | dict(VOICED)


def is_accent(char):
    code = ord(char)
    return (
        0x300 <= code <= 0x36F  # Latin, Greek, Cyrillic
        or 0x591 <= code <= 0x5C7 and unicodedata.category(char) == "Mn"  # Hebrew points
        or 0x64B <= code <= 0x65F or code == 0x670  # Arabic vowel signs
    )


def without_accents(text):
    for pair, letter in PAIRS.items():
        text = text.replace(pair, letter)
    return "".join(char for char in text if not is_accent(char))


def fold(char):
    text = unicodedata.normalize("NFKC", char).casefold()
    text = without_accents(unicodedata.normalize("NFKD", text))
    text = "".join(TYPED_AS.get(letter, letter) for letter in text)
    return "".join(letter for letter in text if unicodedata.category(letter)[0] in "LNM")


def main():
    print(f"# Made by make-folding.py from the Unicode Character Database {unicodedata.unidata_version}.")
    for code in range(0x110000):
        char = chr(code)
        kind = unicodedata.category(char)[0]
        if 0xD800 <= code <= 0xDFFF or 0xAC00 <= code <= 0xD7A3 or kind not in "LNMS":
            continue  # Hangul syllables are composed by rule
        folded = fold(char)
        lower = char.lower() if len(char.lower()) == 1 else char
        if folded != (lower if kind != "S" else ""):
            print(f"{code:04X} {folded}")
    for pair, letter in PAIRS.items():
        print(f"{ord(pair[0]):04X}+{ord(pair[1]):04X} {letter}")


main()
