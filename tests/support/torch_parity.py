"""Gradient graphs of exported torch networks against torch autograd; prints one JSON line each.

``python -m tests.support.torch_parity resnet vit-sdpa --exports old-17 new-18 --images 3``

Every network of `ZOO` is exported in the ways of `EXPORTS`, differentiated by the image and by the
default layer, and compared with

- torch autograd on the same network, in float32;
- torch autograd in float64, against the gradient graph run by ONNX's reference evaluator in
  float64 (tight: only what the exporter computed in float32 differs);
- itself: batch of all images and image by image, graph optimisation on and off, and the fixed
  batch made free.
"""

import argparse
import copy
import io
import json
import logging
import statistics
import tempfile
import time
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import torch
from torch import Tensor, nn

from engine.autodiff.build import GradientModel, build_gradient_model
from engine.errors import WhyRayError
from engine.graph.cut import with_dynamic_batch
from engine.graph.facts import GraphFacts
from engine.graph.layers import default_cam_layer, list_layers
from engine.graph.score import Score, find_score
from tests.support import numeric
from tests.support.torch_transformers import ZOO
from tests.support.torch_zoo import Entry, images, randomise


@dataclass(frozen=True)
class Export:
    """One way of writing a torch network as ONNX.

    Args:
        opset: operator set.
        is_new: the exporter that captures graphs with dynamo, else the one that traces.
        is_dynamic: batch size left free.
        is_folded: batch normalisation folded into convolutions and constants precomputed.
        dtype: torch's element type of the network.
    """

    opset: int
    is_new: bool = False
    is_dynamic: bool = True
    is_folded: bool = True
    dtype: torch.dtype = torch.float32


EXPORTS: dict[str, Export] = {
    "old-11": Export(11),
    "old-13": Export(13),
    "old-17": Export(17),
    "old-17-fixed": Export(17, is_dynamic=False),
    "old-17-unfolded": Export(17, is_folded=False),
    "new-18": Export(18, is_new=True),
    "new-18-fixed": Export(18, is_new=True, is_dynamic=False),
    "new-18-unfolded": Export(18, is_new=True, is_folded=False),
    "new-20": Export(20, is_new=True),
    "new-23": Export(23, is_new=True),
    "old-17-half": Export(17, dtype=torch.float16),
    "new-18-half": Export(18, is_new=True, dtype=torch.float16),
}


def build(name: str, count: int = 3) -> tuple[nn.Module, Tensor]:
    """A network of the zoo with reproducible weights, in eval mode, and images for it."""
    torch.manual_seed(0)
    generator = torch.Generator().manual_seed(1)
    entry = ZOO[name]
    model = entry.make()
    randomise(model, images(8, entry.size, generator), generator)
    return model.eval(), images(count, entry.size, generator)


def export(model: nn.Module, sample: Tensor, how: Export) -> onnx.ModelProto:
    """The network as ONNX; one image where the batch is fixed."""
    model = copy.deepcopy(model).to(how.dtype)
    sample = (sample[:2] if how.is_dynamic else sample[:1]).to(how.dtype)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # each exporter warns about itself
        if how.is_new:
            return _export_new(model, sample, how)
        target = io.BytesIO()
        modes = torch.onnx.TrainingMode
        free = {"input": {0: "batch"}, "output": {0: "batch"}}
        torch.onnx.export(
            model,
            (sample,),
            target,
            dynamo=False,
            opset_version=how.opset,
            input_names=["input"],
            output_names=["output"],
            dynamic_axes=free if how.is_dynamic else None,
            do_constant_folding=how.is_folded,
            training=modes.EVAL if how.is_folded else modes.PRESERVE,
        )
    return onnx.load_from_string(target.getvalue())


def _export_new(model: nn.Module, sample: Tensor, how: Export) -> onnx.ModelProto:
    batch = torch.export.Dim("batch", min=1, max=64)
    program = torch.onnx.export(
        model,
        (sample,),
        dynamo=True,
        opset_version=how.opset,
        input_names=["input"],
        output_names=["output"],
        dynamic_shapes=({0: batch},) if how.is_dynamic else None,
        optimize=how.is_folded,
        verbose=False,
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.onnx"
        program.save(str(path), external_data=False)
        return onnx.load(path)


def autograd(
    model: nn.Module, entry: Entry, sample: Tensor, index: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray | None]:
    """Logits, d logit/d image and d logit/d (output of the entry's last map), as torch has them."""
    kept: list[Tensor] = []
    hook = None
    if entry.last:
        layer = model.get_submodule(entry.last)
        hook = layer.register_forward_hook(lambda _, __, y: kept.append(y))
    x = sample.clone().requires_grad_()
    logits = _logits_of(model)(x)
    wanted = [x, *kept]
    gradients = torch.autograd.grad(logits[:, index].sum(), wanted)
    if hook:
        hook.remove()
    inner = gradients[1].numpy() if kept else None
    return logits.detach().numpy(), gradients[0].numpy(), inner


def _logits_of(model: nn.Module) -> nn.Module:
    """The network without the activation that closes it."""
    is_closed = isinstance(model, nn.Sequential) and isinstance(
        model[-1], nn.Sigmoid | nn.Softmax | nn.LogSoftmax
    )
    return model[:-1] if is_closed else model


def compare(name: str, exports: Sequence[str], count: int) -> list[dict[str, object]]:
    """One row of figures for every export of one network."""
    entry = ZOO[name]
    model, sample = build(name, count)
    index = int(_logits_of(model)(sample[:1]).argmax())
    single = [autograd(model, entry, sample[i : i + 1], index) for i in range(count)]
    double = autograd(copy.deepcopy(model).double(), entry, sample[:1].double(), index)
    rows = []
    for way in exports:
        start = time.perf_counter()
        row: dict[str, object] = {"network": name, "export": way}
        try:
            exported = export(model, sample, EXPORTS[way])
        except Exception as error:  # noqa: BLE001 - an exporter's own limits are a finding, not ours
            rows.append(row | {"export_error": f"{type(error).__name__}: {str(error)[:200]}"})
            continue
        row["export_seconds"] = round(time.perf_counter() - start, 2)
        try:
            row |= _figures(exported, entry, sample.numpy(), index, (single, double))
        except WhyRayError as error:
            row |= {"refused": str(error), "hint": error.hint}
        rows.append(row | {"seconds": round(time.perf_counter() - start, 2)})
    return rows


def _figures(
    exported: onnx.ModelProto,
    entry: Entry,
    sample: np.ndarray,
    index: int,
    references: tuple[list[tuple[np.ndarray, ...]], tuple[np.ndarray, ...]],
) -> dict[str, object]:
    """Errors of one export against torch and against itself."""
    single, double = references
    facts = GraphFacts(exported)
    score = find_score(facts)
    layers = list_layers(facts)
    wrt = [facts.input_name]
    row: dict[str, object] = {
        "activation": score.activation,
        "classes": score.class_count,
        "layer_count": len(layers),
        "layer_names": [layer.name for layer in layers],
    }
    if entry.last:
        layer = default_cam_layer(layers)
        row |= {"layer": layer.name, "tensor": layer.tensor, "layout": layer.layout}
        wrt.append(layer.tensor)
    graph = build_gradient_model(exported, score=score.logits, wrt=wrt)
    onnx.checker.check_model(graph.model)
    flow = _Flow(graph, score, index, facts.input_name)
    sample = sample.astype(facts.dtype(facts.input_name))
    parts = [sample[i : i + 1] for i in range(len(sample))]
    session = numeric.session(graph.model)
    ours = [flow.run(session, part) for part in parts]
    errors = [_errors(a, b) for a, b in zip(ours, single, strict=True)]
    plain = flow.run(numeric.session(graph.model, optimised=False), parts[0])
    row |= {
        "notes": list(graph.notes),
        "logit": [e[0] for e in errors],
        "dx": [e[1] for e in errors],
        "d_last": [e[2] for e in errors] if entry.last else [],
        "optimisation": max(_errors(plain, ours[0])),
    }
    if facts.dtype(facts.input_name) == np.float32:
        wide = numeric.run_in_double(graph.model, flow.feeds(parts[0]), flow.names)
        row["double"] = dict(zip(("logit", "dx", "d_last"), _errors(wide, double), strict=False))
    return row | _batch_figures(exported, graph, flow, sample, ours)


def _batch_figures(
    exported: onnx.ModelProto,
    graph: GradientModel,
    flow: "_Flow",
    sample: np.ndarray,
    ours: list[list[np.ndarray]],
) -> dict[str, object]:
    """All images in one batch against one by one; a fixed batch is made free first."""
    facts = GraphFacts(exported)
    if isinstance(facts.shape(facts.input_name)[0], int):
        exported, reason = with_dynamic_batch(exported)
        if reason:
            return {"batch": None, "kept_fixed": reason}
        wrt = list(graph.gradients)
        graph = build_gradient_model(exported, score=flow.score.logits, wrt=wrt)
        flow = _Flow(graph, find_score(GraphFacts(exported)), flow.index, flow.image)
    together = flow.run(numeric.session(graph.model), sample)
    apart = [np.concatenate(arrays) for arrays in zip(*ours, strict=True)]
    return {"batch": max(_errors(together, apart))}


@dataclass(frozen=True)
class _Flow:
    """How a gradient graph is fed and what is read from it."""

    graph: GradientModel
    score: Score
    index: int
    image: str

    @property
    def names(self) -> list[str]:
        return [self.score.logits, *self.graph.gradients.values()]

    def feeds(self, sample: np.ndarray) -> dict[str, np.ndarray]:
        seed = np.zeros((len(sample), self.score.class_count), sample.dtype)
        seed[:, self.index] = 1
        shape = [len(sample) if a == 0 else d for a, d in enumerate(self.score.shape)]
        return {self.image: sample, self.graph.seed_input: seed.reshape(shape)}

    def run(self, session: object, sample: np.ndarray) -> list[np.ndarray]:
        return session.run(self.names, self.feeds(sample))


def _errors(ours: Sequence[np.ndarray], theirs: Sequence[np.ndarray | None]) -> list[float]:
    """Largest difference over the largest reference value; infinite where shapes do not fit."""
    figures = []
    for a, b in zip(ours, theirs, strict=False):
        if b is not None:
            a = a.transpose(0, 3, 1, 2) if a.shape != b.shape and a.ndim == 4 else a
            fits = a.size == b.size
            figures.append(
                numeric.relative_error(np.float64(a.reshape(b.shape)), b) if fits else np.inf
            )
    return figures


def table_line(rows: Sequence[dict[str, object]]) -> str:
    """One Markdown line for a network: the worst of its exports, and those that are refused."""
    done = [row for row in rows if "dx" in row]
    single = [statistics.median(row[k]) for row in done for k in ("dx", "d_last") if row[k]]
    double = [row["double"][k] for row in done for k in ("dx", "d_last") if k in row["double"]]
    exports = ", ".join(row["export"] for row in done)
    refused = ", ".join(row["export"] for row in rows if "refused" in row)
    figures = f"{max(single):.0e} | {max(double):.0e}" if done else "- | -"
    note = f" (refused: {refused})" if refused else ""
    return f"| {rows[0]['network']} | torch {exports}{note} | {figures} | torch autograd |"


def main() -> None:
    """Read the arguments, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split(";")[0])
    parser.add_argument("network", nargs="*", help=", ".join(ZOO))
    parser.add_argument("--exports", nargs="+", choices=EXPORTS, default=["old-17", "new-18"])
    parser.add_argument("--images", type=int, default=3)
    parser.add_argument("--table", action="store_true", help="Markdown in place of JSON")
    options = parser.parse_args()
    torch.set_num_threads(2)
    logging.getLogger("torch.onnx").setLevel(logging.ERROR)  # it misses torchvision, we do not
    for name in options.network or ZOO:
        rows = compare(name, options.exports, options.images)
        lines = [table_line(rows)] if options.table else map(json.dumps, rows)
        print(*lines, sep="\n", flush=True)


if __name__ == "__main__":
    main()
