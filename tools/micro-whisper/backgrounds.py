"""What is heard behind and between the speech: noises, a crowd, and music made of chords and drums. All of it is made here, by numbers."""

import numpy as np

RATE = 16000


def noise(draw, count, kind):
    """White, pink (-3 dB an octave), brown (-6 dB) or band noise, of power 1."""
    size = 1 << (count - 1).bit_length()
    spectrum = np.fft.rfft(draw.standard_normal(size).astype(np.float32))
    hertz = np.maximum(np.arange(len(spectrum)) * RATE / size, 20)
    if kind == "band":
        middle, wide = np.exp(draw.uniform(np.log(150), np.log(5000))), draw.uniform(0.3, 1.0)
        spectrum = spectrum * np.exp(-0.5 * (np.log(hertz / middle) / wide) ** 2)
    else:
        spectrum = spectrum * hertz ** {"white": 0.0, "pink": -0.5, "brown": -1.0}[kind]
    return unit(np.fft.irfft(spectrum)[:count])


def crowd(draw, count):
    """Band noise that swells and falls."""
    swell = np.interp(np.arange(count), np.linspace(0, count, 12), draw.uniform(0.2, 1.5, 12))
    return unit((noise(draw, count, "band") + 0.5 * noise(draw, count, "pink")) * swell)


def music(draw, count):
    """Chords of three voices over a bass, with drums on the beat, of power 1."""
    beat = int(RATE * 60 / draw.uniform(70, 150))
    root, out = draw.uniform(110, 220), np.zeros(count + 8 * beat, np.float32)
    minor, bright, drums = draw.random() < 0.5, draw.uniform(0.8, 2.2), draw.random() < 0.7
    place = -int(draw.integers(0, 4 * beat))
    while place < count:
        step = int(draw.choice([0, 5, 7, 9, -3, 2]))
        for semitone in (step - 12, step, step + (3 if minor else 4), step + 7):
            _add(out, place, _tone(root * 2 ** (semitone / 12), 4 * beat, bright))
        if drums:
            for number in range(8):
                if draw.random() < 0.8:
                    _add(out, place + number * beat // 2, _drum(draw, number % 4))
        if draw.random() < 0.5:
            for number in range(4):
                pitch = root * 2 ** (int(draw.choice([0, 2, 4, 5, 7, 9, 11, 12])) / 12 + 1)
                _add(out, place + number * beat, 0.7 * _tone(pitch, beat, bright))
        place += 4 * beat
    return unit(out[:count])


def _tone(hertz, count, bright):
    time = np.arange(count, dtype=np.float32) / RATE
    tone = sum(np.sin(2 * np.pi * hertz * k * time) / k ** bright for k in range(1, 9) if hertz * k < 7500)
    return (tone * np.minimum(1, time * 60) * np.exp(-time * 1.5)).astype(np.float32)


def _drum(draw, kind):
    time = np.arange(RATE // 6, dtype=np.float32) / RATE
    if kind == 0:
        return 3 * np.sin(2 * np.pi * (50 * time + 6 * (1 - np.exp(-time * 30)))) * np.exp(-time * 18)
    return (1.2 if kind == 2 else 0.5) * draw.standard_normal(len(time)).astype(np.float32) * np.exp(-time * (25 if kind == 2 else 70))


def _add(out, place, piece):
    first, last = max(place, 0), min(place + len(piece), len(out))
    if first < last:
        out[first:last] += piece[first - place:last - place]


def babble(draw, bank, count, voices=6):
    """Several people at once, none of them to be understood, of power 1."""
    out = np.zeros(count, np.float32)
    for _ in range(voices):
        place = -int(draw.integers(0, 2 * RATE))
        while place < count:
            piece = bank.samples(int(draw.integers(len(bank.facts))))
            _add(out, place, piece * draw.uniform(0.5, 1))
            place += len(piece) + int(draw.integers(RATE // 2))
    return unit(out)


def room(draw, samples, seconds):
    """A room's echo: the sound itself, and noise that dies away by 60 dB in SECONDS."""
    count = int(seconds * RATE)
    echo = draw.standard_normal(count).astype(np.float32) * 10 ** (-3 * np.arange(count, dtype=np.float32) / count)
    echo[:int(RATE * 0.003)] = 0
    echo *= draw.uniform(0.1, 0.6) / np.sqrt((echo ** 2).sum())
    echo[0] = 1
    size = 1 << (len(samples) + count - 1).bit_length()
    return np.fft.irfft(np.fft.rfft(samples, size) * np.fft.rfft(echo, size))[:len(samples)].astype(np.float32)


def unit(samples):
    return (samples / max(float(np.sqrt(np.mean(samples ** 2))), 1e-9)).astype(np.float32)
