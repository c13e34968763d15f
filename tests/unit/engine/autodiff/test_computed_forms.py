"""Shapes, ranges and places that are known only when the model runs."""

from dataclasses import dataclass

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper

from engine.autodiff.build import build_gradient_model
from engine.errors import RequestError, UnsupportedOperator
from tests.support import numeric
from tests.support.models import model_of

RNG = np.random.default_rng(13)
CROPPING = {"coordinate_transformation_mode": "tf_crop_and_resize"}
node = helper.make_node


def ints(*values):
    return np.array(values, np.int64)


def normal(*shape):
    return np.asarray(RNG.normal(size=shape), np.float32)


@dataclass(frozen=True)
class Form:
    """One operator whose integers are inputs of the model, and whose image size may be free.

    Args:
        op: operator.
        inputs: all its inputs; integers are fed like the rest, so that nothing is known before.
        attrs: its attributes.
        rank: of y.
        wrt: positions to differentiate by.
        opset: operator set.
        stored: positions of inputs that the model holds.
    """

    op: str
    inputs: tuple
    attrs: dict
    rank: int
    wrt: tuple = (0,)
    opset: int = 17
    stored: tuple = ()

    def __str__(self):
        return f"{self.op}-{self.attrs}-{len(self.inputs)}"

    def model(self):
        names = [f"x{i}" for i in range(len(self.inputs))]
        values = [
            helper.make_tensor_value_info(
                name,
                helper.np_dtype_to_tensor_dtype(v.dtype),
                [f"{name}_{a}" for a in range(v.ndim)] if v.dtype == np.float32 else v.shape,
            )
            for i, (name, v) in enumerate(zip(names, self.inputs, strict=True))
            if i not in self.stored
        ]
        stored = [onnx.numpy_helper.from_array(self.inputs[i], names[i]) for i in self.stored]
        y = helper.make_tensor_value_info(
            "y", TensorProto.FLOAT, [f"y_{a}" for a in range(self.rank)]
        )
        made = node(self.op, names, ["y"], name="node", **self.attrs)
        graph = helper.make_graph([made], "toy", values, [y], initializer=stored)
        opsets = [helper.make_opsetid("", self.opset)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=10)


FORMS = [
    Form("Tile", (normal(2, 3), ints(2, 3)), {}, 2),
    Form("Pad", (normal(4, 5), ints(1, 0, 2, 1)), {}, 2),
    Form("Pad", (normal(4, 5), ints(1, -2, 0, 1)), {}, 2),
    Form("Pad", (normal(4, 5), ints(1, 2, 0, 1), np.array(0.5, np.float32)), {}, 2, (0, 2)),
    Form("Pad", (normal(4, 5), ints(1, 3), np.array(0.5, np.float32), ints(1)), {}, 2, (0, 2), 18),
    Form("Slice", (normal(5, 6), ints(1, 0), ints(4, 6)), {}, 2),
    Form(
        "Slice",
        (normal(5, 6), ints(-1, 1), ints(-9, 6), ints(0, 1), ints(-2, 3)),
        {},
        2,
        stored=(3,),
    ),
    Form("Gather", (normal(4, 5), ints(2, 0, -1, 2)), {"axis": 1}, 2),
    Form("Gather", (normal(4, 5), np.array(2)), {"axis": 0}, 1),
    Form("Gather", (normal(4, 5, 3), ints(0, 1, 1, -1).reshape(2, 2)), {"axis": 1}, 4),
    Form("GatherElements", (normal(4, 5), ints(0, 3, 1, 1, -1).reshape(1, 5)), {"axis": 0}, 2),
    Form("GatherND", (normal(2, 4, 3), ints(0, 3).reshape(2, 1)), {"batch_dims": 1}, 2),
    Form("ScatterND", (normal(4, 5), ints(0, 2).reshape(2, 1), normal(2, 5)), {}, 2, (0, 2)),
    Form("Compress", (normal(4, 5), np.array([True, False, True])), {"axis": -1}, 2),
    Form("Compress", (normal(2, 3), np.array([True, False, True])), {}, 1),
    Form("Expand", (normal(4, 5), ints(2, 1, 5)), {}, 3),
    Form("Reshape", (normal(4, 6), ints(3, -1)), {}, 2),
    Form("Trilu", (normal(4, 5), np.array(1)), {"upper": 0}, 2),
    Form("Concat", (normal(2, 3), normal(2, 2)), {"axis": 1}, 2, (0, 1)),
    Form("Concat", (normal(2, 3), normal(2, 2)), {"axis": 1}, 2, (1,)),
    Form("DepthToSpace", (normal(1, 8, 2, 3),), {"blocksize": 2}, 4),
    Form("SpaceToDepth", (normal(1, 2, 4, 6),), {"blocksize": 2}, 4),
    Form("ConvTranspose", (normal(1, 2, 4, 3), normal(2, 3, 2, 2)), {}, 4, stored=(1,)),
]


@pytest.mark.parametrize("form", FORMS, ids=str)
def test_the_gradient_of_what_is_computed_while_running_is_the_slope(form):
    """Every form is linear in its floats: <g, f(v)> - <g, f(0)> = <dx, v> for any v."""
    model = form.model()
    graph = build_gradient_model(model, score="y", wrt=[f"x{i}" for i in form.wrt])
    onnx.checker.check_model(graph.model, full_check=True)
    feeds = {f"x{i}": v for i, v in enumerate(form.inputs) if i not in form.stored}
    (y,) = numeric.run(model, feeds, ["y"])
    g = normal(*y.shape)
    names = [graph.gradients[f"x{i}"] for i in form.wrt]
    for optimised in (True, False):
        found = numeric.run(graph.model, {**feeds, graph.seed_input: g}, names, optimised=optimised)
        for i, gradient in zip(form.wrt, found, strict=True):
            name, v = f"x{i}", normal(*form.inputs[i].shape)
            assert gradient.shape == v.shape
            ends = [numeric.run(model, {**feeds, name: u}, ["y"])[0] for u in (v, np.zeros_like(v))]
            slope = (g.astype(float) * (ends[0].astype(float) - ends[1])).sum()
            assert (gradient.astype(float) * v).sum() == pytest.approx(slope, rel=1e-4, abs=1e-5)


@pytest.mark.parametrize("mode", ["reflect", "edge", "wrap"])
def test_a_copied_border_of_a_free_image_adds_to_its_source(mode):
    made = node("Pad", ["x", "pads"], ["y"], mode=mode)
    stored = {"pads": ints(0, 2, 0, 3)}
    model = model_of([made], {"x": ("N", "W")}, {"y": ("N", "V")}, stored, opset=19)
    graph = build_gradient_model(model, score="y", wrt=["x"])

    for width in (4, 7):
        g = normal(2, width + 5)
        feeds = {"x": normal(2, width), graph.seed_input: g}
        (dx,) = numeric.run(graph.model, feeds, [graph.gradients["x"]])

        expected = np.zeros((2, width))
        for column, source in enumerate(np.pad(np.arange(width), (2, 3), mode=mode)):
            expected[:, source] += g[:, column]
        np.testing.assert_allclose(dx, expected, rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("mode", ["nearest", "linear", "cubic"])
def test_one_model_resizes_images_of_any_size(mode):
    """Duality at two sizes: the model holds no matrix made for one of them."""
    made = node("Resize", ["x", "", "scales"], ["y"], mode=mode)
    stored = {"scales": np.array([1, 1, 1.5, 0.7], np.float32)}
    shape = ("N", 2, "H", "W")
    model = model_of([made], {"x": shape}, {"y": ("N", 2, "A", "B")}, stored)
    graph = build_gradient_model(model, score="y", wrt=["x"])

    for height, width in ((4, 6), (7, 5)):
        x = normal(1, 2, height, width)
        (y,) = numeric.run(model, {"x": x}, ["y"])
        g = normal(*y.shape)
        (dx,) = numeric.run(graph.model, {"x": x, graph.seed_input: g}, [graph.gradients["x"]])
        assert (dx.astype(float) * x).sum() == pytest.approx((g * y).sum(), rel=1e-4, abs=1e-4)


def test_doubling_to_the_nearest_costs_a_pooling_and_no_product():
    made = node("Resize", ["x", "", "scales"], ["y"], mode="nearest")
    stored = {"scales": np.array([1, 1, 2, 2], np.float32)}
    model = model_of([made], {"x": ("N", 2, "H", "W")}, {"y": ("N", 2, "A", "B")}, stored)

    kinds = [n.op_type for n in build_gradient_model(model, score="y", wrt=["x"]).model.graph.node]

    assert "AveragePool" in kinds
    assert "MatMul" not in kinds


def test_rolled_windows_of_swin_come_back_rolled():
    """roll(x, -2) as exporters write it: Slice, Slice, Concat, twice for rows and columns."""
    nodes = [
        node("Slice", ["x", "two", "end", "one"], ["a1"]),
        node("Slice", ["x", "zero", "two", "one"], ["b1"]),
        node("Concat", ["a1", "b1"], ["c1"], axis=1),
        node("Slice", ["c1", "two", "end", "two"], ["a2"]),
        node("Slice", ["c1", "zero", "two", "two"], ["b2"]),
        node("Concat", ["a2", "b2"], ["y"], axis=2),
    ]
    stored = {"zero": ints(0), "one": ints(1), "two": ints(2), "end": ints(2**63 - 1)}
    model = model_of(nodes, {"x": ("N", 5, 6, 3)}, {"y": ("N", 5, 6, 3)}, stored)
    graph = build_gradient_model(model, score="y", wrt=["x"])
    x, g = normal(2, 5, 6, 3), normal(2, 5, 6, 3)

    (dx,) = numeric.run(graph.model, {"x": x, graph.seed_input: g}, [graph.gradients["x"]])

    np.testing.assert_array_equal(dx, np.roll(g, (2, 2), (1, 2)))


def test_an_einsum_with_an_ellipsis():
    made = node("Einsum", ["a", "b"], ["y"], equation="...ij,j...k->...ik")
    shapes = {"a": (2, 5, 2, 3), "b": (3, 2, 5, 4)}
    model = model_of([made], shapes, {"y": (2, 5, 2, 4)})
    graph = build_gradient_model(model, score="y", wrt=["a", "b"])
    feeds = {name: normal(*shape) for name, shape in shapes.items()}
    g = normal(2, 5, 2, 4)

    da, db = numeric.run(
        graph.model, {**feeds, graph.seed_input: g}, [graph.gradients[n] for n in ("a", "b")]
    )

    matrices = np.moveaxis(feeds["b"], 0, 2)
    np.testing.assert_allclose(da, g @ matrices.swapaxes(2, 3), rtol=1e-4, atol=1e-5)
    expected = np.moveaxis(feeds["a"].swapaxes(2, 3) @ g, 2, 0)
    np.testing.assert_allclose(db, expected, rtol=1e-4, atol=1e-5)


def test_a_tensor_that_only_lends_its_precision_gets_no_gradient():
    nodes = [node("Exp", ["x"], ["e"]), node("CastLike", ["x", "e"], ["y"])]
    model = model_of(nodes, {"x": ("N", 3)}, {"y": ("N", 3)})
    graph = build_gradient_model(model, score="y", wrt=["x"])
    x, g = normal(2, 3), normal(2, 3)

    (dx,) = numeric.run(graph.model, {"x": x, graph.seed_input: g}, [graph.gradients["x"]])

    np.testing.assert_array_equal(dx, g)
    with pytest.raises(RequestError, match="does not depend on 'e'"):
        build_gradient_model(model, score="y", wrt=["e"])


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (node("ScatterElements", ["x", "at", "u"], ["y"], reduction="max"), "combined by max"),
        (node("Resize", ["x", "roi", "scales"], ["y"], **CROPPING), "crops and resizes at once"),
        (node("Pad", ["x", "crop"], ["y"], mode="edge"), "mirrored or repeated and cropped"),
    ],
    ids=["scatter", "resize", "pad"],
)
def test_forms_without_a_gradient_are_refused_by_name(made, why):
    stored = {
        "at": ints(0, 1).reshape(2, 1),
        "u": normal(2, 1),
        "roi": np.array([0, 0, 1, 1], np.float32),
        "scales": np.array([2, 2], np.float32),
        "crop": ints(0, -1, 0, 2),
    }
    used = {name: stored[name] for name in made.input[1:]}
    made.name = "node"
    model = model_of([made], {"x": (2, 5)}, {"y": None}, used, opset=18)

    with pytest.raises(UnsupportedOperator, match=rf"{made.op_type} \(node 'node'\).*{why}"):
        build_gradient_model(model, score="y", wrt=["x"])
