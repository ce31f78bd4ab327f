"""The classroom in the morning: low sun through three windows, tables, a board with islands in chalk."""
import numpy as np

from ink import CORAL, SEA, film, photograph, rgb
from trace import BOARD, FLOOR, GLOSS, GLOW, METAL, TEXT, WOOD, Scene, camera, render, window

WALL, OAK, STEEL = (0.78, 0.74, 0.66), (0.42, 0.25, 0.12), (0.3, 0.31, 0.3)


def walls(s):
    """A room of 8 by 6.4 by 3.1 metres, windows to the left (x = -4)."""
    s.box((0, -0.05, 0), (4.3, 0.05, 3.4), (0.45, 0.4, 0.34), look=FLOOR)
    s.box((0, 3.15, 0), (4.3, 0.05, 3.4), (0.82, 0.8, 0.75))
    s.box((0, 1.55, -3.25), (4.3, 1.6, 0.05), WALL)
    s.box((4.05, 1.55, 0), (0.05, 1.6, 3.3), WALL)
    s.box((0, 1.55, 3.3), (4.3, 1.6, 0.05), WALL)
    s.box((-4.1, 0.42, 0), (0.1, 0.43, 3.4), WALL)
    s.box((-4.1, 2.93, 0), (0.1, 0.22, 3.4), WALL)
    for z in (-3.0, -1.05, 0.9, 2.85):
        s.box((-4.1, 1.8, z), (0.1, 1.0, 0.26), WALL)
    for z in (-2.02, -0.07, 1.87):
        s.box((-4.0, 0.87, z), (0.16, 0.02, 0.74), (0.7, 0.66, 0.58))
        for at in (-0.7, 0.0, 0.7):
            s.box((-4.1, 1.8, z + at), (0.03, 0.95, 0.025), (0.75, 0.72, 0.66))
        for y in (0.9, 1.85, 2.7):
            s.box((-4.1, y, z), (0.03, 0.025, 0.74), (0.75, 0.72, 0.66))
    s.box((0, 0.06, -3.18), (4.0, 0.06, 0.02), OAK, look=WOOD)
    s.box((3.98, 0.5, 0), (0.02, 0.52, 3.2), tuple(rgb(SEA) * 0.9 + 0.03))


def front(s):
    """The board, and the shelf with its books."""
    s.group()
    s.box((-0.5, 1.72, -3.17), (1.75, 0.66, 0.02), (0.022, 0.05, 0.045), look=BOARD)
    for y in (1.03, 2.41):
        s.box((-0.5, y, -3.14), (1.82, 0.035, 0.05), OAK, look=WOOD)
    for x in (-2.29, 1.29):
        s.box((x, 1.72, -3.14), (0.035, 0.7, 0.05), OAK, look=WOOD)
    rng = np.random.default_rng(7)
    s.box((3.72, 1.0, -1.9), (0.26, 0.02, 1.1), OAK, look=WOOD)
    s.box((3.72, 1.42, -1.9), (0.26, 0.02, 1.1), OAK, look=WOOD)
    colours = [rgb(CORAL), rgb(SEA), (0.5, 0.36, 0.14), (0.62, 0.58, 0.5), (0.12, 0.16, 0.2), (0.36, 0.42, 0.36)]
    for floor in (1.02, 1.44):
        z = -2.95
        s.group()
        while z < -0.95:
            t, tall = rng.uniform(0.012, 0.03), rng.uniform(0.1, 0.17)
            s.box((3.66 + rng.uniform(0, 0.04), floor + tall, z), (0.1, tall, t), tuple(np.array(colours[rng.integers(6)]) * rng.uniform(0.7, 1.1)))
            z += 2 * t + (rng.uniform(0.1, 0.3) if rng.random() < 0.1 else 0.002)


def desk(s, x, z, rng):
    """A table for two, what lies on it, two chairs."""
    turn = rng.uniform(-3, 3)
    s.group()
    s.box((x, 0.73, z), (0.68, 0.018, 0.31), OAK, look=WOOD, turn=(0, turn, 0))
    for a in (-0.6, 0.6):
        for b in (-0.25, 0.25):
            s.cylinder((x + a, 0.355, z + b), (0.017, 0.355, 0), STEEL, look=METAL)
    for a in (-0.33, 0.33):
        for _ in range(rng.integers(1, 4)):
            lie = (x + a + rng.uniform(-0.12, 0.12), 0.7495 + rng.uniform(0, 0.0015), z + rng.uniform(-0.1, 0.12))
            s.box(lie, (0.105, 0.0008, 0.148), (0.86, 0.84, 0.78), look=TEXT, turn=(0, rng.uniform(-35, 35), 0))
        if rng.random() < 0.45:
            laptop(s, x + a, z - 0.05, rng.uniform(-12, 12))
        elif rng.random() < 0.6:
            cup = tuple(rgb(CORAL) if rng.random() < 0.5 else np.array((0.8, 0.78, 0.7)))
            s.cylinder((x + a + 0.2, 0.79, z - 0.16), (0.037, 0.042, 0), cup, look=GLOSS)
        chair(s, x + a + rng.uniform(-0.05, 0.05), z + 0.5 + rng.uniform(-0.1, 0.16), rng.uniform(-22, 22))


def laptop(s, x, z, turn):
    """A machine with eight years behind it."""
    s.box((x, 0.76, z), (0.16, 0.009, 0.11), (0.1, 0.11, 0.11), turn=(0, turn, 0))
    back = np.radians(turn)
    s.box((x - 0.145 * np.sin(back), 0.86, z - 0.145 * np.cos(back)), (0.16, 0.105, 0.005), (0.12, 0.13, 0.13), turn=(-14, turn, 0))
    s.box((x - 0.139 * np.sin(back), 0.861, z - 0.139 * np.cos(back)), (0.148, 0.094, 0.0052), (0.5, 0.6, 0.58), look=GLOW, turn=(-14, turn, 0))


def chair(s, x, z, turn):
    """A school chair."""
    c, n = np.cos(np.radians(turn)), np.sin(np.radians(turn))

    def at(a, y, b):
        return (x + a * c + b * n, y, z - a * n + b * c)
    s.box(at(0, 0.45, 0), (0.19, 0.011, 0.19), (0.5, 0.31, 0.15), look=WOOD, turn=(0, turn, 0))
    s.box(at(0, 0.76, 0.2), (0.19, 0.09, 0.01), (0.5, 0.31, 0.15), look=WOOD, turn=(8, turn, 0))
    for a in (-0.17, 0.17):
        s.cylinder(at(a, 0.22, -0.16), (0.011, 0.225, 0), STEEL, look=METAL)
        s.cylinder(at(a, 0.4, 0.19), (0.011, 0.41, 0), STEEL, look=METAL)


def main():
    s = Scene()
    walls(s)
    front(s)
    rng = np.random.default_rng(4)
    for z in (-1.75, -0.35, 1.1):
        for x in (-2.2, -0.3, 1.65):
            desk(s, x, z, rng)
    s.group()
    for x in (-1.6, 1.2):
        s.cylinder((x, 2.75, -0.5), (0.008, 0.4, 0), (0.05, 0.05, 0.05))
        s.ball((x, 2.3, -0.5), (0.2, 0.12, 0.2), (0.85, 0.83, 0.78), look=GLOSS)
    light = np.array([0.92, 0.97, 1.05]) * 4.2
    windows = [window((-4.0, 1.82, z), (0, 0, 0.68), (0, 0.9, 0), light, 3.4) for z in (-2.02, -0.07, 1.87)]
    sun = (-0.82, 0.5, 0.16, 15.0, 11.4, 7.2, 0.03)
    eye = camera((3.3, 1.62, 3.0), (-1.5, 0.98, -2.2), 0.68, lens=0.012, focus=4.2)
    x = render(s, windows, sun, eye, (1600, 1066), 16, 11)
    photograph(film(x, 21, exposure=0.85, grain=0.014), "classroom-morning", quality=90)


main()
