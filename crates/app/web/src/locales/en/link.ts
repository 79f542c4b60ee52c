export default {
  links: {
    title: 'Approval – supervision – enforcement chain', own_title: 'My referrals', new: 'New referral', new_title: 'New referral', counts: 'Count by state', state: 'State', any_state: 'All states', any_department: 'All departments',
    none: 'No referral matches.', own_none: 'Nothing has been referred yet.', send: 'Refer', sent: 'Referred; the bureau will answer.', finding_hint: 'Say what the check found and what was done about it.',
    urgent_question: 'Is it urgent?', permit_question: 'Does the party hold a permit for this?', permit_no: 'Number of the permit', approval_item: 'Approval item', holder: 'Holder', granted_on: 'Granted on', item: 'Item suspected to be breached',
  },
  link: {
    one: 'Referral', urgent: 'urgent', party: 'Party', finding: 'Finding', found_on: 'Found on', place: 'Place', department: 'Department', referred_at: 'Referred', referred_on: 'referred {day}',
    approval: 'Permit', granted_on: 'granted {day}', item: 'Item', chain: 'Chain', content: 'What was referred', open_step: 'Open', answer_by: 'answer by {day}', answer_late: 'answer was due {day}',
  },
  link_states: { referred: 'To answer', accepted: 'Accepted', returned: 'Returned', filed: 'Filed', not_filed: 'Not filed', decided: 'Decided', fed_back: 'Fed back' },
  link_sentences: {
    referred: 'It waits for the bureau to accept or return it.', accepted: 'The bureau accepted it and verifies.', returned: 'The bureau returned it; see the ground.', filed: 'A case was filed and is investigated.', not_filed: 'No case was filed; the department was told.',
    decided: 'It was decided; the department was told.', fed_back: 'Closed and fed back; the loop is closed.',
  },
  chain_steps: { approval: 'Approval', supervision: 'Supervision', referral: 'Referral', lead: 'Lead', case: 'Case', decision: 'Decision', feedback: 'Feedback' },
  chain_states: { done: 'done', waiting: 'waiting', absent: 'none', broken: 'broken' },
  chain_texts: { approval: '{item}, {permit_no}', supervision: '{text}', referral: 'referred by {department}', case: '{number}', decision: '{number}', feedback: '{number}' },
  results: { lead_dismissed: 'lead set aside', filed: 'case filed', not_filed: 'not filed', decided: 'penalty decided', decided_no_penalty: 'no penalty decided', closed: 'case closed' },
  return_grounds: { not_in_catalogue: 'Not in the catalogue', no_jurisdiction: 'Not our jurisdiction', insufficient: 'Not enough, and cannot be completed', out_of_time: 'Beyond the limitation' },
  events_page: {
    title: 'Event record', hint: 'Every step is recorded and never changed; each hash is computed from the one before, so a change would show.', kind: 'Kind', any_kind: 'All kinds', none: 'No record matches.',
    position: 'No.', at: 'Time', what: 'Event', subject: 'Subject', who: 'By', hash: 'Hash', version: '{kind} · no. {version}',
  },
  subjects: { case: 'Case', lead: 'Lead', link: 'Referral' },
}
