"""Small versions, 60 kB at most, of the pictures that pages show while nothing makes them of the originals."""
import io

from PIL import Image

from ink import OUT, told

WIDE = {"portrait-lamia.png": 480, "portrait-tadeu.png": 480, "poster-recife.png": 560, "islands-dusk.jpg": 800, "village-night.jpg": 800, "classroom-morning.jpg": 800}


def small(name, wide):
    """The best quality, in steps of three, that stays under 58 kB."""
    image = Image.open(OUT / name).convert("RGB")
    image = image.resize((wide, round(image.height * wide / image.width)), Image.Resampling.LANCZOS)
    for quality in range(80, 30, -3):
        held = io.BytesIO()
        image.save(held, "JPEG", quality=quality, optimize=True, progressive=True)
        if held.tell() < 58_000:
            break
    path = f"small/{name.rsplit('.', 1)[0]}.jpg"
    (OUT / "small").mkdir(exist_ok=True)
    (OUT / path).write_bytes(held.getvalue())
    told(path)


for picture, width in WIDE.items():
    small(picture, width)
