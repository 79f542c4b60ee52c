export default {
  lead: {
    new_title: 'Register a lead', one: 'Lead', registered: 'The lead is registered and waits for dispatch.', register: 'Register the lead', source: 'Source', text: 'What is reported', text_hint: 'When, where, who, and what.',
    happened_on: 'Happened on', field: 'Field', field_hint: 'Choose it if known; it leads to the brigade.', reporter: 'Who reported it (optional)', reporter_hint: 'Kept apart. Only the dispatching captain may see it, and each look is recorded; it is never kept in the draft on this device.',
    reporter_name: 'Name', reporter_phone: 'Telephone', reporter_short: 'Reporter', reporter_kept: 'Known, kept apart.', reporter_show: 'Show', reporter_confirm: 'Showing the reporter is recorded. Go on?',
    place: 'Place', station: 'Station', station_guess: ' (position not exact; nearest station taken)', brigade: 'Brigade', received_at: 'Received', officers: 'Officers', map: 'Position of the lead',
    received_on: 'received {day}', verify_by: 'verify by {day}', verify_late: 'verification was due {day}', to_case: 'Open the case',
  },
  leads: { title: 'Leads', search: 'Text or address', none: 'No lead matches.' },
  board: {
    title: 'Dispatch board', view: 'View', list: 'List', map: 'Map', queue: 'Queue', leads: 'Leads', links: 'Referrals ({count})', state: 'State', any_state: 'All states', only_station: 'Only this station',
    no_leads: 'No lead matches.', no_links: 'No referral waits for an answer.', back: 'Back to the list', facts: 'More about it', open_page: 'Open its page', stations: 'Load per station', load: '{leads} leads · {cases} cases · {officers} officers',
  },
  lead_states: { received: 'To dispatch', dispatched: 'Dispatched', dismissed: 'Set aside' },
  lead_sentences: {
    received: 'It waits for a captain to dispatch it.', dispatched: 'Two officers verify it.', dismissed: 'It was set aside.',
  },
  sources: {
    complaint: 'Complaint', report: 'Report', inspection: 'Found by inspection', referral: 'Referred by a department', assigned: 'Assigned from above', hotline: '12345 hotline', grid: 'Grid report', monitoring: 'Remote monitoring', media: 'Media', other: 'Other',
  },
  dismiss_grounds: { no_breach: 'No breach', duplicate: 'Duplicate', not_competent: 'Not our competence', unfounded: 'Plainly unfounded' },
}
