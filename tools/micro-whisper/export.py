"""Writes the network as Hugging Face does: model.safetensors (float16), config.json, generation_config.json, vocab.json, merges.txt, added_tokens.json."""

import argparse
import json
import pathlib
import struct

import torch

from tokens import Tokens


# Whisper's rules leave out the first token of " -", " '" and of signs of music. That must not be the space that words begin with, so these get tokens
# of their own, which nothing was trained to write: they behave as a byte that never occurs.
EXTRA = (("\u0120", "-"), ("\u0120", "'"), ("\u0120", "\u00e2"))
UNUSED = "\u0100"


def extended(state):
    """The tokens with the extra ones behind the merges, and the network with rows for them."""
    positions = state["settings"]["max_source_positions"]
    trained, tokens = Tokens(state["merges"], positions), Tokens([*state["merges"], *EXTRA], positions)
    network, place = dict(state["network"]), len(trained.text)
    rows = network["decoder.embed_tokens.weight"]
    more = rows[trained.id[UNUSED]].expand(len(EXTRA), -1)
    network["decoder.embed_tokens.weight"] = torch.cat([rows[:place], more, rows[place:]])
    return tokens, network, {**state["settings"], "vocab_size": tokens.count}


def safetensors(path, tensors):
    """Writes tensors as float16: the length of the header, the header as JSON, the values."""
    header, place = {"__metadata__": {"format": "pt"}}, 0
    for name, tensor in tensors.items():
        size = tensor.numel() * 2
        header[name] = {"dtype": "F16", "shape": list(tensor.shape), "data_offsets": [place, place + size]}
        place += size
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        for tensor in tensors.values():
            file.write(tensor.half().contiguous().numpy().tobytes())


def config(sizes, tokens):
    return {"model_type": "whisper", "architectures": ["WhisperForConditionalGeneration"], "activation_function": "gelu", **sizes,
            "num_hidden_layers": sizes["encoder_layers"], "scale_embedding": False, "tie_word_embeddings": True, "torch_dtype": "float16",
            "bos_token_id": tokens.end, "eos_token_id": tokens.end, "pad_token_id": tokens.end,
            "decoder_start_token_id": tokens.marks["<|startoftranscript|>"]}


def generation(sizes, tokens, heads):
    marks = tokens.marks
    languages = {m: i for m, i in marks.items() if len(m) == 6}
    return {"alignment_heads": heads, "begin_suppress_tokens": [tokens.id["Ġ"], tokens.end], "bos_token_id": tokens.end, "eos_token_id": tokens.end,
            "pad_token_id": tokens.end, "decoder_start_token_id": marks["<|startoftranscript|>"], "is_multilingual": True, "lang_to_id": languages,
            "task_to_id": {"transcribe": marks["<|transcribe|>"], "translate": marks["<|translate|>"]}, "max_initial_timestamp_index": 50,
            "max_length": sizes["max_target_positions"], "no_timestamps_token_id": marks["<|notimestamps|>"],
            "prev_sot_token_id": marks["<|startofprev|>"], "return_timestamps": False, "suppress_tokens": []}


def write(state, folder, heads):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    tokens, network, sizes = extended(state)
    safetensors(folder / "model.safetensors", {f"model.{name}": tensor for name, tensor in network.items()})
    tokens.save(folder)
    for name, value in (("config", config(sizes, tokens)), ("generation_config", generation(sizes, tokens, heads))):
        (folder / f"{name}.json").write_text(json.dumps(value, indent=2) + "\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("state", help="the state that was trained (state.pt)")
    parser.add_argument("folder", help="where the model is written")
    parser.add_argument("--heads", default="1:0,1:1", help="the alignment heads, as LAYER:HEAD (see evaluate.py)")
    options = parser.parse_args()
    write(torch.load(options.state), options.folder, [[int(x) for x in head.split(":")] for head in options.heads.split(",")])
