"""The entry point under the conditions of installed copies."""

import json
import subprocess
import sys


def test_a_program_without_standard_streams_does_not_fall_over():
    code = (
        "import sys\n"
        "sys.stdout = sys.stderr = None\n"
        "sys.argv = ['whyray', 'methods']\n"
        "from desktop.__main__ import main\n"
        "raise SystemExit(main())\n"
    )
    done = subprocess.run([sys.executable, "-c", code], timeout=60, check=False)

    assert done.returncode == 0


def test_phantoms_are_made_by_the_training_side_as_a_child(tmp_path):
    command = [sys.executable, "-m", "desktop", "phantom", "--out", str(tmp_path), "--count", "1"]

    done = subprocess.run(
        [*command, "--seed", "5", "--json"],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["event"] == "done"
    assert len(list(tmp_path.rglob("*.dcm"))) == 1


def test_the_training_side_s_own_help_is_shown():
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "train", "--help"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.returncode == 0
    assert "--config" in done.stdout


def test_wrong_use_of_the_training_side_keeps_its_status(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "phantom", "--out", str(tmp_path), "--count", "none"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.returncode == 2
