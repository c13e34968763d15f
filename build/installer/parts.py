"""The parts that are installed: WhyRay itself, the trainer, the GPU add-on."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    """Something that is installed by itself.

    Attributes:
        name: of its package and of its folder.
        summary: one line.
        spec: PyInstaller spec in ``build/pyinstaller``; empty where nothing is frozen.
        groups: dependency groups of its environment.
        left_out: packages of the lock that its environment does without.
        program: that starts it, inside its folder; empty where it is none.
        limit_mb: its folder must not be larger on Linux, where it is measured.
        level: of zstd: 19 packs a quarter smaller than 10 and takes ten times as long.
    """

    name: str
    summary: str
    spec: str = ""
    groups: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    program: str = ""
    limit_mb: int = 0
    level: int = 10


APP = Part(
    "whyray",
    "explainable reading of chest radiographs",
    "app.spec",
    ("package",),
    ("numba", "llvmlite", "pandas"),  # stood in for, see build/pyinstaller/stand_ins
    "whyray",
    500,
    19,
)
TRAINER = Part(
    "whyray-trainer",
    "retraining for WhyRay",
    "trainer.spec",
    ("package", "train"),
    (),
    "whyray-trainer",
    2600,
)
CUDA = Part("whyray-cuda", "NVIDIA GPU support for WhyRay")
PARTS = {part.name: part for part in (APP, TRAINER, CUDA)}
