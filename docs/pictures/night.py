"""Two nights: a village under the Milky Way, and boats at their quay with lamps in the water."""
import numpy as np

from ink import blur, cloud, film, photograph, smooth


def village(w=2000, h=1333):
    """Stars above, hills, and some forty windows that are still lit."""
    rng = np.random.default_rng(71)
    yy, xx = np.mgrid[0:h, 0:w].astype(float)
    up = 1 - yy / h
    sky = np.array([0.010, 0.022, 0.040]) * (0.7 + 0.6 * up)[..., None] + np.array([0.075, 0.042, 0.020]) * np.exp(-((up - 0.24) / 0.15) ** 2)[..., None]
    sky += np.array([0.004, 0.022, 0.016]) * np.exp(-((up - 0.42) / 0.2) ** 2)[..., None]
    across = (xx - 0.64 * w) * 0.80 + (yy - 0.32 * h) * 0.60
    along = -(xx - 0.64 * w) * 0.60 + (yy - 0.32 * h) * 0.80
    wide = w * (0.095 + 0.03 * cloud((h, w), 4, 72))
    milk = np.exp(-(across / wide) ** 2) * (1 + 0.35 * cloud((h, w), 3.0, 73)) * (0.7 + 0.4 * np.exp(-(along / (0.4 * w)) ** 2))
    dust = smooth(0.1, 1.4, cloud((h, w), 3.3, 74) + 1.1 * np.exp(-((across - 18) / (0.4 * wide)) ** 2))
    milk = np.clip(milk, 0, None) * (1 - 0.8 * dust)
    sky += milk[..., None] * np.array([0.105, 0.100, 0.110]) + (milk ** 2 * 0.05)[..., None] * np.array([1, 0.7, 0.45])
    stars = np.zeros((h, w, 3))
    n = 15000
    sy, sx = rng.integers(2, h - 2, n), rng.integers(2, w - 2, n)
    keep = rng.random(n) < 0.3 + 0.7 * np.clip(milk[sy, sx], 0, 1)
    sy, sx = sy[keep], sx[keep]
    much = np.minimum(0.05 * rng.pareto(1.25, len(sy)) + 0.04, 7)
    heat = rng.normal(0, 1, len(sy))
    tint = np.stack([1 + 0.16 * heat, np.ones_like(heat), 1 - 0.2 * heat], axis=1).clip(0.5, 1.5)
    np.add.at(stars, (sy, sx), much[:, None] * tint * 5)
    x = sky + blur(stars, 0.75) + 0.12 * blur(stars, 3.5)
    line = np.linspace(0, 1, w)
    for k, (low, tall, tone) in enumerate(((0.30, 0.07, 0.013), (0.245, 0.055, 0.007), (0.17, 0.03, 0.0035))):
        ridge = low + tall * (0.55 * cloud((1, w), 3.2, 80 + k)[0] * 0.6 + 0.6 * np.sin(line * (4 + 2 * k) + k * 2.2))
        edge = smooth(-0.0012, 0.0012, ridge[None, :] - up)
        ground = np.array([tone * 0.6, tone * 0.95, tone]) * (1 + 0.25 * cloud((h, w), 2.6, 85 + k))[..., None]
        x = x * (1 - edge[..., None]) + ground * edge[..., None]
    x = houses(x, rng, w, h)
    photograph(film(x, 54, exposure=1.25, grain=0.020, glow=0.18), "village-night", quality=90)


def houses(x, rng, w, h):
    """Houses as dark blocks with a paler roof; some windows lit, their light on the ground before them."""
    lamps = np.zeros_like(x)
    for _ in range(70):
        depth = rng.random() ** 0.8
        size = (0.35 + 0.9 * depth) * h / 40
        cx = w * np.clip(rng.normal(0.36, 0.17), 0.02, 0.97)
        cy = h * (0.815 + 0.13 * depth + 0.03 * np.sin(cx / w * 7))
        hw, tall = size * rng.uniform(0.7, 1.5), size * rng.uniform(0.8, 1.4)
        a, b, c, d = int(cy - tall), int(cy), int(cx - hw), int(cx + hw)
        c, d = max(c, 0), min(d, w)
        wall = np.array([0.020, 0.022, 0.022]) * rng.uniform(0.5, 1.2)
        x[a:b, c:d] = wall
        for row in range(int(size * 0.55)):
            inset = int(row * hw / (size * 0.55))
            x[a - row - 1, max(c - 2 + inset, 0):max(d + 2 - inset, 0)] = wall * 0.45
        for k in range(max(int(hw / size * 2), 1)):
            if rng.random() < 0.42:
                wx, wy = int(c + (k + 0.5) * (d - c) / max(int(hw / size * 2), 1)), int(a + tall * 0.42)
                s = max(int(size * 0.15), 1)
                tint = np.array([1.0, rng.uniform(0.42, 0.62), rng.uniform(0.12, 0.28)])
                y0, y1, x0, x1 = wy - s, wy + int(s * 1.5), max(wx - s, 0), min(wx + s, w)
                lamps[y0:y1, x0:x1] += tint * rng.uniform(1.0, 3.2)
                lamps[y0:y1, (x0 + x1) // 2:(x0 + x1) // 2 + max(s // 4, 1)] *= 0.25
                low = int(cy)
                lamps[low:low + 3 * s, x0 - s:x1 + s] += tint * 0.035
    return x + blur(lamps, 0.7) + 0.16 * blur(lamps, 9) + 0.10 * blur(lamps, 34)


def harbour(w=2000, h=1333):
    """Quay houses, masts, hulls; then the same once more in the water, broken by the ripple."""
    rng = np.random.default_rng(77)
    base = int(h * 0.56)
    yy, xx = np.mgrid[0:base, 0:w].astype(float)
    up = 1 - yy / base
    x = np.array([0.030, 0.062, 0.095]) * (0.5 + 0.9 * up)[..., None] + np.array([0.50, 0.22, 0.10]) * np.exp(-((up - 0.06) / 0.26) ** 2)[..., None]
    x += np.array([0.30, 0.12, 0.07]) * (smooth(0.2, 1.7, cloud((base, w), 3.0, 78, stretch=(1.0, 5.0))) * np.exp(-((up - 0.4) / 0.25) ** 2))[..., None]
    hill = 0.24 + 0.05 * np.sin(np.arange(w) / w * 5 + 1) + 0.02 * cloud((1, w), 3.2, 79)[0]
    edge = smooth(-0.003, 0.003, hill[None, :] - up)[..., None]
    x = x * (1 - edge) + np.array([0.055, 0.048, 0.052]) * edge
    lamps = np.zeros_like(x)
    at = -30
    while at < w:
        wide, tall = int(rng.uniform(60, 150)), int(base * rng.uniform(0.13, 0.3))
        tone = np.array([0.040, 0.034, 0.034]) * rng.uniform(0.6, 1.3) * (1, rng.uniform(0.85, 1.1), rng.uniform(0.85, 1.2))
        a, c, d = base - 16 - tall, max(at, 0), min(at + wide, w)
        x[a:base - 14, c:d] = tone
        x[a - 5:a, max(c - 3, 0):d + 3] = tone * 0.4
        if rng.random() < 0.5:
            x[a - 16:a, max(c + 12, 0):c + 22] = tone * 0.5
        for wy in range(a + 14, base - 36, 30):
            for wx in range(c + 12, d - 18, 26):
                if rng.random() < 0.4:
                    tint = np.array([1, rng.uniform(0.45, 0.68), rng.uniform(0.14, 0.34)])
                    lamps[wy:wy + 15, wx:wx + 9] += tint * rng.uniform(0.35, 1.8)
                    lamps[wy:wy + 15, wx + 4:wx + 5] *= 0.2
                else:
                    x[wy:wy + 15, wx:wx + 9] = tone * 0.5
        at += wide + (int(rng.uniform(0, 26)) if rng.random() < 0.3 else 0)
    x[base - 16:, :] = np.array([0.018, 0.016, 0.017])
    for k in range(9):
        px = int((k + 0.5 + rng.uniform(-0.2, 0.2)) * w / 9)
        x[base - 92:base - 10, px:px + 3] = 0.01
        lamps[base - 97:base - 90, px - 3:px + 6] += np.array([1, 0.6, 0.24]) * 7
    boats(x, lamps, rng, base, w)
    x = x + blur(lamps, 0.8) + 0.12 * blur(lamps, 10) + 0.10 * blur(lamps, 40)
    deep = h - base
    dy, dx = np.mgrid[0:deep, 0:w].astype(float)
    near = dy / deep
    wave = cloud((deep, w), 2.9, 95, stretch=(0.35, 1.0)) + 0.7 * np.sin(60 * np.sqrt(near + 0.02) * (1 + 0.02 * cloud((deep, w), 3.5, 96)))
    sy = np.clip(base - 4 - dy * 1.15 - np.abs(wave) * (6 + 90 * near), 0, base - 1).astype(int)
    sx = np.clip(dx + cloud((deep, w), 3.0, 97, stretch=(0.3, 1.0)) * (1.5 + 12 * near), 0, w - 1).astype(int)
    tall = x.copy()
    for step in (1, 2, 4, 8, 16):
        tall[step:] = 0.5 * tall[step:] + 0.5 * tall[:-step]
    water = tall[sy, sx] * (0.74 - 0.3 * near)[..., None] + np.array([0.004, 0.014, 0.016])
    water *= (1 + 0.16 * wave * near)[..., None].clip(0.3, 2)
    photograph(film(np.concatenate([x, water]), 55, exposure=1.25, grain=0.014, glow=0.12), "harbour-evening", quality=90)


def boats(x, lamps, rng, base, w):
    """Hulls along the quay, each with a cabin, a mast and its stays."""
    paints = np.array([[0.020, 0.085, 0.075], [0.19, 0.045, 0.022], [0.16, 0.15, 0.13], [0.018, 0.026, 0.03], [0.14, 0.085, 0.02]])
    at = 40
    while at < w - 200:
        long = int(rng.uniform(120, 210))
        hull, paint = int(long * 0.17), paints[rng.integers(5)]
        top = base - hull
        for row in range(hull):
            t = row / hull
            sheer = int(long * 0.10 * t * t)
            x[top + row, at + sheer:at + long - int(sheer * 0.5)] = paint * (0.75 - 0.4 * t) * (2.4 if row in (3, 4) else 1)
        for col in range(int(long * 0.3)):
            rise = int(hull * 0.55 * (1 - col / (long * 0.3)) ** 2)
            x[top - rise:top + 2, at + col] = paint * 0.8
        ch, c0 = int(hull * rng.uniform(0.9, 1.3)), at + int(long * 0.5)
        c1 = c0 + int(long * 0.26)
        x[top - ch:top, c0:c1] = np.array([0.13, 0.12, 0.11])
        x[top - ch - 3:top - ch, c0 - 4:c1 + 5] = paint * 0.6
        for k in range(2):
            wx = c0 + 6 + k * (c1 - c0 - 10) // 2
            lit = rng.random() < 0.5
            x[top - ch + 6:top - ch + 6 + ch // 3, wx:wx + (c1 - c0) // 3] = 0.008
            if lit:
                lamps[top - ch + 6:top - ch + 6 + ch // 3, wx:wx + (c1 - c0) // 3] += np.array([1, 0.62, 0.28]) * 0.9
        mx, mh = at + int(long * 0.42), int(long * rng.uniform(0.9, 1.3))
        x[top - mh:top, mx:mx + 3] = np.array([0.03, 0.024, 0.02])
        for end in (at + 2, at + long - 6):
            for s in np.linspace(0, 1, mh * 2):
                px, py = int(mx + (end - mx) * s), int(top - mh + (mh - 2) * s)
                x[py, px] = x[py, px] * 0.35
        if rng.random() < 0.6:
            lamps[top - mh - 2:top - mh + 2, mx - 1:mx + 4] += np.array([0.9, 0.95, 0.8]) * 4
        at += long + int(rng.uniform(6, 60))


if __name__ == "__main__":
    village()
    harbour()
