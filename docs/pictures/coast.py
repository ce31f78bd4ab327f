"""Islands that were never anywhere: fractal ground, a sea that mirrors, low sun, mist. Three pictures of one world.

Dusk among islands, a morning of mist, and a long panorama from a hill.
"""
import math

import numpy as np
from numba import njit, prange

from ink import cloud, film, photograph, smooth

SIZE, CELL = 2048, 6.0


def ground(seed, sea):
    """Heights in metres on a square of 12 km that meets itself: ridges where the land is high, level under the sea."""
    base = cloud((SIZE, SIZE), 3.9, seed, low=3.0)
    fine = cloud((SIZE, SIZE), 2.9, seed + 1)
    ridge = 1 - np.abs(cloud((SIZE, SIZE), 3.4, seed + 2)) * 1.1
    h = base + 0.16 * fine * smooth(-0.2, 1.0, base - sea)
    h = h - sea
    up = np.maximum(h, 0)
    return np.where(h > 0, 215 * up ** 1.25 * (0.75 + 0.5 * np.clip(ridge, -1, 1)) + 9 * np.sqrt(up), 60 * h)


@njit(cache=True)
def height(land, x, z):
    """The ground's height at a place."""
    n = land.shape[0]
    u, v = x / 6.0, z / 6.0
    i, j = math.floor(u), math.floor(v)
    a, b = u - i, v - j
    i0, j0 = int(i) % n, int(j) % n
    i1, j1 = (i0 + 1) % n, (j0 + 1) % n
    return (land[j0, i0] * (1 - a) + land[j0, i1] * a) * (1 - b) + (land[j1, i0] * (1 - a) + land[j1, i1] * a) * b


@njit(cache=True)
def air(sky, dx, dy, dz, sun, c):
    """The colour of the sky in a direction, clouds with it, into `c`."""
    up = max(dy, 0.0)
    t = 1 - math.exp(-up * sun[9])
    near = max(dx * sun[0] + dy * sun[1] + dz * sun[2], 0.0)
    flat = math.sqrt(dx * dx + dz * dz) + 1e-9
    side = max((dx * sun[0] + dz * sun[2]) / flat / math.sqrt(sun[0] ** 2 + sun[2] ** 2), -1.0) * 0.5 + 0.5
    warm = (0.25 + 0.75 * side * side)
    for k in range(3):
        low = sun[10 + k] * warm + sun[13 + k] * (1 - warm)
        c[k] = low * (1 - t) + sun[16 + k] * t
        c[k] += sun[3 + k] * (0.55 * near ** 3000 * 6 + 0.16 * near ** 60 + 0.10 * near ** 7)
    if dy > 0.004:
        n = sky.shape[0]
        s = 1.0 / (dy + 0.06)
        u, v = dx * s * 95 + 300, dz * s * 95 + 500
        i, j = math.floor(u), math.floor(v)
        a, b = u - i, v - j
        i0, j0 = int(i) % n, int(j) % n
        i1, j1 = (i0 + 1) % n, (j0 + 1) % n
        f = (sky[j0, i0] * (1 - a) + sky[j0, i1] * a) * (1 - b) + (sky[j1, i0] * (1 - a) + sky[j1, i1] * a) * b
        much = min(max((f - sun[19]) * 0.9, 0.0), 1.0) * min(dy * 14, 1.0) * sun[20]
        lit = 0.5 + 0.9 * near ** 3
        for k in range(3):
            c[k] = c[k] * (1 - much) + much * (sun[3 + k] * 0.20 * lit * (1 + 2.2 * (1 - much)) + sun[16 + k] * 0.5 + sun[10 + k] * 0.18)


@njit(cache=True)
def march(land, ox, oy, oz, dx, dy, dz, far, top):
    """How far the ground is along a ray, or -1."""
    t, last = 1.0, 1.0
    while t < far:
        y = oy + t * dy
        if y > top and dy >= 0:
            return -1.0
        gap = y - height(land, ox + t * dx, oz + t * dz)
        if gap < 0:
            a, b = last, t
            for _ in range(9):
                m = (a + b) / 2
                if oy + m * dy < height(land, ox + m * dx, oz + m * dz):
                    b = m
                else:
                    a = m
            return b
        last = t
        t += max(gap * 0.4, 0.4 + t * 0.0022)
    return -1.0


@njit(cache=True)
def seen(land, sky, wave, ox, oy, oz, dx, dy, dz, sun, fog, depth, c):
    """The light along one ray, into `c`."""
    top = sun[21]
    sea = -oy / dy if dy < -1e-5 else 1e9
    t = march(land, ox, oy, oz, dx, dy, dz, min(sea, 16000.0), top)
    if t > 0:
        x, y, z = ox + t * dx, oy + t * dy, oz + t * dz
        e = 3.0 + t * 0.0012
        nx = height(land, x - e, z) - height(land, x + e, z)
        nz = height(land, x, z - e) - height(land, x, z + e)
        size = math.sqrt(nx * nx + 4 * e * e + nz * nz)
        nx, ny, nz = nx / size, 2 * e / size, nz / size
        n = wave.shape[0]
        near = 0.5 / (1 + t * 0.002)
        for k in range(3):
            f = (0.33, 0.11, 0.031)[k]
            i, j = math.floor(x * f + y * f * 0.5), math.floor(z * f - y * f * 0.4)
            a, b = x * f + y * f * 0.5 - i, z * f - y * f * 0.4 - j
            i0, j0, i1, j1 = int(i) % n, int(j) % n, int(i + 1) % n, int(j + 1) % n
            w = near * (0.5, 0.8, 1.0)[k]
            nx -= w * ((wave[j0, i1] - wave[j0, i0]) * (1 - b) + (wave[j1, i1] - wave[j1, i0]) * b)
            nz -= w * ((wave[j1, i0] - wave[j0, i0]) * (1 - a) + (wave[j1, i1] - wave[j0, i1]) * a)
        size = math.sqrt(nx * nx + ny * ny + nz * nz)
        nx, ny, nz = nx / size, ny / size, nz / size
        lit = max(nx * sun[0] + ny * sun[1] + nz * sun[2], 0.0)
        if lit > 0 and depth == 0 and march(land, x, y + 2 + t * 0.002, z, sun[0], sun[1], sun[2], 5000.0, top) > 0:
            lit = 0.0
        rough = wave[int(z * 0.5 + y * 0.9) % n, int(x * 0.5 - y * 0.4) % n] * 0.5 + wave[int(z * 0.12 + y * 0.3) % n, int(x * 0.12) % n] * 0.5
        green = min(max((ny - 0.72) * 4 + rough * 0.25, 0.0), 1.0) * min(max((y - 3) / 8, 0.0), 1.0)
        shore = 1 - min(max((y - 1.0) / 4.0, 0.0), 1.0)
        r = 0.17 + 0.05 * rough
        g0 = (0.045 + 0.02 * rough, 0.085 + 0.02 * rough, 0.04)
        stone = (r * 1.1, r * 0.9, r * 0.72)
        sand = (0.36, 0.3, 0.2)
        ao = 0.55 + 0.45 * ny
        for k in range(3):
            base = stone[k] * (1 - green) + g0[k] * green
            base = base * (1 - shore) + sand[k] * shore
            c[k] = base * (lit * sun[3 + k] * 1.1 + ao * (sun[16 + k] * 0.75 + sun[13 + k] * 0.3 + sun[10 + k] * 0.12))
    elif sea < 1e8:
        t = sea
        x, z = ox + t * dx, oz + t * dz
        n = wave.shape[0]
        calm = 1.0 / (1.0 + t * 0.0013)
        nx = nz = 0.0
        for k in range(3):
            f = (0.9, 0.23, 0.031)[k]
            u, v = x * f + 31 * k, z * f + 77 * k
            i, j = math.floor(u), math.floor(v)
            a, b = u - i, v - j
            i0, j0, i1, j1 = int(i) % n, int(j) % n, int(i + 1) % n, int(j + 1) % n
            w = (calm * calm, calm, 1.0)[k] * sun[22] * (0.5, 1.0, 0.55)[k]
            nx += w * ((wave[j0, i1] - wave[j0, i0]) * (1 - b) + (wave[j1, i1] - wave[j1, i0]) * b)
            nz += w * ((wave[j1, i0] - wave[j0, i0]) * (1 - a) + (wave[j1, i1] - wave[j0, i1]) * a)
        size = math.sqrt(nx * nx + 1 + nz * nz)
        nx, ny, nz = nx / size, 1 / size, nz / size
        facing = max(-(nx * dx + ny * dy + nz * dz), 0.02)
        rx, ry, rz = dx + 2 * facing * nx, abs(dy + 2 * facing * ny) + 0.002, dz + 2 * facing * nz
        size = math.sqrt(rx * rx + ry * ry + rz * rz)
        rx, ry, rz = rx / size, ry / size, rz / size
        mirror = 0.02 + 0.98 * (1 - facing) ** 5
        mirror = mirror * (0.55 + 0.45 * calm)
        far = march(land, x, 0.3, z, rx, ry, rz, 2600.0, top)
        if far > 0:
            for k in range(3):
                c[k] = 0.05 * sun[3 + k] + 0.10 * (sun[16 + k] + sun[13 + k])
        else:
            air(sky, rx, ry, rz, sun, c)
        shallow = min(max(1 + height(land, x, z) / 14.0, 0.0), 1.0)
        deep = (0.008 + 0.10 * shallow, 0.045 + 0.17 * shallow, 0.05 + 0.12 * shallow)
        glow = (sun[16] + sun[17] + sun[18]) / 3 + 0.15 * sun[4]
        for k in range(3):
            c[k] = c[k] * mirror + deep[k] * (1 - mirror) * glow
    else:
        air(sky, dx, dy, dz, sun, c)
        return
    # Mist: thicker low and far, the colour of the sky behind it.
    y1 = oy + t * dy
    k = fog[1]
    if abs(dy) * t * k > 1e-4:
        thick = fog[0] * (math.exp(-k * oy) - math.exp(-k * y1)) / (k * dy)
    else:
        thick = fog[0] * math.exp(-k * oy) * t
    veil = 1 - math.exp(-max(thick, 0.0) - fog[2] * t)
    m = np.zeros(3)
    size = math.sqrt(dx * dx + 0.0016 + dz * dz)
    air(sky, dx / size, 0.0039, dz / size, sun, m)
    for q in range(3):
        c[q] = c[q] * (1 - veil) + m[q] * veil * fog[3]


@njit(parallel=True, cache=True)
def shoot(land, sky, wave, eye, sun, fog, w, h, rays, out):
    """Every point; the eye: place, heading, tilt, half its width (an angle if `wide` is over 2: a panorama)."""
    for y in prange(h):
        c = np.zeros(3)
        for x in range(w):
            for a in range(rays):
                for b in range(rays):
                    u = (x + (a + 0.5) / rays) / w * 2 - 1
                    v = (1 - (y + (b + 0.5) / rays) / h * 2) * h / w
                    if eye[6] > 0:
                        turn = eye[3] + u * eye[6]
                        dx, dz, dy = math.sin(turn), math.cos(turn), v * eye[6] + eye[4]
                    else:
                        px, py = u * eye[5], v * eye[5]
                        cy = py * math.cos(eye[4]) + math.sin(eye[4])
                        cz = math.cos(eye[4]) - py * math.sin(eye[4])
                        dx = px * math.cos(eye[3]) + cz * math.sin(eye[3])
                        dz = cz * math.cos(eye[3]) - px * math.sin(eye[3])
                        dy = cy
                    size = math.sqrt(dx * dx + dy * dy + dz * dz)
                    seen(land, sky, wave, eye[0], eye[1], eye[2], dx / size, dy / size, dz / size, sun, fog, 0, c)
                    for k in range(3):
                        out[y, x, k] += min(c[k], 30.0) / (rays * rays)


def light(heading, tall, colour, haze, low, shade, high, cover, much, top, waves):
    """A sun and a sky as one row of numbers."""
    a, e = math.radians(heading), math.radians(tall)
    d = (math.sin(a) * math.cos(e), math.sin(e), math.cos(a) * math.cos(e))
    return np.array([*d, *colour, 0, 0, 0, haze, *low, *shade, *high, cover, much, top, waves])


def picture(land, sky, wave, eye, sun, fog, size, rays):
    """One picture in linear light."""
    out = np.zeros((size[1], size[0], 3))
    shoot(land, sky, wave, np.array(eye, float), sun, np.array(fog, float), size[0], size[1], rays, out)
    return out


def main():
    wave = cloud((512, 512), 2.6, 90, stretch=(1.0, 1.6))
    sky = cloud((1024, 1024), 3.0, 91, stretch=(1.0, 2.4)) + 0.25 * cloud((1024, 1024), 2.0, 92)
    land = ground(31, 0.75)
    top = float(land.max())
    low, shade, high = (1.15, 0.62, 0.34), (0.42, 0.36, 0.40), (0.12, 0.24, 0.38)
    dusk = light(97, 6.0, (5.2, 2.5, 1.0), 5.5, low, shade, high, 0.1, 0.85, top, 0.3)
    x = picture(land, sky, wave, (11215, 52, 6330, 1.95, -0.03, 0.6, 0), dusk, (0.00022, 0.012, 0.00004, 0.92), SIZES[0], RAYS)
    photograph(film(x, 41, exposure=0.68, grain=0.010), "islands-dusk", quality=90)
    mist = light(118, 14, (2.2, 1.9, 1.55), 3.0, (0.80, 0.74, 0.66), (0.58, 0.64, 0.68), (0.30, 0.44, 0.54), 0.5, 0.5, top, 0.10)
    x = picture(land, sky, wave, (6912, 45, 10689, 1.24, -0.02, 0.6, 0), mist, (0.0010, 0.016, 0.00010, 1.0), SIZES[1], RAYS)
    photograph(film(x, 42, exposure=0.95, grain=0.013, corner=0.15), "islands-mist", quality=90)
    noon = light(285, 27, (3.3, 2.9, 2.3), 4.0, (0.62, 0.74, 0.80), (0.56, 0.70, 0.80), (0.13, 0.30, 0.55), 0.35, 0.75, top, 0.3)
    x = picture(land, sky, wave, (5542, 75, 11763, 5.72, -0.07, 0, 1.0), noon, (0.00010, 0.008, 0.00004, 0.95), SIZES[2], RAYS)
    photograph(film(x, 43, exposure=0.8, grain=0.010, corner=0.1), "archipelago-panorama", quality=90)


SIZES, RAYS = ((2000, 1125), (1600, 1066), (2600, 812)), 2
if __name__ == "__main__":
    main()
