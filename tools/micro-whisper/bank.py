"""A bank of spoken sentences: every one said by a voice of its part (training voices are never heard in the other parts)."""

import argparse
import pickle
import random

import numpy as np

import sentences
from espeak import Espeak

BASES = {
    "train": {"en": ["en", "en-us", "en-gb-scotland", "en-gb-x-gbclan", "en-gb-x-gbcwmd"], "de": ["de"], "fr": ["fr", "fr-ch"]},
    "tune": {"en": ["en-us", "en-gb-x-rp"], "de": ["de"], "fr": ["fr", "fr-be"]},
    "report": {"en": ["en", "en-us", "en-us-nyc"], "de": ["de"], "fr": ["fr", "fr-be"]},
}
VARIANTS = {
    "train": ["", "m1", "m2", "m3", "m5", "m6", "m8", "f1", "f2", "f4", "klatt", "klatt2", "klatt3", "adam", "Alex", "Andrea", "Annie", "belinda",
              "benjamin", "caleb", "david", "ed", "edward", "gustave", "Denis", "Diogo", "Gene", "Henrique", "Hugo", "Jacky", "Lee", "Marco", "max",
              "michel", "Michael", "Mike", "miguel", "Nguyen", "norbert", "pablo", "paul", "pedro", "rob", "robert", "sandro", "shelby", "steph",
              "steph2", "victor", "zac", "anika", "antonio", "aunty", "iven", "iven2"],
    "tune": ["m4", "f3", "klatt4", "Alicia", "boris", "Gene2", "marcelo"],
    "report": ["m7", "f5", "klatt6", "Mario", "quincy", "Andy", "linda", "travis", "steph3"],
}


def fill(path, part, count, seed):
    """Writes PATH.pcm (16-bit samples, one sentence after another) and PATH.facts (a pickled list of dictionaries)."""
    draw, espeak, facts, place = random.Random(seed), Espeak(), [], 0
    with open(f"{path}.pcm", "wb") as out:
        while len(facts) < count:
            language = draw.choice(sentences.LANGUAGES)
            variant = draw.choice(VARIANTS[part])
            voice = draw.choice(BASES[part][language]) + (f"+{variant}" if variant else "")
            text = sentences.draw_sentence(draw, language, part)
            said = espeak.say(voice, text, draw.randint(130, 230), draw.randint(25, 75), draw.randint(20, 80))
            if said is None:
                continue
            wave, words, sounds = said
            wave = wave / max(float(np.sqrt(np.mean(wave ** 2))), 1e-4) * 0.1
            wave = np.clip(np.round(wave * 32767 * 0.9), -32768, 32767).astype(np.int16)
            out.write(wave.tobytes())
            facts.append({"language": language, "voice": voice, "text": text, "words": words, "sounds": sounds, "at": place, "length": len(wave)})
            place += len(wave)
    with open(f"{path}.facts", "wb") as out:
        pickle.dump(facts, out)


class Bank:
    """A bank read back; its samples stay on the disk until they are asked for."""

    def __init__(self, path):
        with open(f"{path}.facts", "rb") as file:
            self.facts = pickle.load(file)
        self._samples = np.memmap(f"{path}.pcm", np.int16, "r")
        self.by_language = {name: [i for i, f in enumerate(self.facts) if f["language"] == name] for name in sentences.LANGUAGES}

    def samples(self, index):
        fact = self.facts[index]
        return self._samples[fact["at"]:fact["at"] + fact["length"]].astype(np.float32) / 32768


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", help="where the bank is written, without its ending")
    parser.add_argument("part", choices=tuple(BASES))
    parser.add_argument("count", type=int, help="sentences")
    parser.add_argument("seed", type=int)
    options = parser.parse_args()
    fill(options.path, options.part, options.count, options.seed)
