"""A trainer without TensorFlow: holds locks, tells events and obeys as the real one does.

``python pretended_trainer.py retrain RUN``; the name in the plan says how it behaves: ``obeys``,
``stubborn`` (neither the control file nor SIGTERM), ``dies`` (without a word, after two epochs),
``breaks`` (an error after two epochs). It goes on after the last epoch in its folder.
"""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from engine.files import Hold, atomic_write, process_started

EPOCHS = 6
EPOCH_S = float(os.environ.get("PRETENDED_EPOCH_S", "0.1"))


def main() -> int:
    command, target = sys.argv[1], Path(sys.argv[2]) if len(sys.argv) > 2 else None
    if command == "retrain":
        return _retrain(target)
    answers = {
        "look": {"parts": {"train": {"ill": 3}}, "refusals": [], "unreadable": [],
                 "warnings": [{"code": "W_NOTE", "facts": {"text": "a"}, "message": "a"}],
                 "images": 3},
        "estimate": {"seconds": 60.0, "step_seconds": 0.1, "steps": 3, "epochs": 2, "images": 3,
                     "disk_bytes": 5, "memory_gb": 1.0, "free_gb": None},
        "options": {"options": {"schedule.epochs": {"default": 60}}, "presets": {}},
        "architectures": {"architectures": [{"id": "cnn-small", "parameters": 5}]},
    }  # fmt: skip
    if command == "look" and "slow" in target.read_text():
        _tell(event="progress", fraction=0.1, note="looking")
        time.sleep(600)
    if command == "look" and "refused" in target.read_text():
        _tell(event="error", code="E_SOURCE", message="no such folder", hint="Choose another.")
        return 2
    _tell(event="progress", fraction=0.5, note="half")
    _tell(event="done", **answers[command])
    return 0


def _retrain(run: Path) -> int:
    with Hold(run / "lock") as hold:
        if not hold.is_held:
            _tell(event="error", code="E_ALREADY_RUNNING", message="", hint="")
            return 2
        plain = {"pid": os.getpid(), "started": process_started(os.getpid())}
        atomic_write(run / "process.json", json.dumps(plain).encode())
        kind = json.loads((run / "plan.json").read_text())["plan"]["name"]
        if kind == "stubborn":
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
        _tell(event="begin", is_resumed=(run / "state").exists())
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
        (run / "child").write_text(str(child.pid))
        code = _work(run, kind)
        child.kill()
        child.wait()
        return code


def _work(run: Path, kind: str) -> int:
    state = run / "state"
    done = int(state.read_text()) if state.exists() else 0
    _tell(event="stage", name="fitting")
    for number in range(done + 1, EPOCHS + 1):
        begun = time.monotonic()
        while time.monotonic() - begun < EPOCH_S or kind == "stubborn":
            if not _heed(run, kind):
                _tell(event="error", code="E_CANCELLED", message="stopped", hint="")
                return 143
            time.sleep(0.02)
        if number == 3 and not done and kind == "dies":
            os.kill(os.getpid(), signal.SIGKILL)
        if number == 3 and not done and kind == "breaks":
            _tell(event="error", code="E_DISK_FULL", message="full", hint="", facts={"free_mb": 1})
            return 3
        state.write_text(str(number))
        _tell(
            event="epoch", number=number, of=EPOCHS, loss=1.0 / number, val_loss=1.0 / number,
            auc=0.5 + number / 20, recall=0.5, seconds=EPOCH_S, learning_rate=1e-3, best=number,
        )  # fmt: skip
        _tell(event="progress", fraction=number / EPOCHS, note=f"epoch {number}")
    (run / "bundle" / "new").mkdir(parents=True)
    (run / "test.csv").write_text("path,label\n")
    _tell(event="done", bundle=str(run / "bundle" / "new"), summary=str(run / "summary.html"))
    return 0


def _heed(run: Path, kind: str) -> bool:
    is_told = False
    while kind != "stubborn":
        word = (run / "control").read_text() if (run / "control").exists() else "run"
        if word == "cancel":
            return False
        if word != "pause":
            if is_told:
                _tell(event="resting", is_resting=False)
            return True
        if not is_told:
            _tell(event="resting", is_resting=True)
            is_told = True
        time.sleep(0.02)
    return True


def _tell(**event: object) -> None:
    print(json.dumps(event), flush=True)


if __name__ == "__main__":
    sys.exit(main())
