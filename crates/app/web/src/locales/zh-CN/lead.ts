export default {
  lead: {
    new_title: '登记线索', one: '线索', registered: '线索已登记，等待派单。', register: '登记线索', source: '来源', text: '反映的情况', text_hint: '何时、何地、谁、什么情况。',
    happened_on: '发生日期', field: '领域', field_hint: '知道就选，用来归口到大队。', reporter: '举报人信息（选填）', reporter_hint: '单独保管，只有派单的大队长可查看，每次查看留痕；不存入本机草稿。',
    reporter_name: '姓名', reporter_phone: '电话', reporter_short: '举报人', reporter_kept: '已留信息，单独保管。', reporter_show: '查看', reporter_confirm: '查看举报人信息会记入记录，确定查看？',
    place: '地点', station: '工作站', station_guess: '（位置不确切，按就近推定）', brigade: '大队', received_at: '收到时间', officers: '执法人员', map: '线索位置',
    received_on: '{day}收到', verify_by: '{day}前核查', verify_late: '核查已过 {day}', to_case: '查看案件',
  },
  leads: { title: '线索', search: '内容或地址', none: '没有符合条件的线索。' },
  board: {
    title: '指挥台', view: '视图', list: '列表', map: '地图', queue: '待处理', leads: '线索', links: '部门移送（{count}）', state: '状态', any_state: '全部状态', only_station: '只看该工作站',
    no_leads: '没有符合条件的线索。', no_links: '没有待受理的移送。', back: '返回列表', facts: '线索详情', open_page: '打开详情', stations: '各工作站负荷', load: '线索 {leads} · 在办 {cases} · {officers} 人',
  },
  lead_states: { received: '待派单', dispatched: '已派单', dismissed: '不派单' },
  lead_sentences: {
    received: '等待大队长派单。', dispatched: '已派给两名执法人员核查。', dismissed: '已决定不派单。',
  },
  sources: {
    complaint: '投诉', report: '举报', inspection: '检查发现', referral: '部门移送', assigned: '上级交办', hotline: '12345 热线', grid: '网格上报', monitoring: '非现场监测', media: '媒体反映', other: '其他',
  },
  dismiss_grounds: { no_breach: '不构成违法', duplicate: '重复线索', not_competent: '不属本局管辖', unfounded: '明显不实' },
}
