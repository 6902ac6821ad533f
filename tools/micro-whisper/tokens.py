"""Byte-level tokens in the form of GPT-2 and Whisper: 256 bytes, merges learned on our own sentences, then the marks."""

import json
import pathlib
import re
from collections import Counter

import sentences

MARKS = ["<|endoftext|>", "<|startoftranscript|>"] + [f"<|{name}|>" for name in sentences.LANGUAGES] + [
    "<|translate|>", "<|transcribe|>", "<|startoflm|>", "<|startofprev|>", "<|nospeech|>", "<|notimestamps|>"]
STEP = 0.02
_PIECES = re.compile(r" ?[^\W\d_]+| ?\d+| ?[^\s\w]+|\s+(?!\S)|\s+")


def byte_letters():
    """The letter that stands for each byte in vocab.json, so that every token can be printed: printable bytes stand for themselves."""
    plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
    rest = [b for b in range(256) if b not in plain]
    return {**{b: chr(b) for b in plain}, **{b: chr(256 + i) for i, b in enumerate(rest)}}


def learn(texts, count):
    """Learns merges: again and again the pair that stands together most often becomes one token. Ties go to the pair that sorts first."""
    letters = byte_letters()
    words = Counter(piece for text in texts for piece in _PIECES.findall(" " + text))
    split = {word: [letters[b] for b in word.encode()] for word in words}
    merges = []
    while len(merges) < count:
        pairs = Counter()
        for word, times in words.items():
            for pair in zip(split[word], split[word][1:]):
                pairs[pair] += times
        if not pairs:
            break
        best = min(pairs, key=lambda p: (-pairs[p], p))
        merges.append(best)
        split = {word: _merge(parts, best) for word, parts in split.items()}
    return merges


def _merge(parts, pair):
    out, i = [], 0
    while i < len(parts):
        joined = i + 1 < len(parts) and (parts[i], parts[i + 1]) == pair
        out.append(parts[i] + parts[i + 1] if joined else parts[i])
        i += 2 if joined else 1
    return out


class Tokens:
    """The vocabulary: bytes, merges and marks, with a time mark for every step of the window."""

    def __init__(self, merges, positions):
        self.letters = byte_letters()
        self.bytes = {letter: byte for byte, letter in self.letters.items()}
        self.merges = [tuple(m) for m in merges]
        self.rank = {m: i for i, m in enumerate(self.merges)}
        # The order of GPT-2: printable bytes first.
        self.text = list(self.letters.values()) + ["".join(m) for m in self.merges]
        self.id = {token: i for i, token in enumerate(self.text)}
        self.marks = {mark: len(self.text) + i for i, mark in enumerate(MARKS)}
        self.first_time = len(self.text) + len(MARKS)
        self.positions = positions
        self.count = self.first_time + positions + 1
        self.end = self.marks["<|endoftext|>"]
        self._known = {}

    def time(self, seconds):
        """The time mark nearest to a time within the window."""
        return self.first_time + min(max(round(seconds / STEP), 0), self.positions)

    def encode(self, text):
        """The tokens of a text, piece by piece: a list of lists."""
        return [self._piece(piece) for piece in _PIECES.findall(text)]

    def _piece(self, piece):
        if piece not in self._known:
            parts = [self.letters[b] for b in piece.encode()]
            while True:
                found = [(self.rank[p], p) for p in zip(parts, parts[1:]) if p in self.rank]
                if not found:
                    break
                parts = _merge(parts, min(found)[1])
            self._known[piece] = [self.id[p] for p in parts]
        return self._known[piece]

    def decode(self, ids):
        """The text of tokens; marks and times are left out."""
        data = bytes(self.bytes[letter] for i in ids if i < len(self.text) for letter in self.text[i])
        return data.decode(errors="replace")

    def save(self, folder):
        """Writes vocab.json, merges.txt and added_tokens.json."""
        folder = pathlib.Path(folder)
        vocabulary = {**self.id, "<|endoftext|>": self.end}
        times = {f"<|{i * STEP:.2f}|>": self.first_time + i for i in range(self.positions + 1)}
        added = {**{mark: i for mark, i in self.marks.items() if i != self.end}, **times}
        (folder / "vocab.json").write_text(json.dumps(vocabulary, ensure_ascii=False) + "\n")
        (folder / "merges.txt").write_text("#version: 0.2\n" + "".join(f"{a} {b}\n" for a, b in self.merges))
        (folder / "added_tokens.json").write_text(json.dumps(added) + "\n")
