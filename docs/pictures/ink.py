"""Colours, noise, film and files: what every picture here begins and ends with.

Takes arrays of linear light; gives files. The same numbers give the same picture: every chance is seeded.
"""
import struct
import sys
from pathlib import Path

import numpy as np
from PIL import Image

PAPER, INK, SOFT = "#fbf8f1", "#17211f", "#efe9dc"
SEA, CORAL, SUN, LINE = "#075e54", "#a63a1e", "#8a5a00", "#d8d0bf"
OUT = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2] / "assets" / "pictures"


def rgb(code):
    """A colour of the palette as linear light."""
    v = np.array([int(code[i:i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(v <= 0.04045, v / 12.92, ((v + 0.055) / 1.055) ** 2.4)


def encode(x):
    """Linear light to the numbers of sRGB, 0 to 1."""
    x = np.clip(x, 0, 1)
    return np.where(x <= 0.0031308, 12.92 * x, 1.055 * x ** (1 / 2.4) - 0.055)


def cloud(shape, slope, seed, stretch=(1.0, 1.0), low=0.0):
    """Noise whose spectrum falls with `slope`, mean 0 and deviation 1; it meets itself at its edges."""
    rng = np.random.default_rng(seed)
    fy = np.fft.fftfreq(shape[0])[:, None] * shape[0] * stretch[0]
    fx = np.fft.rfftfreq(shape[1])[None, :] * shape[1] * stretch[1]
    f = np.hypot(fy, fx)
    f[0, 0] = 1
    amp = f ** (-slope / 2) * (f >= low)
    amp[0, 0] = 0
    spectrum = np.fft.rfft2(rng.standard_normal(shape)) * amp
    field = np.fft.irfft2(spectrum, s=shape)
    return field / field.std()


def blur(x, radius):
    """A Gaussian blur by the spectrum, with the edges held."""
    pad = int(3 * radius) + 2
    more = [(pad, pad), (pad, pad)] + [(0, 0)] * (x.ndim - 2)
    y = np.pad(x, more, mode="edge")
    fy, fx = np.fft.fftfreq(y.shape[0])[:, None], np.fft.rfftfreq(y.shape[1])[None, :]
    g = np.exp(-2 * (np.pi * radius) ** 2 * (fx * fx + fy * fy))
    g = g if x.ndim == 2 else g[..., None]
    y = np.fft.irfft2(np.fft.rfft2(y, axes=(0, 1)) * g, s=y.shape[:2], axes=(0, 1))
    return y[pad:-pad, pad:-pad]


def smooth(a, b, x):
    """0 below `a`, 1 above `b`, a soft step between."""
    t = np.clip((x - a) / (b - a), 0, 1)
    return t * t * (3 - 2 * t)


def film(light, seed, exposure=1.0, grain=0.014, glow=0.05, corner=0.25):
    """What film makes of light: a glow round what is bright, a shoulder, dark corners, grain; numbers of sRGB, 0 to 1."""
    h, w = light.shape[:2]
    x = np.maximum(light, 0) * exposure
    if glow:
        x = x + glow * blur(np.minimum(np.maximum(x - 0.8, 0), 6), w / 90)
    yy, xx = np.mgrid[-1:1:h * 1j, -1:1:w * 1j]
    x = x * (1 - corner * np.clip((xx * xx + yy * yy) / 2, 0, 1) ** 1.5)[..., None]
    y = encode(shoulder(x))
    rng = np.random.default_rng(seed)
    g = blur(rng.standard_normal((h, w)), 0.7)
    g /= g.std()
    tint = blur(rng.standard_normal((h, w, 3)), 0.9)
    tint /= tint.std()
    lum = y.mean(axis=2)
    much = grain * (0.45 + 2.2 * lum * (1 - lum))
    return np.clip(y + much[..., None] * (g[..., None] + 0.35 * tint), 0, 1)


def shoulder(x):
    """Light above what paper shows, folded in softly."""
    return np.where(x < 0.6, x, 0.6 + 0.4 * (1 - np.exp(-(x - 0.6) / 0.4)))


def photograph(y, name, quality=90, grey=False, icc=None, turned=False):
    """Writes a JPEG. `turned`: stored on its side, with the mark (EXIF orientation 6) that says so."""
    OUT.mkdir(parents=True, exist_ok=True)
    image = Image.fromarray((np.clip(y, 0, 1) * 255 + 0.5).astype(np.uint8))
    more = {"icc_profile": icc} if icc else {}
    if grey:
        image = image.convert("L")
    if turned:
        image = image.transpose(Image.Transpose.ROTATE_90)
        exif = Image.Exif()
        exif[0x0112] = 6
        more["exif"] = exif
    image.save(OUT / f"{name}.jpg", quality=quality, optimize=True, progressive=True, **more)
    told(f"{name}.jpg")


def drawing(image, name, colours=0):
    """Writes a PNG, with a palette if a number of colours is given."""
    OUT.mkdir(parents=True, exist_ok=True)
    if colours:
        image = image.convert("RGB").quantize(colours, dither=Image.Dither.NONE)
    image.save(OUT / f"{name}.png", optimize=True)
    told(f"{name}.png")


def told(name):
    """Says what was written and how heavy it is."""
    print(f"{name:32} {(OUT / name).stat().st_size / 1024:8.0f} kB", flush=True)


def display_p3():
    """A colour profile of Display P3 (ICC version 4), from its published primaries seen under D50."""
    def text(s):
        raw = s.encode("utf-16-be")
        return b"mluc" + bytes(4) + struct.pack(">II2s2sII", 1, 12, b"en", b"US", len(raw), 28) + raw

    def xyz(*v):
        return b"XYZ " + bytes(4) + struct.pack(">3i", *(round(c * 65536) for c in v))

    curve = b"para" + bytes(4) + struct.pack(">HH5i", 3, 0, *(round(c * 65536) for c in (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)))
    tags = [(b"desc", text("Display P3")), (b"cprt", text("CC0")), (b"wtpt", xyz(0.96419, 1, 0.82489)),
            (b"rXYZ", xyz(0.51512, 0.2412, -0.00105)), (b"gXYZ", xyz(0.29198, 0.69225, 0.04189)),
            (b"bXYZ", xyz(0.1571, 0.06657, 0.78407)), (b"rTRC", curve), (b"gTRC", curve), (b"bTRC", curve)]
    table, body, at = b"", b"", 132 + 12 * len(tags)
    for name, data in tags:
        data += bytes(-len(data) % 4)
        table += name + struct.pack(">II", at + len(body), len(data))
        body += data
    head = struct.pack(">I4sI4s4s4s", at + len(body), bytes(4), 0x04000000, b"mntr", b"RGB ", b"XYZ ")
    head += struct.pack(">6H4s4s", 2026, 11, 23, 0, 0, 0, b"acsp", bytes(4)) + bytes(24)
    head += struct.pack(">3i", 63190, 65536, 54061) + bytes(48)
    return head + struct.pack(">I", len(tags)) + table + body
