"""Vision transformers in small: ViT with both forms of attention, and Swin with shifted windows."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from tests.support.torch_zoo import CLASSES, CONVOLUTIONAL, Entry

HEADS = 2


class FusedAttention(nn.Module):
    """Queries, keys and values in one product, `scaled_dot_product_attention`."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)

    def forward(self, x: Tensor) -> Tensor:
        count, tokens, width = x.shape
        qkv = self.qkv(x).reshape(count, tokens, 3, HEADS, width // HEADS).permute(2, 0, 3, 1, 4)
        q, k, v = qkv.unbind(0)
        y = functional.scaled_dot_product_attention(q, k, v)
        return self.out(y.transpose(1, 2).reshape(count, tokens, width))


class PlainAttention(nn.Module):
    """`nn.MultiheadAttention` of tokens with themselves."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.attention = nn.MultiheadAttention(width, HEADS, batch_first=True)

    def forward(self, x: Tensor) -> Tensor:
        return self.attention(x, x, x, need_weights=False)[0]


class EncoderBlock(nn.Module):
    """LayerNorm, attention, LayerNorm, MLP with GELU, each around a skip connection."""

    def __init__(self, width: int, attention: type[nn.Module]) -> None:
        super().__init__()
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.attention = attention(width)
        self.mlp = nn.Sequential(
            nn.Linear(width, 2 * width), nn.GELU(), nn.Linear(2 * width, width)
        )

    def forward(self, x: Tensor) -> Tensor:
        x = x + self.attention(self.norm1(x))
        return x + self.mlp(self.norm2(x))


class VisionTransformer(nn.Module):
    """Patches, class token, position embedding, two blocks, head on the class token."""

    def __init__(self, attention: type[nn.Module]) -> None:
        super().__init__()
        width = 16
        self.patches = nn.Conv2d(3, width, 8, 8)
        self.token = nn.Parameter(torch.randn(1, 1, width))
        self.position = nn.Parameter(torch.randn(1, 17, width) * 0.5)
        self.blocks = nn.Sequential(*(EncoderBlock(width, attention) for _ in range(2)))
        self.norm = nn.LayerNorm(width)
        self.head = nn.Linear(width, CLASSES)

    def forward(self, x: Tensor) -> Tensor:
        x = self.patches(x).flatten(2).transpose(1, 2)
        x = torch.cat([self.token.expand(x.shape[0], -1, -1), x], 1) + self.position
        return self.head(self.norm(self.blocks(x))[:, 0])


class WindowAttention(nn.Module):
    """Attention inside 4x4 windows with relative position bias, cyclic shift and mask."""

    def __init__(self, width: int, side: int, shift: int) -> None:
        super().__init__()
        self.side, self.shift, self.window = side, shift, 4
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        span = 2 * self.window - 1
        self.table = nn.Parameter(torch.randn(span * span, HEADS) * 0.5)
        places = torch.stack(torch.meshgrid(torch.arange(4), torch.arange(4), indexing="ij"))
        offset = (places.flatten(1)[:, :, None] - places.flatten(1)[:, None]) + self.window - 1
        self.register_buffer("index", (offset[0] * span + offset[1]).flatten())
        self.register_buffer("mask", self._mask())

    def _mask(self) -> Tensor:
        """(windows, 1, 16, 16): tokens that the shift alone brought together are kept apart."""
        region = torch.zeros(1, self.side, self.side, 1)
        cuts = (slice(0, -4), slice(-4, -self.shift or None), slice(-self.shift or None, None))
        for number, (rows, columns) in enumerate((r, c) for r in cuts for c in cuts):
            region[:, rows, columns] = number if self.shift else 0
        flat = self._windows(region).squeeze(-1)
        return (flat[:, None] != flat[:, :, None]).float().mul(-100.0)[:, None]

    def _windows(self, x: Tensor) -> Tensor:
        count, size, _, width = x.shape
        x = x.view(count, size // 4, 4, size // 4, 4, width)
        return x.permute(0, 1, 3, 2, 4, 5).reshape(-1, 16, width)

    def forward(self, x: Tensor) -> Tensor:
        count, size, _, width = x.shape
        if self.shift:
            x = torch.roll(x, (-self.shift, -self.shift), (1, 2))
        windows = self._windows(x)
        qkv = self.qkv(windows).reshape(-1, 16, 3, HEADS, width // HEADS).permute(2, 0, 3, 1, 4)
        q, k, v = qkv[0] * (width // HEADS) ** -0.5, qkv[1], qkv[2]
        scores = q @ k.transpose(-2, -1)
        bias = self.table[self.index].view(16, 16, HEADS).permute(2, 0, 1)
        scores = scores + bias[None]
        if self.shift:
            scores = scores.view(count, -1, HEADS, 16, 16) + self.mask[None]
            scores = scores.view(-1, HEADS, 16, 16)
        y = (scores.softmax(-1) @ v).transpose(1, 2).reshape(-1, 16, width)
        y = self.out(y).view(count, size // 4, size // 4, 4, 4, width)
        y = y.permute(0, 1, 3, 2, 4, 5).reshape(count, size, size, width)
        return torch.roll(y, (self.shift, self.shift), (1, 2)) if self.shift else y


class SwinBlock(EncoderBlock):
    """An encoder block on an NHWC map, attention in (shifted) windows (Liu et al. 2021)."""

    def __init__(self, width: int, side: int, shift: int) -> None:
        super().__init__(width, nn.Identity)
        self.attention = WindowAttention(width, side, shift)


class PatchMerging(nn.Module):
    """2x2 neighbours side by side, normalised, halved."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(4 * width)
        self.reduce = nn.Linear(4 * width, 2 * width, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        parts = [x[:, i::2, j::2] for j in (0, 1) for i in (0, 1)]
        return self.reduce(self.norm(torch.cat(parts, -1)))


class Swin(nn.Module):
    """Patches, two stages of a plain and a shifted block, merging between, mean over places."""

    def __init__(self) -> None:
        super().__init__()
        self.patches = nn.Conv2d(3, 8, 2, 2)
        self.norm = nn.LayerNorm(8)
        self.stages = nn.Sequential(
            SwinBlock(8, 16, 0),
            SwinBlock(8, 16, 2),
            PatchMerging(8),
            SwinBlock(16, 8, 0),
            SwinBlock(16, 8, 2),
        )
        self.last = nn.LayerNorm(16)
        self.head = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(16, CLASSES))

    def forward(self, x: Tensor) -> Tensor:
        x = self.stages(self.norm(self.patches(x).permute(0, 2, 3, 1)))
        return self.head(self.last(x).permute(0, 3, 1, 2))


TRANSFORMERS: dict[str, Entry] = {
    "vit-multihead": Entry(lambda: VisionTransformer(PlainAttention), ""),
    "vit-sdpa": Entry(lambda: VisionTransformer(FusedAttention), ""),
    "swin": Entry(Swin, "stages.4"),
}

ZOO: dict[str, Entry] = {**CONVOLUTIONAL, **TRANSFORMERS}
