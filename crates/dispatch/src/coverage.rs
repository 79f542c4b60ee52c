//! Which station's area a point lies in.

use geo::{BoundingRect, Distance, Euclidean, Intersects, MultiPolygon, Point};
use rstar::{
    AABB, RTree,
    primitives::{GeomWithData, Rectangle},
};
use yizhi_domain::{county::Areas, id::StationCode, place::Wgs84};

/// A station found for a point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The station.
    pub station: StationCode,
    /// False when the point lies in no area and this is only the nearest.
    pub exact: bool,
}

/// The areas of all stations, ready to be asked.
pub struct Coverage {
    areas: Vec<(StationCode, MultiPolygon<f64>)>,
    boxes: RTree<GeomWithData<Rectangle<[f64; 2]>, usize>>,
}

/// An area that cannot be read; the county loader checks them, so this is a fault of stored data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadArea(pub StationCode);

impl std::fmt::Display for BadArea {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the area of station {} is no polygon", self.0)
    }
}

impl std::error::Error for BadArea {}

impl Coverage {
    /// Reads the areas of a county, in order of station code.
    pub fn try_new(areas: &Areas) -> Result<Self, BadArea> {
        let mut read = Vec::with_capacity(areas.stations.len());
        let mut boxes = Vec::with_capacity(areas.stations.len());
        for (code, text) in &areas.stations {
            let shape = polygon(text).ok_or_else(|| BadArea(code.clone()))?;
            let bounds = shape.bounding_rect().ok_or_else(|| BadArea(code.clone()))?;
            let corners = Rectangle::from_corners(bounds.min().into(), bounds.max().into());
            boxes.push(GeomWithData::new(corners, read.len()));
            read.push((code.clone(), shape));
        }
        Ok(Self {
            areas: read,
            boxes: RTree::bulk_load(boxes),
        })
    }

    /// The station of a point. On a shared border it is the one with the smaller code, so that a point
    /// belongs to exactly one; outside every area it is the nearest. `None` when there are no areas.
    #[must_use]
    pub fn locate(&self, place: Wgs84) -> Option<Found> {
        let point = Point::new(place.lng, place.lat);
        let near = self
            .boxes
            .locate_in_envelope_intersecting(&AABB::from_point([place.lng, place.lat]));
        let inside = near
            .filter_map(|entry| self.areas.get(entry.data))
            .filter(|(_, shape)| shape.intersects(&point))
            .map(|(code, _)| code)
            .min();
        if let Some(station) = inside {
            return Some(Found {
                station: station.clone(),
                exact: true,
            });
        }
        let distance = |shape: &MultiPolygon<f64>| Euclidean.distance(&point, shape);
        let nearest = self
            .areas
            .iter()
            .min_by(|(_, a), (_, b)| distance(a).total_cmp(&distance(b)));
        nearest.map(|(code, _)| Found {
            station: code.clone(),
            exact: false,
        })
    }
}

fn polygon(text: &str) -> Option<MultiPolygon<f64>> {
    let geometry: geojson::Geometry = text.parse().ok()?;
    MultiPolygon::try_from(geometry.clone()).ok().or_else(|| {
        geo::Polygon::try_from(geometry)
            .ok()
            .map(|one| MultiPolygon::new(vec![one]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(from: f64, to: f64) -> String {
        format!(
            r#"{{"type":"Polygon","coordinates":[[[{from},0],[{to},0],[{to},1],[{from},1],[{from},0]]]}}"#
        )
    }

    fn coverage() -> Coverage {
        let code = |text| StationCode::try_new(text).unwrap();
        let stations = [(code("S01"), square(0.0, 1.0)), (code("S02"), square(1.0, 2.0))];
        Coverage::try_new(&Areas {
            stations: stations.into_iter().collect(),
            boundary: String::new(),
        })
        .unwrap()
    }

    fn locate(lng: f64, lat: f64) -> (String, bool) {
        let found = coverage().locate(Wgs84 { lng, lat }).unwrap();
        (found.station.to_string(), found.exact)
    }

    #[test]
    fn inside_on_the_border_and_outside() {
        assert_eq!(locate(0.5, 0.5), ("S01".into(), true));
        assert_eq!(locate(1.5, 0.5), ("S02".into(), true));
        assert_eq!(
            locate(1.0, 0.5),
            ("S01".into(), true),
            "a shared border belongs to the smaller code"
        );
        assert_eq!(locate(5.0, 0.5), ("S02".into(), false));
    }
}
