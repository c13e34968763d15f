"""What goes into an installer is known, allowed, and laid out as the system wants it."""

import configparser
import json
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "build"))  # as `python build/make.py` has it

from installer import contents, debian, licences  # noqa: E402
from installer.parts import APP, PARTS, TRAINER  # noqa: E402
from installer.places import version  # noqa: E402


@pytest.mark.parametrize(
    ("expression", "is_allowed"),
    [
        ("MIT", True),
        ("LGPL-3.0-only", True),
        ("LGPL-2.1-or-later AND MIT", True),
        ("GPL-3.0-or-later", False),
        ("AGPL-3.0-only", False),
        ("MIT AND GPL-2.0-only", False),
        ("GPL-2.0-only OR MIT", True),
        ("BSD-3-Clause OR (GPL-2.0-only AND MIT)", True),
        ("GPL-3.0-or-later WITH GCC-exception-3.1", True),
        ("", False),
    ],
)
def test_the_gate_of_licences(expression, is_allowed):
    assert licences.is_allowed(expression) is is_allowed


def found(**changes):
    plain = {
        "python": "3.11.7",
        "python_licence": "PSF text",
        "pyinstaller": "6.0",
        "distributions": [
            {"name": "numpy", "version": "2.0", "expression": "BSD-3-Clause", "texts": ["BSD text"]}
        ],
        "libraries": ["PySide6/Qt/lib/libQt6Core.so.6", "libz.so.1"],
    }
    return plain | changes


def test_list_and_bill_name_everything_that_is_there(tmp_path):
    licences.write(tmp_path, APP, found())

    text = (tmp_path / licences.LIST).read_text(encoding="utf-8")
    bill = json.loads((tmp_path / licences.BILL).read_text(encoding="utf-8"))
    assert "BSD text" in text
    assert "Lesser General Public License" in text
    assert {c["name"] for c in bill["components"]} >= {"Python", "numpy", "Qt", "zlib"}
    assert bill["bomFormat"] == "CycloneDX"
    assert all(c["licenses"][0]["expression"] for c in bill["components"])


def test_an_unknown_library_and_a_gpl_package_stop_the_build(tmp_path):
    package = {"name": "readliner", "version": "1", "expression": "GPL-3.0-only", "texts": []}
    with pytest.raises(SystemExit, match="libmystery"):
        licences.write(tmp_path, APP, found(libraries=["libmystery.so.1"]))
    with pytest.raises(SystemExit, match="readliner"):
        licences.write(tmp_path, APP, found(distributions=[package]))
    assert not (tmp_path / licences.BILL).exists()


@pytest.mark.parametrize("part", [APP, TRAINER], ids=lambda part: part.name)
def test_an_empty_or_a_mixed_folder_is_no_program(tmp_path, part):
    intruder = {APP: "tensorflow", TRAINER: "PySide6"}[part]
    (tmp_path / "_internal" / intruder).mkdir(parents=True)

    problems = "\n".join(contents.problems_of(tmp_path, part))

    assert f"not to be in it: {intruder}" in problems
    assert "missing" in problems


def test_every_part_with_a_spec_has_it():
    specs = {part.spec for part in PARTS.values() if part.spec}

    assert specs == {file.name for file in (ROOT / "build" / "pyinstaller").glob("*.spec")}


def test_the_menu_entry_names_the_types_that_the_program_opens():
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read(ROOT / "build/linux/whyray.desktop", encoding="utf-8")
    facts = entry["Desktop Entry"]

    assert facts["Exec"].split() == ["whyray", "%F"]
    assert {"application/dicom", "application/x-whyray-model"} <= set(facts["MimeType"].split(";"))
    validator = shutil.which("desktop-file-validate")
    if validator is not None:
        subprocess.check_call([validator, str(ROOT / "build/linux/whyray.desktop")])


def test_the_file_types_are_told_by_magic_and_by_name():
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    types = {t.get("type"): t for t in ET.parse(ROOT / "build/linux/whyray.xml").getroot()}
    dicom = types["application/dicom"]

    match = dicom.find(f"{space}magic/{space}match")
    assert (match.get("offset"), match.get("value")) == ("128", "DICM")
    assert [g.get("pattern") for g in types["application/x-whyray-model"].iter(f"{space}glob")] == [
        "*.whyray"
    ]


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    """A package around a program that is a script."""
    if shutil.which("dpkg-deb") is None or shutil.which("objdump") is None:
        pytest.skip("dpkg-deb and objdump are needed")
    place = tmp_path_factory.mktemp("package")
    folder, icons = place / "whyray", place / "icons"
    (folder / "_internal").mkdir(parents=True)
    program = folder / "whyray"
    program.write_text("#!/bin/sh\necho hello\n", encoding="utf-8")
    program.chmod(0o755)
    shutil.copy("/bin/true", folder / "_internal" / "elf")
    icons.mkdir()
    for size in (16, 24, 32, 48, 64, 128, 256, 512):
        (icons / f"whyray-{size}.png").write_bytes(b"png")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(debian, "DIST", place / "dist")
        patch.setattr(debian, "WORK", place / "work")
        return debian.pack(APP, folder, icons)


def test_the_package_says_what_it_is_and_needs(package):
    told = subprocess.check_output(["dpkg-deb", "--field", str(package)], text=True)

    assert f"Version: {version()}" in told
    assert "Package: whyray\n" in told
    assert "libgl1" in told
    assert "libc6 (>= 2." in told


def test_the_package_holds_program_menu_entry_types_and_icons(package):
    told = subprocess.check_output(["dpkg-deb", "--contents", str(package)], text=True)

    for place in (
        "./opt/whyray/whyray",
        "./usr/bin/whyray -> /opt/whyray/whyray",
        "./usr/share/applications/whyray.desktop",
        "./usr/share/mime/packages/whyray.xml",
        "./usr/share/icons/hicolor/256x256/apps/whyray.png",
        "./usr/share/doc/whyray/copyright",
    ):
        assert place in told
    assert "root/root" in told
    assert " 1000/" not in told


def test_the_scripts_of_the_package_are_shell_that_parses(package, tmp_path):
    subprocess.check_call(["dpkg-deb", "--control", str(package), str(tmp_path / "control")])
    scripts = {"postinst", "prerm", "postrm"}

    for name in scripts:
        file = tmp_path / "control" / name
        subprocess.check_call(["sh", "-n", str(file)])
        assert "@PACKAGE@" not in file.read_text(encoding="utf-8")
        assert file.stat().st_mode & 0o111


def test_the_windows_script_compiles_without_a_warning(tmp_path):
    if shutil.which("makensis") is None:
        pytest.skip("makensis (Debian: nsis) is not installed")
    from installer import windows
    from PIL import Image

    payload = tmp_path / "whyray"
    (payload / "_internal").mkdir(parents=True)
    (payload / "whyray-window.exe").write_bytes(b"MZ")
    Image.new("RGBA", (32, 32)).save(tmp_path / "whyray.ico")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(windows, "DIST", tmp_path)
        made = windows.pack(APP, payload, tmp_path)

    assert made.read_bytes()[:2] == b"MZ"


@pytest.mark.slow
def test_shap_and_lime_say_the_same_with_what_stands_in_for_numba_and_pandas():
    """SHAP's clusters, KernelSHAP, and LIME's linear model."""
    code = """
import json
import numpy as np
import numba, pandas
from lime.lime_base import LimeBase
from shap.explainers import KernelExplainer
from shap.maskers._image import Image
rng = np.random.default_rng(5)
x = rng.random((12, 10, 3)).astype(np.float32)
masker = Image(np.zeros_like(x), x.shape)
masker.build_partition_tree() if masker.clustering is None else None
weights = rng.random(6)
np.random.seed(3)
kernel = KernelExplainer(lambda z: z @ weights + z[:, 0] * z[:, 1], np.zeros((1, 6)))
values = kernel.shap_values(np.ones((1, 6)), nsamples=50, silent=True)
drawn = rng.integers(0, 2, (64, 6)).astype(float)
lime = LimeBase(lambda d: np.exp(-d), random_state=1).explain_instance_with_data(
    drawn, np.stack([drawn @ weights] * 2, 1), (1 - drawn).sum(1), 1, 6, model_regressor=None)
print(json.dumps([numba.__version__, pandas.__version__, float(np.asarray(masker.clustering).sum()),
                  np.asarray(masker.clustering).shape, values.tolist(),
                  [(int(place), float(weight)) for place, weight in lime[1]]]))
"""
    told = []
    for path in ("", str(ROOT / "build" / "pyinstaller" / "stand_ins")):
        out = subprocess.check_output(
            [sys.executable, "-c", code],
            text=True,
            env={"PATH": "/usr/bin:/bin", "PYTHONPATH": path},
        )
        told.append(json.loads(out.splitlines()[-1]))

    assert told[0][2:] == told[1][2:]
    assert not {told[0][0], told[0][1]} & {told[1][0], told[1][1]}
