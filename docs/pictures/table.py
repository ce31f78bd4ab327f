"""The table of the repair workshop, seen from above by a lamp and a window: papers, a map, tools, an opened telephone.

Upright format; the file lies on its side and says so (EXIF orientation 6), as telephones store their pictures.
"""
import numpy as np

from ink import CORAL, INK, SEA, SUN, film, photograph, rgb
from trace import GLOSS, GRID, METAL, PRINT, RULER, TEXT, WOOD, Scene, camera, render, window

PALE = (0.84, 0.81, 0.73)


def boards(s, rng):
    """Five boards of an old table."""
    for i in range(7):
        tone = rng.uniform(0.8, 1.15)
        s.box((-0.62 + 0.205 * i, -0.02, 0), (0.1015, 0.02, 0.9), (0.40 * tone, 0.235 * tone, 0.115 * tone), look=WOOD)


def papers(s):
    """Letters, a printed map, the green mat."""
    s.group()
    s.box((0.13, 0.0012, 0.2), (0.225, 0.0012, 0.155), tuple(rgb(SEA) * 1.1), look=GRID, turn=(0, 4, 0))
    s.box((-0.25, 0.0012, -0.28), (0.105, 0.0009, 0.1485), PALE, look=TEXT, turn=(0, 12, 0))
    s.box((-0.19, 0.0032, -0.24), (0.105, 0.0009, 0.1485), PALE, look=TEXT, turn=(0, -7, 0.3))
    s.box((0.17, 0.0012, -0.31), (0.15, 0.0008, 0.2), (0.82, 0.77, 0.64), look=PRINT, turn=(0, -16, 0))
    s.box((-0.3, 0.002, 0.34), (0.074, 0.0015, 0.105), tuple(rgb(CORAL) * 1.1), turn=(0, 24, 0))
    s.box((-0.303, 0.0052, 0.337), (0.072, 0.0015, 0.103), PALE, look=TEXT, turn=(0, 27, 0))


def tools(s):
    """Rule, pencils, screwdrivers, tweezers, screws in a lid."""
    s.group()
    s.box((0.12, 0.004, -0.02), (0.16, 0.0012, 0.016), (0.62, 0.47, 0.22), look=RULER, turn=(0, -9, 0))
    for x, z, turn, ink in ((-0.32, -0.02, 62, SUN), (-0.27, 0.05, 71, SEA)):
        r = np.radians(turn)
        s.cylinder((x, 0.0045, z), (0.0041, 0.085, 0), tuple(rgb(ink) * 1.6 + 0.02), look=GLOSS, turn=(90, turn, 0))
        for k, (d, size, tone) in enumerate(((0.091, 0.0034, 0.6), (0.097, 0.0022, 0.55), (0.101, 0.001, 0.05))):
            s.cylinder((x + d * np.sin(r), 0.0045, z + d * np.cos(r)), (size, 0.004, 0), (tone, tone * 0.75, tone * 0.5), turn=(90, turn, 0))
    for x, z, turn, ink in ((0.335, 0.17, 8, CORAL), (0.31, 0.37, -12, INK)):
        r = np.radians(turn)
        s.cylinder((x, 0.012, z), (0.012, 0.045, 0), tuple(rgb(ink) * 1.3 + 0.01), look=GLOSS, turn=(90, turn, 0))
        s.ball((x + 0.045 * np.sin(r), 0.012, z + 0.045 * np.cos(r)), (0.012, 0.012, 0.008), tuple(rgb(ink) * 1.3 + 0.01), look=GLOSS, turn=(0, turn, 0))
        s.cylinder((x - 0.085 * np.sin(r), 0.0115, z - 0.085 * np.cos(r)), (0.0026, 0.045, 0), (0.7, 0.7, 0.7), look=METAL, turn=(90, turn, 0))
    s.group()
    rng = np.random.default_rng(3)
    s.cylinder((-0.1, 0.003, 0.02), (0.045, 0.003, 0), (0.05, 0.06, 0.06), look=GLOSS)
    for _ in range(26):
        a, r = rng.uniform(0, 6.28), 0.036 * np.sqrt(rng.random())
        s.cylinder((-0.1 + r * np.cos(a), 0.0085, 0.02 + r * np.sin(a)), (0.003, 0.0012, 0), (0.66, 0.5, 0.24), turn=(rng.uniform(-25, 25), 0, 0))
        s.cylinder((-0.1 + r * np.cos(a) * 0.96, 0.0072, 0.02 + r * np.sin(a) * 0.96), (0.001, 0.004, 0), (0.6, 0.58, 0.52), look=METAL, turn=(80, rng.uniform(0, 360), 0))


def telephone(s):
    """The telephone on the mat: its back beside it, its parts in order."""
    s.group()
    r = np.radians(4)

    def at(x, y, z):
        return (0.13 + x * np.cos(r) + z * np.sin(r), 0.0026 + y, 0.2 - x * np.sin(r) + z * np.cos(r))
    t = (0, 4, 0)
    s.box(at(-0.1, 0.004, 0), (0.037, 0.004, 0.075), (0.02, 0.022, 0.023), look=GLOSS, turn=t)
    s.box(at(-0.1, 0.0078, 0.012), (0.026, 0.0014, 0.04), (0.24, 0.25, 0.25), turn=t)
    s.box(at(-0.1, 0.0093, 0.0), (0.02, 0.0002, 0.01), tuple(rgb(SUN) * 1.5), turn=t)
    s.box(at(-0.1, 0.0078, -0.05), (0.031, 0.0012, 0.017), (0.03, 0.16, 0.09), turn=t)
    for x, z, a, b in ((-0.115, -0.052, 0.006, 0.006), (-0.098, -0.047, 0.005, 0.007), (-0.083, -0.055, 0.004, 0.004), (-0.1, -0.06, 0.003, 0.002)):
        s.box(at(x, 0.0095, z), (a, 0.0008, b), (0.5, 0.5, 0.49), look=METAL, turn=t)
    s.cylinder(at(-0.122, 0.0088, -0.06), (0.0055, 0.002, 0), (0.02, 0.02, 0.025), look=GLOSS)
    s.box(at(0.0, 0.0012, -0.01), (0.037, 0.0012, 0.075), tuple(rgb(CORAL) * 0.9), look=GLOSS, turn=(0, 13, 0))
    s.cylinder(at(-0.019, 0.0024, -0.066), (0.006, 0.0004, 0), (0.03, 0.02, 0.02))
    s.group()
    rng = np.random.default_rng(12)
    for i in range(5):
        for j in range(3):
            place = at(0.085 + 0.022 * j, 0.0025, -0.09 + 0.034 * i)
            kind = rng.integers(3)
            turn = (0, rng.uniform(-20, 20), 0)
            if kind == 0:
                s.cylinder(place, (0.0035, 0.0022, 0), (0.7, 0.68, 0.64), look=METAL, turn=turn)
            elif kind == 1:
                s.box(place, (0.007, 0.0015, 0.005), (0.04, 0.17, 0.1), turn=turn)
            else:
                s.box(place, (0.004, 0.001, 0.009), (0.62, 0.4, 0.14), look=METAL, turn=turn)


def cup(s):
    """A cup of coffee, seen into."""
    s.group()
    x, z = 0.31, -0.05
    s.cylinder((x, 0.003, z), (0.07, 0.003, 0), PALE, look=GLOSS)
    for i in range(44):
        a = 2 * np.pi * i / 44
        s.box((x + 0.041 * np.cos(a), 0.033, z + 0.041 * np.sin(a)), (0.0019, 0.03, 0.0032), PALE, look=GLOSS, turn=(0, -np.degrees(a), 0))
    s.cylinder((x, 0.027, z), (0.04, 0.027, 0), (0.03, 0.014, 0.006), look=GLOSS)
    s.box((x + 0.035, 0.035, z + 0.05), (0.018, 0.018, 0.005), PALE, look=GLOSS, turn=(0, -55, 0))


def main():
    s = Scene()
    boards(s, np.random.default_rng(2))
    papers(s)
    tools(s)
    telephone(s)
    cup(s)
    windows = [
        window((-1.1, 0.9, -0.5), (0, 0.35, 0.3), (0.1, 0, 0.6), np.array([0.86, 0.97, 1.1]) * 9, 0.35),
        window((0.5, 0.75, -0.75), (0.1, 0, 0.02), (-0.02, 0.06, 0.1), np.array([1.0, 0.72, 0.4]) * 62, 0.35),
    ]
    eye = camera((0.0, 1.3, 0.02), (0.0, 0.0, 0.0), 0.28, lens=0.004)
    x = render(s, windows, (0, 1, 0, 0, 0, 0, 0), eye, (1440, 1920), 12, 5)
    photograph(film(x, 22, exposure=1.15, grain=0.012), "repair-table", quality=90, turned=True)


main()
