//! A picture in memory: rows of sRGB, with or without transparency.

/// A picture, three bytes to a pixel, or four if any of it is transparent.
#[derive(Clone, Debug)]
pub(super) struct Pixels {
    pub(super) width: u32,
    pub(super) height: u32,
    /// Bytes to a pixel: 3 or 4.
    pub(super) channels: usize,
    pub(super) data: Vec<u8>,
}

impl Pixels {
    pub(super) fn is_opaque(&self) -> bool {
        self.channels == 3
    }

    /// Every pixel, three or four bytes long.
    pub(super) fn each(&self) -> impl Iterator<Item = &[u8]> {
        self.data.chunks_exact(self.channels)
    }

    /// As it is seen on white paper.
    pub(super) fn on_white(&self) -> Vec<u8> {
        if self.is_opaque() {
            return self.data.clone();
        }
        let over = |value: u8, alpha: u8| {
            let (value, alpha) = (u32::from(value), u32::from(alpha));
            u8::try_from((value * alpha + 255 * (255 - alpha) + 127) / 255).unwrap_or(u8::MAX)
        };
        self.each().flat_map(|pixel| [0, 1, 2].map(|channel| over(pixel[channel], pixel[3]))).collect()
    }
}
