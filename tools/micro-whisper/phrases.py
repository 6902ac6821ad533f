"""Writes a few spoken sentences with the time of every word, for tests: one a language and voice, none of them trained on."""

import argparse
import json
import pathlib

import numpy as np

import sentences
from clips import write
from espeak import Espeak

PHRASES = (
    ("one", "en", "en-us+m7", "Brought to you by Zanolo."),
    ("two", "en", "en+f5", "Okoye holds the great goal for Zanolo."),
    ("three", "de", "de+linda", "Weber mit guter Mannschaft für Bravika."),
    ("four", "fr", "fr+m7", "Kuppa est ici avec Zanolo."),
)


def main(options):
    folder, espeak, truth = pathlib.Path(options.folder), Espeak(), []
    folder.mkdir(parents=True, exist_ok=True)
    for name, language, voice, text in PHRASES:
        if sentences.part(text) != "report":
            raise SystemExit(f"'{text}' belongs to the part {sentences.part(text)}.")
        samples, words, _ = espeak.say(voice, text, 165)
        first, last = max(0, int(words[0][1] * 16000) - 800), int(words[-1][2] * 16000) + 800
        samples = np.pad(samples, (0, max(0, last - len(samples))))[first:last]
        write(folder / f"{name}.wav", samples * (0.05 / np.sqrt(np.mean(samples ** 2))))
        truth.append({"file": f"{name}.wav", "language": language, "voice": voice, "text": text, "words": [
            {"text": w, "start": round(s - first / 16000, 3), "end": round(e - first / 16000, 3)} for w, s, e in words]})
    (folder / "truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder")
    main(parser.parse_args())
