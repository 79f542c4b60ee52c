export default {
  common: {
    system: 'System', true: 'yes', false: 'no',
    product: 'Yizhi', none: '–', unnamed: 'Unnamed', why: 'Why', why_about: 'Why: {about}', more: 'Load more', cancel: 'Cancel',
    shown: '{count} shown', shown_all: '{count} in all, all shown', cases: '{count} case | {count} cases', pieces: '{count} piece | {count} pieces',
    dot_separator: ' · ', sentence_gap: ' ', list_separator: ', ', clause_separator: '; ', bracketed: ' ({text})', new_tab: ' (opens in a new tab)',
  },
  titles: {
    'sign-in': 'Sign in', work: 'My work', approvals: 'Approvals', board: 'Dispatch board', leads: 'Leads', 'lead-new': 'Register a lead', lead: 'Lead',
    cases: 'Cases', 'case-new': 'Found on the spot', case: 'Case', links: 'Chain', referrals: 'My referrals', 'link-new': 'New referral', link: 'Referral',
    catalogue: 'Catalogue of items', item: 'Item', statutes: 'Statutes', statute: 'Statute', boundary: 'Duty boundaries', editions: 'Editions', edition: 'Edition', learned: 'What the search learned',
    events: 'Event record', inbox: 'Inbox', 'not-found': 'No such page',
  },
  nav: { work: 'My work', board: 'Dispatch board', approvals: 'Approvals', referrals: 'My referrals', leads: 'Leads', cases: 'Cases', links: 'Chain', catalogue: 'Catalogue', events: 'Event record' },
  shell: {
    skip: 'Skip to content', main_navigation: 'Main navigation', inbox_unread: 'Inbox, {count} unread', sign_out: 'Sign out', offline: 'Offline: go on typing, it is kept on this device; send it once you are connected.',
    other_language: '中文', other_language_label: '切换为中文',
  },
  trial: {
    label: 'Trial', banner: 'Trial database: people and cases are invented. Enter nothing real.', today: 'Trial date', move: 'Move date', hint: 'The trial date only moves forward; time limits follow it.',
    one_day: 'Forward 1 day', one_week: 'Forward 1 week (7 days)', custom: 'Forward by this many days', custom_label: 'Days', moved: 'The trial date is now {day}',
  },
  sign_in: {
    title: 'Sign in to Yizhi', login: 'Account', password: 'Password', enter: 'Sign in', trial_accounts: 'Trial accounts', trial_hint: 'One click signs you in. All people are invented.',
  },
  page_state: {
    loading: 'Reading…', empty: 'There is nothing here yet.', no_match: 'No case matches.', retry: 'Try again', home: 'Back to the first page',
    down: 'The server cannot be reached', down_remedy: 'Check the connection and try again.', forbidden: 'You may not see this', missing: 'Not found', failed: 'It could not be read',
  },
  problem: {
    unknown: 'It did not work, and the reason is not known.', unknown_remedy: 'Try again; if it still fails, tell the administrator.',
    unreachable: 'No answer came from the server.', unreachable_remedy: 'Check the connection and send again; nothing is done twice. What you typed is kept on this device.',
  },
  not_found: { title: 'No such page', text: 'The address may be wrong, or what was here has moved.' },
  form: {
    optional: ' (optional)', choose: 'Choose', pick_day: 'Choose a day', day_format: 'D MMM YYYY', pick_time: 'hh:mm', today: 'Today', now: 'Now', yuan: 'yuan',
    restored: 'Restored what was not sent on {at}.', discard: 'Clear the form', later: 'Later', send_again: 'Send again',
    stale: 'Somebody else changed this; it has been reloaded. Check it and send again.', stale_by: 'This has changed: {entries}. Check it and send again.',
    stale_entry: '{who}, {at}: {what}', stale_kept: 'What you typed is still here.',
  },
  faults: {
    required: 'Fill this in.', two_officers: 'Choose two different officers.', number: 'Give a whole number.',
    money_empty: 'Give an amount.', money_shape: 'Digits only, such as 5000 or 5000.50.', money_precision: 'At most two digits after the point.',
    money_negative: 'An amount cannot be negative.', money_too_large: 'The amount is too large; check it.',
  },
  acts_panel: {
    more: 'More ({count})', nothing: 'There is nothing for you to do here now.', closed: '{count} not available yet', done: 'Done: {act}',
  },
  deadline: {
    left_working_days: '{days} working day left | {days} working days left', left_calendar_days: '{days} day left | {days} days left', overdue_working_days: '{days} working day overdue | {days} working days overdue', overdue_calendar_days: '{days} day overdue | {days} days overdue',
    today: 'Due today', met: 'Done', missed: 'Done late', ended: 'Over', before: 'by {day}', unnamed: 'Time limit',
    provisional: 'It reaches into a year whose holidays are not published yet and will be computed again.', provisional_short: 'Provisional until holidays are published',
    counted_working_days: 'Counted from the day after {base}: {amount} working days.', counted_calendar_days: 'Counted from the day after {base}: {amount} calendar days.', counted_months: 'From {base}, {amount} months to the corresponding day.',
    counted_years: 'From {base}, {amount} years to the corresponding day.', counted_hours: 'From {base}, {amount} hours, through nights and holidays.', counted_fen: 'Counted from {base}.',
    rest_days: 'Saturdays, Sundays and public holidays do not count; make-up workdays do.', rolled: 'It would end on {from}, a rest day, and moves to {due}.', last_day: 'Last day: {due}.', of_party: 'This is the party’s time.',
    unconfirmed: 'The bureau has not confirmed this number.', calendar: 'Calendar of holidays: {version}',
  },
  timeline: { title: 'Timeline', hash: 'No. {version} · …{tail}' },
  inbox: { title: 'Inbox', none: 'No messages.', unread: 'Unread: ', mark_read: 'Mark as read', unnamed: 'A new message' },
  inbox_kinds: { deadline: 'About a time limit' },
  inbox_texts: {
    deadline_soon: '{rule} ends soon: by {due_on}', deadline_today: '{rule} ends today', deadline_over: '{rule} ended on {due_on} and is not done', deadline_ended: 'The party’s time ({rule}) ended on {due_on}; the next step is open',
  },
}
