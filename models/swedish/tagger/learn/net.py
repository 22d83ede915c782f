"""The tagger's network, to be trained: convolutions over signs around a transformer over every fourth place.

The transformer sees a shortened row of places, and what it says is added back to the signs, as in the
hourglass transformer (Nawrot et al. 2022, Hierarchical Transformers Are More Efficient Language Models) and,
before it, the U-Net (Ronneberger et al. 2015). Norms stand before what they feed (Xiong et al. 2020).
"""

# torch is not among the locked dependencies: its types are in typings/, its source may be nowhere.
# pyright: reportMissingModuleSource=false
from __future__ import annotations

import torch
from torch import Tensor, nn

from models.swedish.tagger.alphabet import SIZE
from models.swedish.tagger.tagger import STRIDE, WINDOW

SIGN_WIDTH = 192
PLACE_WIDTH = 448
LAYERS = 8
HEADS = 7


class Near(nn.Module):
    """A convolution over five signs, added to what it is given."""

    def __init__(self, width: int, wide: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.conv = nn.Conv1d(width, wide, 5, padding=2)
        self.out = nn.Linear(wide, width)

    def forward(self, signs: Tensor) -> Tensor:
        """Signs [batch, sign, width] to the same, each having seen its neighbours."""
        near = self.conv(self.norm(signs).transpose(1, 2)).transpose(1, 2)
        return signs + self.out(nn.functional.gelu(near))


class Far(nn.Module):
    """One layer of a transformer."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.asked, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.wide, self.narrow = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def forward(self, places: Tensor) -> Tensor:
        """Places [batch, place, width] to the same, each having seen all."""
        batch, length, width = places.shape
        asked = self.asked(self.norm1(places)).reshape(batch, length, 3, self.heads, width // self.heads)
        query, key, value = asked.permute(2, 0, 3, 1, 4).unbind(0)
        seen = nn.functional.scaled_dot_product_attention(query, key, value)
        places = places + self.out(seen.transpose(1, 2).reshape(batch, length, width))
        return places + self.narrow(nn.functional.gelu(self.wide(self.norm2(places))))


class Net(nn.Module):
    """From codes of signs [batch, up to WINDOW] to the log odds of both labels, a row of SIZE a sign each."""

    def __init__(self) -> None:
        super().__init__()
        self.signs = nn.Embedding(SIZE, SIGN_WIDTH)
        self.before = nn.Sequential(Near(SIGN_WIDTH, SIGN_WIDTH), Near(SIGN_WIDTH, SIGN_WIDTH))
        self.down = nn.Linear(STRIDE * SIGN_WIDTH, PLACE_WIDTH)
        self.places = nn.Parameter(0.02 * torch.randn(WINDOW // STRIDE, PLACE_WIDTH))
        self.far = nn.Sequential(*(Far(PLACE_WIDTH, HEADS) for _ in range(LAYERS)))
        self.norm = nn.LayerNorm(PLACE_WIDTH)
        self.up = nn.Linear(PLACE_WIDTH, STRIDE * SIGN_WIDTH)
        self.after = nn.Sequential(*(Near(SIGN_WIDTH, SIGN_WIDTH) for _ in range(3)))
        self.last = nn.LayerNorm(SIGN_WIDTH)
        self.labels = nn.Linear(SIGN_WIDTH, 2 * SIZE)

    def forward(self, codes: Tensor) -> tuple[Tensor, Tensor]:
        """The odds of what is printed at each sign, and of what was lost after it."""
        batch, length = codes.shape
        signs = self.before(self.signs(codes))
        places = self.down(signs.reshape(batch, length // STRIDE, STRIDE * SIGN_WIDTH))
        places = places + self.places[: length // STRIDE]
        wide = self.up(self.norm(self.far(places))).reshape(batch, length, SIGN_WIDTH)
        labels = self.labels(self.last(self.after(signs + wide)))
        return labels[..., :SIZE], labels[..., SIZE:]
