# ruff: noqa: D403 - formulas keep their letters
"""One gradient rule on trial: the operator, its gradient graph and ways to ask both."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

import numpy as np
import onnx
import onnxruntime

from engine.autodiff.build import GradientModel, build_gradient_model
from tests.support import numeric
from tests.support.models import OperatorCase


class RuleTrial:
    """An operator case with a fixed random seed for its score.

    Args:
        case: the operator and its numbers.
        opset: operator set to convert the model to by ONNX's own converter; 0 keeps the case's.
        free_batch: leave the number of images open in the model.

    Attributes:
        inputs: the case's inputs, float32 where floating.
        g: float32 adjoint of y, shaped as y.
    """

    def __init__(self, case: OperatorCase, opset: int = 0, *, free_batch: bool = False) -> None:
        self.case = case
        self.free_batch = free_batch
        self.opset = opset
        self.inputs: list[np.ndarray] = list(case.inputs)
        self.g = np.random.default_rng(1).normal(size=self.output().shape).astype(np.float32)

    @cached_property
    def graph(self) -> GradientModel:
        """The gradient model for the case's own inputs."""
        return self.build(self.case)

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        return numeric.session(self.graph.model, optimised=False)

    def build(self, case: OperatorCase) -> GradientModel:
        """The gradient model of a case by the inputs it asks for."""
        model = case.model(free_batch=self.free_batch)
        if self.opset:
            model = onnx.version_converter.convert_version(model, self.opset)
        return build_gradient_model(model, score="y", wrt=[f"x{i}" for i in case.wrt])

    def output(self) -> np.ndarray:
        """y in single precision."""
        return numeric.run(self.case.model(), self.case.feeds(), ["y"], optimised=False)[0]

    def gradients(
        self, g: np.ndarray | None = None, inputs: Sequence[np.ndarray] | None = None
    ) -> list[np.ndarray]:
        """Gradients by the inputs asked for, in that order, in ONNX Runtime.

        Args:
            g: adjoint of y; the trial's own where left out.
            inputs: replace the first inputs of the case; the others stay.
        """
        case, graph, session = self.case, self.graph, None
        if inputs is not None:
            merged = [np.asarray(v, order="C") for v in (*inputs, *self.inputs[len(inputs) :])]
            case = replace(case, inputs=merged)
            graph = self.build(case)
            session = numeric.session(graph.model, optimised=False)
        g = np.asarray(self.g if g is None else g, np.float32, order="C")
        names = [graph.gradients[f"x{i}"] for i in case.wrt]
        feeds = {**case.feeds(), graph.seed_input: g}
        return (session or self._session).run(names, feeds)


# law(trial): asserts what holds for the gradients of an operator whatever the numbers.
Invariant = Callable[[RuleTrial], None]
# closed(inputs, attrs, g) -> gradients by position of the input, None or left out where nobody
# asks; inputs and g in float64, in the order of the operator (empty array: input left out).
ClosedForm = Callable[
    [Sequence[np.ndarray], Mapping[str, object], np.ndarray], Sequence[np.ndarray | None]
]
