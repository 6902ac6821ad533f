"""Writes clips with planted speech and their truth: WAV files (16 kHz, 16 bits, one channel) and truth.json, for `bench/accuracy -- speech score`.

The voices, the sentences and the seeds are those of the part asked for, none of which was trained on; the kinds of noise and of music are those that
were, by other draws.
"""

import argparse
import json
import pathlib
import random
import tempfile
import wave

import numpy as np

import backgrounds
import sentences
from bank import Bank, fill
from mel import RATE

SPOKEN = ("clean", "noise 20", "noise 10", "noise 5", "music 10", "music 5")
EMPTY = ("silence", "noise", "music")
SEEDS = {"tune": 52, "report": 53}


def spoken(bank, condition, seed, seconds):
    """One clip of SECONDS in one language by one or two voices: its samples (RMS of speech 0.05), the language, the words."""
    plain, draw = random.Random(seed), np.random.default_rng(seed)
    language = plain.choice(sentences.LANGUAGES)
    choices = bank.by_language[language]
    voices = [bank.facts[plain.choice(choices)]["voice"] for _ in range(plain.randint(1, 2))]
    choices = [i for i in choices if bank.facts[i]["voice"] in voices]
    samples, words, place = np.zeros(int(seconds * RATE), np.float32), [], plain.uniform(0.2, 2)
    while True:
        index = plain.choice(choices)
        fact, said = bank.facts[index], bank.samples(index)
        first = int(place * RATE)
        if first + len(said) + RATE // 5 > len(samples):
            break
        samples[first:first + len(said)] += said
        words += [{"text": w, "start": round(first / RATE + s, 3), "end": round(first / RATE + e, 3)} for w, s, e in fact["words"]]
        place = (first + len(said)) / RATE + (plain.uniform(0.2, 1) if plain.random() < 0.7 else plain.uniform(1, 4))
    return behind(samples, condition, draw) * 0.5, language, words, voices


def behind(samples, condition, draw):
    """Adds what a condition says, RATIO dB below speech of RMS 0.1."""
    kind, _, ratio = condition.partition(" ")
    loud = 0.1 * 10 ** (-float(ratio or 0) / 20)
    if kind == "noise":
        samples = samples + loud * backgrounds.noise(draw, len(samples), str(draw.choice(["white", "pink", "brown"])))
    if kind == "music":
        samples = samples + loud * backgrounds.music(draw, len(samples))
    return samples


def write(path, samples):
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", ""))
        file.writeframes(np.clip(np.round(samples * 32767), -32768, 32767).astype("<i2").tobytes())


def main(options):
    folder = pathlib.Path(options.folder)
    folder.mkdir(parents=True, exist_ok=True)
    seed, truth = SEEDS[options.part] * 1000 + options.seed * 100_000, []
    with tempfile.TemporaryDirectory() as scratch:
        fill(f"{scratch}/bank", options.part, options.sentences, seed)
        bank = Bank(f"{scratch}/bank")
        for condition in SPOKEN:
            for number in range(options.clips):
                seed += 1
                samples, language, words, voices = spoken(bank, condition, seed, options.seconds)
                name = f"{condition.replace(' ', '-')}-{number:02}.wav"
                write(folder / name, samples)
                truth.append({"file": name, "condition": condition, "language": language, "seconds": options.seconds, "voices": voices, "words": words})
        for condition in EMPTY:
            for number in range(options.clips if condition != "silence" else 1):
                seed += 1
                samples = behind(np.zeros(int(options.seconds * RATE), np.float32), f"{condition} 6", np.random.default_rng(seed)) * 0.5
                name = f"only-{condition}-{number:02}.wav"
                write(folder / name, samples)
                truth.append({"file": name, "condition": f"only {condition}", "language": None, "seconds": options.seconds, "voices": [], "words": []})
    (folder / "truth.json").write_text(json.dumps({"part": options.part, "seed": options.seed, "clips": truth}, ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--part", choices=tuple(SEEDS), default="report")
    parser.add_argument("--clips", type=int, default=10, help="clips of each condition")
    parser.add_argument("--seconds", type=float, default=40)
    parser.add_argument("--sentences", type=int, default=1200, help="sentences in the bank they are drawn from")
    parser.add_argument("--seed", type=int, default=0)
    main(parser.parse_args())
