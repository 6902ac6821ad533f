"""Trains the network: short windows first, then longer ones up to the whole window. The state is saved after every few hundred steps."""

import argparse
import json
import math
import pathlib
import pickle
import time

import numpy as np
import torch
import torch.nn.functional as F

import model
import sentences
from bank import Bank
from mix import IGNORE, Mixer
from tokens import Tokens, learn

# Heads (LAYER, HEAD) that are shown where to listen: those of the first layer where the token before was heard, those of the last where the next is.
GUIDED_BEFORE, GUIDED_NEXT = ((0, 0), (0, 1)), ((1, 0), (1, 1))


class Examples(torch.utils.data.IterableDataset):
    """Batches without end, drawn by the worker's own seed."""

    def __init__(self, path, tokens, names, seconds, size, hard, full, seed):
        self.path, self.tokens, self.names, self.seconds, self.size = path, tokens, names, seconds, size
        self.hard, self.full, self.seed = hard, full, seed

    def __iter__(self):
        worker = torch.utils.data.get_worker_info()
        torch.set_num_threads(1)
        mixer = Mixer(Bank(self.path), self.tokens, self.names, self.seconds, self.hard, self.full, [self.seed, worker.id if worker else 0])
        while True:
            yield batch([mixer.example() for _ in range(self.size)])


def batch(examples):
    pictures, sounds, ids, targets, spans = zip(*examples)
    longest = max(len(i) for i in ids)
    padded = np.zeros((len(ids), longest), np.int64)
    wanted = np.full((len(ids), longest), IGNORE, np.int64)
    places = np.full((len(ids), longest, 2), -1, np.int64)
    for row, (a, b, c) in enumerate(zip(ids, targets, spans)):
        padded[row, :len(a)], wanted[row, :len(b)], places[row, :len(c)] = a, b, c
    return [torch.from_numpy(x) for x in (np.stack(pictures), np.stack(sounds), padded, wanted, places)]


def sound_names(facts):
    """The names of the sounds that are heard at least 50 times, silence first."""
    counts = {}
    for fact in facts:
        for _, name in fact["sounds"]:
            counts[name] = counts.get(name, 0) + 1
    names = sorted(n for n, c in counts.items() if c >= 50 and not n.startswith(("_", "(")))
    return {"": 0, **{n: i + 1 for i, n in enumerate(names)}}


def losses(network, head, data, smoothing):
    """The losses: the next token, the sound at every position, attention outside the spans where tokens are heard; and how often the next token is right."""
    pictures, sounds, ids, targets, spans = data
    with torch.autocast("cpu", torch.bfloat16):
        heard = network.encoder(pictures)
        logits, scores = network.decoder(ids, heard)
        sound_logits = head(heard)
    text = F.cross_entropy(logits.float().flatten(0, 1), targets.flatten(), ignore_index=IGNORE, label_smoothing=smoothing)
    sound = F.cross_entropy(sound_logits.float().flatten(0, 1), sounds.flatten())
    before = F.pad(spans[:, :-1], (0, 0, 1, 0), value=-1)
    right = (logits.argmax(-1) == targets)[targets >= 0].float().mean()
    return text, sound, astray(scores, spans, GUIDED_NEXT), astray(scores, before, GUIDED_BEFORE), right


def astray(scores, spans, heads):
    """How little the heads listen inside the spans: the cross-entropy between their attention and the span, evenly filled."""
    known = spans[..., 0] >= 0
    ahead = torch.arange(scores[0].shape[-1])
    inside = ((ahead >= spans[..., :1]) & (ahead < spans[..., 1:])).float()
    inside = (inside / inside.sum(-1, keepdim=True).clamp(min=1))[known]
    return sum(-(inside * scores[layer][:, head][known].float().log_softmax(-1)).sum(-1).mean() for layer, head in heads) / len(heads)


def run(options):
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    folder = pathlib.Path(options.folder)
    with open(f"{options.bank}.facts", "rb") as file:
        facts = pickle.load(file)
    state = torch.load(options.resume) if options.resume else None
    tokens = Tokens(state["merges"] if state else learn(sentences.sample(options.seed, 4000), 400), options.positions)
    names = sound_names(facts)
    sizes = model.settings(tokens.count, options.positions, options.width, options.encoder_layers)
    network, head = model.Model(sizes), torch.nn.Linear(options.width, len(names))
    parameters = [p for p in [*network.parameters(), *head.parameters()] if p.requires_grad]
    print(sum(p.numel() for p in network.parameters()), "parameters", tokens.count, "tokens", len(names), "sounds", flush=True)
    optimizer = torch.optim.AdamW(parameters, 1e-3, betas=(0.9, 0.98), weight_decay=0.02)
    stages = [[float(x) for x in stage.split(":")] for stage in options.stages.split(",")]
    total, step, begun = sum(int(s[2]) for s in stages), 0, time.time()
    if state:
        network.load_state_dict(state["network"])
        head.load_state_dict(state["head"])
    for number, (seconds, size, steps, hard) in enumerate(stages):
        examples = Examples(options.bank, tokens, names, seconds, int(size), hard, options.full, options.seed * 100 + number)
        loader = iter(torch.utils.data.DataLoader(examples, None, num_workers=options.workers, prefetch_factor=4))
        sums = []
        for _ in range(int(steps)):
            data = next(loader)
            rate = options.rate * min(1, (step + 1) / options.warm) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * step / total)))
            for group in optimizer.param_groups:
                group["lr"] = rate
            text, sound, following, before, right = losses(network, head, data, options.smoothing)
            ease = max(0.2, 1 - step / (0.5 * total))
            (text + 0.7 * ease * sound + 0.3 * ease * (following + before)).backward()
            if float(torch.nn.utils.clip_grad_norm_(parameters, 1.0)) < 100:
                optimizer.step()
            else:
                print(f"{step} left out: its gradients are too large to be true.", flush=True)
            optimizer.zero_grad(set_to_none=True)
            sums.append([float(x) for x in (text, sound, following, before, right)])
            step += 1
            if step % 50 == 0:
                shown = " ".join(f"{x:.3f}" for x in np.mean(sums, 0))
                print(f"{step} {seconds:.0f}s {shown} lr {rate:.5f} {time.time() - begun:.0f}s", flush=True)
                sums = []
            if step % 250 == 0 or step in (total, options.stop):
                state = {"network": network.state_dict(), "head": head.state_dict(), "settings": sizes, "merges": tokens.merges, "step": step}
                torch.save(state, folder / "state.tmp")
                (folder / "state.tmp").rename(folder / "state.pt")
            if step == options.stop:
                return
        del loader


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bank", help="path of the training bank, without its ending")
    parser.add_argument("folder", help="where the state is written")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--positions", type=int, default=500)
    parser.add_argument("--width", type=int, default=128)
    parser.add_argument("--encoder-layers", type=int, default=4)
    parser.add_argument("--rate", type=float, default=1.2e-3)
    parser.add_argument("--warm", type=int, default=300)
    parser.add_argument("--smoothing", type=float, default=0.0)
    parser.add_argument("--resume", help="a state to begin from")
    parser.add_argument("--stop", type=int, help="stops after so many steps, before all stages are done")
    parser.add_argument("--full", type=float, default=0, help="part of the windows that are filled with sentences to the end")
    parser.add_argument("--stages", default="3:20:700:0.4,5:14:700:0.9,10:7:1300:1", help="SECONDS:BATCH:STEPS:HARD of each stage")
    run(parser.parse_args())
