export default {
  roles: {
    officer: 'Officer', captain: 'Brigade captain', supervisor: 'Supervisor', reviewer: 'Legal reviewer', head: 'Head', finance: 'Finance', administrator: 'Administrator', department: 'Department contact',
  },
  stages: {
    verification: 'Verification', filing_proposed: 'Filing proposed', investigation: 'Investigation', under_review: 'Under legal review', reviewed: 'Reviewed, notice to issue', notice_issued: 'Notice to serve', notice_served: 'Notice served',
    decided: 'Decision to serve', served: 'To be fulfilled', fulfilled: 'Fulfilled, to close', closure_proposed: 'Closure proposed', closed: 'Closed, to archive', archived: 'Archived', not_filed: 'Not filed',
  },
  stage_sentences: {
    verification: 'It is being verified; propose filing once first evidence is secured.', filing_proposed: 'Filing was proposed and waits for the head.', investigation: 'It is filed and being investigated.', under_review: 'The investigation ended; it waits for legal review.',
    reviewed: 'Legal review passed; the prior notice can be issued.', notice_issued: 'The notice is made and waits to be served.', notice_served: 'The notice was served; the party may state, defend or ask for a hearing.', decided: 'It is decided; the decision waits to be served.',
    served: 'The decision was served; the party has to fulfil it.', fulfilled: 'It is fulfilled; closing can be proposed.', closure_proposed: 'Closing was proposed and waits for the head.', closed: 'It is closed and waits to be archived.', archived: 'The file is archived and not changed any more.', not_filed: 'It was decided not to file.',
  },
  states: {
    verification: 'It is being verified; filing is to be settled by {due_on}.', filing_proposed: 'Filing was proposed and waits for the head.',
    investigation: 'Filed on {filed_on} and being investigated; to be decided by {decide_by}.', under_review: 'The investigation ended; it waits for legal review and is to be decided by {decide_by}.', reviewed: 'Legal review passed; the notice can be issued. To be decided by {decide_by}.',
    notice_issued: 'The notice is made and waits to be served. To be decided by {decide_by}.', notice_running: 'The notice was served on {served_on}; the party may state, defend or ask for a hearing until {until}.', notice_over: 'The party’s time ended on {until}; it waits for the head’s decision.',
    notice_waived: 'The party waived statement and hearing in writing; it waits for the head’s decision.', decided: 'Decision {number} is made and to be served by {serve_by}.', served: 'The decision was served; {outstanding_fen} is outstanding, to be paid by {pay_by}.',
  },
  waiting_for: { officer: 'waits for the handlers', head: 'waits for the head', reviewer: 'waits for legal review', finance: 'waits for finance', party: 'waits for the party', none: '' },
  acts: {
    record_visit: 'Record an inspection', add_evidence: 'Add evidence', propose_filing: 'Propose filing', approve_filing: 'Approve filing', return_filing: 'Return for more', decline_filing: 'Decline to file',
    order_correction: 'Order to rectify', record_reinspection: 'Record a re-inspection', report_investigation: 'Report the investigation', review: 'Legal review', issue_notice: 'Issue the notice', serve: 'Record service',
    record_statement: 'Record the party’s statement', record_waiver: 'Record a written waiver', record_discussion: 'Record a collective discussion', decide: 'Decide', record_payment: 'Record a payment', propose_closure: 'Propose closing',
    approve_closure: 'Approve closing', archive: 'Archive', dispatch: 'Dispatch', dismiss: 'Set aside', accept: 'Accept', return_referral: 'Return the referral',
  },
  events: {
    lead_received: 'Lead received', lead_dispatched: 'Dispatched', lead_dismissed: 'Set aside', lead_case_opened: 'Case opened from the lead',
    case_opened: 'Case opened', visit_recorded: 'Inspection recorded', evidence_added: 'Evidence added', filing_proposed: 'Filing proposed', filing_approved: 'Filing approved', filing_returned: 'Filing returned', filing_declined: 'Filing declined',
    correction_ordered: 'Rectification ordered', reinspection_recorded: 'Re-inspection recorded', investigation_reported: 'Investigation reported', review_passed: 'Legal review passed', review_returned: 'Legal review returned', notice_issued: 'Prior notice issued',
    document_served: 'Document served', statement_recorded: 'Statement recorded', waiver_recorded: 'Waiver recorded', discussion_recorded: 'Discussion recorded', penalty_decided: 'Penalty decided', no_penalty_decided: 'No penalty decided',
    payment_recorded: 'Payment recorded', closure_proposed: 'Closure proposed', case_closed: 'Case closed', case_archived: 'Case archived',
    referral_received: 'Referral received', referral_accepted: 'Referral accepted', referral_returned: 'Referral returned', lead_opened: 'Lead made', result_fed_back: 'Result fed back',
  },
  events_unknown: 'Other record',
  details: {
    number: 'Number', opinion: 'Opinion', reason: 'Reason', ground: 'Ground', filed_on: 'Filed', decided_on: 'Decided', due_on: 'Due', served_on: 'Served', effective_on: 'Effective', document: 'Document', method: 'Method',
    title: 'What', amount_fen: 'Amount', receipt_no: 'Receipt', paid_on: 'Paid', note: 'Note', result: 'Result', content: 'What', conclusion: 'Conclusion', corrected: 'Rectified',
    inspected_on: 'Inspected', made_on: 'Made', signed_on: 'Signed', acted_on: 'Day of the act', department: 'Department', requests_hearing: 'Asks for a hearing', late_reason: 'Why late',
  },
  evidence_kinds: {
    documentary: 'Document', physical: 'Physical', audiovisual: 'Audiovisual', electronic: 'Electronic data', testimony: 'Testimony', party_statement: 'Statement of the party', appraisal: 'Appraisal', record: 'On-site record',
  },
  penalty_kinds: {
    warning: 'Warning', criticism: 'Circulated criticism', fine: 'Fine', confiscate_gains: 'Confiscation of gains', confiscate_goods: 'Confiscation of goods', suspend_licence: 'Suspension of licence', lower_qualification: 'Lower qualification',
    revoke_licence: 'Revocation of licence', restrict_operation: 'Restriction of operation', stop_business: 'Suspension of business', close: 'Closure', ban: 'Ban from the trade', detention: 'Detention', other: 'Other',
  },
  party_kinds: { person: 'Natural person', sole_trader: 'Sole trader', organisation: 'Organisation' },
  origins: { lead: 'From a lead', officer: 'Found on the spot', referral: 'Referred by a department' },
  decline_grounds: {
    minor_corrected: 'Minor, rectified in time, no harm', first_slight_corrected: 'First breach, slight harm, rectified', no_fault: 'The party shows no fault', no_facts: 'No breach established', out_of_time: 'Beyond the limitation', not_competent: 'Not our competence', other: 'Other',
  },
  no_penalty_grounds: {
    minor_corrected: 'Minor, rectified in time, no harm', first_slight_corrected: 'First breach, slight harm, rectified', no_fault: 'The party shows no fault', not_established: 'The facts are not established', not_accountable: 'Under fourteen or not accountable', out_of_time: 'Beyond the limitation',
  },
  review_outcomes: { pass: 'Passed', return: 'Returned' },
  decision_outcomes: { penalty: 'Penalty', no_penalty: 'No penalty' },
  closure_grounds: { fulfilled: 'The decision is fulfilled', no_penalty: 'No penalty', other: 'Other' },
  serve_documents: { notice: 'Prior notice', decision: 'Decision' },
  service_methods: { on_the_spot: 'On the spot', direct: 'Personal', left: 'Leaving', electronic: 'Electronic', post: 'Post', public_notice: 'Public notice' },
  capacities: { party: 'The party', family: 'Adult family member', representative: 'Legal representative', agent: 'Agent', mail_clerk: 'Mail clerk', designated: 'Designated receiver' },
  preconditions: { none: 'No precondition', order_first: 'Only after an order to rectify has lapsed', fine_after_order: 'Warning at once, fine only after the order lapsed', order_then_heavier: 'At once, heavier if not rectified' },
  documents: {
    filing_approval: 'Filing approval', prior_notice: 'Prior notice', decision: 'Penalty decision', no_penalty_decision: 'No-penalty decision', proof_of_service_notice: 'Proof of service (notice)', proof_of_service_decision: 'Proof of service (decision)', file_index: 'Index of the file',
  },
  rules: {
    verification: 'Verification of the lead', case_limit: 'Decision of the case', statement: 'Statement and defence', hearing_request: 'Request for a hearing', decision_service: 'Service of the decision', publication: 'Publication', payment: 'Payment', limitation: 'Limitation',
    public_notice: 'Public notice', correction: 'Rectification', link_completeness: 'Completing the referral', link_acceptance: 'Answer to the referral', link_result: 'Feedback of the result', closure: 'Closure', reminder_lead: 'Reminder',
  },
}
