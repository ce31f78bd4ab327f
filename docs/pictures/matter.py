"""Things seen close: woven cloth, sand in low light, rain on a window at night.

The cloth is in Display P3, as recent telephones save theirs; the sand is grey; the window is upright.
"""
import numpy as np

from ink import CORAL, PAPER, SEA, SUN, blur, cloud, display_p3, film, photograph, rgb, smooth


def cloth(w=1600, h=1066):
    """A plain weave with a figured border, sharp in a band, soft before and behind."""
    yy, xx = np.mgrid[0:h, 0:w].astype(float)
    k = 1 / (0.62 + 0.75 * yy / h)
    x = (xx - w / 2) * k + w / 2 + 5 * cloud((h, w), 4.5, 1)
    y = (yy * k * 1.25) + 0.18 * x + 6 * cloud((h, w), 4.5, 2)
    pitch = 9.2
    u, v = x / pitch, y / pitch
    i, j = np.floor(u), np.floor(v)
    a, b = u - i - 0.5, v - j - 0.5
    over = ((i + j) % 2) == 0
    dye = np.array([rgb(CORAL) * (1.35, 0.6, 0.5), rgb(SEA) * (0.3, 1.1, 1.0), rgb(PAPER) * 0.8, rgb(SUN) * (1.9, 1.5, 0.5)])
    band = (j // 6) % 12
    warp = np.where((i // 14) % 4 == 3, 3, 2).astype(int)
    diamond = (np.abs(i % 24 - 12) + np.abs(j % 24 - 12)) % 12
    weft = np.select([band < 4, band < 5, band < 8, band < 9], [np.where(diamond < 5, 0, 1), 2, np.where(diamond < 3, 3, 0), 1], 0).astype(int)
    across = np.where(over, a, b)
    along = np.where(over, b, a)
    lift = np.sqrt(np.clip(1 - (across * 2.08) ** 2, 0, 1)) * (0.55 + 0.45 * np.cos(along * np.pi))
    fibre = np.sin((across * 26 + along * 9) + 2 * cloud((h, w), 1.5, 3))
    colour = np.where(over[..., None], dye[warp], dye[weft])
    gy, gx = np.gradient(blur(lift, 0.7))
    lit = np.clip(0.62 - 1.5 * gx - 1.9 * gy, 0.05, 2)
    x = colour * (lit * (0.25 + 0.75 * lift) * (0.9 + 0.16 * fibre) * (1 + 0.14 * cloud((h, w), 3.6, 4)))[..., None]
    x = x * (1.35 - 0.75 * np.hypot((xx - 0.42 * w) / w, (yy - 0.42 * h) / h))[..., None]
    away = np.abs(yy / h - 0.52)
    for radius, at in ((1.5, 0.12), (3.5, 0.2), (6.5, 0.3), (10, 0.4)):
        x = x + (blur(x, radius) - x) * smooth(at, at + 0.09, away)[..., None]
    to_p3 = np.array([[0.8225, 0.1774, 0.0], [0.0332, 0.9669, 0.0], [0.0171, 0.0724, 0.9108]])
    photograph(film(x @ to_p3.T * 2.3, 51, grain=0.010), "woven-band", quality=90, icc=display_p3())


def sand(w=1800, h=1200):
    """Ripples after the tide, a low sun from the left, a few shells of light."""
    yy, xx = np.mgrid[0:h, 0:w].astype(float)
    k = 1 / (0.32 + 1.0 * yy / h)
    x, y = (xx - w / 2) * k, 900 * np.log(0.32 + yy / h)
    flow = 44 * cloud((h, w), 4.4, 11) + 13 * cloud((h, w), 3.4, 12)
    phase = (x * 0.62 + y * 0.9 + flow) / 66
    t = phase - np.floor(phase)
    crest = np.where(t < 0.64, t / 0.64, (1 - t) / 0.36)
    crest = crest * crest * (3 - 2 * crest)
    high = 15 * crest * (0.8 + 0.25 * cloud((h, w), 3.5, 13)) / k + 2.2 * cloud((h, w), 2.2, 14) + 14 * cloud((h, w), 4, 15)
    gy, gx = np.gradient(blur(high, 1.0))
    lit = np.clip(0.34 - 0.55 * gx - 0.36 * gy, 0.02, 1.6)
    speck = cloud((h, w), 0.4, 16)
    lit = lit * (1 + 0.16 * speck) + 0.5 * (speck > 3.3)
    lit = lit * (0.55 + 0.65 * (1 - yy / h)) + 0.12 * smooth(0.25, 0.0, yy / h)
    soft = blur(lit, 3.0)
    lit = lit + (soft - lit) * np.maximum(smooth(0.3, 0.05, yy / h), smooth(0.86, 1.05, yy / h))
    photograph(film(np.repeat(lit[..., None], 3, axis=2), 52, exposure=0.95, grain=0.018), "tide-sand", quality=90, grey=True)


def window(w=1200, h=1800):
    """Lamps of a harbour out of focus behind a pane; each drop shows them upside down."""
    rng = np.random.default_rng(61)
    yy, xx = np.mgrid[0:h, 0:w].astype(float)
    far = np.zeros((h, w, 3)) + np.array([0.012, 0.028, 0.038]) * (1.6 - yy / h)[..., None]
    far += np.array([0.09, 0.04, 0.016]) * np.exp(-((yy / h - 0.6) / 0.12) ** 2)[..., None]
    tints = np.array([[1.0, 0.5, 0.16], [1.0, 0.68, 0.32], [0.3, 0.85, 0.75], [1.0, 0.2, 0.09], [0.9, 0.85, 0.7]])
    for _ in range(64):
        cx, cy = rng.uniform(-40, w + 40), h * np.clip(rng.normal(0.6, 0.1), 0.3, 0.96)
        r = rng.uniform(22, 62)
        d = np.hypot(xx - cx, yy - cy)
        disc = smooth(r, r - 3, d) * (0.72 + 0.5 * smooth(r * 0.75, r, d))
        far += disc[..., None] * tints[rng.choice(5, p=[0.36, 0.28, 0.12, 0.1, 0.14])] * rng.uniform(0.08, 0.5)
    far = blur(far, 3)
    shift_x, shift_y, shade = np.zeros((h, w)), np.zeros((h, w)), np.ones((h, w))
    spark = np.zeros((h, w))
    drops = [(rng.uniform(0, w), rng.uniform(0, h), 3 + 3.5 * rng.pareto(2.1)) for _ in range(2600)]
    for _ in range(9):
        px, py = rng.uniform(0.05, 0.95) * w, rng.uniform(-0.2, 0.3) * h
        end, r = rng.uniform(0.5, 1.05) * h, rng.uniform(11, 16)
        drops = [d for d in drops if abs(d[0] - px) > r * 1.6 or not py < d[1] < end]
        while py < end:
            drops.append((px, py, r * rng.uniform(0.22, 0.5)))
            px, py = px + rng.normal(0, 2.2), py + rng.uniform(9, 34)
        drops.append((px, end, r * 1.6))
    for cx, cy, r in sorted(drops, key=lambda d: d[2]):
        r = min(r, 30)
        y0, y1, x0, x1 = int(max(cy - 1.5 * r, 0)), int(min(cy + 1.5 * r, h)), int(max(cx - 1.2 * r, 0)), int(min(cx + 1.2 * r, w))
        if y1 - y0 < 2 or x1 - x0 < 2:
            continue
        dy, dx = (yy[y0:y1, x0:x1] - cy) / r, (xx[y0:y1, x0:x1] - cx) / r
        dy = dy / np.where(dy < 0, 1.32, 1.02)
        d = np.hypot(dx, dy) + 0.07 * np.sin(3 * np.arctan2(dy, dx) + cx)
        inside = smooth(1.0, 0.9, d)
        lens = inside > 0.3
        shift_x[y0:y1, x0:x1] = np.where(lens, -dx * (150 + 7 * r), shift_x[y0:y1, x0:x1])
        shift_y[y0:y1, x0:x1] = np.where(lens, -dy * (260 + 9 * r) + 40, shift_y[y0:y1, x0:x1])
        shade[y0:y1, x0:x1] = np.where(lens, (1.35 - 1.05 * smooth(0.45, 1.0, d)) * (0.75 + 0.5 * smooth(-0.6, 0.9, dy)), shade[y0:y1, x0:x1] * (1 - 0.35 * smooth(1.25, 1.0, d)))
        spark[y0:y1, x0:x1] += 0.8 * np.exp(-(((dx + 0.32) / 0.16) ** 2 + ((dy + 0.42) / 0.12) ** 2)) * (r > 5)
    sx = np.clip(xx + shift_x, 0, w - 1).astype(int)
    sy = np.clip(yy + shift_y, 0, h - 1).astype(int)
    misty = 0.85 * blur(far, 14) + 0.02 * (1 + 0.2 * cloud((h, w), 2.6, 62))[..., None]
    x = np.where((shift_x != 0)[..., None], far[sy, sx] * 1.7 * shade[..., None], misty * shade[..., None])
    x = x + 0.35 * spark[..., None] * np.array([0.9, 0.95, 1.0])
    photograph(film(blur(x, 0.8) * 1.5, 53, grain=0.012), "rain-window", quality=90)


if __name__ == "__main__":
    cloth()
    sand()
    window()
