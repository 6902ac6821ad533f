"""Scores a trained network on held-out speech, by condition: word error rate (greedy, no timestamps), word times, no-speech, each alignment head."""

import argparse
import random

import numpy as np
import torch

import backgrounds
from bank import Bank
from mel import RATE, log_mel
from model import Model
from tokens import Tokens

CONDITIONS = ("clean", "noise 20", "noise 10", "noise 5", "music 10", "music 5")


def windows(bank, condition, count, seed, seconds):
    """Windows of one to three sentences with pauses: (samples, language, words with start and end)."""
    draw, plain = np.random.default_rng(seed), random.Random(seed)
    kind, _, ratio = condition.partition(" ")
    out = []
    while len(out) < count:
        language = plain.choice(list(bank.by_language))
        samples, words, place = np.zeros(int(seconds * RATE), np.float32), [], plain.uniform(0.1, 1)
        for _ in range(plain.randint(1, 3)):
            index = plain.choice(bank.by_language[language])
            fact, wave = bank.facts[index], bank.samples(index)
            if place + len(wave) / RATE > seconds - 0.1:
                break
            first = int(place * RATE)
            samples[first:first + len(wave)] += wave
            words += [(w.strip(".,").lower(), first / RATE + s, first / RATE + e) for w, s, e in fact["words"]]
            place = (first + len(wave)) / RATE + plain.uniform(0.2, 1)
        if not words:
            continue
        if kind == "noise":
            samples += 0.1 * 10 ** (-float(ratio) / 20) * backgrounds.noise(draw, len(samples), plain.choice(["white", "pink", "brown"]))
        if kind == "music":
            samples += 0.1 * 10 ** (-float(ratio) / 20) * backgrounds.music(draw, len(samples))
        out.append((samples * 0.5, language, words))
    return out


@torch.no_grad()
def greedy(network, tokens, heard, language, most=60):
    marks = tokens.marks
    ids = torch.tensor([[marks["<|startoftranscript|>"], marks[f"<|{n}|>"], marks["<|transcribe|>"], marks["<|notimestamps|>"]] for n in language])
    done = torch.zeros(len(ids), dtype=torch.bool)
    first = None
    while ids.shape[1] < most and not done.all():
        logits = network.decoder(ids, heard)[0]
        if first is None:
            first = logits[:, 0].softmax(-1)
        logits = logits[:, -1]
        logits[:, tokens.end + 1:] = -1e9
        following = torch.where(done, torch.tensor(tokens.end), logits.argmax(-1))
        done |= following == tokens.end
        ids = torch.cat([ids, following[:, None]], 1)
    return ids, first


def distance(said, heard):
    """Edit distance over words, with the pairs of equal words."""
    n, m = len(said), len(heard)
    cost = np.zeros((n + 1, m + 1), int)
    cost[:, 0], cost[0] = np.arange(n + 1), np.arange(m + 1)
    for i in range(n):
        for j in range(m):
            cost[i + 1, j + 1] = min(cost[i, j] + (said[i] != heard[j]), cost[i, j + 1] + 1, cost[i + 1, j] + 1)
    pairs, i, j = [], n, m
    while i and j:
        if said[i - 1] == heard[j - 1] and cost[i, j] == cost[i - 1, j - 1]:
            pairs, i, j = pairs + [(i - 1, j - 1)], i - 1, j - 1
        elif cost[i, j] == cost[i - 1, j - 1] + 1:
            i, j = i - 1, j - 1
        elif cost[i, j] == cost[i - 1, j] + 1:
            i -= 1
        else:
            j -= 1
    return cost[n, m], pairs


def word_times(scores, ids, tokens):
    """Words with start and end by dynamic time warping over HEADS x TOKENS x POSITIONS scores, the sequence beginning with four marks."""
    weights = torch.tensor(scores).softmax(-1)
    weights = ((weights - weights.mean(-2, keepdim=True)) / weights.std(-2, keepdim=True, unbiased=False)).numpy()
    padded = np.pad(weights, ((0, 0), (0, 0), (3, 3)), mode="reflect")
    weights = np.median(np.lib.stride_tricks.sliding_window_view(padded, 7, -1), -1)
    cost = -weights.mean(0)[3:-1]
    text = [i for i in ids[4:] if i < tokens.end]
    starts = warp(cost) * 0.02
    words, place = [], 0
    while place < len(text):
        last = place + 1
        while last < len(text) and not tokens.text[text[last]].startswith(("Ġ", ".", ",")):
            last += 1
        words.append((tokens.decode(text[place:last]).strip().lower(), starts[place], starts[last]))
        place = last
    return [w for w in words if w[0].strip(".,")]


def warp(cost):
    """The first position of each row on the cheapest path."""
    rows, columns = cost.shape
    total = np.full((rows + 1, columns + 1), np.inf)
    total[0, 0] = 0
    step = np.zeros((rows + 1, columns + 1), int)
    for j in range(1, columns + 1):
        for i in range(1, rows + 1):
            options = (total[i - 1, j - 1], total[i - 1, j], total[i, j - 1])
            best = 0 if options[0] < options[1] and options[0] < options[2] else 1 if options[1] < options[2] else 2
            step[i, j], total[i, j] = best, cost[i - 1, j - 1] + options[best]
    step[0], step[:, 0] = 2, 1
    first, i, j = np.zeros(rows, int), rows, columns
    while i > 0 or j > 0:
        if i and j:
            first[i - 1] = j - 1
        i, j = (i - 1, j - 1) if step[i, j] == 0 else (i - 1, j) if step[i, j] == 1 else (i, j - 1)
    return first


def score(network, tokens, clips, heads):
    wrong, total, starts, ends, silent = 0, 0, [], [], []
    for place in range(0, len(clips), 16):
        part = clips[place:place + 16]
        with torch.no_grad():
            heard = network.encoder(torch.tensor(np.stack([log_mel(c[0]) for c in part])))
        ids, first = greedy(network, tokens, heard, [c[1] for c in part])
        silent += first[:, tokens.marks["<|nospeech|>"]].tolist()
        with torch.no_grad():
            scores = network.decoder(ids, heard)[1]
        for row, (_, _, words) in enumerate(part):
            line = ids[row].tolist()
            line = line[:line.index(tokens.end, 4) + 1] if tokens.end in line[4:] else [*line, tokens.end]
            chosen = torch.stack([scores[layer][row, head, :len(line)] for layer, head in heads]).numpy()
            if chosen.shape[1] < len(line):
                line = line[:-1]
            found = word_times(chosen, line, tokens) if len(line) > 5 else []
            errors, pairs = distance([w[0] for w in words], [w[0] for w in found])
            wrong, total = wrong + errors, total + len(words)
            starts += [abs(words[i][1] - found[j][1]) for i, j in pairs]
            ends += [abs(words[i][2] - found[j][2]) for i, j in pairs]
    return wrong / total, total, starts or [9], ends or [9], silent


def main(options):
    torch.set_num_threads(options.threads)
    state = torch.load(options.state)
    network = Model(state["settings"]).eval()
    network.load_state_dict(state["network"])
    positions = state["settings"]["max_source_positions"]
    tokens, bank = Tokens(state["merges"], positions), Bank(options.bank)
    heads = [tuple(int(x) for x in head.split(":")) for head in options.heads.split(",")]
    for condition in CONDITIONS if not options.quick else CONDITIONS[:1]:
        error, total, starts, ends, silent = score(network, tokens, windows(bank, condition, options.count, 11, positions * 0.02), heads)
        print(f"{condition:10} WER {error:.3f} of {total} words; start {np.median(starts):.3f} / {np.quantile(starts, .9):.3f} s; "
              f"end {np.median(ends):.3f} / {np.quantile(ends, .9):.3f} s; no-speech {np.mean(np.array(silent) > .6):.3f}", flush=True)
    draw = np.random.default_rng(12)
    count = positions * 320
    empty = [(0.03 * (backgrounds.music(draw, count) if i % 2 else backgrounds.noise(draw, count, "pink")), "en", []) for i in range(options.count)]
    with torch.no_grad():
        heard = network.encoder(torch.tensor(np.stack([log_mel(c[0]) for c in empty])))
    ids, first = greedy(network, tokens, heard, ["en"] * len(empty))
    print(f"empty      tokens {np.mean([(r[4:] < tokens.end).sum() for r in ids.numpy()]):.3f} a clip; "
          f"no-speech {np.mean(first[:, tokens.marks['<|nospeech|>']].numpy() > .6):.3f}")
    if options.each:
        clips = windows(bank, "noise 20", options.count, 13, positions * 0.02)
        for head in [(layer, h) for layer in range(state["settings"]["decoder_layers"]) for h in range(state["settings"]["decoder_attention_heads"])]:
            _, _, starts, ends, _ = score(network, tokens, clips, [head])
            print(f"head {head}: start {np.median(starts):.3f} / {np.quantile(starts, .9):.3f} s, end {np.median(ends):.3f} s")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("state")
    parser.add_argument("bank", help="path of a held-out bank, without its ending")
    parser.add_argument("--count", type=int, default=48, help="windows a condition")
    parser.add_argument("--heads", default="1:0,1:1")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--quick", action="store_true", help="clean speech only")
    parser.add_argument("--each", action="store_true", help="scores every head alone, too")
    main(parser.parse_args())
