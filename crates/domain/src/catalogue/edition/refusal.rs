//! Why an edition is not published or taken back.

use crate::refusal::Ground;

const LIST: &str = "浙江省综合行政执法条例第七条";

/// There is no edition of this id, or it was prepared already.
pub const EDITION_EXISTS: Ground = Ground {
    code: "edition.exists",
    article: "",
    says: "An edition of this id was prepared before.",
    remedy: "Send the file with a new id.",
};
/// Nobody prepared it.
pub const EDITION_MISSING: Ground = Ground {
    code: "edition.missing",
    article: "",
    says: "There is no such edition.",
    remedy: "Send the file first.",
};
/// It was published or taken back.
pub const EDITION_WRONG_STATE: Ground = Ground {
    code: "edition.wrong_state",
    article: "",
    says: "This edition does not wait for that.",
    remedy: "Look at where it stands; a changed list is a new edition.",
};
/// The day is here or gone: nobody could take it back any more.
pub const EDITION_TOO_LATE: Ground = Ground {
    code: "edition.too_late",
    article: LIST,
    says: "A list is published for a day to come, so that it can be taken back until then.",
    remedy: "Prepare the list for a later day.",
};
/// The catalogue changed since the comparison.
pub const EDITION_BASE_CHANGED: Ground = Ground {
    code: "edition.base_changed",
    article: "",
    says: "Another edition was published or taken back since this one was compared.",
    remedy: "Send the file again and look at the new comparison.",
};
/// Nothing would change.
pub const EDITION_NO_CHANGE: Ground = Ground {
    code: "edition.no_change",
    article: "",
    says: "The list is the same as the catalogue; there is nothing to publish.",
    remedy: "Send a list that differs.",
};
/// It holds already.
pub const EDITION_IN_FORCE: Ground = Ground {
    code: "edition.in_force",
    article: LIST,
    says: "The edition holds already; cases may rest on it.",
    remedy: "Publish another edition that brings the older text back from a later day on.",
};

/// Every ground of this aggregate.
pub const ALL: &[&Ground] = &[
    &EDITION_EXISTS,
    &EDITION_MISSING,
    &EDITION_WRONG_STATE,
    &EDITION_TOO_LATE,
    &EDITION_BASE_CHANGED,
    &EDITION_NO_CHANGE,
    &EDITION_IN_FORCE,
];
