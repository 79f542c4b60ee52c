export default {
  find: {
    hint: '用平常的话写看到了什么，也可以写编码、法规条款或拼音首字母。样本目录，非官方清单。',
    why: '依据：', look: '看条款和幅度', look_at: '看条款和幅度：{code}（在新标签页打开）', hits: '查找结果，按相符程度排列', from_record: '根据登记内容推荐',
    none: '没有找到。换一种说法，或写法规名称和条款。',
  },
  find_why: {
    code: '编码 {matched}', statute: '法规 {matched}', article: '第{matched}条', initials: '拼音首字母 {matched}', concept: '{entry}：{matched}', near: '近似“{entry}”：{matched}',
    words: '字面相符：{matched}', field: '领域 {matched}', choice: '执法人员常选',
  },
  lead_items: { title: '可能适用的事项', note: '按线索内容推荐，以核查为准', none: '从线索内容看不出适用哪个事项。' },
  law_time: {
    title: '行为时与决定时的法律', rule: '（从旧兼从轻，行政处罚法第三十七条）', at_act: '行为时', at_decision: '决定时', today: '今天', lighter: '较轻', applies: '适用', reason: '决定中写明：{reason}',
    unchanged: '行为时与今天（{day}）的规定相同。', unchanged_decided: '行为时与决定时（{day}）的规定相同，或没有作比较。',
    unknown: '{statute}已失效，取代它的条文还没有录入目录。须由法制机构对照新条文，并由作出决定的人在决定中写明适用哪一个。', unclear: '规定已经修改，两者轻重无法按规则比较，须由作出决定的人写明适用哪一个。',
    lighter_same: '规定已经修改，但轻重相同，适用行为时的规定。', lighter_act: '行为时的规定较轻，适用行为时的规定。', lighter_decision: '修改后的规定较轻，适用修改后的规定。',
    chosen_act: '决定适用行为时的规定。', chosen_decision: '决定适用修改后的规定。',
    successor: '由 {statute} 取代', no_successor: '取代它的法律不明', not_loaded: '条文未录入目录，幅度无法比较。', a_later_one: '其后的法律',
    version: '适用哪一个规定', why: '比较情况和理由', why_hint: '写明对照了哪些条文、哪个较轻、依据何在。',
    ask_unknown: '行为之后，{statute}已由{successor}取代，新条文不在目录中，系统无法比较轻重。请先由法制机构对照新条文：新规定较轻的适用新规定，否则适用行为时的规定。',
    ask_unclear: '规定在行为之后已经修改：行为时 {old}；{day} {now}。两者轻重无法按规则比较，请写明适用哪一个。',
    load_first: '新条文不在目录中，要先发布含新条文的目录，才能按它作出决定。',
  },
  law_version_names: { act: '行为时的规定', decision: '决定时的规定' },
  penalty_asks: {
    base: '按{base}计算，填查明的数额。', correctable: '是否尚可改正', correctable_hint: '条款按能否改正规定了不同的罚款。', can: '尚可改正', cannot: '无法改正',
    days: '按日连续处罚的天数', days_hint: '自责令改正之日的次日起，至复查发现拒不改正之日止。', original: '原处罚的罚款金额', party: '按当事人类型适用：{kind}。',
    uncorrected: '复查未改正，适用逾期不改正的幅度。', not_uncorrected: '没有复查未改正的记录，不适用逾期不改正的幅度。',
    computed: '{subject}按查明情况：{words}',
  },
  fine_whom: { any: '当事人', person: '个人', organisation: '单位', responsible_person: '直接责任人员' },
  pocket: { used: '离线：用本机目录（版本 {version}，截至 {day}）查找' },
}
