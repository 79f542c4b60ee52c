//! Places carry their datum in the type: a GCJ-02 point is half a kilometre from the same WGS-84 numbers.

use serde::{Deserialize, Serialize};
use std::f64::consts::PI;
use utoipa::ToSchema;

/// Which datum the numbers are in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Datum {
    /// WGS-84, within centimetres CGCS2000; what is kept.
    Wgs84,
    /// GCJ-02, of Chinese map applications.
    Gcj02,
    /// BD-09, of one of them.
    Bd09,
}

/// A point as typed in, with its datum named.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PointInput {
    /// Datum of the two numbers.
    pub datum: Datum,
    /// Longitude in degrees.
    pub lng: f64,
    /// Latitude in degrees.
    pub lat: f64,
}

/// A point in WGS-84.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Wgs84 {
    /// Longitude in degrees.
    pub lng: f64,
    /// Latitude in degrees.
    pub lat: f64,
}

/// A point in GCJ-02.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gcj02 {
    /// Longitude in degrees.
    pub lng: f64,
    /// Latitude in degrees.
    pub lat: f64,
}

/// A point in BD-09.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bd09 {
    /// Longitude in degrees.
    pub lng: f64,
    /// Latitude in degrees.
    pub lat: f64,
}

/// Not a place on Earth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("place.bad_point: a longitude is -180 to 180 and a latitude -90 to 90 degrees")]
pub struct BadPoint;

impl PointInput {
    /// The point in WGS-84.
    pub fn to_wgs84(self) -> Result<Wgs84, BadPoint> {
        let Self { datum, lng, lat } = self;
        if !(-180.0..=180.0).contains(&lng) || !(-90.0..=90.0).contains(&lat) {
            return Err(BadPoint);
        }
        Ok(match datum {
            Datum::Wgs84 => Wgs84 { lng, lat },
            Datum::Gcj02 => Gcj02 { lng, lat }.to_wgs84(),
            Datum::Bd09 => Bd09 { lng, lat }.to_gcj02().to_wgs84(),
        })
    }
}

// Parameters of the published GCJ-02 offset on the Krasovsky ellipsoid.
const SEMI_MAJOR_M: f64 = 6_378_245.0;
const ECCENTRICITY_SQUARED: f64 = 0.006_693_421_622_965_943;
const BD_TURN: f64 = PI * 3000.0 / 180.0;

/// The GCJ-02 offset at a WGS-84 point, in degrees (longitude, latitude).
fn offset(lng: f64, lat: f64) -> (f64, f64) {
    let (x, y) = (lng - 105.0, lat - 35.0);
    let wave = (20.0 * (6.0 * x * PI).sin() + 20.0 * (2.0 * x * PI).sin()) * 2.0 / 3.0;
    let north = -100.0
        + 2.0 * x
        + 3.0 * y
        + 0.2 * y * y
        + 0.1 * x * y
        + 0.2 * x.abs().sqrt()
        + wave
        + (20.0 * (y * PI).sin() + 40.0 * (y / 3.0 * PI).sin()) * 2.0 / 3.0
        + (160.0 * (y / 12.0 * PI).sin() + 320.0 * (y * PI / 30.0).sin()) * 2.0 / 3.0;
    let east = 300.0
        + x
        + 2.0 * y
        + 0.1 * x * x
        + 0.1 * x * y
        + 0.1 * x.abs().sqrt()
        + wave
        + (20.0 * (x * PI).sin() + 40.0 * (x / 3.0 * PI).sin()) * 2.0 / 3.0
        + (150.0 * (x / 12.0 * PI).sin() + 300.0 * (x / 30.0 * PI).sin()) * 2.0 / 3.0;
    let phi = lat.to_radians();
    let magic = 1.0 - ECCENTRICITY_SQUARED * phi.sin().powi(2);
    let meridian = SEMI_MAJOR_M * (1.0 - ECCENTRICITY_SQUARED) / (magic * magic.sqrt());
    let parallel = SEMI_MAJOR_M / magic.sqrt() * phi.cos();
    ((east / parallel).to_degrees(), (north / meridian).to_degrees())
}

impl Wgs84 {
    /// To GCJ-02.
    #[must_use]
    pub fn to_gcj02(self) -> Gcj02 {
        let (east, north) = offset(self.lng, self.lat);
        Gcj02 {
            lng: self.lng + east,
            lat: self.lat + north,
        }
    }
}

impl Gcj02 {
    /// To WGS-84, by fixed-point iteration; within a millimetre after a few rounds.
    #[must_use]
    pub fn to_wgs84(self) -> Wgs84 {
        let mut guess = Wgs84 {
            lng: self.lng,
            lat: self.lat,
        };
        for _ in 0..8 {
            let shown = guess.to_gcj02();
            guess = Wgs84 {
                lng: guess.lng + self.lng - shown.lng,
                lat: guess.lat + self.lat - shown.lat,
            };
        }
        guess
    }
    /// To BD-09.
    #[must_use]
    pub fn to_bd09(self) -> Bd09 {
        let radius = self.lng.hypot(self.lat) + 0.000_02 * (self.lat * BD_TURN).sin();
        let angle = self.lat.atan2(self.lng) + 0.000_003 * (self.lng * BD_TURN).cos();
        Bd09 {
            lng: radius * angle.cos() + 0.0065,
            lat: radius * angle.sin() + 0.006,
        }
    }
}

impl Bd09 {
    /// To GCJ-02.
    #[must_use]
    pub fn to_gcj02(self) -> Gcj02 {
        let (x, y) = (self.lng - 0.0065, self.lat - 0.006);
        let radius = x.hypot(y) - 0.000_02 * (y * BD_TURN).sin();
        let angle = y.atan2(x) - 0.000_003 * (x * BD_TURN).cos();
        Gcj02 {
            lng: radius * angle.cos(),
            lat: radius * angle.sin(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-8
    }

    #[test]
    fn published_values() {
        let gcj = Wgs84 {
            lng: 120.55,
            lat: 27.53,
        }
        .to_gcj02();
        assert!(
            near(gcj.lng, 120.553_953_068) && near(gcj.lat, 27.526_674_577),
            "{gcj:?}"
        );
        let bd = Gcj02 {
            lng: 120.55,
            lat: 27.53,
        }
        .to_bd09();
        assert!(
            near(bd.lng, 120.556_581_274) && near(bd.lat, 27.535_689_028),
            "{bd:?}"
        );
    }

    #[test]
    fn there_and_back() {
        let start = Wgs84 {
            lng: 120.55,
            lat: 27.53,
        };
        let back = start.to_gcj02().to_wgs84();
        assert!(near(back.lng, start.lng) && near(back.lat, start.lat), "{back:?}");
        let bad = PointInput {
            datum: Datum::Wgs84,
            lng: 200.0,
            lat: 0.0,
        };
        assert_eq!(bad.to_wgs84(), Err(BadPoint));
        let nan = PointInput {
            datum: Datum::Wgs84,
            lng: f64::NAN,
            lat: 0.0,
        };
        assert_eq!(nan.to_wgs84(), Err(BadPoint));
    }
}
