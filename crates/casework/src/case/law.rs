//! Which version of the law applies to a case (从旧兼从轻, R-1.20; 处罚法 Art. 37).

use super::{
    refusal as ground,
    state::{Case, FiledItem},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use yizhi_domain::{
    Day,
    catalogue::{Catalogue, Lighter, lighter},
    refusal::Refusal,
    text::Prose,
};

/// One of the two versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LawVersion {
    /// Of the day of the act.
    Act,
    /// Of the day of decision.
    Decision,
}

/// What a person says where the two cannot be compared by rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LawChoice {
    /// Which applies.
    pub version: LawVersion,
    /// Why: what was compared, and where the later text stands.
    #[schema(value_type = String)]
    pub reason: Prose,
}

/// The law on the day of decision against the law on the day of the act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LawInTime {
    /// The same version holds.
    Unchanged,
    /// Another version holds.
    Changed {
        /// The version of the day of decision.
        now: Box<FiledItem>,
        /// Which is lighter.
        lighter: Lighter,
    },
    /// The version ended and what took its place is not in the catalogue.
    Unknown {
        /// The statute that took its place, when that is known.
        successor: Option<String>,
    },
}

/// The law a penalty rests on, as kept in its decision when there was more than one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppliedLaw {
    /// Which applies.
    pub version: LawVersion,
    /// The version of the day of decision, when it is in the catalogue.
    pub at_decision: Option<Box<FiledItem>>,
    /// How the two compare by rule.
    pub lighter: Option<Lighter>,
    /// The statute that took the place of the cited one.
    pub successor: Option<String>,
    /// What a person said.
    pub reason: Option<Prose>,
}

/// Compares the law of the day of the act, as filed, with that of another day.
#[must_use]
pub fn law_in_time(filed: &FiledItem, catalogue: &Catalogue, on: Day) -> LawInTime {
    let followed = |code| catalogue.item_on(code, on);
    let shown = catalogue.shown_on(&filed.code, on);
    let heir = shown.and_then(|item| item.successor.as_ref());
    let Some(item) = followed(&filed.code).or_else(|| heir.and_then(followed)) else {
        let successor = shown.and_then(|item| catalogue.successor_statute(item, on));
        return LawInTime::Unknown {
            successor: successor.map(ToOwned::to_owned),
        };
    };
    let now = FiledItem::of(item, catalogue.profile(item));
    if now.same_text(filed) {
        return LawInTime::Unchanged;
    }
    LawInTime::Changed {
        lighter: lighter(filed.sanction(), now.sanction()),
        now: Box::new(now),
    }
}

/// The version a proposal is checked against: the lighter one, and that of the act where no rule says.
pub(super) fn presumed(filed: &FiledItem, catalogue: &Catalogue, on: Day) -> FiledItem {
    match law_in_time(filed, catalogue, on) {
        LawInTime::Changed {
            now,
            lighter: Lighter::Decision,
        } => *now,
        _ => filed.clone(),
    }
}

/// The version a decision rests on, and what the decision keeps of the comparison.
pub(super) fn decided(
    case: &Case,
    filed: &FiledItem,
    choice: Option<&LawChoice>,
    catalogue: &Catalogue,
    on: Day,
) -> Result<(FiledItem, Option<AppliedLaw>), Refusal> {
    let applied = |version, at_decision, lighter, successor| AppliedLaw {
        version,
        at_decision,
        lighter,
        successor,
        reason: choice.map(|choice| choice.reason.clone()),
    };
    match law_in_time(filed, catalogue, on) {
        LawInTime::Unchanged => Ok((filed.clone(), None)),
        LawInTime::Unknown { successor } => {
            let needed = || {
                let acted_on = case.proposal.as_ref().map_or(on, |proposal| proposal.acted_on);
                let refusal = ground::LAW_SUCCESSOR_UNCHECKED
                    .refuse()
                    .with("statute", &filed.statute);
                let refusal = refusal.with("acted_on", acted_on);
                refusal.with("successor", successor.as_deref().unwrap_or("—"))
            };
            let choice = choice.ok_or_else(needed)?;
            // The later text cannot be applied by a system that does not have it.
            ground::LAW_NOT_IN_CATALOGUE.unless(choice.version == LawVersion::Act)?;
            Ok((
                filed.clone(),
                Some(applied(LawVersion::Act, None, None, successor)),
            ))
        }
        LawInTime::Changed { now, lighter } => {
            let version = match (lighter, choice.map(|choice| choice.version)) {
                (Lighter::Unclear, None) => return Err(ground::LAW_CHOICE_NEEDED.refuse()),
                (Lighter::Unclear, Some(version)) => version,
                (Lighter::Decision, _) => LawVersion::Decision,
                (Lighter::Act | Lighter::Same, _) => LawVersion::Act,
            };
            if choice.is_some_and(|choice| choice.version != version) {
                return Err(ground::LAW_HEAVIER_CHOSEN.refuse());
            }
            let item = match version {
                LawVersion::Act => filed.clone(),
                LawVersion::Decision => (*now).clone(),
            };
            Ok((item, Some(applied(version, Some(now), Some(lighter), None))))
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testkit::{Scene, decide, discussion, report};
    use serde_json::json;

    /// the new law applies when it is lighter, and the decision keeps both.
    #[test]
    fn a_lighter_new_law_sets_the_range() {
        let scene = Scene::notified(5_000_000)
            .act("HEAD", discussion())
            .accepted()
            .on("2026-07-28");
        let lighter = scene
            .clone()
            .with_new_version("GAS", "2026-07-25", (10_000, 100_000));
        let lighter = lighter.act("HEAD", decide(1_000_000)).accepted();
        let law = lighter.applied_law().unwrap();
        assert_eq!(law["version"], "decision");
        assert_eq!(law["at_decision"]["fine"]["max"], 10_000_000);
        scene
            .clone()
            .act("HEAD", decide(1_000_000))
            .refused("penalty.below_minimum");
        let heavier = scene.with_new_version("GAS", "2026-07-25", (100_000, 1_000_000));
        let heavier = heavier.act("HEAD", decide(5_000_000)).accepted();
        assert_eq!(heavier.applied_law().unwrap()["version"], "act");
    }

    /// the report is held to the lighter law as well.
    #[test]
    fn a_report_after_the_change_is_held_to_the_lighter_law() {
        let scene = Scene::filed("GAS").with_new_version("GAS", "2026-07-20", (10_000, 100_000));
        scene
            .clone()
            .act("P1", report(10_000_001))
            .refused("penalty.above_maximum");
        scene.act("P1", report(1_000_000)).accepted();
    }

    /// where the later text is not loaded, a person must have compared it, and says so.
    #[test]
    fn a_replaced_statute_needs_a_word_of_the_head() {
        let scene = Scene::notified(5_000_000)
            .act("HEAD", discussion())
            .accepted()
            .on("2026-07-28");
        let scene = scene.with_end("GAS", "2026-07-25");
        let scene = scene
            .act("HEAD", decide(5_000_000))
            .refused("law.successor_unchecked");
        let mut decision = decide(5_000_000);
        decision["law"] = json!({"version": "decision", "reason": "新法较轻"});
        let scene = scene
            .act("HEAD", decision.clone())
            .refused("law.not_in_catalogue");
        decision["law"] = json!({"version": "act", "reason": "已核对新法对应条款，幅度未降低"});
        let scene = scene.act("HEAD", decision).accepted();
        assert_eq!(scene.applied_law().unwrap()["version"], "act");
    }

    /// A person cannot choose the heavier law.
    #[test]
    fn the_heavier_law_is_not_to_be_chosen() {
        let scene = Scene::notified(5_000_000)
            .act("HEAD", discussion())
            .accepted()
            .on("2026-07-28");
        let scene = scene.with_new_version("GAS", "2026-07-25", (10_000, 100_000));
        let mut decision = decide(5_000_000);
        decision["law"] = json!({"version": "act", "reason": "旧法"});
        scene.act("HEAD", decision).refused("law.heavier_chosen");
    }
}
