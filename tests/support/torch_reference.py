"""Holding an operator and its gradient to torch's autograd, in double precision."""

from collections.abc import Callable, Sequence

import torch

from tests.support.draws import close
from tests.support.models import OperatorCase
from tests.support.rule_trial import RuleTrial

# function(inputs, shape of y) -> y; inputs in double precision where floating.
Function = Callable[[list[torch.Tensor], Sequence[int]], torch.Tensor]


def compare(case: OperatorCase, function: Function) -> None:
    """Hold output and gradients of a case to a torch function of all its inputs."""
    trial = RuleTrial(case)
    inputs = [_tensor(v) for v in trial.inputs]
    y = function(inputs, trial.g.shape)
    y.backward(torch.tensor(trial.g, dtype=torch.float64))

    close(trial.output(), y.detach().numpy())
    for i, gradient in zip(case.wrt, trial.gradients(), strict=True):
        reference = inputs[i].grad
        close(gradient, 0 * trial.inputs[i] if reference is None else reference.numpy())


def _tensor(value: object) -> torch.Tensor:
    tensor = torch.tensor(value)
    return tensor.double().requires_grad_() if tensor.is_floating_point() else tensor
