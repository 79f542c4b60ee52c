//! Amounts in the capital numerals (大写) that cannot be altered with a stroke.

use yizhi_domain::money::Fen;

const DIGITS: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];

/// The amount in Chinese capitals: 壹万贰仟元整, 伍万零叁元伍角整, 叁角贰分.
///
/// After 支付结算办法 annex 1: 整 ends an amount of whole yuan or jiao; a nought between two figures is read once.
#[must_use]
pub fn capitals(amount: Fen) -> String {
    let fen = amount.get();
    let (yuan, jiao, fen) = (fen / 100, fen / 10 % 10, fen % 10);
    let mut words = String::new();
    if yuan > 0 || (jiao == 0 && fen == 0) {
        words.push_str(&whole(yuan));
        words.push('元');
    }
    if jiao > 0 {
        words.push(digit(jiao));
        words.push('角');
    } else if yuan > 0 && fen > 0 {
        words.push('零');
    }
    if fen > 0 {
        words.push(digit(fen));
        words.push('分');
    } else {
        words.push('整');
    }
    words
}

fn whole(yuan: i64) -> String {
    if yuan == 0 { "零".to_owned() } else { group(yuan) }
}

/// Each unit with the value it stands for; the part in front of it may itself have several figures (拾万亿).
const UNITS: [(i64, char); 5] = [
    (100_000_000, '亿'),
    (10_000, '万'),
    (1_000, '仟'),
    (100, '佰'),
    (10, '拾'),
];

/// A number above nought: what stands before its greatest unit, the unit, a nought when a place is skipped, the rest.
fn group(number: i64) -> String {
    let Some((size, unit)) = UNITS.into_iter().find(|(size, _)| number >= *size) else {
        return digit(number).to_string();
    };
    let mut words = group(number / size);
    words.push(unit);
    let rest = number % size;
    if rest > 0 {
        if rest < size / 10 {
            words.push('零');
        }
        words.push_str(&group(rest));
    }
    words
}

fn digit(value: i64) -> char {
    usize::try_from(value)
        .ok()
        .and_then(|place| DIGITS.get(place).copied())
        .unwrap_or('零')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn table() {
        for (fen, words) in [
            (0, "零元整"),
            (1, "壹分"),
            (5, "伍分"),
            (10, "壹角整"),
            (50, "伍角整"),
            (32, "叁角贰分"),
            (100, "壹元整"),
            (1_000, "壹拾元整"),
            (1_001, "壹拾元零壹分"),
            (1_010, "壹拾元壹角整"),
            (1_100, "壹拾壹元整"),
            (10_000, "壹佰元整"),
            (10_100, "壹佰零壹元整"),
            (11_000, "壹佰壹拾元整"),
            (100_100, "壹仟零壹元整"),
            (101_000, "壹仟零壹拾元整"),
            (168_032, "壹仟陆佰捌拾元叁角贰分"),
            (168_002, "壹仟陆佰捌拾元零贰分"),
            (140_950, "壹仟肆佰零玖元伍角整"),
            (600_714, "陆仟零柒元壹角肆分"),
            (1_200_000, "壹万贰仟元整"),
            (5_000_000, "伍万元整"),
            (5_000_350, "伍万零叁元伍角整"),
            (5_030_000, "伍万零叁佰元整"),
            (10_000_000, "壹拾万元整"),
            (10_700_053, "壹拾万柒仟元伍角叁分"),
            (100_000_100, "壹佰万零壹元整"),
            (101_000_000, "壹佰零壹万元整"),
            (10_000_000_000, "壹亿元整"),
            (10_000_000_100, "壹亿零壹元整"),
            (10_010_000_000, "壹亿零壹拾万元整"),
            (100_000_000_000_000, "壹万亿元整"),
            (100_000_001_000_000, "壹万亿零壹万元整"),
            (1_000_000_000_000_000, "壹拾万亿元整"),
        ] {
            assert_eq!(capitals(Fen::try_new(fen).unwrap()), words, "{fen} fen");
        }
    }

    /// Reads capitals back, by another way than they are written.
    fn read(words: &str) -> i64 {
        let (mut total, mut section, mut hundred_million, mut figure) = (0, 0, 0, 0);
        for c in words.chars() {
            match c {
                '元' => total += (hundred_million + section + std::mem::take(&mut figure)) * 100,
                '角' => total += std::mem::take(&mut figure) * 10,
                '分' => total += std::mem::take(&mut figure),
                '整' => {}
                '亿' => {
                    hundred_million = (section + std::mem::take(&mut figure)) * 100_000_000;
                    section = 0;
                }
                '万' => section = (section + std::mem::take(&mut figure)) * 10_000,
                '仟' => section += std::mem::take(&mut figure) * 1_000,
                '佰' => section += std::mem::take(&mut figure) * 100,
                '拾' => section += std::mem::take(&mut figure) * 10,
                other => figure = (0_i64..).zip(DIGITS).find(|(_, d)| *d == other).unwrap().0,
            }
        }
        total
    }

    proptest! {
        #[test]
        fn figures_and_capitals_agree(fen in prop_oneof![0_i64..100_000_000, 0_i64..=1_000_000_000_000_000]) {
            let words = capitals(Fen::try_new(fen).unwrap());
            prop_assert_eq!(read(&words), fen, "{}", words);
            prop_assert!(!words.contains("零零") && !words.contains("零元") || fen == 0, "{}", words);
        }
    }
}
