"""Figures as SVG, without a word in them, so that one file serves five languages; the words stand in the caption.

A map of the network, and two charts: what a page weighed before and after, and where the money comes from.
"""
import math

import numpy as np

from ink import CORAL, INK, LINE, OUT, PAPER, SEA, SOFT, SUN, told

CITIES = {
    "dakar": (14.7, -17.4), "recife": (-8.1, -34.9), "marseille": (43.3, 5.4), "tunis": (36.8, 10.2), "suva": (-18.1, 178.4),
    "valparaiso": (-33.0, -71.6), "kochi": (9.9, 76.3), "rimouski": (48.4, -68.5), "tripoli": (34.4, 35.8), "mindelo": (16.9, -25.0),
    "gisborne": (-38.7, 178.0), "hue": (16.5, 107.6), "izmir": (38.4, 27.1), "mombasa": (-4.0, 39.7), "isafjordur": (66.1, -23.1),
    "genoa": (44.4, 8.9), "puno": (-15.8, -70.0), "ponce": (18.0, -66.6), "iloilo": (10.7, 122.6), "cotonou": (6.4, 2.4),
}


def write(name, w, h, body):
    """One drawing on paper."""
    OUT.mkdir(parents=True, exist_ok=True)
    text = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" width="{w}" height="{h}"><path fill="{PAPER}" d="M0 0h{w}v{h}H0z"/>{body}</svg>\n'
    (OUT / f"{name}.svg").write_text(text, encoding="utf-8")
    told(f"{name}.svg")


def island(x, y, r, seed):
    """A closed curve of eight points as one path."""
    rng = np.random.default_rng(seed)
    turn = np.linspace(0, 2 * math.pi, 8, endpoint=False)
    size = r * rng.uniform(0.7, 1.2, 8)
    p = np.stack([x + 1.1 * size * np.cos(turn), y + size * np.sin(turn)], axis=1)
    d = f"M{p[0][0]:.0f} {p[0][1]:.0f}"
    for i in range(8):
        a, b, c, e = p[i - 1], p[i], p[(i + 1) % 8], p[(i + 2) % 8]
        one, two = b + (c - a) / 6, c - (e - b) / 6
        d += f"C{one[0]:.0f} {one[1]:.0f} {two[0]:.0f} {two[1]:.0f} {c[0]:.0f} {c[1]:.0f}"
    return d + "z"


def apart(place):
    """Towns too near each other to be drawn, moved a little: no two under 52 apart."""
    names = list(place)
    p = np.array([place[n] for n in names])
    for _ in range(200):
        way = p[:, None] - p[None]
        gap = np.hypot(way[..., 0], way[..., 1]) + np.eye(len(p)) * 1e9
        push = np.maximum(52 - gap, 0)[..., None] * way / gap[..., None]
        p = p + 0.25 * push.sum(axis=1)
    return dict(zip(names, map(tuple, p)))


def network():
    """Twenty islands where their towns are, on a chart's grid; each is linked to its three nearest."""
    w, h = 1200, 640
    place = apart({n: (90 + (lon + 80) / 262 * 1020, 330 - lat / 72 * 270) for n, (lat, lon) in CITIES.items()})
    grid = "".join(f"M40 {y}H1160" for y in range(80, 600, 80)) + "".join(f"M{x} 40V600" for x in range(120, 1160, 120))
    links = set()
    for a, (x, y) in place.items():
        near = sorted(place, key=lambda b: math.hypot(place[b][0] - x, place[b][1] - y))[1:4]
        links |= {tuple(sorted((a, b))) for b in near}
    lines = ""
    for a, b in sorted(links | {("dakar", "recife"), ("dakar", "marseille"), ("marseille", "recife"), ("suva", "valparaiso")}):
        (x0, y0), (x1, y1) = place[a], place[b]
        if abs(x1 - x0) > 700:
            continue
        lift = 0.14 * math.hypot(x1 - x0, y1 - y0)
        lines += f"M{x0:.0f} {y0:.0f}Q{(x0 + x1) / 2:.0f} {(y0 + y1) / 2 - lift:.0f} {x1:.0f} {y1:.0f}"
    first = ("dakar", "recife", "marseille")
    shores = "".join(island(*place[n], 15 + (i * 7) % 9, 600 + i) for i, n in enumerate(place))
    tops = "".join(island(*place[n], 6 + (i * 3) % 4, 600 + i) for i, n in enumerate(place) if n not in first)
    founders = "".join(island(*place[n], 9, 700 + i) for i, n in enumerate(first))
    write("network-map", w, h, f'<path fill="none" stroke="{LINE}" d="{grid}M40 40H1160V600H40z"/><path fill="none" stroke="{SUN}" stroke-width="1.2" stroke-dasharray="1 5" stroke-linecap="round" d="{lines}"/>'
          f'<path fill="{SOFT}" stroke="{SEA}" stroke-width="2" d="{shores}"/><path fill="none" stroke="{SEA}" d="{tops}"/><path fill="{CORAL}" d="{founders}"/>')


def weights():
    """The five weights of the article on the postcard, before and after: areas are true to the numbers."""
    rows = ((1900, 0), (870, 0), (410, 0), (190, 3), (6, 4))
    body, y = "", 40
    for before, after in rows:
        body += f'<path fill="{LINE}" d="M60 {y}h{before * 0.4:.1f}v44H60z"/>'
        if after:
            body += f'<path fill="{CORAL}" d="M60 {y}h{after * 0.4:.1f}v44H60z"/>'
        body += f'<text x="{72 + before * 0.4:.0f}" y="{y + 30}" font-family="Georgia, serif" font-size="24" fill="{INK}">{before} → <tspan fill="{CORAL}">{after}</tspan></text>'
        y += 66
    write("page-weights", 1000, y + 10, f'{body}<path stroke="{INK}" stroke-width="2" d="M60 24V{y - 6}"/>')


def money():
    """Where the money of 2026 comes from: 31, 54 and 15 in the hundred, as bands of water."""
    parts, body, x = ((31, SEA), (54, "#5f9088"), (15, SUN)), "", 40.0
    for share, colour in parts:
        wide = share * 9.2
        top = "".join(f"q{wide / 12:.1f} {-9 if k % 2 else 9} {wide / 6:.1f} 0" for k in range(6))
        body += f'<path fill="{colour}" d="M{x:.1f} 60{top}v150h{-wide:.1f}z"/>'
        body += f'<text x="{x + wide / 2:.0f}" y="150" font-family="Georgia, serif" font-size="34" text-anchor="middle" fill="{INK if colour == "#5f9088" else PAPER}">{share} %</text>'
        x += wide + 4
    write("budget-2026", 1010, 250, body)


network()
weights()
money()
