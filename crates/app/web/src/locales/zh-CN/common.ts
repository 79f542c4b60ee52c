export default {
  common: {
    system: '系统', true: '是', false: '否',
    product: '一执', none: '—', unnamed: '未命名', why: '为什么', why_about: '为什么：{about}', more: '加载更多', cancel: '取消',
    shown: '已显示 {count} 条', shown_all: '共 {count} 条，已全部显示', cases: '{count} 件', pieces: '{count} 份',
    dot_separator: ' · ', sentence_gap: '', list_separator: '、', clause_separator: '；', bracketed: '（{text}）', new_tab: '（在新标签页打开）',
  },
  titles: {
    'sign-in': '登录', work: '我的工作', approvals: '审批', board: '指挥台', leads: '线索', 'lead-new': '登记线索', lead: '线索',
    cases: '案件', 'case-new': '现场发现立案登记', case: '案件', links: '链条', referrals: '我的移送', 'link-new': '移送线索', link: '移送',
    catalogue: '事项目录', item: '执法事项', statutes: '法律法规', statute: '法律法规', boundary: '职责边界', editions: '目录版本', edition: '目录版本', learned: '检索学习',
    events: '事件记录', inbox: '消息', 'not-found': '没有这个页面',
  },
  nav: { work: '我的工作', board: '指挥台', approvals: '审批', referrals: '我的移送', leads: '线索', cases: '案件', links: '链条', catalogue: '事项目录', events: '事件记录' },
  shell: {
    skip: '跳到正文', main_navigation: '主导航', inbox_unread: '消息，{count} 条未读', sign_out: '退出登录', offline: '离线：可以继续填写，内容保存在本机，联网后再提交。',
    other_language: 'English', other_language_label: 'Switch to English',
  },
  trial: {
    label: '试用提示', banner: '试用库：人员与案件均为虚构，请勿录入真实信息', today: '试用日期', move: '调整日期', hint: '试用库的日期只能往后调，期限会随之变化。',
    one_day: '往后 1 天', one_week: '往后 1 周（7 天）', custom: '往后这么多天', custom_label: '天数', moved: '试用日期已调到 {day}',
  },
  sign_in: {
    title: '登录一执', login: '账号', password: '密码', enter: '登录', trial_accounts: '试用账号', trial_hint: '点一下即可登录。人员均为虚构。',
  },
  page_state: {
    loading: '正在读取…', empty: '这里还没有内容。', no_match: '没有符合的案件。', retry: '再试一次', home: '回到首页',
    down: '连不上服务器', down_remedy: '请检查网络后再试一次。', forbidden: '您没有权限查看', missing: '没有找到', failed: '读取失败',
  },
  problem: {
    unknown: '没有办成，原因未知。', unknown_remedy: '请再试一次；仍不成功请联系管理员。',
    unreachable: '没有收到服务器的答复。', unreachable_remedy: '请检查网络后再次提交，不会重复办理。填写的内容已保存在本机。',
  },
  not_found: { title: '没有这个页面', text: '地址可能有误，或内容已不在这里。' },
  form: {
    optional: '（选填）', choose: '请选择', pick_day: '选择日期', day_format: 'YYYY年M月D日', pick_time: '时:分', today: '今天', now: '现在', yuan: '元',
    restored: '已恢复本机 {at} 未提交的内容。', discard: '清空重填', later: '稍后再办', send_again: '再次提交',
    stale: '内容已被他人更新，页面已刷新，请核对后再提交。', stale_by: '已有更新：{entries}。请核对后再提交。',
    stale_entry: '{who}于{at}{what}', stale_kept: '您填写的内容还在。',
  },
  faults: {
    required: '请填写此项。', two_officers: '请选两名不同的执法人员。', number: '请填写整数。',
    money_empty: '请填写金额。', money_shape: '请只填写数字，例如 5000 或 5000.50。', money_precision: '金额最多到分，即小数点后两位。',
    money_negative: '金额不能为负数。', money_too_large: '金额过大，请核对。',
  },
  acts_panel: {
    more: '更多操作（{count}）', nothing: '目前没有需要您办理的事项。', closed: '暂不能办理 {count} 项', done: '已完成：{act}',
  },
  deadline: {
    left_working_days: '还剩 {days} 个工作日', left_calendar_days: '还剩 {days} 天', overdue_working_days: '已超期 {days} 个工作日', overdue_calendar_days: '已超期 {days} 天',
    today: '今天到期', met: '已完成', missed: '逾期完成', ended: '已届满', before: '{day}前', unnamed: '期限',
    provisional: '跨入尚未公布节假日安排的年份，公布后将重新计算。', provisional_short: '暂定，待公布节假日安排',
    counted_working_days: '自 {base} 的次日起算 {amount} 个工作日。', counted_calendar_days: '自 {base} 的次日起算 {amount} 个自然日。', counted_months: '自 {base} 起算 {amount} 个月，到相应日为止。',
    counted_years: '自 {base} 起算 {amount} 年，到相应日为止。', counted_hours: '自 {base} 起算 {amount} 小时，夜间和节假日计入。', counted_fen: '自 {base} 起算。',
    rest_days: '周六、周日和法定节假日不计，调休上班日计入。', rolled: '算得 {from}，为休息日，顺延到 {due}。', last_day: '最后一日：{due}。', of_party: '这是当事人的期限。',
    unconfirmed: '这一期限数值未经本局确认。', calendar: '节假日安排版本：{version}',
  },
  timeline: { title: '时间线', hash: '第 {version} 条 · …{tail}' },
  inbox: { title: '消息', none: '没有消息。', unread: '未读：', mark_read: '标为已读', unnamed: '有一条新消息' },
  inbox_kinds: { deadline: '期限提醒' },
  inbox_texts: {
    deadline_soon: '{rule}快到了：{due_on}前', deadline_today: '{rule}今天到期', deadline_over: '{rule}已于 {due_on} 届满，尚未办理', deadline_ended: '当事人的{rule}已于 {due_on} 届满，可以办理下一步',
  },
}
