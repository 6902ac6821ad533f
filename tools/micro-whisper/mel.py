"""Log-mel spectrogram as Whisper takes it: 80 rows, a column each 10 ms; Slaney's mel scale, Hann window of 400, power, log10."""

import numpy as np

RATE, SIZE, HOP, ROWS = 16000, 400, 160, 80


def _slaney(hertz):
    hertz = np.asarray(hertz, np.float64)
    return np.where(hertz < 1000, hertz * 3 / 200, 15 + np.log(np.maximum(hertz, 1000) / 1000) * 27 / np.log(6.4))


def _hertz(mel):
    return np.where(mel < 15, mel * 200 / 3, 1000 * np.exp((mel - 15) * np.log(6.4) / 27))


def filters(rows=ROWS):
    """Triangles from 0 to 8,000 Hz, evenly apart on Slaney's scale, each of one area: rows x 201."""
    edges = _hertz(np.linspace(0, _slaney(8000), rows + 2))
    bins = np.arange(SIZE // 2 + 1) * RATE / SIZE
    rise = (bins - edges[:-2, None]) / (edges[1:-1] - edges[:-2])[:, None]
    fall = (edges[2:, None] - bins) / (edges[2:] - edges[1:-1])[:, None]
    return (np.maximum(0, np.minimum(rise, fall)) * (2 / (edges[2:] - edges[:-2]))[:, None]).astype(np.float32)


_FILTERS = filters()
_HANN = (0.5 - 0.5 * np.cos(2 * np.pi * np.arange(SIZE) / SIZE)).astype(np.float32)


def log_mel(samples):
    """The picture of a sound: 80 x (samples / 160)."""
    padded = np.pad(samples.astype(np.float32), SIZE // 2, mode="reflect")
    frames = np.lib.stride_tricks.sliding_window_view(padded, SIZE)[::HOP][:len(samples) // HOP]
    power = np.abs(np.fft.rfft(frames * _HANN)).astype(np.float32) ** 2
    log = np.log10(np.maximum(_FILTERS @ power.T, 1e-10))
    return (np.maximum(log, log.max() - 8) + 4) / 4
