//! What kind of picture it is: a photograph, whose small losses nobody sees, or a drawing, where every edge counts.

use super::pixels::Pixels;
use hashbrown::HashSet;

/// The kind of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nature {
    Photograph,
    Drawing,
}

/// How many points of a picture are looked at along each side.
const POINTS: u32 = 192;

/// A drawing has fewer colours than this among the points, each channel in 32 steps.
const COLOURS: usize = 400;

/// Of a drawing, at least this share of points is like its neighbour.
const FLAT: f32 = 0.6;

/// Tells a drawing from a photograph by counting colours and flat places.
pub(super) fn of(pixels: &Pixels) -> Nature {
    let (mut colours, mut flat, mut seen) = (HashSet::new(), 0_u32, 0_u32);
    for (here, next) in points(pixels) {
        colours.insert([here[0] >> 3, here[1] >> 3, here[2] >> 3]);
        let is_like = here.iter().zip(next).all(|(a, b)| a.abs_diff(*b) <= 1);
        flat += u32::from(is_like);
        seen += 1;
    }
    #[expect(clippy::cast_precision_loss, reason = "there are few points")]
    let share = flat as f32 / seen.max(1) as f32;
    if colours.len() < COLOURS && share >= FLAT { Nature::Drawing } else { Nature::Photograph }
}

/// Points spread over the picture, each with its neighbour to the right.
fn points(pixels: &Pixels) -> impl Iterator<Item = (&[u8], &[u8])> {
    let places = |length: u32| (0..length).step_by((length / POINTS).max(1) as usize);
    let pixel = |x: u32, y: u32| {
        let start = (y as usize * pixels.width as usize + x as usize) * pixels.channels;
        &pixels.data[start..start + pixels.channels]
    };
    let row = move |y: u32| places(pixels.width).map(move |x| (pixel(x, y), pixel((x + 1).min(pixels.width - 1), y)));
    places(pixels.height).flat_map(row)
}

/// The colour that stands for the picture while it comes: the mean of it on white paper.
pub(super) fn colour(pixels: &Pixels) -> [u8; 3] {
    let (mut sums, mut count) = ([0_u64; 3], 0_u64);
    for (here, _) in points(pixels) {
        let alpha = here.get(3).copied().map_or(255, u64::from);
        for (sum, value) in sums.iter_mut().zip(here) {
            *sum += (u64::from(*value) * alpha + 255 * (255 - alpha)) / 255;
        }
        count += 1;
    }
    sums.map(|sum| u8::try_from(sum / count.max(1)).unwrap_or(u8::MAX))
}
