//! The lexicon: from everyday words to the items that a concept speaks of.
//!
//! A concept has everyday words and terms. Everyday words (`呛人|烟味|半夜/凌晨+打桩/敲击`) are ways to speak of it: any of these,
//! with `+` all of these, and `/` for words that stand for each other in one place. Terms (`油烟&餐饮|露天烧烤`) say which
//! items it speaks of, by what stands in title and statute. Terms hold for any catalogue, codes would not.

use crate::{entry::Entry, text::normal};
use std::collections::BTreeMap;

/// One concept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concept {
    /// Its name, shown as the reason.
    pub name: String,
    /// Everyday words: any of these ways; a way has parts that must all occur, a part words any of which may.
    pub everyday: Vec<Vec<Vec<String>>>,
    /// Which items: any of these, each a set of terms that must all stand in the item.
    pub terms: Vec<Vec<Term>>,
    /// Only items of these fields; empty: of any.
    pub fields: Vec<String>,
    /// 1 a weak hint … 5 a sure sign.
    pub weight: u8,
}

/// A way to speak of a concept: its parts, each the words that stand for each other there.
pub(crate) type Way = Vec<Vec<String>>;

/// A term of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The text.
    pub text: String,
    /// Whether it must not stand there.
    pub absent: bool,
}

/// Something wrong in a file of the lexicon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LexiconFault {
    /// The file.
    pub file: String,
    /// The row, the header being row 1.
    pub row: usize,
    /// What is wrong.
    pub says: String,
}

impl std::fmt::Display for LexiconFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}, row {}: {}", self.file, self.row, self.says)
    }
}

/// All concepts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lexicon {
    /// The concepts, in the order of the files.
    pub concepts: Vec<Concept>,
}

const COLUMNS: [&str; 5] = ["concept", "everyday", "terms", "fields", "weight"];

impl Lexicon {
    /// Reads the files of a folder, by name; all faults are named.
    pub fn parse(files: &BTreeMap<String, Vec<u8>>) -> Result<Self, Vec<LexiconFault>> {
        let (mut concepts, mut faults) = (Vec::new(), Vec::new());
        for (file, bytes) in files.iter().filter(|(file, _)| file.ends_with(".csv")) {
            let mut fault = |row: usize, says: String| {
                faults.push(LexiconFault {
                    file: file.clone(),
                    row,
                    says,
                });
            };
            let mut reader = csv::Reader::from_reader(bytes.as_slice());
            match reader.headers() {
                Ok(headers) if headers.iter().eq(COLUMNS) => {}
                Ok(_) => {
                    fault(1, format!("the columns must be {}", COLUMNS.join(", ")));
                    continue;
                }
                Err(error) => {
                    fault(1, error.to_string());
                    continue;
                }
            }
            for (place, record) in reader.records().enumerate() {
                match record
                    .map_err(|error| error.to_string())
                    .and_then(|record| concept(&record))
                {
                    Ok(concept) => concepts.push(concept),
                    Err(says) => fault(place + 2, says),
                }
            }
        }
        if faults.is_empty() {
            Ok(Self { concepts })
        } else {
            Err(faults)
        }
    }
}

fn concept(record: &csv::StringRecord) -> Result<Concept, String> {
    let cell = |place: usize| record.get(place).unwrap_or("").trim();
    let parts = |text: &str, sign: char| -> Vec<String> {
        text.split(sign)
            .map(|part| part.trim().to_owned())
            .filter(|part| !part.is_empty())
            .collect()
    };
    let part = |text: &str| text.split('/').map(normal).collect();
    let everyday: Vec<Way> = parts(cell(1), '|')
        .iter()
        .map(|way| way.split('+').map(part).collect())
        .collect();
    let terms: Vec<Vec<Term>> = parts(cell(2), '|')
        .iter()
        .map(|all| parts(all, '&').iter().map(|text| term(text)).collect())
        .collect();
    let weight: u8 = cell(4)
        .parse()
        .map_err(|_bad| "the weight is a number from 1 to 5".to_owned())?;
    if cell(0).is_empty() || everyday.is_empty() || terms.is_empty() || !(1..=5).contains(&weight) {
        return Err("a concept has a name, everyday words, terms, and a weight from 1 to 5".to_owned());
    }
    if everyday.iter().flatten().flatten().any(String::is_empty) {
        return Err("a word of signs alone is no word".to_owned());
    }
    let short = |word: &String| word.chars().count() < 2;
    if everyday
        .iter()
        .any(|way| way.len() == 1 && way.iter().flatten().any(short))
    {
        return Err("a word of one character needs another one beside it (A+B)".to_owned());
    }
    Ok(Concept {
        name: cell(0).to_owned(),
        everyday,
        terms,
        fields: parts(cell(3), '|'),
        weight,
    })
}

fn term(text: &str) -> Term {
    Term {
        absent: text.starts_with('!'),
        text: normal(text),
    }
}

impl Concept {
    /// Whether it speaks of an item, whose normal title and statute are given.
    pub(crate) fn speaks_of(&self, entry: &Entry, title: &str, statute: &str) -> bool {
        let stands =
            |term: &Term| (title.contains(&term.text) || statute.contains(&term.text)) != term.absent;
        (self.fields.is_empty() || self.fields.contains(&entry.field))
            && self.terms.iter().any(|all| all.iter().all(stands))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(rows: &str) -> Result<Lexicon, Vec<LexiconFault>> {
        let text = format!("concept,everyday,terms,fields,weight\n{rows}");
        Lexicon::parse(&[("01.csv".to_owned(), text.into_bytes())].into())
    }

    #[test]
    fn a_concept() {
        let lexicon = parse("油烟扰民,呛人|半夜/凌晨+烧烤,油烟&餐饮|露天烧烤&!许可,生态环境,4\n").unwrap();
        let concept = &lexicon.concepts[0];
        let way = |way: &Way| {
            way.iter()
                .map(|part| part.join("/"))
                .collect::<Vec<_>>()
                .join("+")
        };
        assert_eq!(
            concept.everyday.iter().map(way).collect::<Vec<_>>(),
            ["呛人", "半夜/凌晨+烧烤"]
        );
        let entry = |field: &str| Entry {
            code: "D1".into(),
            title: String::new(),
            statute: String::new(),
            field: field.into(),
            articles: Vec::new(),
            party: None,
        };
        let here = entry("生态环境");
        assert!(concept.speaks_of(&here, "餐饮服务排放油烟", ""));
        assert!(concept.speaks_of(&here, "露天烧烤", ""));
        assert!(!concept.speaks_of(&here, "未经许可露天烧烤", ""));
        assert!(!concept.speaks_of(&entry("城市管理"), "露天烧烤", ""));
    }

    #[test]
    fn faults_name_file_and_row() {
        for (row, says) in [
            ("甲,乙丙,丁,,9", "weight"),
            (",乙丙,丁,,3", "name"),
            ("甲,乙,丁,,3", "one character"),
            ("甲,®+没批,丁,,3", "signs"),
            ("甲,,丁,,3", "name"),
        ] {
            let faults = parse(row).unwrap_err();
            assert_eq!((faults[0].file.as_str(), faults[0].row), ("01.csv", 2));
            assert!(faults[0].says.contains(says), "{row}: {}", faults[0].says);
        }
    }
}
