"""Windows to train on: sentences with pauses, in rooms, noise and music; the tokens that are right for them; where each token is heard."""

import numpy as np

import backgrounds
from mel import RATE, log_mel

POSITION = 0.02
MOST_TOKENS, IGNORE = 64, -100


class Mixer:
    """Draws windows of SECONDS from a bank. NAMES are the sounds of all languages: what the encoder is asked for on the way.

    HARD is the part of the windows with rooms, noise and music; the others are clean. FULL is the part that is filled with
    sentences to the end; the others have five at most.
    """

    def __init__(self, bank, tokens, names, seconds, hard, full, seed, stock=120):
        self.bank, self.tokens, self.names, self.seconds, self.hard, self.full = bank, tokens, names, seconds, hard, full
        self.draw = np.random.default_rng(seed)
        self.stock = [backgrounds.music(self.draw, 20 * RATE).astype(np.float16) for _ in range(stock)]

    def window(self):
        """One window: its samples, the sentences in it, and the language."""
        draw, count = self.draw, int(self.seconds * RATE)
        language = str(draw.choice(list(self.bank.by_language)))
        spoken, said = np.zeros(count, np.float32), []
        if draw.random() > 0.06:
            place, most = draw.uniform(0, 0.8 if draw.random() < 0.7 else self.seconds / 3), int(draw.integers(1, 6))
            most = 99 if self.full and draw.random() < self.full else most
            same, cut = draw.random() < 0.5, draw.random() < 0.12
            while len(said) < most:
                index = self._sentence(language, said[-1]["voice"] if same and said else None)
                fact = self.bank.facts[index]
                if place + fact["words"][-1][2] + 0.1 > self.seconds and not (cut and place + 0.4 < self.seconds):
                    break
                samples = self.bank.samples(index) * 10 ** (draw.uniform(-3, 3) / 20)
                first = int(place * RATE)
                samples = samples[:count - first]
                spoken[first:first + len(samples)] += samples
                place = first / RATE
                said.append({**fact, "offset": place})
                place += fact["words"][-1][2] + (draw.uniform(0.2, 0.8) if draw.random() < 0.7 else draw.uniform(0.8, 2.5))
        return self._place(spoken, said), said, language

    def _sentence(self, language, voice):
        choices = self.bank.by_language[language]
        for _ in range(30 if voice else 1):
            index = choices[int(self.draw.integers(len(choices)))]
            if voice is None or self.bank.facts[index]["voice"] == voice:
                break
        return index

    def _place(self, spoken, said):
        draw, count = self.draw, len(spoken)
        hard = draw.random() < self.hard
        if hard and draw.random() < 0.3:
            spoken = backgrounds.room(draw, spoken, draw.uniform(0.1, 0.7))
        behind = self._background(count) if hard or not said else None
        if behind is not None:
            loud = 0.1 * 10 ** (-draw.uniform(2, 32) / 20) if said else 0.1 * 10 ** (-draw.uniform(0, 30) / 20)
            spoken = spoken + behind * loud
        if hard and draw.random() < 0.3:
            spoken = self._colour(spoken)
        spoken = spoken * (10 ** (draw.uniform(-32, -2) / 20) / max(float(np.abs(spoken).max()), 1e-6)) if np.abs(spoken).max() > 1e-6 else spoken
        if draw.random() < 0.5:
            spoken = spoken + draw.standard_normal(count).astype(np.float32) * 10 ** draw.uniform(-5, -3.3)
        return np.clip(spoken, -1, 1).astype(np.float32)

    def _background(self, count):
        kind = self.draw.choice(["none", "white", "pink", "brown", "band", "crowd", "babble", "music"], p=[.2, .08, .1, .06, .08, .1, .1, .28])
        if kind == "none":
            return None
        if kind == "music":
            tune = self.stock[int(self.draw.integers(len(self.stock)))]
            first = int(self.draw.integers(len(tune) - count + 1))
            return tune[first:first + count].astype(np.float32)
        if kind == "babble":
            return backgrounds.babble(self.draw, self.bank, count)
        return backgrounds.crowd(self.draw, count) if kind == "crowd" else backgrounds.noise(self.draw, count, kind)

    def _colour(self, samples):
        size = 1 << (len(samples) - 1).bit_length()
        hertz = np.fft.rfftfreq(size, 1 / RATE)
        bend = np.interp(hertz, [0, 200, 500, 1000, 2000, 4000, 8000], 10 ** (self.draw.uniform(-9, 9, 7) / 20))
        if self.draw.random() < 0.4:
            bend = bend / (1 + (hertz / 3400) ** 12) * (hertz > 250)
        return np.fft.irfft(np.fft.rfft(samples, size) * bend)[:len(samples)].astype(np.float32)

    def example(self):
        """One example as arrays: picture, sounds, tokens, what follows each token, and the span each place should listen to, in positions."""
        samples, said, language = self.window()
        picture = log_mel(samples)
        last = said[-1]["offset"] + said[-1]["words"][-1][2] + 0.3 if said else 0
        if self.draw.random() < 0.35 and last + 0.1 < self.seconds:
            self._silence(samples, picture, int(max(last, 0.5) * 100))
        return (picture.astype(np.float32), self._sounds(said), *self._text(said, language))

    def _silence(self, samples, picture, column):
        """Ends the window early, as whoever fills up a window does: with silence, or with zeros in the picture."""
        column = int(self.draw.integers(column, picture.shape[1] + 1))
        if self.draw.random() < 0.5:
            picture[:, column:] = 0
        else:
            samples = samples.copy()
            samples[column * 160:] = 0
            picture[:] = log_mel(samples)

    def _sounds(self, said):
        line = np.zeros(int(self.seconds / POSITION), np.int64)
        for fact in said:
            ends = [s for s, _ in fact["sounds"][1:]] + [fact["words"][-1][2]]
            for (start, name), end in zip(fact["sounds"], ends):
                line[round((fact["offset"] + start) / POSITION):round((fact["offset"] + end) / POSITION)] = self.names.get(name, 0)
        return line

    def _text(self, said, language):
        marks, draw = self.tokens.marks, self.draw
        timed = draw.random() < 0.6
        whole = [f for f in said if f["offset"] + f["words"][-1][2] <= self.seconds]
        places = [(marks["<|startoftranscript|>"], None), (marks[f"<|{language}|>"], None), (marks["<|transcribe|>"], None)]
        begin = []
        if draw.random() < 0.05:
            facts = [self.bank.facts[int(i)] for i in draw.integers(len(self.bank.facts), size=int(draw.integers(1, 12)))]
            begin = sum((sum(self.tokens.encode(" " + f["text"]), []) for f in facts), [])[-95:]
            begin = [marks["<|startofprev|>"], *begin]
        if not timed:
            places.append((marks["<|notimestamps|>"], None))
        head = len(places)
        for index, fact in enumerate(whole):
            places += self._sentence_places(fact, whole[index + 1] if index + 1 < len(whole) else None, timed)
        if timed and len(whole) < len(said):
            begins = said[-1]["offset"] + said[-1]["words"][0][1]
            places.append((self.tokens.time(begins), (begins - 0.06, begins + 0.06)))
        if timed and not said:
            places.append((self.tokens.time(0), None))
        after = whole[-1]["offset"] + whole[-1]["words"][-1][2] if whole else None
        places.append((self.tokens.end, (after + 0.05, after + 0.45) if after is not None else None))
        ids = begin + [p[0] for p in places]
        targets = [IGNORE] * (len(begin) + head - 1) + [p[0] for p in places[head:]] + [IGNORE]
        targets[len(begin)] = marks[f"<|{language}|>"] if said else marks["<|nospeech|>"]
        spans = [(-1, -1)] * (len(begin) + head - 1) + [self._span(p[1]) for p in places[head:]] + [(-1, -1)]
        return np.array(ids), np.array(targets), np.array(spans)

    def _span(self, span):
        if span is None:
            return -1, -1
        count = int(self.seconds / POSITION)
        first = min(max(int(round(span[0] / POSITION)), 0), count - 1)
        return first, min(max(int(round(span[1] / POSITION)), first + 1), count)

    def _sentence_places(self, fact, following, timed):
        offset, words, places = fact["offset"], fact["words"], []
        begins, ends = offset + words[0][1], offset + words[-1][2]
        if timed:
            places.append((self.tokens.time(begins), (begins - 0.06, begins + 0.06)))
        pieces = self.tokens.encode(" " + fact["text"])
        index = 0
        for piece in pieces:
            if self.tokens.text[piece[0]] in (",", "."):
                start = offset + words[index - 1][2]
                stop = offset + words[index][1] if index < len(words) else following["offset"] + following["words"][0][1] if following else start + 0.4
                places += [(piece[0], (start, max(min(stop, start + 0.4), start + POSITION)))]
                continue
            _, start, stop = words[index]
            sizes = np.cumsum([0] + [len(self.tokens.text[t]) for t in piece])
            marks = offset + start + (stop - start) * sizes / sizes[-1]
            places += [(token, (marks[k], marks[k + 1])) for k, token in enumerate(piece)]
            index += 1
        if timed:
            places.append((self.tokens.time(ends), (ends - 0.06, ends + 0.06)))
        return places
