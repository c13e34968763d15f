"""What goes into the frozen program, and what is left out of it and why."""

import functools
import importlib.metadata
import os
import re
import subprocess

# Codecs and others that are found by name or by entry point, so that no import tells of them.
HIDDEN = (
    "pylibjpeg", "openjpeg", "openjpeg.utils", "rle", "rle.utils", "jpeg_ls", "_CharLS", "gdcm",
    "scipy.stats.qmc", "scipy.sparse.linalg", "skimage.segmentation", "sklearn.linear_model",
    "lime.lime_base", "shap.maskers", "numba", "numba.typed", "pandas",
)  # fmt: skip
# Distributions whose metadata are read at run time: versions that are shown, entry points.
APP_METADATA = (
    "whyray", "pydicom", "pylibjpeg", "pylibjpeg-openjpeg", "pylibjpeg-rle", "pyjpegls",
    "python-gdcm", "numpy", "onnx", "opencv-python-headless", "PySide6_Essentials", "highdicom",
    "pynetdicom", "onnxruntime-gpu", "onnxruntime",
)  # fmt: skip
PACKAGES_WITH_DATA = ("highdicom", "skimage", "scipy.stats")

# Module -> why the frozen program can do without it.
LEFT_OUT = {
    "tensorflow": "trains; the trainer is a program of its own",
    "keras": "trains",
    "tf_keras": "trains",
    "tf2onnx": "trains",
    "training": "the trainer is a program of its own",
    "torch": "no part of WhyRay",
    "matplotlib": "shap draws with it, WhyRay draws by itself",
    "mpl_toolkits": "of matplotlib",
    "kiwisolver": "of matplotlib",
    "contourpy": "of matplotlib",
    "fontTools": "of matplotlib",
    "cycler": "of matplotlib",
    "tkinter": "another window toolkit",
    "_tkinter": "another window toolkit",
    "PyQt5": "another window toolkit",
    "PyQt6": "another window toolkit",
    "PySide2": "another window toolkit",
    "IPython": "shap offers it in notebooks",
    "pytest": "tests",
    "setuptools": "installs",
    "pip": "installs",
    "OpenGL": "pyqtgraph draws without it",
    "PySide6.QtOpenGL": "pyqtgraph draws without it, see without_opengl.py",
    "PySide6.QtOpenGLWidgets": "pyqtgraph draws without it, see without_opengl.py",
    "PIL._avif": "a kind of picture that WhyRay does not read",
    "cupy": "pyqtgraph computes without it",
    "h5py": "nibabel reads MINC with it",
    "llvmlite": "of numba, which is stood in for",
    "readline": "GPL, and nobody types commands into a frozen program",
    "_gdbm": "GPL, an unused database",
    "_dbm": "an unused database",
    "skimage.filters.rank": "unused",
    "onnx.backend.test": "tests of onnx",
    "onnx.reference": "onnx's own interpreter",
    "nibabel.benchmarks": "tests",
}
# Where only one package's own copy is meant, it is excluded there and not everywhere.
APP_EXCLUDES = list(LEFT_OUT)

# Files by their place in the folder -> why they are not wanted.
UNWANTED = {
    r"libonnxruntime_providers_(cuda|tensorrt)": "the GPU add-on brings it",
    r"onnxruntime_providers_(cuda|tensorrt)\.(dll|lib)": "the GPU add-on brings it",
    r"^cv2/qt/": "a second Qt",
    r"PySide6/Qt/(translations|qml)/": "WhyRay brings its own words",
    r"PySide6/Qt/plugins/(egldeviceintegrations|vectorimageformats)": "unused",
    r"PySide6/Qt/plugins/(sqldrivers|qmltooling)": "unused",
    r"(^|/)PIL/_avif": "a kind of picture that WhyRay does not read",
    r"pillow\.libs/libavif": "a kind of picture that WhyRay does not read",
    r"opencv_videoio_ffmpeg": "films that move",
    r"resources/translations/.*\.ts$": "what the .qm are made from",
    r"PySide6/QtOpenGL": "pyqtgraph draws without it",
    r"libQt6OpenGLWidgets": "pyqtgraph draws without it",
    r"libQt6(Quick|Qml|VirtualKeyboard|Pdf|Lottie|EglF)": "unused",
    r"PySide6/Qt/plugins/platforms/lib(qeglfs|qlinuxfb|qvnc|qvkkhr|qminimal)": "unused",
    r"PySide6/Qt/plugins/platformthemes/libqgtk3": "brings GTK",
    r"(^|/)libreadline\.so": "GPL",
    r"(^|/)libgdbm": "GPL",
    r"skimage/data/": "sample pictures",
    r"sklearn/datasets/(data|images|descr)/": "sample data",
    r"shap/plots/resources/": "for notebooks",
    r"/tests?/": "tests",
    r"pydicom/data/(test_files|palettes)/": "tests",
    r"onnx/backend/test/": "tests",
    r"skimage/filters/rank/": "unused",
    r"(^|/)libcups\.so": "the system's own is used, where there is printing there is one",
}
_UNWANTED = [re.compile(pattern) for pattern in UNWANTED]


def is_installed(distribution: str) -> bool:
    """Whether a distribution is there: ONNX Runtime goes by one of two names."""
    try:
        importlib.metadata.distribution(distribution)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def needed_only(binaries: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Leaves out the system's libraries that only left-out files asked for.

    Args:
        binaries: (place in the folder, source, kind) of PyInstaller's table, filtered already.
    """
    kept = list(binaries)
    while True:
        asked = {
            name
            for _, source, kind in kept
            if kind in ("BINARY", "EXTENSION")
            for name in _asked_by(source)
        }
        left = [entry for entry in kept if _is_asked_for(entry, asked)]
        if len(left) == len(kept):
            return kept
        kept = left


@functools.cache
def _asked_by(file: str) -> tuple[str, ...]:
    """The NEEDED entries of an ELF file: `ldd` would tell those of its libraries, too."""
    told = subprocess.run(["objdump", "-p", file], capture_output=True, text=True, check=False)
    return tuple(re.findall(r"^\s*NEEDED\s+(\S+)", told.stdout, re.MULTILINE))


def _is_asked_for(entry: tuple[str, str, str], asked: set[str]) -> bool:
    place, _, kind = entry
    is_library_of_the_system = kind == "BINARY" and "/" not in place and ".so" in place
    is_python = place.startswith("libpython")
    return not is_library_of_the_system or is_python or place in asked


def is_wanted(place: str) -> bool:
    """Whether a file belongs into the frozen folder, by its place in it."""
    plain = place.replace(os.sep, "/")
    return not any(pattern.search(plain) for pattern in _UNWANTED)


TRAINER_HIDDEN = (
    "pylibjpeg", "openjpeg", "openjpeg.utils", "rle", "rle.utils", "jpeg_ls", "_CharLS", "gdcm",
    "tf_keras", "tf2onnx", "tf2onnx.tfonnx", "optuna", "h5py", "tensorboard.summary.v2",
)  # fmt: skip
TRAINER_METADATA = (
    "whyray", "pydicom", "pylibjpeg", "pylibjpeg-openjpeg", "pylibjpeg-rle", "pyjpegls",
    "python-gdcm", "numpy", "onnx", "onnxruntime-gpu", "onnxruntime", "tensorflow", "keras",
    "tf_keras", "tf2onnx", "scikit-learn", "optuna",
)  # fmt: skip
TRAINER_DATA = ("tf2onnx", "matplotlib", "optuna", "scipy.stats")
# Module -> why the trainer can do without it.
LEFT_OUT_OF_TRAINER = {
    "PySide6": "the window",
    "shiboken6": "the window",
    "pyqtgraph": "the window",
    "desktop": "the window",
    "torch": "no part of WhyRay",
    "tkinter": "another window toolkit",
    "_tkinter": "another window toolkit",
    "PyQt5": "another window toolkit",
    "PyQt6": "another window toolkit",
    "IPython": "notebooks",
    "pytest": "tests",
    "lime": "explains in the window",
    "shap": "explains in the window",
    "numba": "of shap",
    "llvmlite": "of shap",
    "highdicom": "writes results in the window",
    "pynetdicom": "the window's network",
    "clang": "builds TensorFlow",
    "readline": "GPL, and nobody types commands into a frozen program",
    "_gdbm": "GPL, an unused database",
    "_dbm": "an unused database",
}
TRAINER_EXCLUDES = list(LEFT_OUT_OF_TRAINER)
_UNWANTED_BY_TRAINER = [
    re.compile(pattern)
    for pattern in (
        r"libonnxruntime_providers_(cuda|tensorrt)",
        r"(^|/)libreadline\.so",
        r"(^|/)libgdbm",
        r"tensorboard/webfiles\.zip",  # its page: a run writes a summary of its own
        r"tensorboard_data_server/bin/",
        r"libcudart",  # NVIDIA's, found by chance on the machine that builds
        r"tensorflow/include/",
        r"/tests?/",
        r"skimage/data/",
        r"sklearn/datasets/(data|images|descr)/",
        r"\.(lib|a|h|hpp|pdb)$",
    )
]


def is_wanted_by_trainer(place: str) -> bool:
    """Whether a file belongs into the frozen trainer, by its place in it."""
    plain = place.replace(os.sep, "/")
    return not any(pattern.search(plain) for pattern in _UNWANTED_BY_TRAINER)
