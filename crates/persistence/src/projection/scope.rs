//! A list begins with how far the reader's right reaches; the rest of the query only narrows it.

use sea_orm::{
    Condition, ExprTrait,
    sea_query::{Expr, Func, LikeExpr},
};
use yizhi_domain::{
    id::{BrigadeCode, DepartmentCode, PersonId},
    permit::Reach,
};

/// Which columns of a list say whose a row is. `None`: by this, nobody's.
pub(crate) trait Scoped {
    fn of_brigade(code: &BrigadeCode) -> Option<Condition>;
    fn in_hand_of(person: &PersonId) -> Option<Condition>;
    fn from_department(code: &DepartmentCode) -> Option<Condition>;
}

/// The rows any of the reaches covers; `None` when that is nothing, so that no query is made.
///
/// It says of rows what [`Reach::covers`] says of one thing.
pub(crate) fn within<S: Scoped>(reaches: &[Reach]) -> Option<Condition> {
    let mut any: Option<Condition> = None;
    for reach in reaches {
        let condition = match reach {
            Reach::Bureau => return Some(Condition::all()),
            Reach::Brigade(code) => S::of_brigade(code),
            Reach::Own(person) => S::in_hand_of(person),
            Reach::Department(code) => S::from_department(code),
        };
        if let Some(condition) = condition {
            any = Some(any.unwrap_or_else(Condition::any).add(condition));
        }
    }
    any
}

/// Most characters that are searched for; SQLite refuses patterns without end.
const LONGEST: usize = 200;

/// Whether a text column holds the words, whatever the case of Latin letters. What a person types is no
/// pattern, so the signs of patterns are escaped.
pub(crate) fn contains(column: Expr, words: &str) -> Expr {
    let mut pattern = String::from("%");
    for c in storable(words).to_lowercase().chars().take(LONGEST) {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push('%');
    Expr::expr(Func::lower(column)).like(LikeExpr::new(pattern).escape('\\'))
}

/// What is searched for, when it is more than white space.
pub(crate) fn words(q: Option<&String>) -> Option<&str> {
    q.map(|text| text.trim()).filter(|text| !text.is_empty())
}

/// PostgreSQL takes no NUL in a text, and nothing that is kept has one: with another sign in its place the
/// query is answered instead of failing.
pub(crate) fn storable(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}

/// The same for each word of a filter.
pub(crate) fn all_storable(words: &[String]) -> Vec<String> {
    words.iter().map(|word| storable(word)).collect()
}
