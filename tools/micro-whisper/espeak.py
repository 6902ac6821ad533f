"""Speech by espeak-ng (libespeak-ng.so.1), with the time of every word and of every sound as the synthesiser says it."""

import ctypes as C

import numpy as np

RATE = 16000


class _Id(C.Union):
    _fields_ = [("number", C.c_int), ("name", C.c_char_p), ("string", C.c_char * 8)]


class _Event(C.Structure):
    _fields_ = [("type", C.c_int), ("uid", C.c_uint), ("text_position", C.c_int), ("length", C.c_int), ("audio_position", C.c_int),
                ("sample", C.c_int), ("user_data", C.c_void_p), ("id", _Id)]


_CALLBACK = C.CFUNCTYPE(C.c_int, C.POINTER(C.c_short), C.c_int, C.POINTER(_Event))
_SYNCHRONOUS, _PHONEMES, _UTF8 = 2, 1, 1
_WORD, _PHONEME = 1, 7
_RATE, _VOLUME, _PITCH, _RANGE = 1, 2, 3, 4


class Espeak:
    """The synthesiser; one a process."""

    def __init__(self):
        self._library = C.CDLL("libespeak-ng.so.1")
        self._rate = self._library.espeak_Initialize(_SYNCHRONOUS, 0, None, _PHONEMES | 0x8000)
        if self._rate != 22050:
            raise RuntimeError(f"espeak-ng speaks at {self._rate} samples a second and not at 22050.")
        self._pieces, self._events = [], []
        self._keep = _CALLBACK(self._take)
        self._library.espeak_SetSynthCallback(self._keep)

    def _take(self, wave, count, events):
        if count > 0:
            self._pieces.append(np.ctypeslib.as_array(wave, (count,)).copy())
        index = 0
        while events[index].type:
            event = events[index]
            if event.type in (_WORD, _PHONEME):
                name = event.id.string.decode("latin-1") if event.type == _PHONEME else ""
                self._events.append((event.type, event.text_position, event.sample, name))
            index += 1
        return 0

    def say(self, voice, text, rate=175, pitch=50, spread=50):
        """Says a text.

        Returns samples at 16 kHz from -1 to 1, the words as (text, start, end) in seconds, and the sounds as (start, name) in seconds; None where
        espeak-ng does not say where each word of the text begins (it draws some small words together).
        """
        if self._library.espeak_SetVoiceByName(voice.encode()) != 0:
            raise RuntimeError(f"espeak-ng has no voice named {voice}.")
        for parameter, value in ((_RATE, rate), (_VOLUME, 80), (_PITCH, pitch), (_RANGE, spread)):
            self._library.espeak_SetParameter(parameter, value, 0)
        self._pieces.clear()
        self._events.clear()
        data = text.encode() + b"\0"
        self._library.espeak_Synth(data, len(data), 0, 1, 0, _UTF8, None, None)
        self._library.espeak_Synchronize()
        if not self._pieces:
            return None
        wave = np.concatenate(self._pieces).astype(np.float32) / 32768
        words = self._words(text, len(wave))
        if words is None:
            return None
        sounds = [(sample / self._rate, name) for kind, _, sample, name in self._events if kind == _PHONEME]
        return resample(wave), words, sounds

    def _words(self, text, length):
        starts, position = {}, 0
        for word in text.split():
            position = text.index(word, position)
            starts[position + 1] = word
            position += len(word)
        places = [i for i, e in enumerate(self._events) if e[0] == _WORD]
        if [self._events[i][1] for i in places] != list(starts):
            return None
        words = []
        for order, place in enumerate(places):
            last = places[order + 1] if order + 1 < len(places) else len(self._events)
            sounds = [e for e in self._events[place:last] if e[0] == _PHONEME]
            voiced = [i for i, e in enumerate(sounds) if not e[3].startswith("_")]
            if not voiced:
                return None
            # A word begins with its first sound and ends where the next word begins or the pause that follows it.
            after = sounds[voiced[-1] + 1][2] if voiced[-1] + 1 < len(sounds) else self._events[last][2] if last < len(self._events) else length
            words.append((starts[self._events[place][1]], sounds[voiced[0]][2] / self._rate, after / self._rate))
        return words


def resample(wave):
    """From 22,050 to 16,000 samples a second (320 for 441), exactly band-limited."""
    blocks = 1
    while blocks * 441 < len(wave) + 441:
        blocks = blocks * 2 if blocks < 16 else blocks + max(1, blocks // 16)
    padded = np.zeros(blocks * 441, np.float32)
    padded[:len(wave)] = wave
    spectrum = np.fft.rfft(padded)
    count = blocks * 320
    out = np.fft.irfft(spectrum[:count // 2 + 1], count) * (320 / 441)
    return out[:int(len(wave) * 320 / 441)].astype(np.float32)
