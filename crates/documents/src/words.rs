//! Values as they are printed. Sentences stand in the templates.

use crate::capitals::capitals;
use chrono::Datelike;
use serde::Serialize;
use yizhi_casework::case::{FiledItem, Penalty};
use yizhi_domain::{Day, catalogue::PenaltyKind, money::Fen, text::Prose};

/// A day as 2026年7月28日.
pub(crate) fn day(day: Day) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// The paragraphs of a text; empty lines fall away.
pub(crate) fn paragraphs(text: &Prose) -> Vec<&str> {
    text.as_str()
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect()
}

/// The cause of action (案由) of an item that is named 对…的行政处罚.
pub(crate) fn cause(item_name: &str) -> &str {
    item_name
        .strip_prefix('对')
        .and_then(|rest| rest.strip_suffix("的行政处罚"))
        .filter(|cause| !cause.is_empty())
        .unwrap_or(item_name)
}

/// An amount in figures and in capitals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Amount {
    figures: String,
    capitals: String,
}

impl Amount {
    pub(crate) fn of(fen: Fen) -> Self {
        Self {
            figures: fen.in_yuan(),
            capitals: capitals(fen),
        }
    }
}

/// A penalty, kind by kind.
#[derive(Debug, Serialize)]
pub(crate) struct PrintedPenalty {
    kinds: Vec<Kind>,
    /// What is to be paid in all, where that is more than one amount.
    total: Option<Amount>,
    /// Whether there is a fine, to which the surcharge and the ways of paying later belong.
    fined: bool,
    /// What is to be paid.
    payable: Option<Amount>,
    /// The kinds that are not money.
    deeds: Vec<&'static str>,
}

/// One kind, with its amount where it has one.
#[derive(Debug, Serialize)]
struct Kind {
    name: &'static str,
    amount: Option<Amount>,
}

impl PrintedPenalty {
    pub(crate) fn of(penalty: &Penalty) -> Self {
        let amount_of = |kind| match kind {
            PenaltyKind::Fine => penalty.fine_fen,
            PenaltyKind::ConfiscateGains => penalty.gains_fen,
            _ => None,
        };
        let kinds = penalty.kinds.iter();
        let amounts = kinds.clone().filter_map(|kind| amount_of(*kind)).count();
        Self {
            kinds: kinds
                .clone()
                .map(|kind| Kind {
                    name: kind.chinese(),
                    amount: amount_of(*kind).map(Amount::of),
                })
                .collect(),
            total: (amounts > 1).then(|| Amount::of(penalty.payable())),
            fined: penalty.fine_fen.is_some(),
            payable: (penalty.payable() > Fen::ZERO).then(|| Amount::of(penalty.payable())),
            deeds: kinds
                .filter(|kind| amount_of(**kind).is_none())
                .map(|kind| kind.chinese())
                .collect(),
        }
    }
}

/// The legal basis: statute, version and articles.
#[derive(Debug, Serialize)]
pub(crate) struct Basis<'a> {
    statute: String,
    version: Option<String>,
    breach_article: Option<&'a str>,
    penalty_article: &'a str,
}

impl<'a> Basis<'a> {
    pub(crate) fn of(item: &'a FiledItem) -> Self {
        Self {
            // Book marks inside book marks are single ones (GB/T 15834).
            statute: item.statute.replace('《', "〈").replace('》', "〉"),
            version: item.statute_version.as_deref().map(version),
            breach_article: item.breach_article.as_deref(),
            penalty_article: &item.penalty_article,
        }
    }
}

/// A version is known by its date; what is no date is printed as it is.
fn version(text: &str) -> String {
    text.parse().map_or_else(|_no_date| text.to_owned(), day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words() {
        assert_eq!(day("2026-07-28".parse().unwrap()), "2026年7月28日");
        assert_eq!(cause("对无证经营燃气的行政处罚"), "无证经营燃气");
        assert_eq!(cause("无证经营"), "无证经营");
        assert_eq!(cause("对的行政处罚"), "对的行政处罚");
        assert_eq!(version("2016-02-06"), "2016年2月6日");
        assert_eq!(version("2016年修订"), "2016年修订");
        let text = Prose::try_new("一\r\n\r\n 二 \n三").unwrap();
        assert_eq!(paragraphs(&text), ["一", "二", "三"]);
    }
}
