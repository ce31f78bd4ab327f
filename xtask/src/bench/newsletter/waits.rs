//! How long the answer to a sign-up takes, by what is known of the address: new, a subscriber's, or of someone who refused.
//!
//! The kinds take turns in an order that is mixed, so that whatever else the machine does falls on all alike. Each is compared with the new
//! ones by Welch's t and by the test of Kolmogorov and Smirnov: beyond 4.5, as it is done for programs that must keep secrets, and below 0.01
//! there is a difference to look for.

use std::time::Instant;

use anyhow::{Context, Result, ensure};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

use super::load;

/// What is known of an address; the first is what the others are compared with.
const KINDS: [&str; 3] = ["new", "known", "refused"];

/// Waits in milliseconds, by kind, each sorted.
pub(super) type Groups = [Vec<f64>; 3];

/// Signs up so many of each kind, one after the other.
///
/// # Errors
/// When the connection breaks, or an answer is another.
pub(super) fn take(address: &str, tries: usize) -> Result<Groups> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let mut stream = TcpStream::connect(address).await.context("no connection")?;
        stream.set_nodelay(true)?;
        let mut buffer = vec![0; 64 * 1024];
        let mut groups = Groups::default();
        let mut chance = 0x2545_f491_4f6c_dd1d_u64;
        for number in 0..tries {
            let mut turn = [0, 1, 2];
            chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            turn.rotate_left((chance >> 33) as usize % 3);
            if chance >> 63 == 1 {
                turn.swap(0, 1);
            }
            for kind in turn {
                let body = format!("address={}.{number}%40example.org", KINDS[kind]);
                let start = Instant::now();
                stream.write_all(load::post("/_/fr/newsletter", &body).as_bytes()).await?;
                let status = load::answer(&mut stream, &mut buffer).await?;
                ensure!(status == 303, "{}: answered {status}", KINDS[kind]);
                groups[kind].push(start.elapsed().as_secs_f64() * 1_000.0);
            }
        }
        for waits in &mut groups {
            waits.sort_by(f64::total_cmp);
        }
        Ok(groups)
    })
}

/// Prints the distributions and what the tests say.
pub(super) fn say(groups: &Groups) {
    for (kind, waits) in KINDS.iter().zip(groups) {
        let at = |part: usize| waits.get(waits.len() * part / 100).copied().unwrap_or_default();
        let compared = if *kind == KINDS[0] { String::new() } else { compare(&groups[0], waits) };
        println!(
            "{kind:<8} {} answers: mean {:.3} ms, p10 {:.3}, p50 {:.3}, p90 {:.3}, p99 {:.3}{compared}",
            waits.len(),
            mean(waits),
            at(10),
            at(50),
            at(90),
            at(99),
        );
    }
}

fn compare(these: &[f64], those: &[f64]) -> String {
    let (distance, chance) = smirnov(these, those);
    format!("; beside new: t {:.2}, D {distance:.4}, by chance {chance:.3}", welch(these, those))
}

#[expect(clippy::cast_precision_loss, reason = "some thousands")]
fn mean(waits: &[f64]) -> f64 {
    waits.iter().sum::<f64>() / waits.len() as f64
}

/// Welch's t of two samples.
#[expect(clippy::cast_precision_loss, reason = "some thousands")]
fn welch(these: &[f64], those: &[f64]) -> f64 {
    let spread = |waits: &[f64]| {
        let mean = mean(waits);
        let squares: f64 = waits.iter().map(|wait| (wait - mean).powi(2)).sum();
        squares / (waits.len() as f64 - 1.0) / waits.len() as f64
    };
    (mean(these) - mean(those)) / (spread(these) + spread(those)).sqrt()
}

/// The greatest distance between two distributions, and how likely one as great is when both are the same.
#[expect(clippy::cast_precision_loss, reason = "some thousands")]
fn smirnov(these: &[f64], those: &[f64]) -> (f64, f64) {
    let below = |waits: &[f64], wait: f64| waits.partition_point(|other| *other <= wait) as f64 / waits.len() as f64;
    let both = these.iter().chain(those);
    let distance = both.map(|wait| (below(these, *wait) - below(those, *wait)).abs()).fold(0.0, f64::max);
    let size = (these.len() as f64 * those.len() as f64 / (these.len() + those.len()) as f64).sqrt();
    let lambda = (size + 0.12 + 0.11 / size) * distance;
    // The sum does not converge where the distance is so small that it says nothing.
    if lambda < 0.2 {
        return (distance, 1.0);
    }
    let term = |k: i32| (-2.0 * f64::from(k * k) * lambda * lambda).exp() * if k % 2 == 0 { -2.0 } else { 2.0 };
    (distance, (1..=100).map(term).sum::<f64>().clamp(0.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By hand: a thousand even steps have the variance 1000 · 1001 / 12 · 10⁻⁶, so t is -0.1 / √(2 · 8.3417 · 10⁻⁵).
    #[test]
    fn distributions_that_differ_are_told_apart() {
        let even: Vec<f64> = (0..1_000).map(|n| f64::from(n) / 1_000.0).collect();
        let moved: Vec<f64> = even.iter().map(|wait| wait + 0.1).collect();
        assert!((welch(&even, &moved) + 7.7421).abs() < 0.01, "{}", welch(&even, &moved));
        let (distance, chance) = smirnov(&even, &moved);
        assert!((distance - 0.1).abs() < 0.002 && chance < 0.001, "{distance} {chance}");
        let (distance, chance) = smirnov(&even, &even);
        assert!(distance < 1e-9 && chance > 0.99, "{distance} {chance}");
    }
}
