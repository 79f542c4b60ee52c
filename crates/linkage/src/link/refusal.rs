//! Every ground a link refuses on.

use yizhi_domain::refusal::Ground;

/// The referral came in before.
pub const LINK_EXISTS: Ground = Ground {
    code: "link.exists",
    article: "",
    says: "The referral came in before.",
    remedy: "Use the link that exists.",
};
/// There is no such link.
pub const LINK_MISSING: Ground = Ground {
    code: "link.missing",
    article: "",
    says: "There is no such link.",
    remedy: "Check the id.",
};
/// The referral was accepted or returned before.
pub const LINK_ANSWERED: Ground = Ground {
    code: "link.answered",
    article: "",
    says: "The referral was accepted or returned before.",
    remedy: "Reload; somebody else has answered.",
};
/// A result belongs to an accepted referral.
pub const LINK_NOT_ACCEPTED: Ground = Ground {
    code: "link.not_accepted",
    article: "",
    says: "A result belongs to an accepted referral.",
    remedy: "Accept the referral first.",
};
/// The finding cannot lie after today.
pub const FINDING_IN_FUTURE: Ground = Ground {
    code: "link.in_future",
    article: "",
    says: "The finding cannot lie after today.",
    remedy: "Check the day.",
};
/// The approval was granted after the finding.
pub const GRANTED_AFTER_FINDING: Ground = Ground {
    code: "link.granted_after_finding",
    article: "",
    says: "The approval was granted after the finding.",
    remedy: "Check the two days.",
};
/// The catalogue has no item with this code.
pub const LINK_ITEM_UNKNOWN: Ground = Ground {
    code: "link.item_unknown",
    article: "浙江省综合行政执法条例第八条",
    says: "The catalogue has no item with this code.",
    remedy: "Choose an item from the catalogue, or leave it open.",
};
/// Only a department's contact refers.
pub const NO_DEPARTMENT: Ground = Ground {
    code: "link.no_department",
    article: "浙江省综合行政执法条例第十五条、第十六条",
    says: "Only a department's contact refers.",
    remedy: "Sign in as the contact of a department.",
};

/// All of them, for the locale files and the tests.
pub const ALL: &[&Ground] = &[
    &LINK_EXISTS,
    &LINK_MISSING,
    &LINK_ANSWERED,
    &LINK_NOT_ACCEPTED,
    &FINDING_IN_FUTURE,
    &GRANTED_AFTER_FINDING,
    &LINK_ITEM_UNKNOWN,
    &NO_DEPARTMENT,
];
