//! How good a list of answers is: nDCG, reciprocal rank and recall, as `trec_eval` reckons them.

use std::collections::HashMap;

/// Measures of one question, or their averages.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Measures {
    pub(super) ndcg_at_10: f64,
    pub(super) mrr_at_10: f64,
    pub(super) recall_at_100: f64,
}

impl Measures {
    /// Judges what was found, best first, by the grades of the documents that answer.
    pub(super) fn of(found: &[&str], grades: &HashMap<String, u32>) -> Self {
        let grade = |id: &&str| grades.get(*id).copied().unwrap_or(0);
        let top: Vec<u32> = found.iter().take(10).map(grade).collect();
        let mut ideal: Vec<u32> = grades.values().copied().collect();
        ideal.sort_unstable_by(|one, other| other.cmp(one));
        ideal.truncate(10);
        let first = top.iter().position(|grade| *grade > 0);
        let recalled = found.iter().take(100).filter(|id| grade(id) > 0).count();
        Self {
            ndcg_at_10: gain(&top) / gain(&ideal).max(f64::MIN_POSITIVE),
            mrr_at_10: first.map_or(0.0, |place| 1.0 / count(place + 1)),
            recall_at_100: count(recalled) / count(grades.len().max(1)),
        }
    }

    /// The average of several.
    pub(super) fn average(all: &[Self]) -> Self {
        let over = |one: fn(&Self) -> f64| all.iter().map(one).sum::<f64>() / count(all.len().max(1));
        Self {
            ndcg_at_10: over(|one| one.ndcg_at_10),
            mrr_at_10: over(|one| one.mrr_at_10),
            recall_at_100: over(|one| one.recall_at_100),
        }
    }
}

/// Gain of grades in order, each discounted by the logarithm of its rank.
fn gain(grades: &[u32]) -> f64 {
    grades.iter().enumerate().map(|(place, grade)| f64::from(*grade) / count(place + 2).log2()).sum()
}

/// A count as a number to reckon with; there are never as many as would lose their last digits.
fn count(size: usize) -> f64 {
    f64::from(u32::try_from(size).unwrap_or(u32::MAX))
}

/// The value below which this part of all lies, by nearest rank.
pub(super) fn percentile(sorted: &[u64], hundredths: usize) -> u64 {
    let rank = (sorted.len() * hundredths).div_ceil(100);
    sorted.get(rank.saturating_sub(1)).copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_are_those_of_the_books() {
        let grades = HashMap::from([("a".to_owned(), 1), ("b".to_owned(), 1)]);
        let judged = Measures::of(&["x", "a", "y"], &grades);
        // 1/log2(3) over 1/log2(2) + 1/log2(3).
        assert!((judged.ndcg_at_10 - 0.386_852_8).abs() < 1e-6, "{judged:?}");
        assert!((judged.mrr_at_10 - 0.5).abs() < 1e-9 && (judged.recall_at_100 - 0.5).abs() < 1e-9);
        let perfect = Measures::of(&["b", "a"], &grades);
        assert!((perfect.ndcg_at_10 - 1.0).abs() < 1e-9);
        let nothing = Measures::of(&[], &grades);
        assert_eq!(nothing, Measures::default());
        assert!((Measures::average(&[perfect, nothing]).mrr_at_10 - 0.5).abs() < 1e-9);
    }

    #[test]
    fn percentiles_are_values_that_were_measured() {
        assert_eq!([percentile(&[1, 2, 3, 4], 50), percentile(&[1, 2, 3, 4], 99), percentile(&[], 50)], [2, 4, 0]);
    }
}
