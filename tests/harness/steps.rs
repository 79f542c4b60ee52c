//! A case brought to a stage, for tests that are about something else than the way there.

use crate::{acts, app::TestApp, fixture};
use uuid::Uuid;

/// The stages on the way, as the API names them.
pub const STAGES: [&str; 13] = [
    "verification",
    "filing_proposed",
    "investigation",
    "under_review",
    "reviewed",
    "notice_issued",
    "notice_served",
    "decided",
    "served",
    "fulfilled",
    "closure_proposed",
    "closed",
    "archived",
];

/// A case of `officer1` and `officer2` (brigade B3), found on the spot, brought to a stage on this day; the
/// party waives its time, so that the clock stands still.
pub async fn case_at(app: &TestApp, stage: &str) -> Uuid {
    let id = Uuid::new_v4();
    let officer = app.sign_in("officer1").await;
    officer.post("/api/cases", &acts::open(id, "P0002")).await.is(201);
    bring(app, id, stage).await;
    id
}

/// Brings a case of `officer1` and `officer2` from where it is to a later stage.
pub async fn bring(app: &TestApp, id: Uuid, stage: &str) {
    let head = app.sign_in("head").await;
    let wanted = place(stage);
    loop {
        let now = head.case(id).await["stage"].as_str().unwrap().to_owned();
        if place(&now) >= wanted {
            assert_eq!(now, stage);
            return;
        }
        step(app, id, &now).await;
    }
}

fn place(stage: &str) -> usize {
    let found = STAGES.iter().position(|known| *known == stage);
    found.unwrap_or_else(|| panic!("'{stage}' is no stage on the way"))
}

async fn step(app: &TestApp, id: Uuid, stage: &str) {
    let officer = app.sign_in("officer1").await;
    let head = app.sign_in("head").await;
    let today = app.today();
    match stage {
        "verification" => {
            officer.does(id, acts::visit(app, &["P0001", "P0002"])).await;
            let file = officer.store("现场照片.jpg", fixture::PHOTO).await;
            officer.does(id, acts::evidence(app, Some(file))).await;
            officer.does(id, acts::propose_filing(acts::GAS, &today)).await;
        }
        "filing_proposed" => drop(head.does(id, acts::approve_filing()).await),
        "investigation" => drop(officer.does(id, acts::report(acts::fine(acts::FINE))).await),
        "under_review" => {
            let reviewer = app.sign_in("reviewer").await;
            reviewer.does(id, acts::review("pass")).await;
        }
        "reviewed" => drop(officer.does(id, acts::issue_notice()).await),
        "notice_issued" => drop(officer.does(id, acts::serve("notice", &today)).await),
        "notice_served" => {
            let file = officer.store("放弃书.jpg", &fixture::photo(1)).await;
            officer.does(id, acts::waiver(&today, file)).await;
            head.does(id, acts::discussion(&today)).await;
            head.does(id, acts::decide(acts::fine(acts::FINE))).await;
        }
        "decided" => drop(officer.does(id, acts::serve("decision", &today)).await),
        "served" => {
            let finance = app.sign_in("finance").await;
            finance
                .does(id, acts::payment(&today, acts::FINE, "浙财票0001"))
                .await;
        }
        "fulfilled" => drop(officer.does(id, acts::propose_closure("fulfilled")).await),
        "closure_proposed" => drop(head.does(id, acts::approve_closure()).await),
        "closed" => drop(officer.does(id, acts::archive()).await),
        other => panic!("nothing follows '{other}'"),
    }
}
