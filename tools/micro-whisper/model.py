"""The network, with the names and the arithmetic of Whisper as Hugging Face writes it."""

import math

import torch
import torch.nn.functional as F
from torch import nn


class Attention(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.k_proj = nn.Linear(width, width, bias=False)
        self.v_proj = nn.Linear(width, width)
        self.q_proj = nn.Linear(width, width)
        self.out_proj = nn.Linear(width, width)

    def forward(self, x, source, mask=None):
        def split(t):
            return t.view(t.shape[0], t.shape[1], self.heads, -1).transpose(1, 2)

        q, k, v = split(self.q_proj(x)), split(self.k_proj(source)), split(self.v_proj(source))
        scores = (q * q.shape[-1] ** -0.5) @ k.transpose(2, 3)
        if mask is not None:
            scores = scores + mask
        mixed = scores.softmax(-1) @ v
        return self.out_proj(mixed.transpose(1, 2).flatten(2)), scores


class EncoderLayer(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.self_attn = Attention(width, heads)
        self.self_attn_layer_norm = nn.LayerNorm(width)
        self.fc1 = nn.Linear(width, 4 * width)
        self.fc2 = nn.Linear(4 * width, width)
        self.final_layer_norm = nn.LayerNorm(width)

    def forward(self, x):
        y = self.self_attn_layer_norm(x)
        x = x + self.self_attn(y, y)[0]
        return x + self.fc2(F.gelu(self.fc1(self.final_layer_norm(x))))


class DecoderLayer(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.self_attn = Attention(width, heads)
        self.self_attn_layer_norm = nn.LayerNorm(width)
        self.encoder_attn = Attention(width, heads)
        self.encoder_attn_layer_norm = nn.LayerNorm(width)
        self.fc1 = nn.Linear(width, 4 * width)
        self.fc2 = nn.Linear(4 * width, width)
        self.final_layer_norm = nn.LayerNorm(width)

    def forward(self, x, sound, mask):
        y = self.self_attn_layer_norm(x)
        x = x + self.self_attn(y, y, mask)[0]
        heard, scores = self.encoder_attn(self.encoder_attn_layer_norm(x), sound)
        x = x + heard
        return x + self.fc2(F.gelu(self.fc1(self.final_layer_norm(x)))), scores


def sinusoids(length, width):
    step = math.log(10000) / (width // 2 - 1)
    angles = torch.arange(length)[:, None] * torch.exp(-step * torch.arange(width // 2))[None]
    return torch.cat([angles.sin(), angles.cos()], 1)


def _convolve(conv, x):
    """A convolution over 3 as one product, for those of torch 1.13 on a CPU now and then have wrong gradients (1 step in 12, measured)."""
    x, step = F.pad(x, (0, 0, 1, 1)), conv.stride[0]
    count = (x.shape[1] - 3) // step + 1
    wide = torch.cat([x[:, k:k + step * (count - 1) + 1:step] for k in range(3)], 2)
    return F.linear(wide, conv.weight.transpose(1, 2).flatten(1), conv.bias)


class Encoder(nn.Module):
    def __init__(self, s):
        super().__init__()
        width = s["d_model"]
        self.conv1 = nn.Conv1d(s["num_mel_bins"], width, 3, padding=1)
        self.conv2 = nn.Conv1d(width, width, 3, stride=2, padding=1)
        for conv in (self.conv1, self.conv2):  # Louder than usual, so that sound is heard over the positions from the beginning.
            conv.weight.data *= 2.5
        self.embed_positions = nn.Embedding(s["max_source_positions"], width)
        self.embed_positions.weight.data = sinusoids(s["max_source_positions"], width)
        self.embed_positions.weight.requires_grad = False
        self.layers = nn.ModuleList(EncoderLayer(width, s["encoder_attention_heads"]) for _ in range(s["encoder_layers"]))
        self.layer_norm = nn.LayerNorm(width)

    def forward(self, mel):
        x = F.gelu(_convolve(self.conv1, mel.transpose(1, 2)))
        x = F.gelu(_convolve(self.conv2, x))
        x = x + self.embed_positions.weight[:x.shape[1]]
        for layer in self.layers:
            x = layer(x)
        return self.layer_norm(x)


class Decoder(nn.Module):
    def __init__(self, s):
        super().__init__()
        width = s["d_model"]
        self.embed_tokens = nn.Embedding(s["vocab_size"], width)
        self.embed_positions = nn.Embedding(s["max_target_positions"], width)
        nn.init.normal_(self.embed_tokens.weight, std=width ** -0.5)
        nn.init.normal_(self.embed_positions.weight, std=0.02)
        self.layers = nn.ModuleList(DecoderLayer(width, s["decoder_attention_heads"]) for _ in range(s["decoder_layers"]))
        self.layer_norm = nn.LayerNorm(width)

    def forward(self, tokens, sound):
        """Logits for each place, and the scores of every layer's cross-attention before softmax."""
        count = tokens.shape[1]
        mask = torch.full((count, count), -1e4).triu(1)
        x = self.embed_tokens(tokens) + self.embed_positions.weight[:count]
        scores = []
        for layer in self.layers:
            x, listened = layer(x, sound, mask)
            scores.append(listened)
        return self.layer_norm(x) @ self.embed_tokens.weight.T, scores


class Model(nn.Module):
    def __init__(self, settings):
        super().__init__()
        self.encoder = Encoder(settings)
        self.decoder = Decoder(settings)
        self.settings = settings


def settings(tokens, positions, width=128, encoder_layers=4, decoder_layers=2, heads=4, text=192):
    """The sizes, as config.json names them."""
    return {"num_mel_bins": 80, "d_model": width, "encoder_layers": encoder_layers, "decoder_layers": decoder_layers,
            "encoder_attention_heads": heads, "decoder_attention_heads": heads, "encoder_ffn_dim": 4 * width, "decoder_ffn_dim": 4 * width,
            "max_source_positions": positions, "max_target_positions": text, "vocab_size": tokens}
