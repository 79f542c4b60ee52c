//! Every ground a case refuses on, with its code, article and remedy.

use yizhi_domain::refusal::Ground;

/// The case was opened before.
pub const CASE_EXISTS: Ground = Ground {
    code: "case.exists",
    article: "",
    says: "The case was opened before.",
    remedy: "Use the case that exists.",
};
/// There is no such case.
pub const CASE_MISSING: Ground = Ground {
    code: "case.missing",
    article: "",
    says: "There is no such case.",
    remedy: "Check the id.",
};
/// This act does not belong to the stage the case is in.
pub const WRONG_STAGE: Ground = Ground {
    code: "case.wrong_stage",
    article: "行政处罚法第五十四条、第五十七条",
    says: "This act does not belong to the stage the case is in.",
    remedy: "Do the next act that the case page offers.",
};
/// A case is handled by at least two different officers.
pub const ONE_HANDLER: Ground = Ground {
    code: "case.one_handler",
    article: "行政处罚法第四十二条第一款",
    says: "A case is handled by at least two different officers.",
    remedy: "Name a second certified officer.",
};
/// This person is not an enforcement officer.
pub const NOT_AN_OFFICER: Ground = Ground {
    code: "case.not_an_officer",
    article: "行政处罚法第四十二条第一款",
    says: "This person is not an enforcement officer.",
    remedy: "Name an enforcement officer.",
};
/// The officer has no enforcement credential that is valid on the day.
pub const UNCERTIFIED: Ground = Ground {
    code: "case.uncertified",
    article: "行政处罚法第四十二条第一款、第五十五条",
    says: "The officer has no enforcement credential that is valid on the day.",
    remedy: "Name an officer with a valid credential, or renew it first.",
};
/// Only the handlers of the case may do this.
pub const NOT_HANDLER: Ground = Ground {
    code: "case.not_handler",
    article: "行政处罚法第四十二条",
    says: "Only the handlers of the case may do this.",
    remedy: "Ask a handler of the case.",
};
/// The day has not come yet.
pub const DAY_IN_FUTURE: Ground = Ground {
    code: "day.in_future",
    article: "",
    says: "The day has not come yet.",
    remedy: "Give the day it really happened.",
};
/// The day lies before the act it follows.
pub const DAY_BEFORE: Ground = Ground {
    code: "day.before",
    article: "",
    says: "The day lies before the act it follows.",
    remedy: "Check the day.",
};
/// Certificates are shown before the inspection begins.
pub const CERTIFICATE_FIRST: Ground = Ground {
    code: "visit.certificate_first",
    article: "行政处罚法第五十五条第一款",
    says: "Certificates are shown before the inspection begins.",
    remedy: "Record when the certificates were really shown; if they were not, the record cannot be used.",
};
/// The inspection ends before it begins.
pub const VISIT_ENDS_EARLY: Ground = Ground {
    code: "visit.ends_early",
    article: "",
    says: "The inspection ends before it begins.",
    remedy: "Check the times.",
};
/// No stored file has this id.
pub const FILE_UNKNOWN: Ground = Ground {
    code: "file.unknown",
    article: "",
    says: "No stored file has this id.",
    remedy: "Upload the file first.",
};
/// A piece of evidence with this id is in the case already.
pub const EVIDENCE_EXISTS: Ground = Ground {
    code: "evidence.exists",
    article: "",
    says: "A piece of evidence with this id is in the case already.",
    remedy: "Evidence is never changed; add a new piece with a new id.",
};
/// The case file is closed and is not changed any more.
pub const CASE_FILE_CLOSED: Ground = Ground {
    code: "case.file_closed",
    article: "档案法实施条例第十九条、第二十条",
    says: "The case file is closed and is not changed any more.",
    remedy: "Add a note outside the file.",
};
/// The catalogue has no item with this code.
pub const ITEM_UNKNOWN: Ground = Ground {
    code: "item.unknown",
    article: "浙江省综合行政执法条例第八条",
    says: "The catalogue has no item with this code.",
    remedy: "Search the catalogue for the item.",
};
/// The statute of the item was no longer in force on the day of the act.
pub const ITEM_NOT_IN_FORCE: Ground = Ground {
    code: "item.not_in_force",
    article: "行政处罚法第三十七条；浙江省综合行政执法条例第八条",
    says: "The statute of the item was no longer in force on the day of the act.",
    remedy: "Choose the item of the statute that replaced it, or correct the day of the act.",
};
/// The statute was replaced before the decision, and its successor is not in the catalogue.
pub const LAW_SUCCESSOR_UNCHECKED: Ground = Ground {
    code: "law.successor_unchecked",
    article: "行政处罚法第三十七条",
    says: "The law was replaced between the act and the decision, and the later text is not in the catalogue.",
    remedy: "Compare the later text, and say in the decision which version applies and why.",
};
/// The later text cannot be applied from here.
pub const LAW_NOT_IN_CATALOGUE: Ground = Ground {
    code: "law.not_in_catalogue",
    article: "行政处罚法第三十七条",
    says: "The later version is said to apply but is not in the catalogue, so its range cannot be checked.",
    remedy: "Have a list with the later text published first.",
};
/// The two versions cannot be compared by rule.
pub const LAW_CHOICE_NEEDED: Ground = Ground {
    code: "law.choice_needed",
    article: "行政处罚法第三十七条",
    says: "The law changed between the act and the decision, and no rule says which version is lighter.",
    remedy: "Say in the decision which version applies and why.",
};
/// The heavier version was chosen.
pub const LAW_HEAVIER_CHOSEN: Ground = Ground {
    code: "law.heavier_chosen",
    article: "行政处罚法第三十七条",
    says: "The version chosen is not the one that applies: the old law, unless the new one is lighter.",
    remedy: "Leave the choice to the rule, or choose the other version.",
};
/// The act lies beyond the limitation.
pub const OUT_OF_TIME: Ground = Ground {
    code: "case.out_of_time",
    article: "行政处罚法第三十六条",
    says: "The act lies beyond the limitation.",
    remedy: "Decline to file on the ground of limitation.",
};
/// The clause does not name this kind of party.
pub const PARTY_SCOPE: Ground = Ground {
    code: "party.scope",
    article: "行政处罚法第四条",
    says: "The clause does not name this kind of party.",
    remedy: "Choose the item that fits the party, or correct the kind of party.",
};
/// The code does not belong to this kind of party.
pub const PARTY_CODE_KIND: Ground = Ground {
    code: "party.code_kind",
    article: "",
    says: "The code does not belong to this kind of party.",
    remedy: "A citizen has an identity number; an organisation has a unified social credit code.",
};
/// The party's row was not made.
pub const PARTY_MISSING: Ground = Ground {
    code: "party.missing",
    article: "",
    says: "The party's row was not made.",
    remedy: "Send the proposal again.",
};
/// A case is filed on first evidence; there is no on-site record and no evidence yet.
pub const FILING_NO_EVIDENCE: Ground = Ground {
    code: "filing.no_evidence",
    article: "行政处罚法第五十四条第二款",
    says: "A case is filed on first evidence; there is no on-site record and no evidence yet.",
    remedy: "Record the visit or add evidence first.",
};
/// Who handles the case does not approve or decide it.
pub const APPROVAL_BY_HANDLER: Ground = Ground {
    code: "approval.by_handler",
    article: "行政处罚法第五十七条",
    says: "Who handles the case does not approve or decide it.",
    remedy: "Ask another head.",
};
/// The document's number was not taken.
pub const NUMBER_MISSING: Ground = Ground {
    code: "number.missing",
    article: "",
    says: "The document's number was not taken.",
    remedy: "Send the command again.",
};
/// The last day to correct lies in the past.
pub const CORRECTION_DUE_PAST: Ground = Ground {
    code: "correction.due_past",
    article: "行政处罚法第二十八条第一款",
    says: "The last day to correct lies in the past.",
    remedy: "Give a day that leaves time to correct.",
};
/// An order to correct is running.
pub const CORRECTION_EXISTS: Ground = Ground {
    code: "correction.exists",
    article: "",
    says: "An order to correct is running.",
    remedy: "Re-inspect it first.",
};
/// There is no order to correct that could be re-inspected.
pub const CORRECTION_MISSING: Ground = Ground {
    code: "correction.missing",
    article: "行政处罚法第二十八条第一款",
    says: "There is no order to correct that could be re-inspected.",
    remedy: "Order the correction first.",
};
/// Before the last day to correct nobody can say that it was not corrected.
pub const REINSPECTION_TOO_EARLY: Ground = Ground {
    code: "reinspection.too_early",
    article: "行政处罚法第二十八条第一款",
    says: "Before the last day to correct nobody can say that it was not corrected.",
    remedy: "Re-inspect after the last day.",
};
/// There is no evidence in the case.
pub const REPORT_NO_EVIDENCE: Ground = Ground {
    code: "report.no_evidence",
    article: "行政处罚法第四十条、第四十六条",
    says: "There is no evidence in the case.",
    remedy: "Add the evidence that the facts rest on.",
};
/// No kind of penalty is named.
pub const PENALTY_EMPTY: Ground = Ground {
    code: "penalty.empty",
    article: "行政处罚法第九条",
    says: "No kind of penalty is named.",
    remedy: "Name at least one kind, or decide without penalty.",
};
/// A kind of penalty is named twice.
pub const PENALTY_KIND_TWICE: Ground = Ground {
    code: "penalty.kind_twice",
    article: "行政处罚法第九条",
    says: "A kind of penalty is named twice.",
    remedy: "Name each kind once.",
};
/// Only the police may detain.
pub const PENALTY_POLICE_ONLY: Ground = Ground {
    code: "penalty.police_only",
    article: "行政处罚法第十八条第三款",
    says: "Only the police may detain.",
    remedy: "Refer the case to the police for detention.",
};
/// The clause does not name this kind of penalty.
pub const PENALTY_KIND_NOT_IN_ITEM: Ground = Ground {
    code: "penalty.kind_not_in_item",
    article: "行政处罚法第四条、第三十八条",
    says: "The clause does not name this kind of penalty.",
    remedy: "Choose among the kinds the clause names.",
};
/// A fine needs an amount above nothing, and an amount needs the kind fine.
pub const PENALTY_FINE_AMOUNT: Ground = Ground {
    code: "penalty.fine_amount",
    article: "行政处罚法第五十九条第一款第三项",
    says: "A fine needs an amount above nothing, and an amount needs the kind fine.",
    remedy: "Name the kind and the amount together.",
};
/// Confiscated gains need an amount, and an amount needs the kind.
pub const PENALTY_GAINS_AMOUNT: Ground = Ground {
    code: "penalty.gains_amount",
    article: "行政处罚法第二十八条第二款",
    says: "Confiscated gains need an amount, and an amount needs the kind.",
    remedy: "Name the kind and the amount together.",
};
/// The fine is below the least the clause allows.
pub const PENALTY_BELOW_MINIMUM: Ground = Ground {
    code: "penalty.below_minimum",
    article: "行政处罚法第五条、第三十二条",
    says: "The fine is below the least the clause allows.",
    remedy: "Stay in the range of the clause.",
};
/// The fine is above the most the clause allows.
pub const PENALTY_ABOVE_MAXIMUM: Ground = Ground {
    code: "penalty.above_maximum",
    article: "行政处罚法第四条、第五条",
    says: "The fine is above the most the clause allows.",
    remedy: "Stay in the range of the clause.",
};
/// The clause allows this only after an order to correct has lapsed and a re-inspection showed that nothing was corrected.
pub const PENALTY_ORDER_FIRST: Ground = Ground {
    code: "penalty.order_first",
    article: "行政处罚法第二十八条第一款、第三十八条",
    says: "The clause allows this only after an order to correct has lapsed and a re-inspection showed that nothing was corrected.",
    remedy: "Order the correction, wait for its last day, and re-inspect.",
};
/// This kind of penalty was not in the prior notice.
pub const PENALTY_KIND_NOT_NOTIFIED: Ground = Ground {
    code: "penalty.kind_not_notified",
    article: "行政处罚法第四十四条、第四十五条第二款",
    says: "This kind of penalty was not in the prior notice.",
    remedy: "Decide within the notice, or notify anew on new facts.",
};
/// The penalty is heavier than the one notified.
pub const PENALTY_HEAVIER_THAN_NOTIFIED: Ground = Ground {
    code: "penalty.heavier_than_notified",
    article: "行政处罚法第四十五条第二款",
    says: "The penalty is heavier than the one notified.",
    remedy: "Decide at most what was notified, or notify anew on new facts.",
};
/// Who handles a case does not review it.
pub const REVIEW_BY_HANDLER: Ground = Ground {
    code: "review.by_handler",
    article: "行政处罚法第五十八条；市场监督管理行政处罚程序规定第四十九条",
    says: "Who handles a case does not review it.",
    remedy: "Ask another reviewer.",
};
/// This document is not waiting to be served.
pub const SERVICE_WRONG_STAGE: Ground = Ground {
    code: "service.wrong_stage",
    article: "行政处罚法第六十一条",
    says: "This document is not waiting to be served.",
    remedy: "Serve the document that was issued last.",
};
/// Leaving a document needs witnesses, or a photo or video of the leaving.
pub const SERVICE_LEFT_UNWITNESSED: Ground = Ground {
    code: "service.left_unwitnessed",
    article: "民事诉讼法第八十九条",
    says: "Leaving a document needs witnesses, or a photo or video of the leaving.",
    remedy: "Say in the remark who witnessed it or which recording shows it.",
};
/// Electronic service needs the party's signed confirmation.
pub const SERVICE_ELECTRONIC_UNCONFIRMED: Ground = Ground {
    code: "service.electronic_unconfirmed",
    article: "行政处罚法第六十一条第二款",
    says: "Electronic service needs the party's signed confirmation.",
    remedy: "Say in the remark which confirmation was signed and when.",
};
/// Service by public notice needs its reasons and course on file.
pub const SERVICE_PUBLIC_UNFOUNDED: Ground = Ground {
    code: "service.public_unfounded",
    article: "民事诉讼法第九十五条",
    says: "Service by public notice needs its reasons and course on file.",
    remedy: "Say in the remark which other ways failed and where the notice was published.",
};
/// The statement lies before the notice was served.
pub const STATEMENT_BEFORE_NOTICE: Ground = Ground {
    code: "statement.before_notice",
    article: "行政处罚法第四十四条",
    says: "The statement lies before the notice was served.",
    remedy: "Check the day.",
};
/// The waiver was signed before the notice was served.
pub const WAIVER_BEFORE_NOTICE: Ground = Ground {
    code: "waiver.before_notice",
    article: "行政处罚法第四十四条、第六十二条",
    says: "The waiver was signed before the notice was served.",
    remedy: "A right can be given up only once it was told; have it signed after service.",
};
/// A collective discussion has at least two voices, each once.
pub const DISCUSSION_ALONE: Ground = Ground {
    code: "discussion.alone",
    article: "行政处罚法第五十七条第二款",
    says: "A collective discussion has at least two voices, each once.",
    remedy: "Record everyone who took part.",
};
/// This person is not among the bureau's people.
pub const DISCUSSION_UNKNOWN_PERSON: Ground = Ground {
    code: "discussion.unknown_person",
    article: "行政处罚法第五十七条第二款",
    says: "This person is not among the bureau's people.",
    remedy: "Choose from the bureau's people.",
};
/// The party may still state, defend or ask for a hearing.
pub const NOTICE_PERIOD_RUNNING: Ground = Ground {
    code: "notice.period_running",
    article: "行政处罚法第四十四条、第六十二条、第六十四条",
    says: "The party may still state, defend or ask for a hearing.",
    remedy: "Wait until the last day is over, or record the party's written waiver.",
};
/// The party asked for a hearing and none was held.
pub const HEARING_NOT_HELD: Ground = Ground {
    code: "hearing.not_held",
    article: "行政处罚法第六十三条、第六十五条",
    says: "The party asked for a hearing and none was held.",
    remedy: "Hold the hearing, or record the party's written waiver.",
};
/// A penalty in the scope of a hearing is decided after collective discussion.
pub const DISCUSSION_MISSING: Ground = Ground {
    code: "decision.discussion_missing",
    article: "行政处罚法第五十七条第二款",
    says: "A penalty in the scope of a hearing is decided after collective discussion.",
    remedy: "Record the collective discussion first.",
};
/// There is no order to correct and no reason why none is needed.
pub const NO_CORRECTION_ORDER: Ground = Ground {
    code: "decision.no_correction_order",
    article: "行政处罚法第二十八条第一款",
    says: "There is no order to correct and no reason why none is needed.",
    remedy: "Order the correction, or give the reason.",
};
/// The limit for deciding has passed.
pub const LIMIT_PASSED: Ground = Ground {
    code: "decision.limit_passed",
    article: "行政处罚法第六十条",
    says: "The limit for deciding has passed.",
    remedy: "Give the reason why it is late; it is kept in the record and seen by the supervisor.",
};
/// Who decides or handles does not collect.
pub const PAYMENT_BY_HANDLER: Ground = Ground {
    code: "payment.by_handler",
    article: "行政处罚法第六十七条第一款",
    says: "Who decides or handles does not collect.",
    remedy: "Ask finance.",
};
/// The payment is nothing, or more than what is still to be paid.
pub const PAYMENT_TOO_MUCH: Ground = Ground {
    code: "payment.too_much",
    article: "行政处罚法第六十七条",
    says: "The payment is nothing, or more than what is still to be paid.",
    remedy: "Check the amount against the bank's report.",
};
/// A payment with this receipt is recorded already.
pub const PAYMENT_TWICE: Ground = Ground {
    code: "payment.twice",
    article: "",
    says: "A payment with this receipt is recorded already.",
    remedy: "Check the number of the receipt.",
};
/// The ground does not fit the decision.
pub const CLOSURE_GROUND: Ground = Ground {
    code: "closure.ground",
    article: "市场监督管理行政处罚程序规定第七十七条",
    says: "The ground does not fit the decision.",
    remedy: "Choose the ground that fits.",
};

/// All of them, for the locale files and the tests.
pub const ALL: &[&Ground] = &[
    &LAW_SUCCESSOR_UNCHECKED,
    &LAW_NOT_IN_CATALOGUE,
    &LAW_CHOICE_NEEDED,
    &LAW_HEAVIER_CHOSEN,
    &CASE_EXISTS,
    &CASE_MISSING,
    &WRONG_STAGE,
    &ONE_HANDLER,
    &NOT_AN_OFFICER,
    &UNCERTIFIED,
    &NOT_HANDLER,
    &DAY_IN_FUTURE,
    &DAY_BEFORE,
    &CERTIFICATE_FIRST,
    &VISIT_ENDS_EARLY,
    &FILE_UNKNOWN,
    &EVIDENCE_EXISTS,
    &CASE_FILE_CLOSED,
    &ITEM_UNKNOWN,
    &ITEM_NOT_IN_FORCE,
    &OUT_OF_TIME,
    &PARTY_SCOPE,
    &PARTY_CODE_KIND,
    &PARTY_MISSING,
    &FILING_NO_EVIDENCE,
    &APPROVAL_BY_HANDLER,
    &NUMBER_MISSING,
    &CORRECTION_DUE_PAST,
    &CORRECTION_EXISTS,
    &CORRECTION_MISSING,
    &REINSPECTION_TOO_EARLY,
    &REPORT_NO_EVIDENCE,
    &PENALTY_EMPTY,
    &PENALTY_KIND_TWICE,
    &PENALTY_POLICE_ONLY,
    &PENALTY_KIND_NOT_IN_ITEM,
    &PENALTY_FINE_AMOUNT,
    &PENALTY_GAINS_AMOUNT,
    &PENALTY_BELOW_MINIMUM,
    &PENALTY_ABOVE_MAXIMUM,
    &PENALTY_ORDER_FIRST,
    &PENALTY_KIND_NOT_NOTIFIED,
    &PENALTY_HEAVIER_THAN_NOTIFIED,
    &REVIEW_BY_HANDLER,
    &SERVICE_WRONG_STAGE,
    &SERVICE_LEFT_UNWITNESSED,
    &SERVICE_ELECTRONIC_UNCONFIRMED,
    &SERVICE_PUBLIC_UNFOUNDED,
    &STATEMENT_BEFORE_NOTICE,
    &WAIVER_BEFORE_NOTICE,
    &DISCUSSION_ALONE,
    &DISCUSSION_UNKNOWN_PERSON,
    &NOTICE_PERIOD_RUNNING,
    &HEARING_NOT_HELD,
    &DISCUSSION_MISSING,
    &NO_CORRECTION_ORDER,
    &LIMIT_PASSED,
    &PAYMENT_BY_HANDLER,
    &PAYMENT_TOO_MUCH,
    &PAYMENT_TWICE,
    &CLOSURE_GROUND,
];
