export default {
  find: {
    hint: 'Say in plain words what was seen; a code, a statute and article or initials work too. A specimen catalogue, not the official list.',
    why: 'Why: ', look: 'Clause and range', look_at: 'Clause and range: {code} (opens in a new tab)', hits: 'What was found, the best first', from_record: 'Suggested from what was registered',
    none: 'Nothing found. Say it in other words, or give the statute and article.',
  },
  find_why: {
    code: 'code {matched}', statute: 'statute {matched}', article: 'article {matched}', initials: 'initials {matched}', concept: '{entry}: {matched}', near: 'close to “{entry}”: {matched}',
    words: 'same words: {matched}', field: 'field {matched}', choice: 'often chosen by officers',
  },
  lead_items: { title: 'Items it may be about', note: 'Suggested from the text; checking decides', none: 'The text does not say which item applies.' },
  law_time: {
    title: 'The law of the act and of the decision', rule: ' (the old law, unless the new one is lighter: Administrative Penalty Law, art. 37)', at_act: 'Day of the act', at_decision: 'Day of decision', today: 'Today', lighter: 'lighter', applies: 'applies', reason: 'The decision says: {reason}',
    unchanged: 'The same text holds on the day of the act and today ({day}).', unchanged_decided: 'The same text held on the day of the act and of the decision ({day}), or nothing was compared.',
    unknown: '{statute} is no longer in force, and what took its place is not in the catalogue. The legal office has to compare the later text, and whoever decides has to say in the decision which one applies.', unclear: 'The law has changed and no rule says which version is lighter; whoever decides has to say which one applies.',
    lighter_same: 'The law has changed but is neither lighter nor heavier; that of the day of the act applies.', lighter_act: 'The law of the day of the act is lighter and applies.', lighter_decision: 'The later law is lighter and applies.',
    chosen_act: 'The decision applies the law of the day of the act.', chosen_decision: 'The decision applies the later law.',
    successor: 'Replaced by {statute}', no_successor: 'What took its place is not known', not_loaded: 'The text is not in the catalogue; the ranges cannot be compared.', a_later_one: 'a later statute',
    version: 'Which law applies', why: 'What was compared, and why', why_hint: 'Say which articles were compared, which is lighter, and where that stands.',
    ask_unknown: 'After the act {statute} was replaced by {successor}. The later text is not in the catalogue, so the system cannot compare them. Have the legal office compare the later text: it applies if it is lighter, else the law of the day of the act does.',
    ask_unclear: 'The law changed after the act: then {old}; on {day} {now}. No rule says which is lighter. Say which one applies.',
    load_first: 'The later text is not in the catalogue; a list with it has to be published before a decision can rest on it.',
  },
  law_version_names: { act: 'The law of the day of the act', decision: 'The law of the day of decision' },
  penalty_asks: {
    base: 'Computed from: {base}. Give the amount that was found.', correctable: 'Can it still be put right', correctable_hint: 'The clause sets another fine when it cannot.', can: 'It can', cannot: 'It cannot',
    days: 'Days of the daily fine', days_hint: 'From the day after the order to correct to the day on which the re-inspection found it not carried out.', original: 'The original fine', party: 'For this kind of party: {kind}.',
    uncorrected: 'The re-inspection found it not corrected: the range for that applies.', not_uncorrected: 'No re-inspection found it uncorrected: the range for that does not apply.',
    computed: '{subject}, as found: {words}',
  },
  fine_whom: { any: 'Party', person: 'Person', organisation: 'Organisation', responsible_person: 'Person responsible' },
  pocket: { used: 'Offline: searching the copy on this device (version {version}, as of {day})' },
}
