"""Prints in two or three flat inks, as a small press makes them: plates a little out of register, grain, a dot screen.

Portraits without likeness, a lighthouse, a sailing raft (on nothing: its ground is transparent), a poster, and a page
of a printed review that was laid on a scanner slightly askew.
"""
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from ink import CORAL, INK, PAPER, SEA, SOFT, SUN, blur, cloud, drawing, encode, photograph, rgb, smooth


class Plate:
    """One plate: drawn at twice its size, black where it takes ink."""

    def __init__(self, w, h):
        self.image = Image.new("L", (w * 2, h * 2), 0)
        self.draw = ImageDraw.Draw(self.image)

    def shape(self, points, ink=255):
        self.draw.polygon([(x * 2, y * 2) for x, y in points], fill=ink)

    def disc(self, x, y, a, b=None, ink=255):
        b = b or a
        self.draw.ellipse([(x - a) * 2, (y - b) * 2, (x + a) * 2, (y + b) * 2], fill=ink)

    def line(self, points, wide, ink=255):
        flat = [(x * 2, y * 2) for x, y in points]
        self.draw.line(flat, fill=ink, width=int(wide * 2), joint="curve")
        for x, y in (flat[0], flat[-1]):
            self.draw.ellipse([x - wide, y - wide, x + wide, y + wide], fill=ink)

    def array(self):
        w, h = self.image.size
        return np.asarray(self.image.resize((w // 2, h // 2), Image.Resampling.BOX), float) / 255


def curve(points, n=24):
    """A smooth closed line through points."""
    p, out = np.array(points, float), []
    for i in range(len(p)):
        a, b, c, d = p[i - 1], p[i], p[(i + 1) % len(p)], p[(i + 2) % len(p)]
        for t in np.linspace(0, 1, n, endpoint=False):
            out.append(tuple(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t ** 3)))
    return out


def island(x, y, r, seed, points=9):
    """A closed curve about a place."""
    rng = np.random.default_rng(seed)
    turn = np.linspace(0, 2 * np.pi, points, endpoint=False)
    size = r * rng.uniform(0.68, 1.15, points)
    return curve(np.stack([x + size * np.cos(turn) * 1.12, y + size * np.sin(turn)], axis=1))


def dots(tone, pitch, angle):
    """A tone as dots of a screen."""
    h, w = tone.shape
    yy, xx = np.mgrid[0:h, 0:w]
    a = np.radians(angle)
    u, v = (xx * np.cos(a) + yy * np.sin(a)) / pitch, (yy * np.cos(a) - xx * np.sin(a)) / pitch
    cell = 0.5 + 0.25 * (np.cos(2 * np.pi * u) + np.cos(2 * np.pi * v))
    return smooth(-0.06, 0.06, np.clip(tone, 0, 1) * 1.04 - 0.02 - cell)


def pull(plates, size, seed, ground=PAPER):
    """Prints the plates, one colour after the other; numbers of sRGB."""
    w, h = size
    rng = np.random.default_rng(seed)
    x = np.ones((h, w, 3)) * rgb(ground) * (1 + 0.012 * cloud((h, w), 1.2, seed))[..., None]
    for k, (mask, colour) in enumerate(plates):
        mask = np.roll(np.pad(mask, 4), tuple(rng.integers(-3, 4, 2)), (0, 1))[4:-4, 4:-4]
        wear = 0.90 + 0.045 * cloud((h, w), 2.2, seed + 10 + k) - 0.8 * smooth(2.35, 2.9, cloud((h, w), 0.9, seed + 20 + k))
        mask = np.clip(blur(mask, 0.6) * np.clip(wear, 0, 1), 0, 1)
        x = x * (1 - mask[..., None] * (1 - rgb(colour) / rgb(ground)))
    return encode(x)


def image(y):
    """Numbers to an image."""
    return Image.fromarray((np.clip(y, 0, 1) * 255 + 0.5).astype(np.uint8))


def portrait(name, seed, hair, back, coat, look):
    """A head and shoulders as two inks see them, before an island's contour lines."""
    w, h = 960, 1200
    one, two, lines = Plate(w, h), Plate(w, h), Plate(w, h)
    two.shape(island(w * 0.5, h * 0.46, 430, seed, 10))
    for k in range(1, 4):
        ring = island(w * 0.5, h * 0.46, 430 - 62 * k, seed, 10)
        lines.line([*ring, ring[0]], 3)
    neck = [(400, 640), (560, 640), (575, 800), (720, 850), (850, 960), (900, 1200), (60, 1200), (110, 960), (240, 850), (385, 800)]
    body, head, mane = Plate(w, h), Plate(w, h), Plate(w, h)
    body.shape(neck)
    head.shape(neck[:3] + [(385, 800)])
    head.disc(480, 500, 150, 190)
    if look == "scarf":
        mane.shape(curve([(300, 520), (330, 320), (480, 255), (630, 320), (662, 520), (640, 700), (700, 850), (480, 930), (265, 850), (322, 700)]))
        gone = Plate(w, h)
        gone.disc(488, 520, 112, 155)
    elif look == "curls":
        rng = np.random.default_rng(seed)
        for a in np.linspace(0.85 * np.pi, 2.15 * np.pi, 26):
            mane.disc(480 + 165 * np.cos(a) + rng.uniform(-14, 14), 430 + 165 * np.sin(a) + rng.uniform(-14, 14), rng.uniform(44, 64))
        mane.disc(480, 370, 150, 110)
        gone = Plate(w, h)
        gone.shape(curve([(375, 500), (400, 415), (480, 395), (565, 415), (590, 500), (570, 640), (480, 690), (392, 640)]))
    else:
        mane.shape(curve([(322, 500), (318, 370), (400, 285), (520, 278), (620, 350), (640, 500), (610, 470), (585, 400), (480, 392), (380, 410), (345, 470)]))
        mane.shape(curve([(368, 610), (420, 640), (480, 632), (545, 640), (596, 600), (580, 690), (480, 725), (385, 690)]))
        gone = Plate(w, h)
    b, f, m, g = body.array(), head.array(), mane.array(), gone.array()
    m = m * (1 - g)
    yy, xx = np.mgrid[0:h, 0:w]
    side = smooth(430, 640, xx + 0.16 * yy - 80)
    face = np.clip(f * (1 - m), 0, 1)
    tone = face * (0.10 + 0.66 * side) + b * (1 - f) * (0.5 + 0.4 * side) * (1 - m)
    coat_mask = b * (1 - np.maximum(f, m))
    ground = two.array() * (1 - np.maximum.reduce([b, f, m]))
    first = np.maximum(m, dots(np.where(coat_mask > 0.5, coat * np.ones_like(tone) * (0.7 + 0.5 * side), tone), 9, 45))
    stripes = coat_mask * (((xx * 0.3 + yy) // 26) % 2) if look == "curls" else coat_mask * 0
    second = np.maximum(ground * 0.92, stripes)
    y = pull([(second, back), (np.clip(first, 0, 1), hair), (lines.array() * ground, PAPER)], (w, h), seed)
    y = np.where((lines.array() * ground)[..., None] > 0.5, encode(rgb(PAPER)), y)
    drawing(image(y), name, colours=20)


def lighthouse():
    """The lamp of Marseille's old light over stacked waves."""
    w, h = 1500, 1000
    sea, red, sun = Plate(w, h), Plate(w, h), Plate(w, h)
    for side in (-1, 1):
        sun.shape([(1010, 268), (1010 + side * 1300, 268 - 330), (1010 + side * 1300, 268 + 60)])
    sun.disc(1010, 268, 70)
    for k in range(11):
        y0 = 640 + 34 * k
        top = [(x, y0 + (8 + 1.5 * k) * np.sin(x / (52 + 6 * k) + k * 1.9) + 4 * np.sin(x / 23 + k)) for x in range(-20, w + 40, 8)]
        sea.line(top, 3.5 + 0.9 * k)
    rock = curve([(820, 720), (850, 640), (930, 610), (1000, 622), (1100, 612), (1180, 650), (1220, 725), (1010, 752)])
    sea.shape(rock, 0)
    body = [(950, 625), (1070, 625), (1046, 320), (974, 320)]
    sea.shape(body, 0)
    dark = Plate(w, h)
    dark.shape(rock)
    red_bands = [(t, t + 0.14) for t in (0.02, 0.3, 0.58, 0.84)]
    for a, b in red_bands:
        def edge(t, side):
            return (1010 + side * (60 - 24 * t), 625 - 305 * t)
        red.shape([edge(a, -1), edge(a, 1), edge(b, 1), edge(b, -1)])
    dark.shape([(960, 322), (1060, 322), (1054, 304), (966, 304)])
    for x in (980, 1000, 1020, 1040):
        dark.line([(x, 304), (x, 238)], 3)
    dark.shape([(968, 240), (1052, 240), (1010, 190)])
    dark.line([(1010, 192), (1010, 168)], 4)
    dark.line([(950, 625), (974, 320)], 4)
    dark.line([(1070, 625), (1046, 320)], 4)
    for y0 in (560, 470, 390):
        dark.shape([(1003, y0), (1019, y0), (1019, y0 + 26), (1003, y0 + 26)])
    boat = curve([(240, 665), (330, 690), (470, 690), (560, 660), (520, 720), (300, 724)], 8)
    sea.shape(boat, 0)
    red.shape(boat)
    dark.line([(400, 690), (400, 420)], 5)
    dark.shape([(408, 430), (408, 650), (540, 640)])
    sun_mask = sun.array()
    yy, xx = np.mgrid[0:h, 0:w]
    clear = np.maximum.reduce([dark.array(), sea_cover(rock, body, w, h)])
    glow = dots(sun_mask * (0.75 - 0.62 * np.abs(xx - 1010) / 1100) * (1 - clear), 10, 15)
    shade = dots((sea_cover(body, body, w, h)) * smooth(1000, 1075, xx) * 0.6, 8, 45)
    y = pull([(glow, SUN), (sea.array(), SEA), (red.array(), CORAL), (np.maximum(dark.array(), shade), INK)], (w, h), 301)
    drawing(image(y), "lighthouse", colours=64)


def sea_cover(a, b, w, h):
    """Where something stands before the sky."""
    p = Plate(w, h)
    p.shape(a)
    p.shape(b)
    return p.array()


def raft():
    """A jangada with its sail; around it nothing, so that the page shows through."""
    w, h = 1100, 1100
    sail, dark, hull = Plate(w, h), Plate(w, h), Plate(w, h)
    cloth = curve([(470, 90), (640, 260), (800, 520), (880, 790), (700, 770), (480, 800), (500, 480)], 20)
    sail.shape(cloth)
    dark.line(curve([(455, 860), (452, 480), (468, 80), (462, 480)], 20)[:24 * 2 - 6], 11)
    dark.line([(440, 800), (900, 800)], 8)
    hull.shape(curve([(150, 850), (300, 880), (620, 890), (930, 850), (1000, 830), (930, 915), (620, 945), (300, 940), (190, 905)], 12))
    for k in range(3):
        dark.line([(190 + 12 * k, 880 + 17 * k), (950 - 20 * k, 872 + 19 * k)], 3)
    dark.disc(330, 800, 26, 28)
    dark.shape(curve([(300, 830), (330, 815), (362, 832), (378, 890), (290, 890)], 10))
    dark.line([(350, 845), (150, 985)], 8)
    waves = Plate(w, h)
    for k in range(4):
        waves.line([(60 + 40 * k + x, 965 + 32 * k + 9 * np.sin(x / 36 + 2 * k)) for x in range(0, 980 - 80 * k, 6)], 6)
    yy, xx = np.mgrid[0:h, 0:w]
    s = sail.array()
    panel = s * ((np.abs((xx - 470) * 0.94 - (yy - 90) * 0.20) // 74) % 2)
    fold = dots(s * smooth(560, 860, xx + 0.1 * yy) * 0.55, 9, 45)
    layers = [(s, SOFT), (panel, CORAL), (hull.array(), SUN), (waves.array(), SEA), (np.maximum(dark.array(), fold * 0.8), INK)]
    there = np.zeros((h, w))
    x = np.ones((h, w, 3)) * rgb(PAPER)
    for k, (mask, colour) in enumerate(layers):
        grain = np.clip(0.95 + 0.05 * cloud((h, w), 2, 330 + k), 0, 1)
        x = x * (1 - mask[..., None]) + mask[..., None] * (rgb(colour) * grain[..., None] + rgb(PAPER) * (1 - grain[..., None]))
        there = np.maximum(there, mask)
    y = np.concatenate([encode(x), blur(there, 0.5)[..., None]], axis=2)
    drawing(Image.fromarray((np.clip(y, 0, 1) * 255 + 0.5).astype(np.uint8), "RGBA").quantize(96, method=Image.Quantize.FASTOCTREE).convert("RGBA"), "jangada")


def face(name, size):
    """A face of letters that free systems carry."""
    return ImageFont.truetype(f"/usr/share/fonts/truetype/{name}.ttf", size * 2)


def poster():
    """The poster of the assembly: a town by the water, rows of islands for its delegations."""
    w, h = 1200, 1680
    sea, red, dark = Plate(w, h), Plate(w, h), Plate(w, h)
    rng = np.random.default_rng(41)
    red.disc(840, 520, 235)
    for k in range(20):
        x, y0 = 190 + 205 * (k % 5) + rng.uniform(-26, 26), 760 + 150 * (k // 5) + rng.uniform(-20, 20)
        r = rng.uniform(42, 70)
        sea.shape(island(x, y0, r, 500 + k))
        for step in (0.66, 0.36):
            ring = island(x, y0, r * step, 500 + k)
            sea.line([*ring, ring[0]], 2.5, 0)
    for k in range(7):
        y0 = 700 + 105 * k
        sea.line([(x, y0 + 5 * np.sin(x / 40 + k)) for x in range(70, w - 70, 6)], 1.5)
    at = 70
    while at < w - 120:
        wide, tall = rng.uniform(48, 92), rng.uniform(90, 250)
        wide = min(wide, w - 70 - at)
        dark.shape([(at, 660), (at, 660 - tall), (at + wide / 2, 660 - tall - 34), (at + wide, 660 - tall), (at + wide, 660)])
        for wy in np.arange(660 - tall + 22, 640, 38):
            for wx in (at + wide * 0.28, at + wide * 0.72):
                dark.shape([(wx - 6, wy), (wx + 6, wy), (wx + 6, wy + 18), (wx - 6, wy + 18)], 0)
        at += wide + 3
    dark.draw.text((140, 130), "Recife", font=face("dejavu/DejaVuSerif-Bold", 150), fill=255)
    red.draw.text((148, 520), "2027", font=face("dejavu/DejaVuSerif-Bold", 64), fill=255)
    for k in range(5):
        red.disc(160 + 46 * k, 1590, 13)
    dark.line([(140, 1540), (1060, 1540)], 3)
    yy, xx = np.mgrid[0:h, 0:w]
    sun = red.array() * (yy < 756) * (yy > 280) * (xx > 560)
    rest = red.array() - sun
    y = pull([(np.maximum(dots(sun * (1.05 - 0.6 * (yy - 285) / 470), 11, 30), rest), CORAL), (sea.array(), SEA), (dark.array(), INK)], (w, h), 340, ground=SOFT)
    drawing(image(y), "poster-recife", colours=64)


REVIEW = Path(__file__).with_name("review.fr.txt").read_text(encoding="utf-8")


def page():
    """A page of the review as a scanner saw it: askew, its other side showing through, dust, the shadow of the fold."""
    w, h = 1300, 1820
    sheet = Image.new("L", (w * 2, h * 2), 0)
    d = ImageDraw.Draw(sheet)
    d.text((250, 210), "Carnet de réparation", font=face("dejavu/DejaVuSerif-Bold", 44), fill=255)
    d.line([(250, 350), (2350, 350)], fill=255, width=5)
    small = face("dejavu/DejaVuSerif", 19)
    words, column, y = (REVIEW * 5).split(), 0, 430
    while column < 2:
        left, right = (250, 1250) if column == 0 else (1350, 2350)
        room = right - left
        if column == 1 and 1150 < y < 2050:
            y = 2060
        line = [words.pop(0)]
        while words and d.textlength(" ".join([*line, words[0]]), font=small) < room:
            line.append(words.pop(0))
        gap = (room - sum(d.textlength(v, font=small) for v in line)) / max(len(line) - 1, 1)
        x = left
        for v in line:
            d.text((x, y), v, font=small, fill=255)
            x += d.textlength(v, font=small) + gap
        y += 58
        if y > 3330:
            column, y = column + 1, 430
    for k in range(5):
        ring = island(1850, 1610, 380 - 70 * k, 77)
        d.line([*ring, ring[0]], fill=255, width=7)
    d.text((1270, 3440), "17", font=small, fill=255)
    ink = np.asarray(sheet.rotate(0.9, resample=Image.Resampling.BICUBIC).resize((w, h), Image.Resampling.BOX), float) / 255
    behind = blur(ink[:, ::-1], 3.2)
    uneven = 0.9 + 0.06 * cloud((h, w), 2.0, 401)
    ink = np.clip(blur(ink, 0.75) * uneven * 1.12 + 0.05 * cloud((h, w), 1.0, 402) * (ink > 0.2), 0, 1)
    yy, xx = np.mgrid[0:h, 0:w]
    tone = 0.93 - 0.07 * behind + 0.010 * cloud((h, w), 1.6, 403) + 0.012 * cloud((h, w), 3.6, 404)
    tone -= 0.55 * np.exp(-((xx + 0.016 * yy) / 26.0)) + 0.10 * np.exp(-xx / 120.0)
    tone = tone * (1 - 0.84 * ink)
    rng = np.random.default_rng(405)
    for _ in range(70):
        cy, cx, r = rng.integers(4, h - 4), rng.integers(4, w - 4), rng.uniform(0.6, 1.8)
        tone[cy - 3:cy + 4, cx - 3:cx + 4] *= 1 - 0.6 * np.exp(-((yy[cy - 3:cy + 4, cx - 3:cx + 4] - cy) ** 2 + (xx[cy - 3:cy + 4, cx - 3:cx + 4] - cx) ** 2) / r ** 2)
    photograph(np.repeat(np.clip(tone, 0, 1)[..., None], 3, axis=2), "scanned-page", quality=88, grey=True)


if __name__ == "__main__":
    portrait("portrait-lamia", 210, SEA, CORAL, 0.55, "scarf")
    portrait("portrait-tadeu", 221, INK, SUN, 0.5, "beard")
    portrait("portrait-coumba", 235, INK, SEA, 0.3, "curls")
    lighthouse()
    raft()
    poster()
    page()
