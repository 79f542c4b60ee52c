export default {
  links: {
    title: '审批—监管—执法链条', own_title: '我的移送', new: '移送线索', new_title: '移送线索', counts: '各状态数量', state: '状态', any_state: '全部状态', any_department: '全部部门',
    none: '没有符合条件的移送。', own_none: '还没有移送过线索。', send: '移送', sent: '已移送，等待执法局答复。', finding_hint: '写明检查发现的情况和已做的处理。',
    urgent_question: '是否紧急', permit_question: '当事人是否持有相关许可', permit_no: '许可证号', approval_item: '审批事项', holder: '持有人', granted_on: '发证日期', item: '涉嫌违反的执法事项',
  },
  link: {
    one: '移送', urgent: '紧急', party: '当事人', finding: '监管发现', found_on: '发现日期', place: '地点', department: '移送部门', referred_at: '移送时间', referred_on: '{day} 移送',
    approval: '许可', granted_on: '{day} 发证', item: '执法事项', chain: '链条', content: '移送内容', open_step: '查看', answer_by: '{day}前答复', answer_late: '答复已过 {day}',
  },
  link_states: { referred: '待受理', accepted: '已受理', returned: '已退回', filed: '已立案', not_filed: '未立案', decided: '已决定', fed_back: '已反馈' },
  link_sentences: {
    referred: '等待执法局受理或退回。', accepted: '执法局已受理，正在核查。', returned: '执法局已退回，请看退回理由。', filed: '已立案，正在调查。', not_filed: '核查后未立案，已告知移送部门。',
    decided: '已作出决定，已告知移送部门。', fed_back: '已结案并反馈，链条闭合。',
  },
  chain_steps: { approval: '审批', supervision: '监管', referral: '移送', lead: '线索', case: '立案', decision: '决定', feedback: '反馈' },
  chain_states: { done: '完成', waiting: '等待', absent: '无', broken: '中断' },
  chain_texts: { approval: '{item}，{permit_no}', supervision: '{text}', referral: '{department}移送', case: '{number}', decision: '{number}', feedback: '{number}' },
  results: { lead_dismissed: '线索未派单', filed: '已立案', not_filed: '不予立案', decided: '已作出处罚决定', decided_no_penalty: '已作出不予处罚决定', closed: '已结案' },
  return_grounds: { not_in_catalogue: '不在事项目录内', no_jurisdiction: '不属本局管辖', insufficient: '材料不足且无法补正', out_of_time: '已过追责时效' },
  events_page: {
    title: '事件记录', hint: '每一步都记入，只增不改；每条的校验值由上一条算出，改动会被发现。', kind: '类型', any_kind: '全部类型', none: '没有符合条件的记录。',
    position: '序号', at: '时间', what: '事件', subject: '对象', who: '经办人', hash: '校验值', version: '{kind} · 第 {version} 条',
  },
  subjects: { case: '案件', lead: '线索', link: '移送' },
}
