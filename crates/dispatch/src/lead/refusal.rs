//! Every ground a lead refuses on.

use yizhi_domain::refusal::Ground;

/// The lead came in before.
pub const LEAD_EXISTS: Ground = Ground {
    code: "lead.exists",
    article: "",
    says: "The lead came in before.",
    remedy: "Use the lead that exists.",
};
/// There is no such lead.
pub const LEAD_MISSING: Ground = Ground {
    code: "lead.missing",
    article: "",
    says: "There is no such lead.",
    remedy: "Check the id.",
};
/// The lead was dispatched or set aside before.
pub const LEAD_SETTLED: Ground = Ground {
    code: "lead.settled",
    article: "",
    says: "The lead was dispatched or set aside before.",
    remedy: "Reload; somebody else has acted.",
};
/// What is reported cannot have happened after today.
pub const HAPPENED_IN_FUTURE: Ground = Ground {
    code: "lead.in_future",
    article: "",
    says: "What is reported cannot have happened after today.",
    remedy: "Check the day.",
};
/// The catalogue has no field with this number.
pub const FIELD_UNKNOWN: Ground = Ground {
    code: "lead.field_unknown",
    article: "",
    says: "The catalogue has no field with this number.",
    remedy: "Choose a field from the list, or leave it open.",
};
/// A captain dispatches for the own brigade.
pub const OTHER_BRIGADE: Ground = Ground {
    code: "dispatch.other_brigade",
    article: "",
    says: "A captain dispatches for the own brigade.",
    remedy: "Dispatch for your brigade, or leave the lead to the other captain.",
};
/// At least two different officers are sent.
pub const ONE_OFFICER: Ground = Ground {
    code: "dispatch.one_officer",
    article: "行政处罚法第四十二条第一款",
    says: "At least two different officers are sent.",
    remedy: "Name a second certified officer.",
};
/// This person is not an enforcement officer.
pub const NOT_AN_OFFICER: Ground = Ground {
    code: "dispatch.not_an_officer",
    article: "行政处罚法第四十二条第一款",
    says: "This person is not an enforcement officer.",
    remedy: "Name an enforcement officer.",
};
/// The officer has no enforcement credential that is valid today.
pub const UNCERTIFIED: Ground = Ground {
    code: "dispatch.uncertified",
    article: "行政处罚法第四十二条第一款、第五十五条",
    says: "The officer has no enforcement credential that is valid today.",
    remedy: "Name an officer with a valid credential.",
};
/// The officer belongs neither to the brigade nor to the lead's station.
pub const OFFICER_ELSEWHERE: Ground = Ground {
    code: "dispatch.officer_elsewhere",
    article: "",
    says: "The officer belongs neither to the brigade nor to the lead's station.",
    remedy: "Name officers of the brigade or of the station.",
};

/// All of them, for the locale files and the tests.
pub const ALL: &[&Ground] = &[
    &LEAD_EXISTS,
    &LEAD_MISSING,
    &LEAD_SETTLED,
    &HAPPENED_IN_FUTURE,
    &FIELD_UNKNOWN,
    &OTHER_BRIGADE,
    &ONE_OFFICER,
    &NOT_AN_OFFICER,
    &UNCERTIFIED,
    &OFFICER_ELSEWHERE,
];
