"""Writes the networks and the gradients of this folder anew; needs torch and onnxscript.

``python -m tests.golden.gradients.regenerate`` is run by hand, never by a test: a change of the
stored gradients must be seen and explained. Every pair holds

- ``NAME.onnx``: a network of `tests.support.torch_zoo`, written by one of torch's exporters;
- ``NAME.npz``: ``image`` (1, 3, 32, 32) float32, ``index`` of the class, and from torch autograd in
  float64 ``logits``, ``dx`` = d logit/d image and, where the network has a last feature map,
  ``d_last`` = d logit/d map, in torch's own layout.
"""

import copy
from pathlib import Path

import numpy as np
import onnx

from tests.support.torch_parity import EXPORTS, autograd, build, export
from tests.support.torch_transformers import ZOO

FOLDER = Path(__file__).parent
PAIRS = (
    ("resnet-bottleneck", "old-13"),
    ("densenet", "new-18"),
    ("mobilenet-v3", "new-20"),
    ("efficientnet", "old-17-unfolded"),
    ("inception", "old-11"),
    ("convnext", "new-18"),
    ("group-norm", "new-23"),
    ("attention-gate", "old-17"),
    ("head-log-softmax", "old-17-fixed"),
    ("vit-sdpa", "new-18"),
    ("swin", "old-17"),
)
_KEPT_METADATA = "pkg.torch.onnx.name_scopes"


def main() -> None:
    """Write all pairs."""
    for network, way in PAIRS:
        model, samples = build(network, 2)  # shown one image, the new exporter fixes the batch
        sample = samples[:1]
        entry = ZOO[network]
        double = copy.deepcopy(model).double()
        index = int(autograd(double, entry, sample.double(), 0)[0].argmax())
        logits, dx, d_last = autograd(double, entry, sample.double(), index)
        stem = f"{network}.{way}"
        (FOLDER / f"{stem}.onnx").write_bytes(stripped(export(model, samples, EXPORTS[way])))
        truths = {"logits": logits, "dx": dx} | ({} if d_last is None else {"d_last": d_last})
        np.savez_compressed(FOLDER / f"{stem}.npz", image=sample.numpy(), index=index, **truths)


def stripped(model: onnx.ModelProto) -> bytes:
    """The model without what exporters note of the machine that they ran on."""
    del model.metadata_props[:]
    del model.graph.metadata_props[:]
    for value in (*model.graph.value_info, *model.graph.input, *model.graph.output):
        del value.metadata_props[:]
    for node in (*model.graph.node, *(n for f in model.functions for n in f.node)):
        node.doc_string = ""
        kept = [p for p in node.metadata_props if p.key == _KEPT_METADATA]
        del node.metadata_props[:]
        node.metadata_props.extend(kept)
    return model.SerializeToString()


if __name__ == "__main__":
    main()
