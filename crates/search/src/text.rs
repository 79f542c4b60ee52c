//! Text made comparable.

use pinyin::ToPinyin;
use unicode_normalization::UnicodeNormalization;

/// Half-width, lower case, and only letters, digits and characters: `Ａ、油烟！` is `a油烟`.
#[must_use]
pub fn normal(text: &str) -> String {
    let folded: String = text.nfkc().collect();
    folded
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect()
}

/// Pairs of neighbouring characters, in order, repeated ones too.
pub(crate) fn pairs(normal: &str) -> Vec<Pair> {
    let characters: Vec<char> = normal.chars().collect();
    characters
        .windows(2)
        .filter_map(|two| Some((*two.first()?, *two.get(1)?)))
        .collect()
}

/// Two characters.
pub(crate) type Pair = (char, char);

/// First letters of the pronunciation: 无证经营 is `wzjy`.
#[must_use]
pub fn initials(text: &str) -> String {
    let normal = normal(text);
    let mut letters = String::new();
    for (character, spoken) in normal.chars().zip(normal.as_str().to_pinyin()) {
        match spoken {
            Some(spoken) => letters.push_str(spoken.first_letter()),
            None if character.is_ascii_alphanumeric() => letters.push(character),
            None => {}
        }
    }
    letters
}

/// Articles named in a text, without 第 and 条: `第118条` and `一百一十八条` give `118` and `一百一十八`.
pub(crate) fn articles(text: &str) -> Vec<String> {
    const NUMERALS: &str = "0123456789〇零一二三四五六七八九十百千";
    let folded: String = text.nfkc().collect();
    let mut found = Vec::new();
    let mut number = String::new();
    for character in folded.chars() {
        if NUMERALS.contains(character) {
            number.push(character);
        } else {
            if character == '条' && !number.is_empty() {
                found.push(std::mem::take(&mut number));
            }
            number.clear();
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn normal_text() {
        assert_eq!(normal("Ａ１、油烟（超标）！"), "a1油烟超标");
        assert_eq!(pairs("油烟机"), [('油', '烟'), ('烟', '机')]);
        assert_eq!(pairs("油"), []);
    }

    #[test]
    fn first_letters() {
        assert_eq!(initials("无证经营KTV"), "wzjyktv");
    }

    #[test]
    fn named_articles() {
        assert_eq!(articles("大气法第１１８条"), ["118"]);
        assert_eq!(articles("第一百一十八条第一款和45条"), ["一百一十八", "45"]);
        assert!(articles("三条狗没拴").contains(&"三".to_owned()));
        assert!(articles("工地").is_empty());
    }
}
