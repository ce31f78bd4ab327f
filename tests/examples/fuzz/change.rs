//! Changes to inputs, by chance that can be repeated.

/// A sequence of numbers that its seed decides: `SplitMix64`.
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Chance(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below a limit; 0 where there is none.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        let limit = u64::try_from(limit).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.next() % limit).unwrap_or(0)
    }

    fn byte(&mut self) -> u8 {
        self.next().to_le_bytes()[0]
    }
}

/// Numbers at which programs stumble.
const NUMBERS: [u32; 14] =
    [0, 1, 2, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xffff, 0x1_0000, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff];

/// The most changes of one input.
const CHANGES: usize = 8;

/// One of the inputs, changed in one place or a few.
pub(crate) fn changed(pool: &[Vec<u8>], chance: &mut Chance, longest: usize) -> Vec<u8> {
    let mut input = pool.get(chance.below(pool.len())).cloned().unwrap_or_default();
    for _ in 0..=chance.below(CHANGES) {
        let other = pool.get(chance.below(pool.len())).map_or(&[][..], Vec::as_slice);
        change(&mut input, other, chance);
        input.truncate(longest);
    }
    input
}

fn change(input: &mut Vec<u8>, other: &[u8], chance: &mut Chance) {
    let at = chance.below(input.len());
    match chance.below(9) {
        0 => flip(input, at, chance),
        1 => set(input, at, &[chance.byte()]),
        2 | 3 => number(input, at, chance),
        4 => drop(input.drain(at..(at + 1 + chance.below(32)).min(input.len()).max(at))),
        5 => input.truncate(at),
        6 => {
            let end = (at + 1 + chance.below(64)).min(input.len());
            let piece = input[at.min(end)..end].to_vec();
            input.splice(at..at, piece);
        }
        7 => {
            let from = chance.below(other.len());
            let piece = &other[from..(from + 1 + chance.below(256)).min(other.len()).max(from)];
            let end = (at + piece.len() * chance.below(2)).min(input.len());
            input.splice(at..end.max(at), piece.iter().copied());
        }
        _ => {
            let piece: Vec<u8> = (0..=chance.below(8)).map(|_| chance.byte()).collect();
            input.splice(at..at, piece);
        }
    }
}

fn flip(input: &mut [u8], at: usize, chance: &mut Chance) {
    if let Some(byte) = input.get_mut(at) {
        *byte ^= 1 << chance.below(8);
    }
}

fn set(input: &mut [u8], at: usize, bytes: &[u8]) {
    for (old, new) in input.iter_mut().skip(at).zip(bytes) {
        *old = *new;
    }
}

/// Puts a number there, in one, two or four bytes, the first the highest or the lowest.
fn number(input: &mut [u8], at: usize, chance: &mut Chance) {
    let number = NUMBERS[chance.below(NUMBERS.len())];
    let width = [1, 2, 4][chance.below(3)];
    let (low, high) = (number.to_le_bytes(), number.to_be_bytes());
    if chance.below(2) == 0 { set(input, at, &low[..width]) } else { set(input, at, &high[4 - width..]) }
}
