"""The GPU add-on: ONNX Runtime's CUDA provider and NVIDIA's libraries, laid into WhyRay's folder.

The provider is of the very wheel that WhyRay was frozen from: both must be of one version.
"""

import importlib.metadata
import os
import shutil
import subprocess
from pathlib import Path

from installer.parts import APP
from installer.places import WORK

_PROVIDERS = ("libonnxruntime_providers_cuda.so", "onnxruntime_providers_cuda.dll")


def gather(uv: str) -> Path:
    """A folder laid out like WhyRay's, with what the GPU needs.

    Args:
        uv: path of the program; it fetches NVIDIA's packages.

    Raises:
        SystemExit: the provider is not in WhyRay's environment.
        subprocess.CalledProcessError: the packages could not be had.
    """
    packages = next((WORK / f"{APP.name}-env").glob("lib*/**/site-packages"))
    folder = WORK / "cuda"
    shutil.rmtree(folder, ignore_errors=True)
    runtime = folder / "_internal" / "onnxruntime" / "capi"
    runtime.mkdir(parents=True)
    found = [packages / "onnxruntime" / "capi" / name for name in _PROVIDERS]
    there = [file for file in found if file.is_file()]
    if not there:
        raise SystemExit("ONNX Runtime for GPUs is not in WhyRay's environment: freeze it first")
    for file in there:
        shutil.copy2(file, runtime)
    version = _version_of(packages)
    fetched = WORK / "cuda-packages"
    shutil.rmtree(fetched, ignore_errors=True)
    wanted = f"onnxruntime-gpu[cuda,cudnn]=={version}"
    kept = {k: v for k, v in os.environ.items() if k not in ("VIRTUAL_ENV", "PYTHONPATH")}
    subprocess.check_call([uv, "pip", "install", "--quiet", "--target", str(fetched), wanted],
                          env=kept)  # fmt: skip
    shutil.move(str(fetched / "nvidia"), str(folder / "_internal" / "nvidia"))
    shutil.rmtree(fetched)
    return folder


def _version_of(packages: Path) -> str:
    for found in importlib.metadata.distributions(path=[str(packages)]):
        if found.metadata["Name"] == "onnxruntime-gpu":
            return found.version
    raise SystemExit("ONNX Runtime for GPUs is not in WhyRay's environment: freeze it first")
