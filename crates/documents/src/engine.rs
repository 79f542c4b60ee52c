//! The templates and the engine that fills them.

use minijinja::{
    Environment, Error, Output, State, UndefinedBehavior, Value, escape_formatter, value::ValueKind,
};
use serde::Serialize;

const TEMPLATES: [(&str, &str); 11] = [
    ("page.css", include_str!("../templates/page.css")),
    ("trial.css", include_str!("../templates/zh-CN/trial.css")),
    ("base.html", include_str!("../templates/zh-CN/base.html")),
    ("parts.html", include_str!("../templates/zh-CN/parts.html")),
    ("words.html", include_str!("../templates/zh-CN/words.html")),
    (
        "filing_approval.html",
        include_str!("../templates/zh-CN/filing_approval.html"),
    ),
    (
        "prior_notice.html",
        include_str!("../templates/zh-CN/prior_notice.html"),
    ),
    ("decision.html", include_str!("../templates/zh-CN/decision.html")),
    (
        "no_penalty.html",
        include_str!("../templates/zh-CN/no_penalty.html"),
    ),
    (
        "proof_of_service.html",
        include_str!("../templates/zh-CN/proof_of_service.html"),
    ),
    (
        "file_index.html",
        include_str!("../templates/zh-CN/file_index.html"),
    ),
];

/// Fills a template. A name that the template uses and the values lack is an error, never a gap on a paper.
pub(crate) fn fill(template: &str, values: impl Serialize) -> Result<String, Error> {
    environment()?.get_template(template)?.render(values)
}

fn environment() -> Result<Environment<'static>, Error> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_trim_blocks(true);
    environment.set_lstrip_blocks(true);
    environment.set_formatter(plain);
    for (name, text) in TEMPLATES {
        environment.add_template(name, text)?;
    }
    Ok(environment)
}

/// Escapes as the template's name asks (`.html`), and leaves out the invisible characters that turn the reading
/// direction: with them a name could show an amount backwards.
fn plain(out: &mut Output<'_>, state: &State<'_, '_>, value: &Value) -> Result<(), Error> {
    match value.as_str() {
        Some(text) if value.kind() == ValueKind::String && !value.is_safe() && text.contains(turns) => {
            escape_formatter(out, state, &Value::from(text.replace(turns, "")))
        }
        _ => escape_formatter(out, state, value),
    }
}

fn turns(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_template_escapes() {
        let environment = environment().unwrap();
        for (name, _) in TEMPLATES {
            environment.get_template(name).unwrap();
            assert!(
                name.ends_with(".html") || name.ends_with(".css"),
                "{name} would not escape"
            );
        }
        let shown = environment
            .render_named_str(
                "x.html",
                "{{ name }}",
                minijinja::context! {name => "<b>\u{202E}元"},
            )
            .unwrap();
        assert_eq!(shown, "&lt;b&gt;元");
    }

    #[test]
    fn no_template_carries_a_script_a_style_attribute_or_a_foreign_address() {
        for (name, text) in TEMPLATES {
            for word in [
                "<script",
                "javascript:",
                "onclick",
                "onload",
                "://",
                "url(",
                "@import",
                "style=",
                "|safe",
                "| safe",
            ] {
                assert!(!text.contains(word), "{name}: {word}");
            }
        }
    }

    #[test]
    fn every_variant_has_a_word() {
        use yizhi_casework::case::{
            EvidenceKind as E, NoPenaltyGround as N, ReceiverCapacity as R, ServiceMethod as S,
        };
        use yizhi_domain::rules::Unit as U;
        let of = |map: &str, keys: &[Value]| {
            for key in keys {
                let source = format!("{{% import 'words.html' as words %}}{{{{ words.{map}[key] }}}}");
                let word = environment()
                    .unwrap()
                    .render_str(&source, minijinja::context! {key})
                    .unwrap();
                assert!(!word.is_empty(), "{map}: {key}");
            }
        };
        let evidence = [
            E::Documentary,
            E::Physical,
            E::Audiovisual,
            E::Electronic,
            E::Testimony,
            E::PartyStatement,
            E::Appraisal,
            E::Record,
        ];
        of("evidence", &evidence.map(Value::from_serialize));
        let ground = [
            N::MinorCorrected,
            N::FirstSlightCorrected,
            N::NoFault,
            N::NotEstablished,
            N::NotAccountable,
            N::OutOfTime,
        ];
        of("ground", &ground.map(Value::from_serialize));
        let capacity = [
            R::Party,
            R::Family,
            R::Representative,
            R::Agent,
            R::MailClerk,
            R::Designated,
        ];
        of("capacity", &capacity.map(Value::from_serialize));
        let method = [
            S::OnTheSpot,
            S::Direct,
            S::Left,
            S::Electronic,
            S::Post,
            S::PublicNotice,
        ];
        of("method", &method.map(Value::from_serialize));
        let unit = [U::WorkingDays, U::CalendarDays, U::Months, U::Years, U::Hours];
        of("unit", &unit.map(Value::from_serialize));
    }
}
