//! The catalogue as it stands: the county's list and every published edition, swapped as a whole.

use super::bundle::Bundle;
use crate::error::{Answer, ApiError};
use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock};
use uuid::Uuid;
use yizhi_domain::{
    Day,
    catalogue::{Catalogue, Item, PartyScope, article_of, edition::Editions},
    id::ItemCode,
};
use yizhi_persistence::Store;
use yizhi_search::{Choices, Entry, Index, Lexicon};

/// The stream of all editions of a county.
pub const STREAM: Uuid = Uuid::from_u128(0x9d1f_6c3a_2a0e_5f4b_8e57_33a1_c0de_0001);

/// Where the catalogue is taken from; every clone is the same shelf.
#[derive(Debug, Clone)]
pub struct Shelf {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    base: Catalogue,
    lexicon: Lexicon,
    shown: RwLock<Arc<Shown>>,
    /// One at a time builds.
    building: Mutex<()>,
}

/// The catalogue of a revision, with what is computed from it.
#[derive(Debug)]
pub struct Shown {
    /// How often an edition was published or taken back.
    pub revision: u64,
    /// Every version of every item.
    pub catalogue: Catalogue,
    /// The day the titles in the search are of.
    pub on: Day,
    /// The search.
    pub index: Index,
    /// What officers chose.
    pub choices: RwLock<Arc<Choices>>,
    bundle: OnceLock<Arc<Bundle>>,
}

impl Shelf {
    /// A shelf with the county's own list.
    #[must_use]
    pub fn new(base: Catalogue, lexicon: Lexicon, today: Day) -> Self {
        let shown = Shown::build(0, base.clone(), &lexicon, today, Arc::default());
        Self {
            inner: Arc::new(Inner {
                base,
                lexicon,
                shown: RwLock::new(Arc::new(shown)),
                building: Mutex::new(()),
            }),
        }
    }

    /// A shelf of its own with the same list; tests read the county once for all.
    #[must_use]
    pub fn copy(&self) -> Self {
        Self {
            inner: Arc::new(Inner {
                base: self.inner.base.clone(),
                lexicon: self.inner.lexicon.clone(),
                shown: RwLock::new(self.current()),
                building: Mutex::new(()),
            }),
        }
    }

    fn current(&self) -> Arc<Shown> {
        Arc::clone(&self.inner.shown.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// What is shown today. When a version begins or ends between the day of the search and today, it is built anew.
    #[must_use]
    pub fn shown(&self, today: Day) -> Arc<Shown> {
        let shown = self.current();
        if !shown.changes_by(today) {
            return shown;
        }
        let _one = self.inner.building.lock().unwrap_or_else(PoisonError::into_inner);
        let shown = self.current();
        if !shown.changes_by(today) {
            return shown;
        }
        let choices = shown.choices();
        self.put(Shown::build(
            shown.revision,
            shown.catalogue.clone(),
            &self.inner.lexicon,
            today,
            choices,
        ))
    }

    fn put(&self, shown: Shown) -> Arc<Shown> {
        let shown = Arc::new(shown);
        *self.inner.shown.write().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&shown);
        shown
    }

    /// Takes in what was published, taken back or chosen since; also by another node.
    pub async fn refresh(&self, store: &Store, today: Day) -> Answer<Arc<Shown>> {
        let editions = store
            .load::<Editions>(STREAM)
            .await?
            .map(|(editions, _)| editions);
        let revision = editions.map_or(0, |editions| editions.revision);
        let choices = choices(store).await?;
        let shown = self.current();
        if revision != shown.revision {
            let published = store.published_changes().await?;
            let shelf = self.clone();
            let built = rocket::tokio::task::spawn_blocking(move || {
                let _one = shelf
                    .inner
                    .building
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner);
                let mut catalogue = shelf.inner.base.clone();
                for edition in &published {
                    catalogue.take(&edition.changes, edition.effective_from);
                }
                shelf.put(Shown::build(
                    revision,
                    catalogue,
                    &shelf.inner.lexicon,
                    today,
                    Arc::new(choices),
                ))
            });
            return built.await.map_err(|error| ApiError::Fault(error.to_string()));
        }
        if *shown.choices() != choices {
            *shown.choices.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(choices);
        }
        Ok(shown)
    }
}

async fn choices(store: &Store) -> Answer<Choices> {
    let mut all = Choices::new();
    for choice in store.choices().await? {
        all.entry(choice.word)
            .or_default()
            .insert(choice.code.to_string(), choice.times);
    }
    Ok(all)
}

impl Shown {
    fn build(revision: u64, catalogue: Catalogue, lexicon: &Lexicon, on: Day, choices: Arc<Choices>) -> Self {
        let entries = catalogue
            .items_on(on)
            .map(|item| entry(&catalogue, item))
            .collect();
        let index = Index::build(entries, lexicon);
        Self {
            revision,
            catalogue,
            on,
            index,
            choices: RwLock::new(choices),
            bundle: OnceLock::new(),
        }
    }

    /// What officers chose, as of the last refresh.
    #[must_use]
    pub fn choices(&self) -> Arc<Choices> {
        Arc::clone(&self.choices.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The copy for the pocket; made once.
    #[must_use]
    pub fn bundle(&self) -> Arc<Bundle> {
        Arc::clone(self.bundle.get_or_init(|| Arc::new(Bundle::of(self))))
    }

    /// The item of a hit.
    #[must_use]
    pub fn item(&self, code: &str) -> Option<&Item> {
        let code = ItemCode::try_new(code).ok()?;
        self.catalogue.shown_on(&code, self.on)
    }

    fn changes_by(&self, today: Day) -> bool {
        let (first, last) = if self.on < today {
            (self.on, today)
        } else {
            (today, self.on)
        };
        let between = |day: Option<Day>| day.is_some_and(|day| first < day && day <= last);
        first != last
            && self
                .catalogue
                .every_version()
                .any(|item| between(item.effective_from))
    }
}

/// An item as the search sees it.
fn entry(catalogue: &Catalogue, item: &Item) -> Entry {
    let mut articles = Vec::new();
    for basis in &item.basis {
        let article = article_of(&basis.article);
        let Some(number) = article
            .strip_prefix('第')
            .and_then(|rest| rest.split('条').next())
        else {
            continue;
        };
        articles.push(number.to_owned());
        articles.extend(digits(number));
    }
    articles.dedup();
    Entry {
        code: item.code.to_string(),
        title: item.conduct().to_owned(),
        statute: item.statute().to_owned(),
        field: catalogue
            .field(&item.field)
            .map(|field| field.name.clone())
            .unwrap_or_default(),
        articles,
        party: match item.party {
            PartyScope::Person => Some("person".to_owned()),
            PartyScope::Organisation => Some("organisation".to_owned()),
            PartyScope::Both | PartyScope::Unspecified => None,
        },
    }
}

/// The number of an article, for sorting: 第一百一十八条 is 118.
#[must_use]
pub fn number_of(article: &str) -> u32 {
    let number = article
        .strip_prefix('第')
        .and_then(|rest| rest.split('条').next())
        .and_then(digits);
    number.and_then(|number| number.parse().ok()).unwrap_or(u32::MAX)
}

/// 一百一十八 as 118.
fn digits(numeral: &str) -> Option<String> {
    use chinese_number::{ChineseCountMethod, ChineseToNumber};
    let number: Result<u32, _> = numeral.to_number(ChineseCountMethod::TenThousand);
    number.ok().map(|number| number.to_string())
}
