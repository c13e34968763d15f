"""What happens to films before they reach a reader: place, greys, disease, lines, letters."""

import cv2
import numpy as np

from training.content.texture import SIDE, Clouds, Picture, soft

Random = np.random.Generator
_LETTERS = ("L", "R", "AP", "SUPINE", "PORT", "10:41")
_LETTERBOXED = 0.12  # share of pictures with broad bars at two sides


def place(picture: Picture, random: Random, clouds: Clouds, *, turn_deg: float = 8.0) -> Picture:
    """Cuts, pads, turns, shears and bends a picture of any size onto SIDE x SIDE."""
    height, width = picture.shape
    left, top, right, bottom = _margins(random)
    angle, shear = np.deg2rad(random.normal(0, turn_deg / 2)), random.normal(0, 0.04)
    u, v = np.meshgrid(np.linspace(-1, 1, SIDE), np.linspace(-1, 1, SIDE))
    bend = 0.06 * random.random()
    across = u * np.cos(angle) - v * np.sin(angle) + shear * v + bend * (clouds(random, 2.2) - 0.5)
    down = u * np.sin(angle) + v * np.cos(angle) + bend * (clouds(random, 2.2) - 0.5)
    span = (left * width, top * height, (1 - right) * width, (1 - bottom) * height)
    map_x = ((across + 1) / 2 * (span[2] - span[0]) + span[0]).astype(np.float32)
    map_y = ((down + 1) / 2 * (span[3] - span[1]) + span[1]).astype(np.float32)
    border = random.random()
    if border < 0.35:
        mode = {"borderMode": cv2.BORDER_REPLICATE}
    else:
        mode = {"borderMode": cv2.BORDER_CONSTANT, "borderValue": 0.0 if border < 0.85 else 1.0}
    return cv2.remap(picture, map_x, map_y, cv2.INTER_LINEAR, **mode)


def _margins(random: Random) -> tuple[float, float, float, float]:
    """Left, top, right and bottom: what is cut off, or below 0 padded, as a share of the side."""
    if random.random() < 0.3:
        return 0.0, 0.0, 0.0, 0.0
    cut = random.uniform(-0.08, 0.1, 4)
    if random.random() < _LETTERBOXED:
        bars = random.uniform(-0.45, 0.0, 2)
        cut[[0, 2] if random.random() < 0.5 else [1, 3]] = bars
    return tuple(float(share) for share in cut)


def greys(picture: Picture, random: Random) -> Picture:
    """Window, gamma, local contrast, blur, sharpening, narrow range, noise: float32 in [0, 1]."""
    tails = random.uniform(0, 0.12, 2) * (random.random(2) < 0.7)
    low, high = np.quantile(picture, (tails[0], 1 - tails[1]))
    picture = np.clip((picture - low) / (high - low + 1e-6), 0, 1)
    picture = picture ** np.exp(random.normal(0, 0.35))
    if random.random() < 0.2:
        tool = cv2.createCLAHE(random.uniform(1, 5), (int(random.integers(2, 9)),) * 2)
        picture = tool.apply((picture * 255).astype(np.uint8)).astype(np.float32) / 255
    if random.random() < 0.3:
        picture = cv2.GaussianBlur(picture, (0, 0), random.uniform(0.3, 1.6))
    if random.random() < 0.2:
        picture = picture + 0.7 * (picture - cv2.GaussianBlur(picture, (0, 0), 3))
    scale = random.uniform(0.4, 1.0) if random.random() < 0.5 else 1.0
    picture = picture * scale + random.uniform(0, 1 - scale)
    grain = random.normal(0, random.uniform(0, 0.03), picture.shape)
    return np.clip(picture + grain, 0, 1).astype(np.float32)


def illness(picture: Picture, random: Random, clouds: Clouds) -> Picture:
    """Opacities up to whole white lungs, tubes and wires, letters: what ill people's films show."""
    if random.random() < 0.35:
        for _ in range(random.integers(1, 5)):
            picture = _with_opacity(picture, random, clouds)
    if random.random() < 0.2:
        for _ in range(random.integers(1, 5)):
            picture = _with_wire(picture, random)
    if random.random() < 0.3:
        for _ in range(random.integers(1, 4)):
            picture = _with_letters(picture, random)
    return picture


def _with_opacity(picture: Picture, random: Random, clouds: Clouds) -> Picture:
    blob = np.zeros((SIDE, SIDE), np.float32)
    at = (int(random.uniform(20, 108)), int(random.uniform(25, 110)))
    axes = (int(random.uniform(5, 28)), int(random.uniform(5, 36)))
    cv2.ellipse(blob, at, axes, random.uniform(0, 180), 0, 360, 1.0, -1)
    blob = soft(blob, random, 2, 8) * (0.5 + clouds(random, 1.4))
    room = np.clip(0.95 * picture.max() - picture, 0, 1)
    return picture + np.float32(random.uniform(0.1, 0.7)) * blob * room


def _with_wire(picture: Picture, random: Random) -> Picture:
    begin = random.uniform(0, SIDE, (1, 2))
    points = (begin + np.cumsum(random.normal(0, 14, (10, 2)), 0)).astype(np.int32)
    layer = picture.copy()
    cv2.polylines(layer, [points], False, float(random.uniform(0.7, 1)), 1, cv2.LINE_AA)
    return 0.5 * picture + 0.5 * layer


def _with_letters(picture: Picture, random: Random) -> Picture:
    rows = (random.uniform(6, 30), random.uniform(95, 127))
    at = (int(random.uniform(0, 118)), int(random.choice(rows)))
    layer = np.zeros((SIDE, SIDE), np.uint8)
    cv2.putText(layer, str(random.choice(_LETTERS)), at, 0, random.uniform(0.2, 0.6), 255, 1)
    return np.where(layer > 127, np.float32(random.choice([0, 1, 1, 1])), picture)
