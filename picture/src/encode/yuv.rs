//! Colours as AV1 takes them: one plane of light and two of colour, full range, by the matrix of BT.601, as JPEG has it.

use super::super::pixels::Pixels;

/// One plane of values.
#[derive(Clone, Debug)]
pub(super) struct Plane {
    width: usize,
    height: usize,
    values: Vec<u8>,
}

impl Plane {
    pub(super) fn size(&self) -> (usize, usize) {
        (self.width, self.height)
    }

    pub(super) fn values(&self) -> &[u8] {
        &self.values
    }

    /// Its values to write to, as many as asked for.
    pub(super) fn values_mut(&mut self, count: usize) -> &mut [u8] {
        self.values.resize(count, 0);
        &mut self.values
    }

    /// The value at a place, or at the nearest inside.
    fn at(&self, x: usize, y: usize) -> f32 {
        f32::from(self.values[y.min(self.height - 1) * self.width + x.min(self.width - 1)])
    }

    /// One value for each two by two.
    fn halved(&self) -> Plane {
        let (width, height) = (self.width.div_ceil(2), self.height.div_ceil(2));
        let mean = |x: usize, y: usize| {
            let sum = self.at(x, y) + self.at(x + 1, y) + self.at(x, y + 1) + self.at(x + 1, y + 1);
            byte(sum / 4.0)
        };
        let values = (0..height).flat_map(|y| (0..width).map(move |x| mean(2 * x, 2 * y))).collect();
        Plane { width, height, values }
    }

    /// The value for a pixel of the whole picture, between the four nearest of the halved one: three parts of the nearer.
    fn between(&self, x: usize, y: usize) -> f32 {
        let other = |at: usize| if at.is_multiple_of(2) { (at / 2).saturating_sub(1) } else { at / 2 + 1 };
        let (near, far) = ((x / 2, y / 2), (other(x), other(y)));
        let row = |y: usize| 0.75 * self.at(near.0, y) + 0.25 * self.at(far.0, y);
        0.75 * row(near.1) + 0.25 * row(far.1)
    }
}

/// A picture in three planes.
#[derive(Clone, Debug)]
pub(super) struct Planes {
    pub(super) y: Plane,
    pub(super) u: Plane,
    pub(super) v: Plane,
    /// Whether the planes of colour have half the width and height.
    pub(super) half: bool,
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is brought into the range of a byte")]
fn byte(value: f32) -> u8 {
    value.round().clamp(0.0, 255.0) as u8
}

/// The planes of an opaque picture.
pub(super) fn from_rgb(pixels: &Pixels, half: bool) -> Planes {
    let (width, height) = (pixels.width as usize, pixels.height as usize);
    let plane = |value: fn(f32, f32, f32) -> f32| {
        let one = |pixel: &[u8]| byte(value(f32::from(pixel[0]), f32::from(pixel[1]), f32::from(pixel[2])));
        Plane { width, height, values: pixels.each().map(one).collect() }
    };
    let y = plane(light);
    let u = plane(|r, g, b| 128.0 + (b - light(r, g, b)) / 1.772);
    let v = plane(|r, g, b| 128.0 + (r - light(r, g, b)) / 1.402);
    if half { Planes { y, u: u.halved(), v: v.halved(), half } } else { Planes { y, u, v, half } }
}

fn light(r: f32, g: f32, b: f32) -> f32 {
    0.299 * r + 0.587 * g + 0.114 * b
}

/// The picture that planes show, three bytes to a pixel.
pub(super) fn to_rgb(planes: &Planes) -> Vec<u8> {
    let (width, height) = planes.y.size();
    let mut rgb = Vec::with_capacity(width * height * 3);
    for y in 0..height {
        for x in 0..width {
            let near = |plane: &Plane| if planes.half { plane.between(x, y) } else { plane.at(x, y) };
            let colour = |plane: &Plane| near(plane) - 128.0;
            let (light, u, v) = (planes.y.at(x, y), colour(&planes.u), colour(&planes.v));
            rgb.extend([light + 1.402 * v, light - 0.344_136 * u - 0.714_136 * v, light + 1.772 * u].map(byte));
        }
    }
    rgb
}
