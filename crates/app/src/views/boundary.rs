//! The boundary list as shown.

use crate::{
    catalogue::Shown,
    error::{Answer, ApiError},
    parts::Parts,
};
use chrono::NaiveDate;
use rocket::http::Status;
use serde::Serialize;
use utoipa::ToSchema;
use yizhi_domain::{
    Day,
    catalogue::boundary::{Body, BoundaryRole, BoundaryRule, Competence, Finding, FindingKind},
    id::{ItemCode, StationCode},
    party::PartyKind,
    place::{Datum, PointInput},
};

/// Who is competent.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CompetenceView {
    /// The day.
    pub on: NaiveDate,
    /// The station area the place lies in.
    pub station: Option<String>,
    /// Who leads; absent: a gap.
    pub lead: Option<BodyView>,
    /// Others that the list lets lead, of lower rank.
    pub outranked: Vec<BodyView>,
    /// Others of the same rank: an open overlap.
    pub open: Vec<BodyView>,
    /// Who helps.
    pub help: Vec<BodyView>,
    /// Who supervises.
    pub supervise: Vec<BodyView>,
}

/// A body with its duty.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct BodyView {
    /// The line.
    pub rule: String,
    /// Who.
    pub name: String,
    /// Kind and code.
    pub body: Body,
    /// What must be done.
    pub duty: String,
    /// What it rests on.
    pub article: String,
    /// Rank among those that lead.
    pub rank: u32,
}

/// A line of the list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct BoundaryRow {
    /// Role.
    pub role: BoundaryRole,
    /// Body and duty.
    #[serde(flatten)]
    pub body: BodyView,
    /// Names of fields; empty: any.
    pub fields: Vec<String>,
    /// Codes of items; empty: any.
    #[schema(value_type = Vec<String>)]
    pub items: Vec<ItemCode>,
    /// Names of stations; empty: any.
    pub stations: Vec<String>,
    /// Kinds of party; empty: any.
    pub parties: Vec<PartyKind>,
    /// First day.
    pub effective_from: Option<NaiveDate>,
    /// Last day.
    pub effective_to: Option<NaiveDate>,
}

/// A gap or an overlap.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FindingView {
    /// What.
    pub kind: FindingKind,
    /// The lines that lead, the first in rank first.
    pub leads: Vec<BodyView>,
    /// The items.
    pub items: Vec<FoundItem>,
    /// Names of the station areas; empty when it is everywhere.
    pub stations: Vec<String>,
    /// Kinds of party; empty when it is for all.
    pub parties: Vec<PartyKind>,
    /// From this day.
    pub from: NaiveDate,
    /// To this day.
    pub to: Option<NaiveDate>,
}

/// An item of a finding.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FoundItem {
    /// Code.
    #[schema(value_type = String)]
    pub code: ItemCode,
    /// Name.
    pub name: String,
}

/// The station whose area a point lies in.
pub fn station_at(parts: &Parts, lng: f64, lat: f64) -> Answer<Option<StationCode>> {
    let point = PointInput {
        datum: Datum::Wgs84,
        lng,
        lat,
    };
    let point = point
        .to_wgs84()
        .map_err(|error| ApiError::bad(Status::BadRequest, "place.bad_point", error))?;
    Ok(parts.coverage.locate(point).map(|found| found.station))
}

fn body(parts: &Parts, rule: &BoundaryRule, station: Option<&StationCode>) -> BodyView {
    let name = match &rule.body {
        Body::Brigade(code) => parts.county.brigade_name(code).to_owned(),
        Body::Department(code) => parts.county.department_name(code).to_owned(),
        Body::Station => station.map_or_else(
            || "所在片区的联勤工作站".to_owned(),
            |code| parts.county.station_name(code).to_owned(),
        ),
    };
    BodyView {
        rule: rule.id.clone(),
        name,
        body: rule.body.clone(),
        duty: rule.duty.clone(),
        article: rule.article.clone(),
        rank: rule.rank,
    }
}

/// Who is competent, as shown.
#[must_use]
pub fn competence(
    parts: &Parts,
    found: &Competence<'_>,
    station: Option<&StationCode>,
    on: Day,
) -> CompetenceView {
    let all = |rules: &[&BoundaryRule]| rules.iter().map(|rule| body(parts, rule, station)).collect();
    CompetenceView {
        on,
        station: station.map(|code| parts.county.station_name(code).to_owned()),
        lead: found.lead.map(|rule| body(parts, rule, station)),
        outranked: all(&found.outranked),
        open: all(&found.open),
        help: all(&found.help),
        supervise: all(&found.supervise),
    }
}

/// A line, as shown.
#[must_use]
pub fn row(parts: &Parts, shown: &Shown, rule: &BoundaryRule) -> BoundaryRow {
    let field = |no: &yizhi_domain::id::FieldNo| {
        shown
            .catalogue
            .field(no)
            .map_or_else(|| no.to_string(), |field| field.name.clone())
    };
    BoundaryRow {
        role: rule.role,
        body: body(parts, rule, None),
        fields: rule.fields.iter().map(field).collect(),
        items: rule.items.iter().cloned().collect(),
        stations: rule
            .stations
            .iter()
            .map(|code| parts.county.station_name(code).to_owned())
            .collect(),
        parties: rule.parties.iter().copied().collect(),
        effective_from: rule.effective_from,
        effective_to: rule.effective_to,
    }
}

/// A finding, as shown.
#[must_use]
pub fn finding(parts: &Parts, shown: &Shown, finding: &Finding) -> FindingView {
    let list = &shown.catalogue.boundary;
    let everywhere = finding.stations.len() == parts.county.stations.len();
    let stations = if everywhere { &[][..] } else { &finding.stations };
    let parties = if finding.parties.len() == 3 {
        Vec::new()
    } else {
        finding.parties.clone()
    };
    FindingView {
        kind: finding.kind,
        leads: finding
            .rules
            .iter()
            .filter_map(|id| list.rule(id))
            .map(|rule| body(parts, rule, None))
            .collect(),
        items: finding
            .items
            .iter()
            .map(|code| FoundItem {
                code: code.clone(),
                name: shown
                    .catalogue
                    .item(code)
                    .map_or_else(String::new, |item| item.name.clone()),
            })
            .collect(),
        stations: stations
            .iter()
            .map(|code| parts.county.station_name(code).to_owned())
            .collect(),
        parties,
        from: finding.from,
        to: finding.to,
    }
}
