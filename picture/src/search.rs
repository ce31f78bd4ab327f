//! The lowest quality that is good enough, found with few looks.

/// How many looks a search has.
const LOOKS: usize = 6;

/// A score so little above the target is good enough to stop.
const CLOSE: f64 = 0.75;

/// How little the score rises with one step of quality at least, nearly always: a step by it goes beyond the target, and what lies
/// between two sides is then known.
const SLOPE: f64 = 0.35;

/// What encoding at one quality gave.
pub(super) struct Tried {
    pub(super) quality: u8,
    pub(super) bytes: Vec<u8>,
    /// None where it cannot be judged.
    pub(super) score: Option<f64>,
}

/// Looks for the lowest quality within `lowest..=highest` whose score reaches the target, beginning at `first`; if none does, the
/// best that was seen. None if nothing could be encoded.
pub(super) fn search(
    (lowest, highest): (u8, u8),
    first: u8,
    target: f64,
    mut look: impl FnMut(u8) -> Option<Tried>,
) -> Option<Tried> {
    // The highest quality known to fail, the lowest known to do.
    let (mut fails, mut does): (Option<Tried>, Option<Tried>) = (None, None);
    let mut quality = first.clamp(lowest, highest);
    for _ in 0..LOOKS {
        let tried = look(quality)?;
        let Some(score) = tried.score else { return Some(tried) };
        if score >= target {
            does = Some(tried);
        } else {
            fails = Some(tried);
        }
        let is_close = score >= target && score < target + CLOSE;
        let Some(next) = next((lowest, highest), fails.as_ref(), does.as_ref(), target) else { break };
        if is_close {
            break;
        }
        quality = next;
    }
    does.or(fails)
}

/// Where to look next; none if there is nothing between what is known.
fn next((lowest, highest): (u8, u8), fails: Option<&Tried>, does: Option<&Tried>, target: f64) -> Option<u8> {
    let above = fails.map_or(Some(lowest), |tried| tried.quality.checked_add(1))?;
    let below = does.map_or(Some(highest), |tried| tried.quality.checked_sub(1))?;
    if above > below {
        return None;
    }
    let point = |tried: &Tried| (f64::from(tried.quality), tried.score.unwrap_or(target));
    let guess = match (fails.map(point), does.map(point)) {
        (Some((x0, y0)), Some((x1, y1))) if y1 > y0 => x0 + (target + CLOSE / 3.0 - y0) / (y1 - y0) * (x1 - x0),
        (Some((x, y)), _) | (None, Some((x, y))) => x + (target + CLOSE / 3.0 - y) / SLOPE,
        (None, None) => f64::from(above),
    };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is brought between two qualities")]
    let guess = guess.round().clamp(f64::from(above), f64::from(below)) as u8;
    Some(guess)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_search_reaches_its_target_or_the_best_there_is(
            first in 0..=100_u8, target in 20.0..95.0_f64, slope in 0.3..1.5_f64, start in -20.0..40.0_f64,
        ) {
            let score = |quality: u8| start + slope * f64::from(quality);
            let mut looks = 0;
            let found = search((5, 95), first, target, |quality| {
                looks += 1;
                Some(Tried { quality, bytes: vec![], score: Some(score(quality)) })
            }).expect("it encodes");
            prop_assert!(looks <= LOOKS && (5..=95).contains(&found.quality));
            if score(95) >= target {
                prop_assert!(score(found.quality) >= target, "{} of {target}", score(found.quality));
                // On a line it comes near at once: either close above, or at the end of the range.
                let near = score(found.quality) < target + CLOSE + slope;
                prop_assert!(near || found.quality == 5, "{} for {target}", score(found.quality));
            } else {
                prop_assert_eq!(found.quality, 95);
            }
        }
    }

    #[test]
    fn what_cannot_be_judged_is_taken_as_it_is() {
        let found = search((5, 95), 80, 60.0, |quality| Some(Tried { quality, bytes: vec![], score: None }));
        assert_eq!(found.map(|tried| tried.quality), Some(80));
    }
}
