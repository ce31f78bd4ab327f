"""A small path tracer: boxes, cylinders and ellipsoids, lit by a sun and by windows.

Takes a scene (arrays) and a camera; gives linear light. One ray at a time, each with its own seeded chance, so that
the number of threads changes nothing. Textures are formulas of the place on the thing.
"""
import math

import numpy as np
from numba import njit, prange

from ink import blur

BOX, CYLINDER, BALL = 0, 1, 2
PLAIN, WOOD, TEXT, BOARD, GRID, FLOOR, RULER, PRINT, GLOSS, METAL, GLOW = range(11)


class Scene:
    """Things in the order in which they are put down."""

    def __init__(self):
        self.rows, self.starts = [], [0]

    def group(self):
        """What is put down from here stands near together: a ray that misses all of it looks at none of it."""
        self.starts.append(len(self.rows))

    def put(self, kind, centre, half, colour, look=PLAIN, turn=(0.0, 0.0, 0.0)):
        """One thing: half its sizes, and its turns about x, y and z in degrees."""
        a, b, c = (math.radians(t) for t in turn)
        rx = np.array([[1, 0, 0], [0, math.cos(a), -math.sin(a)], [0, math.sin(a), math.cos(a)]])
        ry = np.array([[math.cos(b), 0, math.sin(b)], [0, 1, 0], [-math.sin(b), 0, math.cos(b)]])
        rz = np.array([[math.cos(c), -math.sin(c), 0], [math.sin(c), math.cos(c), 0], [0, 0, 1]])
        m = (ry @ rx @ rz).T
        half = np.asarray(half, float)
        reach = np.linalg.norm(half if kind != CYLINDER else [half[0], half[1], half[0]])
        self.rows.append([kind, look, reach, *centre, *half, *m.ravel(), *colour])

    def box(self, *args, **more):
        self.put(BOX, *args, **more)

    def cylinder(self, *args, **more):
        self.put(CYLINDER, *args, **more)

    def ball(self, *args, **more):
        self.put(BALL, *args, **more)

    def table(self):
        """Things, and groups: the middle and the reach of each, its first thing, the one after its last."""
        things, groups = np.array(self.rows, float), []
        for a, b in zip(self.starts, [*self.starts[1:], len(self.rows)]):
            if b > a:
                some = things[a:b]
                low, high = (some[:, 3:6] - some[:, 2:3]).min(axis=0), (some[:, 3:6] + some[:, 2:3]).max(axis=0)
                middle = (low + high) / 2
                reach = (np.linalg.norm(some[:, 3:6] - middle, axis=1) + some[:, 2]).max()
                groups.append([*middle, reach, a, b])
        return things, np.array(groups, float)


@njit(cache=True)
def chance(state):
    """The next number of a 64-bit generator (xorshift-multiply), between 0 and 1."""
    s = state[0]
    s ^= s >> np.uint64(12)
    s ^= s << np.uint64(25)
    s ^= s >> np.uint64(27)
    state[0] = s
    return float((s * np.uint64(2685821657736338717)) >> np.uint64(11)) / 9007199254740992.0


@njit(cache=True)
def grit(x, y, z):
    """A number between 0 and 1 for each cell of space."""
    n = (int(x) * 374761393 + int(y) * 668265263 + int(z) * 1274126177) & 0xFFFFFFFF
    n = ((n ^ (n >> 13)) * 1274126177) & 0xFFFFFFFF
    return ((n ^ (n >> 16)) & 0xFFFF) / 65535.0


@njit(cache=True)
def noise(x, y, z):
    """Smooth noise between 0 and 1."""
    i, j, k = math.floor(x), math.floor(y), math.floor(z)
    u, v, w = x - i, y - j, z - k
    u, v, w = u * u * (3 - 2 * u), v * v * (3 - 2 * v), w * w * (3 - 2 * w)
    total = 0.0
    for a in range(2):
        for b in range(2):
            for c in range(2):
                total += grit(i + a, j + b, k + c) * (u if a else 1 - u) * (v if b else 1 - v) * (w if c else 1 - w)
    return total


@njit(cache=True)
def hit(row, ox, oy, oz, dx, dy, dz, far, n):
    """How far along the ray this thing is met, or `far`; its normal goes into `n`, the place on it follows."""
    cx, cy, cz = ox - row[3], oy - row[4], oz - row[5]
    along = -(cx * dx + cy * dy + cz * dz)
    gap = cx * cx + cy * cy + cz * cz - along * along
    reach = row[2]
    if gap > reach * reach or along + reach < 0 or along - reach > far:
        return far
    px = row[9] * cx + row[10] * cy + row[11] * cz
    py = row[12] * cx + row[13] * cy + row[14] * cz
    pz = row[15] * cx + row[16] * cy + row[17] * cz
    qx = row[9] * dx + row[10] * dy + row[11] * dz
    qy = row[12] * dx + row[13] * dy + row[14] * dz
    qz = row[15] * dx + row[16] * dy + row[17] * dz
    hx, hy, hz = row[6], row[7], row[8]
    ax = ay = az = 0.0
    t = far
    if row[0] == 0:
        near, out, axis, side = -1e30, 1e30, 0, 1.0
        for i in range(3):
            p = px if i == 0 else (py if i == 1 else pz)
            q = qx if i == 0 else (qy if i == 1 else qz)
            h = hx if i == 0 else (hy if i == 1 else hz)
            if abs(q) < 1e-12:
                if abs(p) > h:
                    return far
                continue
            t0, t1 = (-h - p) / q, (h - p) / q
            s = -1.0
            if t0 > t1:
                t0, t1 = t1, t0
                s = 1.0
            if t0 > near:
                near, axis, side = t0, i, s
            out = min(out, t1)
        if near > out or near < 1e-5 or near >= far:
            return far
        t = near
        if axis == 0:
            ax = side
        elif axis == 1:
            ay = side
        else:
            az = side
    elif row[0] == 1:
        a, b, c = qx * qx + qz * qz, px * qx + pz * qz, px * px + pz * pz - hx * hx
        best = far
        d = b * b - a * c
        if a > 1e-12 and d > 0:
            s = (-b - math.sqrt(d)) / a
            if s > 1e-5 and abs(py + s * qy) <= hy:
                best, ax, ay, az = s, (px + s * qx) / hx, 0.0, (pz + s * qz) / hx
        if abs(qy) > 1e-12:
            for e in (-1.0, 1.0):
                s = (e * hy - py) / qy
                if 1e-5 < s < best and (px + s * qx) ** 2 + (pz + s * qz) ** 2 <= hx * hx and e * qy < 0:
                    best, ax, ay, az = s, 0.0, e, 0.0
        if best >= far:
            return far
        t = best
    else:
        ux, uy, uz = px / hx, py / hy, pz / hz
        vx, vy, vz = qx / hx, qy / hy, qz / hz
        a, b, c = vx * vx + vy * vy + vz * vz, ux * vx + uy * vy + uz * vz, ux * ux + uy * uy + uz * uz - 1
        d = b * b - a * c
        if d <= 0:
            return far
        t = (-b - math.sqrt(d)) / a
        if t < 1e-5 or t >= far:
            return far
        ax, ay, az = (ux + t * vx) / hx, (uy + t * vy) / hy, (uz + t * vz) / hz
        size = math.sqrt(ax * ax + ay * ay + az * az)
        ax, ay, az = ax / size, ay / size, az / size
    n[0] = row[9] * ax + row[12] * ay + row[15] * az
    n[1] = row[10] * ax + row[13] * ay + row[16] * az
    n[2] = row[11] * ax + row[14] * ay + row[17] * az
    n[3], n[4], n[5] = px + t * qx, py + t * qy, pz + t * qz
    n[6] = ay
    return t


@njit(cache=True)
def misses(g, ox, oy, oz, dx, dy, dz, far):
    """Whether the ray passes beside the whole group, or ends before it."""
    cx, cy, cz = ox - g[0], oy - g[1], oz - g[2]
    along = -(cx * dx + cy * dy + cz * dz)
    gap = cx * cx + cy * cy + cz * cz - along * along
    return gap > g[3] * g[3] or along + g[3] < 0 or along - g[3] > far


@njit(cache=True)
def shaded(things, groups, ox, oy, oz, dx, dy, dz, far, n):
    """Whether something stands in the way."""
    for j in range(groups.shape[0]):
        if misses(groups[j], ox, oy, oz, dx, dy, dz, far):
            continue
        for i in range(int(groups[j, 4]), int(groups[j, 5])):
            if hit(things[i], ox, oy, oz, dx, dy, dz, far, n) < far:
                return True
    return False


@njit(cache=True)
def look(row, n, which, c):
    """The colour of this place on this thing, into `c`."""
    kind = int(row[1])
    c[0], c[1], c[2] = row[18], row[19], row[20]
    x, y, z, up = n[3], n[4], n[5], n[6]
    if kind == 1:
        if row[8] > row[6]:
            x, z = z, x
        shift = which * 7.3
        g = noise(x * 2.2 + shift, y * 9, z * 26 + 3 * noise(x * 1.1 + shift, y, z * 3))
        f = noise(x * 9 + shift, y * 60, z * 240)
        k = 0.72 + 0.42 * g * g + 0.16 * f
        c[0] *= k
        c[1] *= k * (0.97 + 0.03 * g)
        c[2] *= k * (0.92 + 0.08 * g)
    elif kind == 2 and up > 0.5:
        u, v = x / row[6], z / row[8]
        line = (v + 1) * row[8] / 0.0056
        end = 0.78 if grit(math.floor(line), which, 5) < 0.8 else 0.1
        word = noise(x * 420, math.floor(line) * 3.1, which)
        if abs(u) < 0.8 and -0.62 < v < 0.86 and (line - math.floor(line)) < 0.42 and u < end and word > 0.36:
            c[0] *= 0.32
            c[1] *= 0.32
            c[2] *= 0.33
        if -0.84 < v < -0.74 and -0.8 < u < 0.25:
            c[0], c[1], c[2] = 0.38, 0.06, 0.03
    elif kind == 3:
        h = noise(x * 1.7 + 4, 2.0, y * 2.3) + 0.35 * noise(x * 4.2, 9.0, y * 4.4)
        ring = h * 9 - math.floor(h * 9)
        dust = 0.85 + 0.6 * noise(x * 3, y * 2, 7.0) * noise(x * 30, y * 6, 1.0)
        chalk = h > 0.62 and ring < 0.13 + 0.05 * noise(x * 160, y * 160, 3)
        k = 9.0 if chalk else dust
        c[0] *= k * (1.6 if chalk else 1.0)
        c[1] *= k
        c[2] *= k
    elif kind == 4:
        a, b = abs(x / 0.02 - round(x / 0.02)), abs(z / 0.02 - round(z / 0.02))
        k = 1.9 if min(a, b) < 0.02 else (0.9 + 0.2 * noise(x * 90, 0.0, z * 90))
        c[0] *= k
        c[1] *= k
        c[2] *= k
    elif kind == 5:
        a, b = x / 0.6, z / 0.6
        tile = grit(math.floor(a), math.floor(b), 2)
        fleck = noise(x * 42, 1.0, z * 42)
        k = 0.86 + 0.14 * tile + (0.24 if fleck > 0.74 else 0.0) - (0.16 if fleck < 0.22 else 0.0)
        if min(a - math.floor(a), b - math.floor(b)) < 0.008:
            k = 0.45
        c[0] *= k
        c[1] *= k
        c[2] *= k
    elif kind == 6 and up > 0.5:
        m = x / 0.001 if row[6] > row[8] else z / 0.001
        edge = (z + row[8]) if row[6] > row[8] else (x + row[6])
        step = int(abs(round(m)))
        long = 0.009 if step % 10 == 0 else (0.006 if step % 5 == 0 else 0.004)
        if abs(m - round(m)) < 0.16 and edge < long:
            c[0] *= 0.2
            c[1] *= 0.2
            c[2] *= 0.2
    elif kind == 7:
        u, v = (x / row[6], z / row[8]) if row[7] < row[8] else (x / row[6], -y / row[7])
        h = noise(u * 1.9 + which, 2.0, v * 2.3) + 0.3 * noise(u * 5, which, v * 5) - 0.35 * (u * u + v * v)
        if max(abs(u), abs(v)) < 0.86:
            if h > 0.44:
                c[0], c[1], c[2] = 0.02, 0.14, 0.11
            elif h > 0.36:
                c[0], c[1], c[2] = 0.36, 0.07, 0.03
            elif abs(h * 16 - round(h * 16)) < 0.07:
                c[0], c[1], c[2] = 0.1, 0.26, 0.23


@njit(cache=True)
def scatter(n, state, d):
    """A direction about the normal, by the cosine, into `d`."""
    u, v = chance(state) * 6.283185307, chance(state)
    z = math.sqrt(1 - v)
    r = math.sqrt(v)
    x, y = r * math.cos(u), r * math.sin(u)
    sign = 1.0 if n[2] >= 0 else -1.0
    a = -1.0 / (sign + n[2])
    b = n[0] * n[1] * a
    d[0] = x * (1 + sign * n[0] * n[0] * a) + y * b + z * n[0]
    d[1] = x * sign * b + y * (sign + n[1] * n[1] * a) + z * n[1]
    d[2] = -x * sign * n[0] + -y * n[1] + z * n[2]


@njit(cache=True)
def sky(dx, dy, dz, windows):
    """What is seen where nothing stands: haze low, blue high."""
    t = min(max(dy * 1.6 + 0.15, 0.0), 1.0)
    k = windows[0, 15]
    return (k * (1.0 - 0.55 * t), k * (0.97 - 0.36 * t), k * (0.9 - 0.1 * t))


@njit(cache=True)
def path(things, groups, windows, sun, o, d, state, gain, first):
    """The light that comes back along one ray, into `gain`; the first thing met, into `first`."""
    w0 = w1 = w2 = 1.0
    n, m, c = np.zeros(7), np.zeros(7), np.zeros(3)
    mirror = True
    for bounce in range(4):
        t, which = 1e9, -1
        for j in range(groups.shape[0]):
            if misses(groups[j], o[0], o[1], o[2], d[0], d[1], d[2], t):
                continue
            for i in range(int(groups[j, 4]), int(groups[j, 5])):
                s = hit(things[i], o[0], o[1], o[2], d[0], d[1], d[2], t, m)
                if s < t:
                    t, which = s, i
                    n[:] = m
        if which < 0:
            if mirror:
                a, b, e = sky(d[0], d[1], d[2], windows)
                gain[0] += w0 * a
                gain[1] += w1 * b
                gain[2] += w2 * e
            return
        row = things[which]
        look(row, n, which, c)
        kind = int(row[1])
        if bounce == 0:
            first[0], first[1], first[2] = n[0], n[1], n[2]
            first[3], first[4], first[5] = c[0], c[1], c[2]
            first[6] = t
        if kind == 10:
            if mirror:
                gain[0] += w0 * c[0]
                gain[1] += w1 * c[1]
                gain[2] += w2 * c[2]
            return
        px, py, pz = o[0] + t * d[0] + n[0] * 1e-4, o[1] + t * d[1] + n[1] * 1e-4, o[2] + t * d[2] + n[2] * 1e-4
        facing = -(n[0] * d[0] + n[1] * d[1] + n[2] * d[2])
        shine = 0.0
        rough = 0.12
        if kind == 8:
            shine = 0.05 + 0.95 * (1 - facing) ** 5
            rough = 0.03
        elif kind == 9:
            shine, rough = 1.0, 0.22
        elif kind == 1 or kind == 5:
            shine = 0.03 + 0.5 * (1 - facing) ** 5
            rough = 0.25
        if shine > 0 and chance(state) < shine:
            r0, r1, r2 = d[0] + 2 * facing * n[0], d[1] + 2 * facing * n[1], d[2] + 2 * facing * n[2]
            scatter(n, state, d)
            d[0], d[1], d[2] = r0 + rough * d[0], r1 + rough * d[1], r2 + rough * d[2]
            size = math.sqrt(d[0] ** 2 + d[1] ** 2 + d[2] ** 2)
            d /= size
            o[0], o[1], o[2] = px, py, pz
            if kind == 9:
                w0, w1, w2 = w0 * c[0], w1 * c[1], w2 * c[2]
            mirror = True
            continue
        mirror = False
        w0, w1, w2 = w0 * c[0], w1 * c[1], w2 * c[2]
        # The sun, a little wide.
        s0 = sun[0] + sun[6] * (chance(state) - 0.5)
        s1 = sun[1] + sun[6] * (chance(state) - 0.5)
        s2 = sun[2] + sun[6] * (chance(state) - 0.5)
        size = math.sqrt(s0 * s0 + s1 * s1 + s2 * s2)
        s0, s1, s2 = s0 / size, s1 / size, s2 / size
        cos = n[0] * s0 + n[1] * s1 + n[2] * s2
        if cos > 0 and sun[3] > 0 and not shaded(things, groups, px, py, pz, s0, s1, s2, 1e8, m):
            gain[0] += w0 * sun[3] * cos
            gain[1] += w1 * sun[4] * cos
            gain[2] += w2 * sun[5] * cos
        # One place on one window.
        k = min(int(chance(state) * windows.shape[0]), windows.shape[0] - 1)
        g = windows[k]
        a, b = 2 * chance(state) - 1, 2 * chance(state) - 1
        vx = g[0] + a * g[3] + b * g[6] - px
        vy = g[1] + a * g[4] + b * g[7] - py
        vz = g[2] + a * g[5] + b * g[8] - pz
        far2 = vx * vx + vy * vy + vz * vz
        far = max(math.sqrt(far2), 1e-6)
        vx, vy, vz = vx / far, vy / far, vz / far
        cos = n[0] * vx + n[1] * vy + n[2] * vz
        back = abs(g[9] * vx + g[10] * vy + g[11] * vz)
        if cos > 0 and not shaded(things, groups, px, py, pz, vx, vy, vz, far * 0.999, m):
            f = cos * back * g[16] * windows.shape[0] / (3.14159265 * max(far2, 0.02))
            gain[0] += w0 * f * g[12]
            gain[1] += w1 * f * g[13]
            gain[2] += w2 * f * g[14]
        if bounce > 1:
            keep = max(w0, w1, w2)
            if chance(state) > keep:
                return
            w0, w1, w2 = w0 / keep, w1 / keep, w2 / keep
        scatter(n, state, d)
        o[0], o[1], o[2] = px, py, pz


@njit(parallel=True, cache=True)
def shoot(things, groups, windows, sun, eye, w, h, rays, seed, light, first):
    """Every point of the picture."""
    for y in prange(h):
        state = np.zeros(1, np.uint64)
        o, d, gain, seen = np.zeros(3), np.zeros(3), np.zeros(3), np.zeros(7)
        for x in range(w):
            state[0] = np.uint64((y * w + x) * 2654435761 + seed * 97531 + 88172645463325252)
            for _ in range(4):
                chance(state)
            for _ in range(rays):
                a = ((x + chance(state)) / w * 2 - 1) * eye[12]
                b = (1 - (y + chance(state)) / h * 2) * eye[12] * h / w
                turn, r = 6.2831853 * chance(state), math.sqrt(chance(state)) * eye[13]
                la, lb = r * math.cos(turn), r * math.sin(turn)
                for i in range(3):
                    o[i] = eye[i] + la * eye[3 + i] + lb * eye[6 + i]
                    d[i] = eye[i] + eye[14] * (a * eye[3 + i] + b * eye[6 + i] + eye[9 + i]) - o[i]
                d /= math.sqrt(d[0] ** 2 + d[1] ** 2 + d[2] ** 2)
                gain[:] = 0
                seen[:] = 0
                path(things, groups, windows, sun, o, d, state, gain, seen)
                for i in range(3):
                    light[y, x, i] += min(gain[i], 12.0) / rays
                for i in range(7):
                    first[y, x, i] += seen[i] / rays


def camera(place, aim, wide, lens=0.0, focus=None):
    """The eye: where, towards what, half its width at one metre, the radius of its lens, how far it is sharp."""
    place, aim = np.array(place, float), np.array(aim, float)
    ahead = aim - place
    reach = np.linalg.norm(ahead)
    ahead /= reach
    right = np.cross(ahead, [0, 1, 0] if abs(ahead[1]) < 0.99 else [0, 0, -1])
    right /= np.linalg.norm(right)
    return np.concatenate([place, right, np.cross(right, ahead), ahead, [wide, lens, focus or reach]])


def window(centre, u, v, light, seen):
    """A window that shines: its middle, its two half sides, its light, and the sky behind it."""
    n = np.cross(u, v)
    area = 4 * np.linalg.norm(n)
    return np.concatenate([centre, u, v, n / np.linalg.norm(n), light, [seen, area]])


def render(scene, windows, sun, eye, size, rays, seed):
    """The picture in linear light, cleaned where the things seen are the same."""
    w, h = size
    light, first = np.zeros((h, w, 3)), np.zeros((h, w, 7))
    shoot(*scene.table(), np.array(windows, float), np.array(sun, float), eye, w, h, rays, seed, light, first)
    return clean(light, first)


def clean(light, first):
    """Noise out, edges kept: light without the colour of things is averaged over neighbours that look alike."""
    base = np.maximum(first[..., 3:6], 0.02)
    x = light / base
    far = first[..., 6:7]
    for step in (1, 2, 4, 8):
        total, weight = np.zeros_like(x), np.zeros(x.shape[:2] + (1,))
        tone = np.log1p(x.mean(axis=2, keepdims=True))
        soft = blur(tone[..., 0], 1.5)[..., None]
        for dy in (-2, -1, 0, 1, 2):
            for dx in (-2, -1, 0, 1, 2):
                shift = (dy * step, dx * step)
                s = np.roll(first, shift, (0, 1))
                diff = ((first[..., :3] - s[..., :3]) ** 2).sum(axis=2, keepdims=True) * 24
                diff += ((first[..., 3:6] - s[..., 3:6]) ** 2).sum(axis=2, keepdims=True) * 40
                diff += ((far - s[..., 6:7]) / (0.03 * far + 0.01)) ** 2 * 0.2
                diff += (soft - np.roll(soft, shift, (0, 1))) ** 2 * 60
                g = np.exp(-diff) * (0.4, 0.25, 0.06)[abs(dy)] * (0.4, 0.25, 0.06)[abs(dx)]
                total += g * np.roll(x, shift, (0, 1))
                weight += g
        x = total / weight
    return x * base
