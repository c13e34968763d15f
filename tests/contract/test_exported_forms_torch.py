"""Idioms of torch networks, as both exporters spell them, at a batch the export never saw.

One operator of torch becomes a dozen of ONNX with shapes computed on the way; each idiom sits
between a convolution and a linear layer, and the gradient by the image is held to torch's autograd.
"""

import contextlib
import io
import logging
import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnx
import pytest

from engine.autodiff.build import build_gradient_model
from tests.support import numeric

torch = pytest.importorskip("torch", reason="torch is the reference; it is not in the lock")
pytest.importorskip("onnxscript", reason="torch's newer exporter needs it; it is not in the lock")

functional = torch.nn.functional
Idiom = Callable[["torch.Tensor"], "torch.Tensor"]


def windows(h: "torch.Tensor") -> "torch.Tensor":
    """Cut into windows of 2 x 2 places, mix each, and join them again, as Swin does."""
    n, c, rows, columns = h.shape
    cut = h.view(n, c, rows // 2, 2, columns // 2, 2).permute(0, 2, 4, 3, 5, 1)
    mixed = cut.reshape(-1, 4, c).softmax(-1).view(n, rows // 2, columns // 2, 2, 2, c)
    return mixed.permute(0, 5, 1, 3, 2, 4).reshape(n, c, rows, columns)


def attention(h: "torch.Tensor") -> "torch.Tensor":
    tokens = h.flatten(2).reshape(h.shape[0], 2, 4, -1).transpose(2, 3)
    return functional.scaled_dot_product_attention(tokens, tokens, tokens)


def class_token(h: "torch.Tensor") -> "torch.Tensor":
    token = torch.full((1, 1, 8), 0.5).expand(h.shape[0], -1, -1)
    return torch.cat([token, h.flatten(2).transpose(1, 2)], 1)[:, 0:3] ** 2


def merged_patches(h: "torch.Tensor") -> "torch.Tensor":
    corners = [h[:, :, i::2, j::2] for j in (0, 1) for i in (0, 1)]
    return torch.cat(corners, 1) ** 2


IDIOMS: dict[str, Idiom] = {
    "windows": windows,
    "attention": attention,
    "class-token": class_token,
    "merged-patches": merged_patches,
    "roll": lambda h: torch.roll(h, (2, -3), (2, 3)) * h,
    "linear-enlarged": lambda h: functional.interpolate(h, scale_factor=2, mode="bilinear") ** 2,
    "corners-aligned": lambda h: functional.interpolate(
        h, size=(13, 17), mode="bilinear", align_corners=True
    ),
    "nearest-by-shape": lambda h: functional.interpolate(
        h, size=(h.shape[2] * 2, h.shape[3] * 3), mode="nearest"
    ),
    "cubic": lambda h: functional.interpolate(h, scale_factor=1.5, mode="bicubic"),
    "pixel-shuffle": lambda h: functional.pixel_shuffle(h, 2) ** 2,
    "mirrored-border": lambda h: functional.pad(h, (1, 2, 3, 1), mode="reflect") ** 2,
    "circular-border": lambda h: functional.pad(h, (1, 2, 3, 1), mode="circular") ** 2,
    "cropped-border": lambda h: functional.pad(h, (1, -2, 0, 1), value=0.3) ** 2,
    "einsum": lambda h: torch.einsum("bchw,bcij->bhi", h, h),
    "gated-halves": lambda h: (lambda a, b: a * torch.sigmoid(b))(*h.chunk(2, 1)),
    "uneven-split": lambda h: sum(p.sum(1, keepdim=True) ** 2 for p in h.split(3, 1)),
    "repeated-channels": lambda h: h[:, [3, 1, 1]] ** 2,
    "unfold": lambda h: functional.unfold(h, 3, padding=1).view(h.shape[0], 8, 9, -1).amax(2),
    "flip": lambda h: h.flip(3) * h,
    "copied-channels": lambda h: h.index_copy(1, torch.tensor([0, 2]), h[:, 4:6] ** 2),
    "repeated-rows": lambda h: h.repeat_interleave(2, dim=2) ** 2,
}


class Net(torch.nn.Module):
    """Convolution, idiom, mean over places where there are any, linear layer."""

    def __init__(self, idiom: Idiom) -> None:
        super().__init__()
        self.convolution = torch.nn.Conv2d(3, 8, 3, padding=1)
        self.idiom = idiom
        self.linear = torch.nn.LazyLinear(5)

    def forward(self, x: "torch.Tensor") -> "torch.Tensor":
        h = self.idiom(self.convolution(x))
        return self.linear(h.mean(dim=(2, 3)) if h.ndim == 4 else h.flatten(1))


def exported(net: Net, x: "torch.Tensor", *, is_new: bool) -> onnx.ModelProto:
    names = {"input_names": ["x"], "output_names": ["y"]}
    quiet = contextlib.redirect_stdout(io.StringIO())
    logging.getLogger("torch.onnx").setLevel(logging.ERROR)
    with warnings.catch_warnings(), tempfile.TemporaryDirectory() as folder, quiet:
        warnings.simplefilter("ignore")
        path = Path(folder) / "net.onnx"
        if is_new:
            batch = torch.export.Dim("batch", min=1, max=64)
            torch.onnx.export(
                net, (x,), path, dynamo=True, dynamic_shapes=({0: batch},), external_data=False,
                verbose=False, **names,
            )  # fmt: skip
        else:
            free = {"x": {0: "batch"}, "y": {0: "batch"}}
            torch.onnx.export(
                net, (x,), str(path), dynamo=False, opset_version=17, dynamic_axes=free, **names
            )
        return onnx.load(path)


@pytest.mark.slow
@pytest.mark.parametrize("is_new", [False, True], ids=["traced", "captured"])
@pytest.mark.parametrize("name", IDIOMS)
def test_gradient_of_an_exported_idiom_is_autograds(name: str, is_new: bool) -> None:
    torch.manual_seed(0)
    net = Net(IDIOMS[name]).eval()
    sample, x = torch.randn(2, 3, 8, 12), torch.randn(3, 3, 8, 12, requires_grad=True)
    net(sample)
    model = exported(net, sample, is_new=is_new)
    seed = np.random.default_rng(1).normal(size=(3, 5)).astype(np.float32)
    net(x).backward(torch.tensor(seed))

    graph = build_gradient_model(model, score="y", wrt=["x"])

    onnx.checker.check_model(graph.model, full_check=True)
    feeds = {"x": x.detach().numpy(), graph.seed_input: seed}
    (dx,) = numeric.run(graph.model, feeds, [graph.gradients["x"]])
    assert numeric.relative_error(dx, x.grad.numpy()) < 2e-5
