"""Pictures that are no chest films, drawn at random: things, bones, sections, pages, patterns.

Each function takes the random generator and the noise and returns (SIDE, SIDE) float32, mostly in
[0, 1]. They need not deceive anybody: they must differ from a chest film in as many ways as real
pictures do.
"""

import cv2
import numpy as np

from training.content.texture import SIDE, Clouds, Picture, grid, soft

Random = np.random.Generator


def things(random: Random, clouds: Clouds) -> Picture:
    """Discs and boxes that cover each other, the statistics of photographs ("dead leaves")."""
    picture = np.full((SIDE, SIDE), random.uniform(), np.float32)
    for _ in range(random.integers(8, 120)):
        size = int(np.clip(random.pareto(1.3) * 6 + 2, 2, 70))
        x, y = random.integers(0, SIDE, 2).tolist()
        grey = float(random.uniform())
        if random.random() < 0.6:
            axes = (size, max(1, int(size * random.uniform(0.3, 1))))
            cv2.ellipse(picture, (x, y), axes, random.uniform(0, 180), 0, 360, grey, -1)
        else:
            sides = (size * 2, size * random.uniform(0.4, 2))
            box = cv2.boxPoints(((x, y), sides, random.uniform(0, 90)))
            cv2.fillPoly(picture, [box.astype(np.int32)], grey)
    share = random.uniform(0, 0.5)
    return soft((1 - share) * picture + share * clouds(random), random, 0.3, 1.5)


def noise(random: Random, clouds: Clouds) -> Picture:
    """Clouds of any roughness: blank exposures, textures."""
    return clouds(random)


def pattern(random: Random, clouds: Clouds) -> Picture:
    """Ramps, waves, bars, chequers, vignettes: blanks and test charts."""
    x, y = grid()
    y = 2 * y - 1
    angle = random.uniform(0, np.pi)
    along = x * np.cos(angle) + y * np.sin(angle)
    cells = random.uniform(size=(random.integers(2, 12), random.integers(1, 12)))
    bars = random.uniform(size=(random.integers(3, 20), 1))
    centre = random.uniform(-0.5, 0.5, 2)
    choices = (
        along,
        np.sin(along * random.uniform(3, 40)),
        cells,
        np.hypot(x - centre[0], y - centre[1]) * random.choice([-1, 1]),
        bars,
        bars.T,
        np.abs(x) * random.uniform(-1, 1) + np.abs(y) * random.uniform(-1, 1),
    )
    chosen = choices[random.integers(len(choices))].astype(np.float32)
    picture = cv2.resize(chosen, (SIDE, SIDE), interpolation=cv2.INTER_NEAREST)
    picture = (picture - picture.min()) / (picture.max() - picture.min() + 1e-9)
    return picture + random.normal(0, random.uniform(0, 0.05), picture.shape).astype(np.float32)


def limbs(random: Random, clouds: Clouds) -> Picture:
    """Long bones in soft tissue: legs, knees, forearms, hands; now and then a girdle."""
    flesh, bone = np.zeros((SIDE, SIDE), np.float32), np.zeros((SIDE, SIDE), np.float32)
    count = int(random.choice([1, 1, 1, 2, 2, 4, 5]))
    is_any = random.random() < 0.4
    direction = random.uniform(0, 2 * np.pi) if is_any else np.pi / 2 + random.normal(0, 0.15)
    thick = random.uniform(14, 46) / count**0.6
    for place in range(count):
        offset = (place - (count - 1) / 2) * thick * random.uniform(1.6, 2.4)
        _draw_limb(flesh, bone, direction, offset, thick, random)
    if random.random() < 0.3:
        at = tuple(int(v) for v in random.uniform(20, 108, 2))
        axes = (int(random.uniform(10, 40)), int(random.uniform(8, 30)))
        edge = int(random.choice([-1, 6]))
        cv2.ellipse(bone, at, axes, random.uniform(0, 180), 0, 360, 0.8, edge)
        cv2.circle(flesh, at, int(random.uniform(30, 80)), 1.0, -1)
    picture = np.full((SIDE, SIDE), random.uniform(0, 0.15), np.float32)
    picture += random.uniform(0.2, 0.5) * soft(flesh, random, 1, 6)
    picture += random.uniform(0.25, 0.6) * soft(bone, random, 0.5, 2)
    return picture * (0.85 + 0.3 * clouds(random, 1.4))


def _draw_limb(
    flesh: Picture,
    bone: Picture,
    direction: float,
    offset: float,
    thick: float,
    random: Random,
) -> None:
    """Segments end to end, each with one bone or two, heads at the joints."""
    across = np.array([-np.sin(direction), np.cos(direction)])
    along = np.array([np.cos(direction), np.sin(direction)])
    middle = np.array([SIDE / 2, SIDE / 2]) + across * offset + random.normal(0, 5, 2)
    end = middle - 100 * along * random.uniform(0.2, 1)
    radius, angle = thick * random.uniform(0.25, 0.6), direction
    for _ in range(random.integers(1, 5)):
        angle += random.normal(0, 0.3)
        begin = end
        end = begin + random.uniform(40, 120) * np.array([np.cos(angle), np.sin(angle)])
        _line(flesh, begin, end, 1.0, 2 * thick * random.uniform(0.8, 1.1))
        shifts = [0.0] if random.random() < 0.6 else [-0.45, 0.45]
        for shift in shifts:
            ends = (begin + across * shift * thick, end + across * shift * thick)
            width = 2 * radius / len(shifts)
            _line(bone, *ends, 1.0, width)
            if width > 5:
                _line(bone, *ends, float(random.uniform(0.4, 0.9)), 0.6 * width)
        for joint in (begin, end):
            size, grey = max(2, int(radius * random.uniform(1, 1.7))), random.uniform(0.6, 1)
            cv2.circle(bone, _pixel(joint), size, float(grey), -1)


def sections(random: Random, clouds: Clouds) -> Picture:
    """Heads and trunks cut across (CT, MR) and skulls: an oval with ovals in it."""
    picture = np.full((SIDE, SIDE), random.uniform(0, 0.08), np.float32)
    middle, turn = random.uniform(50, 78, 2), random.uniform(-15, 15)
    axes = (int(random.uniform(28, 62)), int(random.uniform(25, 58)))
    body = float(random.uniform(0.25, 0.6))
    cv2.ellipse(picture, _pixel(middle), axes, turn, 0, 360, body, -1)
    if random.random() < 0.7:
        rim = (float(random.uniform(0.6, 1)), int(random.uniform(2, 7)))
        cv2.ellipse(picture, _pixel(middle), axes, turn, 0, 360, *rim)
    for _ in range(random.integers(2, 14)):
        at = middle + random.normal(0, 0.4, 2) * np.array(axes)
        size = tuple(int(random.uniform(2, 0.45 * axis)) for axis in axes)
        grey = float(random.uniform(0, 0.9))
        cv2.ellipse(picture, _pixel(at), size, random.uniform(0, 180), 0, 360, grey, -1)
    return soft(picture, random, 0.4, 2) * (0.7 + 0.5 * clouds(random, 1.0))


def ultrasound(random: Random, clouds: Clouds) -> Picture:
    """A fan of speckle on black."""
    x, y = np.meshgrid(np.arange(SIDE), np.arange(SIDE))
    x0, y0 = random.uniform(40, 88), random.uniform(-40, 10)
    far, angle = np.hypot(x - x0, y - y0), np.abs(np.arctan2(x - x0, y - y0))
    fan = (angle < random.uniform(0.35, 0.9)) & (far > random.uniform(5, 50))
    fan &= far < random.uniform(90, 160)
    speckle = clouds(random, 0.6) * np.clip(clouds(random, 1.8) * 1.6 - 0.3, 0, 1)
    return np.where(fan, speckle, 0.0).astype(np.float32)


def page(random: Random, clouds: Clouds) -> Picture:
    """Lines of text, dark on light or light on dark."""
    is_light = random.random() < 0.7
    picture = np.full((SIDE, SIDE), 0.95 if is_light else 0.1, np.float32)
    ink, y = (0.1 if is_light else 0.85), int(random.uniform(2, 15))
    while y < SIDE - 4:
        height, x = int(random.uniform(1, 5)), int(random.uniform(2, 30))
        while x < SIDE - 4 and random.random() < 0.95:
            width = int(random.uniform(2, 18))
            cv2.rectangle(picture, (x, y), (x + width, y + height), ink, -1)
            x += width + int(random.uniform(1, 5))
        y += height + int(random.uniform(2, 10))
    return soft(picture, random, 0.3, 0.9)


def trunk(random: Random, clouds: Clouds) -> Picture:
    """A spine in soft tissue without lungs: films of abdomen, pelvis, neck, spine."""
    x, y = grid()
    picture = np.full((SIDE, SIDE), random.uniform(0.35, 0.6))
    centre = random.normal(0, 0.08) + random.normal(0, 0.1) * y
    ripple = 1 + 0.2 * np.sin(y * random.uniform(25, 60))
    spine = np.exp(-(((x - centre) / random.uniform(0.08, 0.25)) ** 2)) * ripple
    picture += random.uniform(0.1, 0.4) * spine
    half = random.uniform(0.6, 1.2) + random.normal(0, 0.1) * y
    picture *= _step(half - np.abs(x - centre), random.uniform(10, 40))
    picture = picture.astype(np.float32)
    for _ in range(random.integers(0, 12)):  # gas
        axes = (int(random.uniform(3, 14)), int(random.uniform(3, 10)))
        grey = float(random.uniform(0.15, 0.4))
        at = _pixel(random.uniform(15, 113, 2))
        cv2.ellipse(picture, at, axes, random.uniform(0, 180), 0, 360, grey, -1)
    if random.random() < 0.5:  # hip bones
        for side in (-1, 1):
            at = (int(64 + side * random.uniform(25, 45)), int(random.uniform(60, 120)))
            axes = (int(random.uniform(14, 30)), int(random.uniform(12, 26)))
            rim = (float(random.uniform(0.6, 0.9)), int(random.choice([-1, 4])))
            cv2.ellipse(picture, at, axes, side * 30, 0, 360, *rim)
    return soft(picture, random, 1, 3) * (0.85 + 0.3 * clouds(random, 1.4))


def _line(picture: Picture, begin: np.ndarray, end: np.ndarray, grey: float, width: float) -> None:
    cv2.line(picture, _pixel(begin), _pixel(end), grey, max(2, int(width)))


def _pixel(point: np.ndarray) -> tuple[int, int]:
    return int(point[0]), int(point[1])


def _step(distance: np.ndarray, steepness: float) -> np.ndarray:
    return 1.0 / (1.0 + np.exp(-distance * steepness))
