export default {
  roles: {
    officer: '执法人员', captain: '大队长', supervisor: '执法监督', reviewer: '法制审核', head: '局领导', finance: '财务', administrator: '系统管理员', department: '部门联络员',
  },
  stages: {
    verification: '核查中', filing_proposed: '待立案审批', investigation: '调查取证', under_review: '法制审核中', reviewed: '审核通过，待告知', notice_issued: '告知书待送达', notice_served: '告知已送达',
    decided: '决定书待送达', served: '待履行', fulfilled: '已履行，待结案', closure_proposed: '待结案审批', closed: '已结案，待归档', archived: '已归档', not_filed: '不予立案',
  },
  stage_sentences: {
    verification: '正在核查，证据初步固定后提请立案。', filing_proposed: '已提请立案，等待局领导审批。', investigation: '已立案，正在调查取证。', under_review: '调查终结，等待法制审核。',
    reviewed: '法制审核已通过，可以制作事先告知书。', notice_issued: '告知书已制作，等待送达当事人。', notice_served: '告知书已送达，当事人可以陈述、申辩或要求听证。', decided: '已作出决定，等待送达当事人。',
    served: '决定书已送达，等待当事人履行。', fulfilled: '已履行完毕，可以提请结案。', closure_proposed: '已提请结案，等待局领导审批。', closed: '已结案，等待归档。', archived: '案卷已归档，不再改动。', not_filed: '已决定不予立案。',
  },
  states: {
    verification: '正在核查，{due_on}前决定是否立案。证据初步固定后提请立案。', filing_proposed: '已提请立案，等待局领导审批。',
    investigation: '已于 {filed_on} 立案，正在调查取证；{decide_by}前应作出决定。', under_review: '调查终结，等待法制审核；{decide_by}前应作出决定。', reviewed: '法制审核已通过，可以制作事先告知书；{decide_by}前应作出决定。',
    notice_issued: '告知书已制作，等待送达当事人；{decide_by}前应作出决定。', notice_running: '告知书已于 {served_on} 送达，陈述申辩与听证期限至 {until}。', notice_over: '陈述申辩与听证期限已于 {until} 届满，等待局领导作出决定。',
    notice_waived: '当事人已书面放弃陈述申辩和听证，等待局领导作出决定。', decided: '决定书 {number} 已作出，{serve_by}前应送达当事人。', served: '决定书已送达，尚欠 {outstanding_fen}，{pay_by}前缴清。',
  },
  waiting_for: { officer: '等承办人', head: '等局领导', reviewer: '等法制审核', finance: '等财务', party: '等当事人', none: '' },
  acts: {
    record_visit: '登记现场检查', add_evidence: '添加证据', propose_filing: '提请立案', approve_filing: '批准立案', return_filing: '退回补充', decline_filing: '不予立案',
    order_correction: '责令改正', record_reinspection: '登记复查', report_investigation: '提交调查终结报告', review: '法制审核', issue_notice: '制作告知书', serve: '登记送达',
    record_statement: '登记当事人意见', record_waiver: '登记书面放弃', record_discussion: '登记集体讨论', decide: '作出决定', record_payment: '登记缴款', propose_closure: '提请结案',
    approve_closure: '批准结案', archive: '归档', dispatch: '派单', dismiss: '不派单', accept: '受理', return_referral: '退回移送',
  },
  events: {
    lead_received: '收到线索', lead_dispatched: '派单', lead_dismissed: '不派单', lead_case_opened: '线索转为案件',
    case_opened: '登记案件', visit_recorded: '登记现场检查', evidence_added: '添加证据', filing_proposed: '提请立案', filing_approved: '批准立案', filing_returned: '退回立案申请', filing_declined: '不予立案',
    correction_ordered: '责令改正', reinspection_recorded: '登记复查', investigation_reported: '提交调查终结报告', review_passed: '法制审核通过', review_returned: '法制审核退回', notice_issued: '制作事先告知书',
    document_served: '送达文书', statement_recorded: '登记陈述申辩', waiver_recorded: '登记书面放弃', discussion_recorded: '登记集体讨论', penalty_decided: '作出处罚决定', no_penalty_decided: '作出不予处罚决定',
    payment_recorded: '登记缴款', closure_proposed: '提请结案', case_closed: '批准结案', case_archived: '归档',
    referral_received: '部门移送', referral_accepted: '受理移送', referral_returned: '退回移送', lead_opened: '生成线索', result_fed_back: '反馈结果',
  },
  events_unknown: '其他记录',
  details: {
    number: '文号', opinion: '意见', reason: '理由', ground: '理由类别', filed_on: '立案日', decided_on: '决定日', due_on: '期限', served_on: '送达日', effective_on: '生效日', document: '文书', method: '方式',
    title: '内容', amount_fen: '金额', receipt_no: '票据', paid_on: '缴款日', note: '说明', result: '结果', content: '内容', conclusion: '结论', corrected: '已改正',
    inspected_on: '复查日', made_on: '提出日', signed_on: '签署日', acted_on: '行为日', department: '部门', requests_hearing: '要求听证', late_reason: '超期理由',
  },
  evidence_kinds: {
    documentary: '书证', physical: '物证', audiovisual: '视听资料', electronic: '电子数据', testimony: '证人证言', party_statement: '当事人的陈述', appraisal: '鉴定意见', record: '勘验、现场笔录',
  },
  penalty_kinds: {
    warning: '警告', criticism: '通报批评', fine: '罚款', confiscate_gains: '没收违法所得', confiscate_goods: '没收非法财物', suspend_licence: '暂扣许可证件', lower_qualification: '降低资质等级',
    revoke_licence: '吊销许可证件', restrict_operation: '限制开展生产经营活动', stop_business: '责令停产停业', close: '责令关闭', ban: '限制从业', detention: '行政拘留', other: '其他',
  },
  party_kinds: { person: '自然人', sole_trader: '个体工商户', organisation: '法人或其他组织' },
  origins: { lead: '线索派单', officer: '现场发现', referral: '部门移送' },
  decline_grounds: {
    minor_corrected: '轻微并及时改正，没有危害后果', first_slight_corrected: '初次违法，危害轻微并及时改正', no_fault: '当事人证明没有主观过错', no_facts: '没有违法事实', out_of_time: '已过追责时效', not_competent: '不属本局管辖', other: '其他',
  },
  no_penalty_grounds: {
    minor_corrected: '轻微并及时改正，没有危害后果', first_slight_corrected: '初次违法，危害轻微并及时改正', no_fault: '当事人证明没有主观过错', not_established: '违法事实不能成立', not_accountable: '未满十四周岁或无责任能力', out_of_time: '已过追责时效',
  },
  review_outcomes: { pass: '审核通过', return: '退回补正' },
  decision_outcomes: { penalty: '给予行政处罚', no_penalty: '不予行政处罚' },
  closure_grounds: { fulfilled: '处罚决定已履行', no_penalty: '不予处罚', other: '其他' },
  serve_documents: { notice: '行政处罚事先告知书', decision: '行政处罚决定书' },
  service_methods: { on_the_spot: '当场交付', direct: '直接送达', left: '留置送达', electronic: '电子送达', post: '邮寄送达', public_notice: '公告送达' },
  capacities: { party: '本人', family: '同住成年家属', representative: '法定代表人或负责人', agent: '代理人', mail_clerk: '收发人员', designated: '指定代收人' },
  preconditions: { none: '无前置条件', order_first: '须先责令改正，逾期不改才处罚', fine_after_order: '可先警告，逾期不改才罚款', order_then_heavier: '当场可罚，逾期不改加重' },
  documents: {
    filing_approval: '立案审批表', prior_notice: '行政处罚事先告知书', decision: '行政处罚决定书', no_penalty_decision: '不予行政处罚决定书', proof_of_service_notice: '送达回证（告知书）', proof_of_service_decision: '送达回证（决定书）', file_index: '卷内目录',
  },
  rules: {
    verification: '线索核查期限', case_limit: '办案期限', statement: '陈述申辩期限', hearing_request: '要求听证期限', decision_service: '决定书送达期限', publication: '公示期限', payment: '缴款期限', limitation: '追责时效',
    public_notice: '公告送达期限', correction: '改正期限', link_completeness: '移送材料补正期限', link_acceptance: '移送答复期限', link_result: '结果反馈期限', closure: '结案期限', reminder_lead: '提醒提前量',
  },
}
