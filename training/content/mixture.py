"""The pictures that the network learns from: which kinds, in which shares."""

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from training.content import CLASSES, FRONTAL, INVERTED, LATERAL, OTHER, TURNED, drawn
from training.content.lateral import lateral
from training.content.texture import SIDE, Clouds, Picture
from training.content.vary import greys, illness, place

Random = np.random.Generator
SHARES = {FRONTAL: 0.30, INVERTED: 0.12, TURNED: 0.12, LATERAL: 0.14, OTHER: 0.32}
_DRAWN = (  # share within `OTHER`, function
    (7, drawn.things), (5, drawn.noise), (6, drawn.pattern), (20, drawn.limbs),
    (10, drawn.sections), (5, drawn.ultrasound), (5, drawn.page), (6, drawn.trunk),
)  # fmt: skip
_PHOTOS, _SCREENS, _SEVERAL, _SHUFFLED, _PARTS = 22, 12, 4, 5, 7


class Mixture:
    """Draws labelled pictures.

    Args:
        films: frontal chest films, (H, W) float32 in [0, 1].
        photos: photographs and other pictures, the same.
        side: of the network's input.
        seed: of everything random.
    """

    def __init__(
        self, films: Sequence[Picture], photos: Sequence[Picture], side: int, seed: int
    ) -> None:
        self._films, self._photos, self._side = films, photos, side
        self._random = np.random.default_rng(seed)
        self._clouds = Clouds(self._random)
        others = {
            self._photo: _PHOTOS if photos else 0,
            self._screen: _SCREENS,
            self._several: _SEVERAL,
            self._shuffled: _SHUFFLED,
            self._part: _PARTS,
        }
        self._others = [*others, *(function for _, function in _DRAWN)]
        shares = np.array([*others.values(), *(share for share, _ in _DRAWN)], float)
        self._other_shares = shares / shares.sum()

    def draw(self, count: int) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
        """(N, side, side, 1) uint8 pictures and the columns of their classes."""
        columns = self._random.choice(len(CLASSES), count, p=[SHARES[name] for name in CLASSES])
        pictures = [self.picture(CLASSES[column]) for column in columns]
        return np.round(np.stack(pictures)[..., None] * 255).astype(np.uint8), columns

    def picture(self, name: str) -> Picture:
        """(side, side) float32 in [0, 1] of that class."""
        makers = {
            FRONTAL: self._frontal,
            INVERTED: lambda: 1.0 - self._frontal(),
            TURNED: self._turned,
            LATERAL: self._lateral,
            OTHER: self._other,
        }
        size = (self._side, self._side)
        return cv2.resize(makers[name](), size, interpolation=cv2.INTER_AREA)

    def _film(self) -> Picture:
        film = self._films[self._random.integers(len(self._films))]
        return np.ascontiguousarray(film[:, ::-1]) if self._random.random() < 0.5 else film

    def _seen(self, film: Picture) -> Picture:
        placed = place(film, self._random, self._clouds)
        return greys(illness(placed, self._random, self._clouds), self._random)

    def _frontal(self) -> Picture:
        return self._seen(self._film())

    def _turned(self) -> Picture:
        film, quarters = self._film(), self._random.integers(0, 4)
        turned = np.rot90(film, quarters) if quarters else film[::-1]
        return self._seen(np.ascontiguousarray(turned))

    def _lateral(self) -> Picture:
        return self._seen(lateral(self._random, self._clouds))

    def _other(self) -> Picture:
        place_of = self._random.choice(len(self._others), p=self._other_shares)
        maker = self._others[place_of]
        is_drawn = place_of >= len(self._others) - len(_DRAWN)
        picture = maker(self._random, self._clouds) if is_drawn else maker()
        picture = np.clip(picture, 0, 1).astype(np.float32)
        if maker not in (self._screen, self._several) and self._random.random() < 0.5:
            picture = place(picture, self._random, self._clouds, turn_deg=20.0)
        if self._random.random() < 0.15:
            picture = 1.0 - picture
        return greys(picture, self._random) if self._random.random() < 0.8 else picture

    def _photo(self) -> Picture:
        photo = self._photos[self._random.integers(len(self._photos))]
        height, width = photo.shape
        rows = int(min(height, width) * self._random.uniform(0.25, 1.0))
        columns = int(min(width, rows * self._random.uniform(0.8, 1.4)))
        cut = _cut(photo, rows, columns, self._random)
        return np.ascontiguousarray(cut[:, ::-1]) if self._random.random() < 0.5 else cut

    def _part(self) -> Picture:
        """A small piece of a film."""
        film = self._film()
        rows, columns = (int(side * self._random.uniform(0.2, 0.45)) for side in film.shape)
        return _cut(film, rows, columns, self._random)

    def _several(self) -> Picture:
        """Films side by side."""
        rows, columns = ((1, 2), (2, 1), (2, 2), (1, 3), (2, 3))[self._random.integers(5)]
        cell = (SIDE // columns, SIDE // rows)
        lines = [
            np.hstack([_resized(self._film(), cell) for _ in range(columns)]) for _ in range(rows)
        ]
        return _resized(np.vstack(lines), (SIDE, SIDE))

    def _shuffled(self) -> Picture:
        """A film cut into squares that are put together otherwise."""
        film = place(self._film(), self._random, self._clouds)
        count = int(self._random.choice([2, 3, 4]))
        side = SIDE // count
        tiles = [
            film[i * side : (i + 1) * side, j * side : (j + 1) * side]
            for i in range(count)
            for j in range(count)
        ]
        order = self._random.permutation(count * count)
        if np.array_equal(order, np.arange(count * count)):
            order = order[::-1]
        lines = [np.hstack([tiles[k] for k in line]) for line in order.reshape(count, count)]
        return _resized(np.vstack(lines), (SIDE, SIDE))

    def _screen(self) -> Picture:
        """A program's window: bars, boxes, text, and often a film in a part of it."""
        random = self._random
        ground = random.choice([random.uniform(0, 0.3), random.uniform(0.85, 1)])
        whole = np.full((SIDE, SIDE), ground, np.float32)
        for _ in range(random.integers(2, 7)):
            x, y, width, height = (
                int(v) for v in random.integers((0, 0, 8, 3), (128, 128, 128, 60))
            )
            edge = -1 if random.random() < 0.7 else 1
            cv2.rectangle(whole, (x, y), (x + width, y + height), float(random.uniform()), edge)
        text = drawn.page(random, self._clouds)
        for _ in range(random.integers(1, 4)):
            _paste(whole, text, int(random.integers(15, 60)), int(random.integers(15, 110)), random)
        whole[: int(random.integers(2, 12))] = random.uniform()
        side = SIDE * random.uniform(0.3, 0.65)
        for _ in range(int(random.choice([0, 1, 1, 1, 2]))):
            width = int(side * random.uniform(0.7, 1.1))
            height = min(SIDE - 1, int(side * random.uniform(0.9, 1.5)))
            _paste(whole, self._film(), width, height, random)
        for _ in range(random.integers(0, 12)):
            y = int(random.integers(0, SIDE))
            ends = (int(random.integers(0, 90)), y), (int(random.integers(30, SIDE)), y)
            cv2.line(whole, *ends, float(random.uniform()), 1)
        return whole


def _cut(picture: Picture, rows: int, columns: int, random: Random) -> Picture:
    y = random.integers(0, picture.shape[0] - rows + 1)
    x = random.integers(0, picture.shape[1] - columns + 1)
    return _resized(picture[y : y + rows, x : x + columns], (SIDE, SIDE))


def _paste(whole: Picture, picture: Picture, width: int, height: int, random: Random) -> None:
    x, y = int(random.integers(0, SIDE - width)), int(random.integers(0, SIDE - height))
    whole[y : y + height, x : x + width] = _resized(picture, (width, height))


def _resized(picture: Picture, size_wh: tuple[int, int]) -> Picture:
    return cv2.resize(np.ascontiguousarray(picture), size_wh, interpolation=cv2.INTER_AREA)
