"""Gradient models as files: what is in them, that they run alone, and what is refused."""

import json

import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import helper

from engine.autodiff import standalone
from engine.autodiff.build import build_gradient_model
from engine.autodiff.standalone import Origin, Wish, class_axis, make_gradient_file
from engine.errors import ModelError, RequestError, UnsupportedOperator
from tests.support import networks, numeric
from tests.support.models import model_of, small_classifier

node = helper.make_node
ORIGIN = Origin("ab" * 32, "1.2.3", {"r3": "last maps"})
X = np.random.default_rng(0).normal(size=(2, 3, 8, 8)).astype(np.float32)


def session(data: bytes) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])


def test_the_file_computes_what_the_builder_wrote() -> None:
    made = make_gradient_file(small_classifier(), Wish(["input", "last maps"], also=["r3"]), ORIGIN)
    graph = build_gradient_model(small_classifier(), score="logits", wrt=["x", "r3"], also=["r3"])
    seed = np.eye(3, dtype=np.float32)[1:]

    names = [*made.manifest["gradients"].values(), "r3", "logits", "probabilities"]
    found = session(made.data).run(names, {"x": X, made.manifest["seed"]["input"]: seed})

    expected = numeric.run(graph.model, {"x": X, graph.seed_input: seed}, names)
    assert list(made.manifest["gradients"]) == ["x", "r3"]
    for a, b in zip(found, expected, strict=True):
        np.testing.assert_allclose(a, b, rtol=1e-5, atol=1e-7)


@pytest.mark.parametrize("override", [None, "guided-backprop", "deconvnet", "deep-lift"])
def test_the_file_is_plain_checked_onnx_with_repeatable_bytes(override) -> None:
    first, second = (
        make_gradient_file(networks.resnet_like(), Wish(["x"], override=override), ORIGIN)
        for _ in range(2)
    )

    model = onnx.load_model_from_string(first.data)
    onnx.checker.check_model(model, full_check=True)
    assert first.data == second.data
    assert {n.domain for n in model.graph.node} == {""}
    assert [(o.domain, o.version) for o in model.opset_import] == [("", 17)]
    assert not model.functions
    assert first.manifest["override"] == override


def test_the_metadata_tell_what_the_file_is() -> None:
    wish = Wish(["x"], override="guided-backprop", target=(2, 1.0, "third"))
    made = make_gradient_file(small_classifier(), wish, ORIGIN)

    told = session(made.data).get_modelmeta()

    facts = {k.removeprefix("whyray."): v for k, v in told.custom_metadata_map.items()}
    assert facts["source_sha256"] == "ab" * 32
    assert facts["version"] == "1.2.3"
    assert facts["score"] == "logits"
    assert facts["override"] == "guided-backprop"
    assert json.loads(facts["gradients"]) == made.manifest["gradients"] == {"x": "gradient/x"}
    assert json.loads(facts["seed"])["default"] == {"class": 2, "name": "third", "value": 1.0}
    assert "Relu (3)" in json.loads(facts["notes"])[0]
    assert told.producer_name == "WhyRay"
    assert "gradient/x" in told.description
    assert "202" not in json.dumps(facts).replace("ab" * 32, "")  # no year, no date


def test_the_manifest_lists_inputs_and_outputs_with_their_shapes() -> None:
    manifest = make_gradient_file(small_classifier(), Wish(["r3"]), ORIGIN).manifest

    roles = {e["name"]: e["role"] for e in (*manifest["inputs"], *manifest["outputs"])}
    assert roles == {
        "x": "model input",
        "seed": "seed",
        "probabilities": "model output",
        "logits": "score",
        "gradient/r3": "gradient",
    }
    last = manifest["outputs"][-1]
    assert (last["dtype"], last["shape"][1:], last["of"], last["by"]) == (
        "float32", [5, 2, 2], "logits", "r3",
    )  # fmt: skip
    assert manifest["seed"]["class_axis"] == 1
    assert manifest["seed"]["shape"][1:] == [3]
    assert "axis 1" in manifest["seed"]["how"]


def test_a_baked_class_is_a_default_for_any_batch_that_can_be_replaced() -> None:
    wish = Wish(["x"], target=(1, 1.0, "1"))
    made = make_gradient_file(small_classifier(), wish, ORIGIN)
    fed = make_gradient_file(small_classifier(), Wish(["x"]), ORIGIN)
    run, by_seed = session(made.data), session(fed.data)

    def asked(index: int) -> list[np.ndarray]:
        return by_seed.run(["gradient/x"], {"x": X, "seed": numeric.one_hot((2, 3), index)})

    assert [i.name for i in run.get_inputs()] == ["x"]
    np.testing.assert_array_equal(run.run(["gradient/x"], {"x": X}), asked(1))
    for rows in (1, 2):
        feeds = {"x": X, "seed": numeric.one_hot((rows, 3), 2)}
        np.testing.assert_array_equal(run.run(["gradient/x"], feeds), asked(2))


def test_another_score_than_the_logits_can_be_differentiated() -> None:
    made = make_gradient_file(small_classifier(), Wish(["logits"], score="probabilities"), ORIGIN)
    seed = numeric.one_hot((2, 3), 0)

    p, dz = session(made.data).run(["probabilities", "gradient/logits"], {"x": X, "seed": seed})

    np.testing.assert_allclose(dz, p[:, :1] * (seed - p), rtol=1e-4, atol=1e-6)


def test_a_tensor_called_input_is_meant_before_the_word() -> None:
    model = model_of(
        [node("Relu", ["x"], ["input"]), node("Neg", ["input"], ["y"])],
        {"x": ("N", 3)},
        {"y": ("N", 3)},
    )

    assert list(make_gradient_file(model, Wish(["input"]), ORIGIN).manifest["gradients"]) == [
        "input"
    ]


def test_operators_outside_the_standard_are_refused_by_name() -> None:
    model = small_classifier()
    model.opset_import.append(helper.make_opsetid("com.microsoft", 1))
    model.graph.node.append(
        node("FastGelu", ["logits"], ["extra"], domain="com.microsoft", name="odd")
    )
    with pytest.raises(ModelError, match=r"com\.microsoft\.FastGelu"):
        make_gradient_file(model, Wish(["x"]), ORIGIN)


def test_an_operator_without_a_gradient_is_named_also_where_there_are_no_class_scores() -> None:
    model = model_of([node("Det", ["x"], ["y"], name="odd")], {"x": ("N", 2, 2)}, {"y": ("N",)})

    with pytest.raises(UnsupportedOperator, match=r"Det \(node 'odd'\)"):
        make_gradient_file(model, Wish(["x"], score="y"), ORIGIN)


def test_a_model_beyond_two_gigabytes_is_refused(monkeypatch) -> None:
    monkeypatch.setattr(standalone, "LARGEST_BYTES", 1000)

    with pytest.raises(ModelError, match="2 GB"):
        make_gradient_file(small_classifier(), Wish(["x"]), ORIGIN)


@pytest.mark.parametrize(
    ("wish", "reason"),
    [
        (Wish(["nowhere"]), "no layer 'nowhere'"),
        (Wish(["x"], score="nothing"), "no layer 'nothing'"),
        (Wish(["probabilities"]), "does not depend on 'probabilities'"),
        (Wish(["x"], target=(3, 1.0, "3")), "no class 3; it has 3"),
        (Wish(["x"], score="c3", target=(0, 1.0, "0")), "no single axis of classes"),
        (Wish(["x"], override="lrp"), "lrp"),
    ],
    ids=["wrt", "score", "unrelated", "class", "axis", "override"],
)
def test_wishes_that_do_not_fit_are_refused(wish, reason) -> None:
    with pytest.raises(RequestError, match=reason):
        make_gradient_file(small_classifier(), wish, ORIGIN)


@pytest.mark.parametrize(
    ("shape", "axis"),
    [(("N", 3), 1), (("N", 1), 1), (("N", 7, 1, 1), 1), (("N", 1, 1, 7), 3), (("N", 2, 4), None),
     (("N", None), None), ((3,), None)],
)  # fmt: skip
def test_the_axis_of_classes(shape, axis) -> None:
    assert class_axis(shape) == axis
