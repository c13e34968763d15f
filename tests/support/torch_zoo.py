"""Small torch networks made of the true building blocks of the published families.

Widths and depths are cut down so that each network has some ten thousand weights, the blocks are
those of the papers: residual and bottleneck blocks, dense blocks, inverted residuals with
squeeze-and-excitation, fire modules, inception branches, an attention gate, and so on. The
transformers are in `tests.support.torch_transformers`. `ZOO` lists everything.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

CLASSES = 5


def conv_bn(
    inputs: int,
    outputs: int,
    kernel: int = 3,
    stride: int = 1,
    groups: int = 1,
    act: type[nn.Module] | None = nn.ReLU,
) -> nn.Sequential:
    """Convolution without bias, batch normalisation, activation."""
    conv = nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, groups=groups, bias=False)
    parts: list[nn.Module] = [conv, nn.BatchNorm2d(outputs)]
    return nn.Sequential(*parts, *([act()] if act else []))


def pooled_head(width: int, classes: int = CLASSES) -> nn.Sequential:
    """Global average pooling, flatten, linear."""
    return nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(width, classes))


class BasicBlock(nn.Module):
    """Two 3x3 convolutions around a skip connection (He et al. 2015)."""

    def __init__(self, inputs: int, width: int, stride: int) -> None:
        super().__init__()
        self.main = nn.Sequential(
            conv_bn(inputs, width, 3, stride), conv_bn(width, width, 3, act=None)
        )
        same = stride == 1 and inputs == width
        self.skip = nn.Identity() if same else conv_bn(inputs, width, 1, stride, act=None)
        self.relu = nn.ReLU()

    def forward(self, x: Tensor) -> Tensor:
        return self.relu(self.main(x) + self.skip(x))


class Bottleneck(BasicBlock):
    """1x1, 3x3 and 1x1 convolutions around a skip connection."""

    def __init__(self, inputs: int, width: int, stride: int) -> None:
        super().__init__(inputs, width, stride)
        inner = width // 2
        self.main = nn.Sequential(
            conv_bn(inputs, inner, 1),
            conv_bn(inner, inner, 3, stride),
            conv_bn(inner, width, 1, act=None),
        )


def resnet(block: type[BasicBlock]) -> nn.Module:
    """Stem with max-pooling, three stages."""
    return nn.Sequential(
        conv_bn(3, 8, 7, 2),
        nn.MaxPool2d(3, 2, 1),
        block(8, 8, 1),
        block(8, 16, 2),
        block(16, 24, 1),
        pooled_head(24),
    )


class DenseLayer(nn.Module):
    """Pre-activated bottleneck whose output is concatenated to its input (Huang et al. 2016)."""

    def __init__(self, inputs: int, growth: int) -> None:
        super().__init__()
        self.body = nn.Sequential(
            nn.BatchNorm2d(inputs),
            nn.ReLU(),
            nn.Conv2d(inputs, 2 * growth, 1, bias=False),
            nn.BatchNorm2d(2 * growth),
            nn.ReLU(),
            nn.Conv2d(2 * growth, growth, 3, padding=1, bias=False),
        )

    def forward(self, x: Tensor) -> Tensor:
        return torch.cat([x, self.body(x)], 1)


def densenet() -> nn.Module:
    """Two dense blocks with an average-pooling transition, closed by norm and ReLU."""
    transition = [nn.BatchNorm2d(20), nn.ReLU(), nn.Conv2d(20, 10, 1), nn.AvgPool2d(2)]
    return nn.Sequential(
        conv_bn(3, 8, 3, 2),
        nn.MaxPool2d(3, 2, 1),
        *(DenseLayer(8 + 4 * i, 4) for i in range(3)),
        *transition,
        *(DenseLayer(10 + 4 * i, 4) for i in range(3)),
        nn.BatchNorm2d(22),
        nn.ReLU(),
        pooled_head(22),
    )


class SqueezeExcitation(nn.Module):
    """Channels gated by their means (Hu et al. 2017)."""

    def __init__(self, width: int, act: type[nn.Module], gate: type[nn.Module]) -> None:
        super().__init__()
        self.body = nn.Sequential(
            nn.AdaptiveAvgPool2d(1),
            nn.Conv2d(width, width // 4, 1),
            act(),
            nn.Conv2d(width // 4, width, 1),
            gate(),
        )

    def forward(self, x: Tensor) -> Tensor:
        return x * self.body(x)


@dataclass(frozen=True)
class Inverted:
    """Expansion 1x1, depthwise, optional squeeze-and-excitation, linear 1x1 with a skip."""

    act: type[nn.Module]
    excitation: tuple[type[nn.Module], type[nn.Module]] | None
    kernel: int = 3

    def __call__(self, inputs: int, outputs: int, stride: int) -> nn.Module:
        wide = 4 * inputs
        parts = [
            conv_bn(inputs, wide, 1, act=self.act),
            conv_bn(wide, wide, self.kernel, stride, wide, self.act),
        ]
        if self.excitation:
            parts.append(SqueezeExcitation(wide, *self.excitation))
        body = nn.Sequential(*parts, conv_bn(wide, outputs, 1, act=None))
        return Residual(body) if stride == 1 and inputs == outputs else body


class Residual(nn.Module):
    """x + body(x)."""

    def __init__(self, body: nn.Module) -> None:
        super().__init__()
        self.body = body

    def forward(self, x: Tensor) -> Tensor:
        return x + self.body(x)


def mobile(block: Inverted) -> nn.Module:
    """Strided stem, four inverted residuals, 1x1 convolution (Sandler 2018, Howard 2019)."""
    return nn.Sequential(
        conv_bn(3, 8, 3, 2, act=block.act),
        block(8, 8, 1),
        block(8, 12, 2),
        block(12, 12, 1),
        block(12, 16, 2),
        conv_bn(16, 32, 1, act=block.act),
        pooled_head(32),
    )


class Fire(nn.Module):
    """Squeeze 1x1, then 1x1 and 3x3 side by side (Iandola et al. 2016)."""

    def __init__(self, inputs: int, squeeze: int, expand: int) -> None:
        super().__init__()
        self.squeeze = nn.Sequential(nn.Conv2d(inputs, squeeze, 1), nn.ReLU())
        self.one = nn.Sequential(nn.Conv2d(squeeze, expand, 1), nn.ReLU())
        self.three = nn.Sequential(nn.Conv2d(squeeze, expand, 3, padding=1), nn.ReLU())

    def forward(self, x: Tensor) -> Tensor:
        x = self.squeeze(x)
        return torch.cat([self.one(x), self.three(x)], 1)


def squeezenet() -> nn.Module:
    """Unpadded stem, ceil-mode pooling, classes by a 1x1 convolution."""
    return nn.Sequential(
        nn.Conv2d(3, 12, 3, 2),
        nn.ReLU(),
        nn.MaxPool2d(3, 2, ceil_mode=True),
        Fire(12, 6, 8),
        Fire(16, 6, 8),
        nn.MaxPool2d(3, 2, ceil_mode=True),
        Fire(16, 8, 12),
        nn.Dropout(0.5),
        nn.Conv2d(24, CLASSES, 1),
        nn.ReLU(),
        nn.AdaptiveAvgPool2d(1),
        nn.Flatten(),
    )


def vgg() -> nn.Module:
    """Stacked 3x3 convolutions, adaptive average pooling to 2x2, flattened into dense layers."""
    return nn.Sequential(
        nn.Conv2d(3, 8, 3, padding=1),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(8, 16, 3, padding=1),
        nn.ReLU(),
        nn.Conv2d(16, 16, 3, padding=1),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.AdaptiveAvgPool2d(2),
        nn.Flatten(),
        nn.Linear(64, 24),
        nn.ReLU(),
        nn.Dropout(),
        nn.Linear(24, CLASSES),
    )


class InceptionBlock(nn.Module):
    """Four branches, factorised convolutions and a pooled one, concatenated (Szegedy 2015)."""

    def __init__(self, inputs: int) -> None:
        super().__init__()
        self.one = conv_bn(inputs, 6, 1)
        self.three = nn.Sequential(conv_bn(inputs, 4, 1), conv_bn(4, 6))
        self.seven = nn.Sequential(
            nn.Conv2d(inputs, 4, (1, 7), padding=(0, 3), bias=False),
            nn.BatchNorm2d(4),
            nn.ReLU(),
            nn.Conv2d(4, 6, (7, 1), padding=(3, 0)),
            nn.ReLU(),
        )
        self.pooled = nn.Sequential(nn.AvgPool2d(3, 1, 1), conv_bn(inputs, 6, 1))

    def forward(self, x: Tensor) -> Tensor:
        return torch.cat([self.one(x), self.three(x), self.seven(x), self.pooled(x)], 1)


def inception() -> nn.Module:
    """Unpadded stem and two inception blocks."""
    stem = [nn.Conv2d(3, 12, 3, 2), nn.ReLU(), nn.MaxPool2d(3, 2)]
    return nn.Sequential(*stem, InceptionBlock(12), InceptionBlock(24), pooled_head(24))


class ChannelsLastNorm(nn.LayerNorm):
    """LayerNorm over the channels of an NCHW map, by way of NHWC."""

    def forward(self, x: Tensor) -> Tensor:
        return super().forward(x.permute(0, 2, 3, 1)).permute(0, 3, 1, 2)


class ConvNextBlock(nn.Module):
    """Depthwise 7x7, LayerNorm, inverted bottleneck with GELU, layer scale (Liu et al. 2022)."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.depthwise = nn.Conv2d(width, width, 7, padding=3, groups=width)
        self.norm = nn.LayerNorm(width, eps=1e-6)
        self.mlp = nn.Sequential(
            nn.Linear(width, 4 * width), nn.GELU(), nn.Linear(4 * width, width)
        )
        self.scale = nn.Parameter(torch.full((width, 1, 1), 0.5))

    def forward(self, x: Tensor) -> Tensor:
        y = self.mlp(self.norm(self.depthwise(x).permute(0, 2, 3, 1)))
        return x + self.scale * y.permute(0, 3, 1, 2)


def convnext() -> nn.Module:
    """Patchify stem, two stages with a normalised downsampling between them."""
    return nn.Sequential(
        nn.Conv2d(3, 8, 4, 4),
        ChannelsLastNorm(8),
        ConvNextBlock(8),
        ChannelsLastNorm(8),
        nn.Conv2d(8, 16, 2, 2),
        ConvNextBlock(16),
        nn.AdaptiveAvgPool2d(1),
        ChannelsLastNorm(16),
        nn.Flatten(),
        nn.Linear(16, CLASSES),
    )


def normalised() -> nn.Module:
    """GroupNorm, InstanceNorm and PReLU in place of batch normalisation and ReLU."""
    return nn.Sequential(
        nn.Conv2d(3, 8, 3, 2, 1),
        nn.GroupNorm(4, 8),
        nn.PReLU(8),
        nn.Conv2d(8, 12, 3, 2, 1),
        nn.InstanceNorm2d(12, affine=True),
        nn.PReLU(),
        nn.Conv2d(12, 16, 3, padding=1),
        nn.GroupNorm(1, 16),
        nn.LeakyReLU(0.1),
        pooled_head(16),
    )


def alexnet() -> nn.Module:
    """Grouped convolutions and local response normalisation (Krizhevsky et al. 2012)."""
    return nn.Sequential(
        nn.Conv2d(3, 8, 5, 2, 2),
        nn.ReLU(),
        nn.LocalResponseNorm(5, 0.05, 0.75, 1.0),
        nn.MaxPool2d(3, 2),
        nn.Conv2d(8, 16, 3, padding=1, groups=2),
        nn.ReLU(),
        nn.LocalResponseNorm(4, 0.05, 0.75, 2.0),
        nn.MaxPool2d(3, 2),
        nn.Flatten(),
        nn.Linear(144, 24),
        nn.ReLU(),
        nn.Linear(24, CLASSES),
    )


class AttentionGate(nn.Module):
    """A coarse map, enlarged twice over, opens and shuts places of a fine one (Oktay 2018)."""

    def __init__(self) -> None:
        super().__init__()
        self.fine = nn.Sequential(nn.Conv2d(3, 8, 3, 2, 1), nn.ReLU())
        self.coarse = nn.Sequential(nn.Conv2d(8, 12, 3, 2, 1), nn.ReLU(), nn.MaxPool2d(2))
        self.up = nn.ConvTranspose2d(12, 8, 2, 2)
        self.gate = nn.Sequential(nn.Conv2d(8, 1, 1), nn.Sigmoid())
        self.last = nn.Sequential(nn.Conv2d(8, 12, 3, padding=1), nn.ReLU())
        self.head = pooled_head(12)

    def forward(self, x: Tensor) -> Tensor:
        fine = self.fine(x)
        up = self.up(self.coarse(fine))
        up = functional.interpolate(up, scale_factor=2.0, mode="bilinear", align_corners=False)
        wide = functional.interpolate(self.gate(torch.relu(up)), size=fine.shape[2:])
        return self.head(self.last(fine * wide))


class Upsampled(nn.Module):
    """Nearest, bilinear (corners aligned) and bicubic enlargements, added up."""

    def __init__(self) -> None:
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(3, 8, 3, 4, 1), nn.Softplus())
        self.near = nn.Upsample(scale_factor=2)
        self.aligned = nn.Upsample(scale_factor=2, mode="bilinear", align_corners=True)
        self.last = nn.Sequential(nn.Conv2d(8, 12, 3, 2, 1), nn.ELU())
        self.head = pooled_head(12)

    def forward(self, x: Tensor) -> Tensor:
        y = self.stem(x)
        return self.head(self.last(self.near(y) * 0.5 + self.aligned(y)))


class Shuffle(nn.Module):
    """Channel shuffle after half of the channels went through a branch (Ma et al. 2018)."""

    def __init__(self, width: int) -> None:
        super().__init__()
        half = width // 2
        self.branch = nn.Sequential(
            conv_bn(half, half, 1), conv_bn(half, half, 3, 1, half, None), conv_bn(half, half, 1)
        )

    def forward(self, x: Tensor) -> Tensor:
        kept, worked = x.chunk(2, dim=1)
        y = torch.cat([kept, self.branch(worked)], 1)
        count, width, height, columns = y.shape
        y = y.view(count, 2, width // 2, height, columns).transpose(1, 2).contiguous()
        return y.view(count, width, height, columns)


def shufflenet() -> nn.Module:
    """Strided stem, two shuffle units, 1x1 convolution, mean over the places."""
    return nn.Sequential(
        conv_bn(3, 12, 3, 2),
        nn.MaxPool2d(3, 2, 1),
        Shuffle(12),
        Shuffle(12),
        conv_bn(12, 20, 1),
        MeanOverPlaces(),
        nn.Linear(20, CLASSES),
    )


class MeanOverPlaces(nn.Module):
    """``x.mean([2, 3])``."""

    def forward(self, x: Tensor) -> Tensor:
        return x.mean([2, 3])


def plain_cnn(classes: int, head: nn.Module | None) -> nn.Module:
    """A small network with batch normalisation under a head of choice."""
    tail = [] if head is None else [head]
    return nn.Sequential(
        conv_bn(3, 8, 3, 2),
        conv_bn(8, 12, 3, 2),
        nn.MaxPool2d(2),
        conv_bn(12, 16),
        pooled_head(16, classes),
        *tail,
    )


@dataclass(frozen=True)
class Entry:
    """One network of the zoo.

    Args:
        make: builds it, with torch's own random weights.
        last: path of the module whose output the default layer must be; "" where the network has
            no feature map in the sense of a CAM.
        size: height and width of the image.
        classes: number of logits.
        activation: what `find_score` must find behind the logits.
    """

    make: Callable[[], nn.Module]
    last: str
    size: int = 32
    classes: int = CLASSES
    activation: str = "none"


def _v3(kernel: int = 5) -> Inverted:
    return Inverted(nn.Hardswish, (nn.ReLU, nn.Hardsigmoid), kernel)


CONVOLUTIONAL: dict[str, Entry] = {
    "resnet": Entry(lambda: resnet(BasicBlock), "4"),
    "resnet-bottleneck": Entry(lambda: resnet(Bottleneck), "4"),
    "densenet": Entry(densenet, "13"),
    "mobilenet-v2": Entry(lambda: mobile(Inverted(nn.ReLU6, None)), "5"),
    "mobilenet-v3": Entry(lambda: mobile(_v3()), "5"),
    "efficientnet": Entry(lambda: mobile(Inverted(nn.SiLU, (nn.SiLU, nn.Sigmoid))), "5"),
    "squeezenet": Entry(squeezenet, "9"),
    "vgg": Entry(vgg, "6"),
    "inception": Entry(inception, "4"),
    "convnext": Entry(convnext, "5"),
    "group-norm": Entry(normalised, "8"),
    "alexnet": Entry(alexnet, "5"),
    "attention-gate": Entry(AttentionGate, "last"),
    "upsample": Entry(Upsampled, "last"),
    "shufflenet": Entry(shufflenet, "4"),
    "head-sigmoid-1": Entry(
        lambda: plain_cnn(1, nn.Sigmoid()), "3", classes=1, activation="sigmoid"
    ),
    "head-sigmoid-14": Entry(
        lambda: plain_cnn(14, nn.Sigmoid()), "3", classes=14, activation="sigmoid"
    ),
    "head-softmax": Entry(
        lambda: plain_cnn(4, nn.Softmax(1)), "3", classes=4, activation="softmax"
    ),
    "head-log-softmax": Entry(
        lambda: plain_cnn(4, nn.LogSoftmax(1)), "3", classes=4, activation="softmax"
    ),
    "head-logits": Entry(lambda: plain_cnn(2, None), "3", classes=2),
}


def images(count: int, size: int, generator: torch.Generator) -> Tensor:
    """(count, 3, size, size) float32 about -1..1: shading of several scales."""
    total = torch.zeros(count, 3, size, size)
    for cells in (2, 4, 8, size):
        coarse = torch.randn(count, 3, cells, cells, generator=generator)
        total += functional.interpolate(coarse, size=(size, size), mode="bilinear") / cells**0.5
    return total


def randomise(model: nn.Module, sample: Tensor, generator: torch.Generator) -> None:
    """Give normalisations statistics and weights that are far from trivial (in place).

    Running means and variances come from the sample, disturbed; offsets are two to three and a
    half deviations either way, so that few activations lie within rounding of a ReLU's kink.
    """

    def draw(low: float, high: float, count: int) -> Tensor:
        return low + (high - low) * torch.rand(count, generator=generator)

    def calibrate(module: nn.BatchNorm2d, inputs: Sequence[Tensor]) -> None:
        values = inputs[0]
        mean, variance = values.mean((0, 2, 3)), values.var((0, 2, 3)) + 1e-3
        count = len(mean)
        sign = torch.where(draw(0, 1, count) < 0.6, 1.0, -1.0)
        module.running_mean.copy_(mean + draw(-0.2, 0.2, count) * variance.sqrt())
        module.running_var.copy_(variance * draw(0.7, 1.4, count))
        module.weight.copy_(draw(0.7, 1.3, count))
        module.bias.copy_(module.weight * sign * draw(2.0, 3.5, count))

    hooks = []
    with torch.no_grad():
        for module in model.modules():
            if isinstance(module, nn.BatchNorm2d):
                hooks.append(module.register_forward_pre_hook(calibrate))
            elif isinstance(module, nn.LayerNorm | nn.GroupNorm | nn.InstanceNorm2d):
                count = module.weight.numel()
                module.weight.copy_(draw(0.6, 1.4, count).reshape(module.weight.shape))
                module.bias.copy_(draw(-0.5, 0.5, count).reshape(module.bias.shape))
            elif isinstance(module, nn.PReLU):
                module.weight.copy_(draw(0.05, 0.5, module.weight.numel()))
            elif isinstance(module, nn.Conv2d | nn.Linear):
                nn.init.kaiming_normal_(module.weight, generator=generator)
                if module.bias is not None:
                    module.bias.normal_(0.0, 0.2, generator=generator)
        model.eval()(sample)
    for hook in hooks:
        hook.remove()
