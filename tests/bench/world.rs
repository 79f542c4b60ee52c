//! The application as the bench sees it.

use rocket::{
    http::{ContentType, Header, Status},
    local::asynchronous::Client,
};
use serde_json::json;
use std::path::Path;
use uuid::Uuid;
use yizhi_app::{
    build,
    parts::Parts,
    start::{self, Places},
    usecases::open_case::open_case,
};
use yizhi_casework::case::{OpenCase, Origin};
use yizhi_domain::{
    id::{BrigadeCode, PersonId},
    permit::Actor,
    text::{Line, Prose},
};

/// The county's folder, seen from this crate.
pub(crate) const COUNTY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/counties/330383");

pub(crate) struct World {
    parts: Parts,
    actor: Actor,
}

pub(crate) struct Reader {
    client: Client,
}

impl World {
    pub(crate) async fn start(database: &str, folder: &Path) -> Self {
        let places = Places {
            database: database.to_owned(),
            files: folder.to_owned(),
            county: COUNTY.into(),
        };
        let clock = "2026-07-20T09:00:00+08:00".parse().expect("a moment");
        let parts = start::parts(&places, true, Some(clock), false)
            .await
            .expect("the parts");
        let officer = PersonId::try_new("P0001").expect("an id");
        let actor = Actor::of(parts.county.roster.person(&officer).expect("the officer"));
        Self { parts, actor }
    }

    /// Opens a case; the rules, the journal, the projections and the outbox are all in it.
    pub(crate) async fn open(&self, case: Uuid) {
        let officer = |id: &str| PersonId::try_new(id).expect("an id");
        let open = OpenCase {
            origin: Origin::Officer,
            source: "inspection".to_owned(),
            summary: Prose::try_new("无证经营燃气，现场存放液化气钢瓶").expect("text"),
            address: Line::try_new("示例路1号").expect("text"),
            point: None,
            happened_on: None,
            brigade: BrigadeCode::try_new("B3").expect("a code"),
            station: None,
            handlers: vec![officer("P0001"), officer("P0002")],
        };
        open_case(&self.parts, &self.actor, case, case, open)
            .await
            .expect("an open case");
    }

    /// `tasks` clients, each opening `each` cases.
    pub(crate) async fn open_at_once(&self, tasks: u32, each: u32) {
        let work = (0..tasks).map(|_| async move {
            for _ in 0..each {
                self.open(<Uuid as super::Now>::now()).await;
            }
        });
        rocket::futures::future::join_all(work).await;
    }

    pub(crate) async fn reader(&self) -> Reader {
        let config = rocket::Config {
            log_level: rocket::config::LogLevel::Off,
            ..rocket::Config::release_default()
        };
        let client = Client::tracked(build(&config, self.parts.clone()))
            .await
            .expect("a client");
        let sign_in = json!({"login": "officer1", "password": yizhi_app::trial::PASSWORD}).to_string();
        let request = client
            .post("/api/session")
            .header(ContentType::JSON)
            .body(sign_in);
        let answer = request
            .header(Header::new("X-Yizhi-Client", "bench"))
            .dispatch()
            .await;
        assert_eq!(answer.status(), Status::Ok);
        drop(answer);
        Reader { client }
    }
}

impl Reader {
    pub(crate) async fn case_page(&self, case: Uuid) {
        let answer = self.client.get(format!("/api/cases/{case}")).dispatch().await;
        assert_eq!(answer.status(), Status::Ok);
        assert!(answer.into_bytes().await.is_some_and(|page| page.len() > 500));
    }
}
