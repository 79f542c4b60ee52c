//! The columns of the template.

/// A column: its name in our files, its Chinese heading, and what belongs in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Name in our files and in the API.
    pub id: &'static str,
    /// Heading of the template.
    pub chinese: &'static str,
    /// Whether the cell must be filled.
    pub required: bool,
    /// What belongs in it, for the second sheet of the template.
    pub help: &'static str,
}

const fn column(id: &'static str, chinese: &'static str, required: bool, help: &'static str) -> Column {
    Column {
        id,
        chinese,
        required,
        help,
    }
}

/// All columns, in the order of the template.
pub const COLUMNS: [Column; 33] = [
    column("code", "事项代码", true, "字母、数字、短横线，最长32位，不得重复"),
    column("field", "领域编号", true, "两位数字，须在本系统领域表中"),
    column("serial", "序号", true, "领域内序号，整数"),
    column("name", "事项名称", true, "对……的行政处罚"),
    column(
        "basis_role",
        "依据类别",
        true,
        "罚则、义务、强制措施；多条用 | 分隔，至少一条罚则",
    ),
    column(
        "basis_statute",
        "法律依据",
        true,
        "法律法规名称，须在法规表中；一个名称适用于全部条款",
    ),
    column(
        "basis_version",
        "依据版本",
        false,
        "通过或修正日期，如 2016-02-06；须与法规表一致",
    ),
    column(
        "basis_article",
        "条款项",
        true,
        "如 第四十五条第一款第（二）项；条须在法规表中",
    ),
    column(
        "penalty_kinds",
        "处罚种类",
        true,
        "警告、通报批评、罚款、没收违法所得……，用 | 分隔",
    ),
    column("party", "处罚对象", true, "个人、单位、单位和个人、未限定"),
    column(
        "fine_subject",
        "罚款对象",
        false,
        "当事人、个人、单位、责任人员；每档一个，用 | 分隔",
    ),
    column(
        "fine_condition",
        "罚款条件",
        false,
        "无条件、基数达到、基数不足、逾期不改、可以改正、不能改正",
    ),
    column(
        "fine_threshold",
        "条件金额",
        false,
        "“基数达到”“基数不足”的金额，元",
    ),
    column("fine_min", "罚款下限", false, "数字；条款只有上限的填 0"),
    column("fine_max", "罚款上限", false, "数字；条款只有下限的留空"),
    column("fine_unit", "罚款单位", false, "元、倍、%、按日"),
    column(
        "fine_per",
        "计量单位",
        false,
        "按单位计罚时填：平方米、立方米、吨、株、只、人、公顷、平方米·日",
    ),
    column(
        "fine_base",
        "计算基数",
        false,
        "条款所定基数、违法所得、货值金额、工程造价、合同价款、违法收入、直接损失",
    ),
    column(
        "precondition",
        "前置条件",
        true,
        "无、先责令改正、逾期不改正方可罚款、逾期不改正从重",
    ),
    column(
        "measures",
        "强制措施",
        false,
        "查封、扣押、先行登记保存，用 | 分隔",
    ),
    column("transfer_scope", "划转范围", false, "全部、部分；留空为全部"),
    column("supervisor", "监管部门", false, "部门代码；留空为领域的划出部门"),
    column("profile", "程序规定", false, "GEN、SAMR 等；留空按领域"),
    column("hearing_person", "听证起点个人", false, "元；留空按一般标准"),
    column(
        "hearing_organisation",
        "听证起点单位",
        false,
        "元；留空按一般标准",
    ),
    column("limitation_years", "追责年限", false, "法律另有规定时填，年"),
    column("suit_days", "起诉期限", false, "法律另有规定时填，天"),
    column("no_penalty", "不予处罚清单", false, "清单条目编号，用 | 分隔"),
    column("inspections", "检查事项", false, "检查事项编号，用 | 分隔"),
    column("effective_from", "生效日期", false, "留空为清单发布的生效日"),
    column("effective_to", "失效日期", false, "最后有效日"),
    column("successor", "承接事项", false, "承接的事项代码"),
    column("note", "备注", false, "部分划转的范围等"),
];

/// The column of a heading, in Chinese or by its name in our files.
#[must_use]
pub fn column_of(heading: &str) -> Option<&'static Column> {
    let heading = heading.trim().trim_start_matches('\u{feff}');
    COLUMNS
        .iter()
        .find(|column| column.id == heading || column.chinese == heading)
}

/// Words of the conditions of a branch: name in our files and Chinese.
pub(super) const CONDITIONS: [(&str, &str); 6] = [
    ("always", "无条件"),
    ("base_at_least", "基数达到"),
    ("base_below", "基数不足"),
    ("uncorrected", "逾期不改"),
    ("correctable", "可以改正"),
    ("not_correctable", "不能改正"),
];

/// Words of the units of a range.
pub(super) const RANGE_UNITS: [(&str, &str); 4] = [
    ("yuan", "元"),
    ("multiple", "倍"),
    ("percent", "%"),
    ("daily", "按日"),
];
