//! Lists of items as a bureau sends them.

use crate::{Answer, TestApp, User};
use rocket::http::{ContentType, Method};
use serde_json::json;
use uuid::Uuid;
use yizhi_app::catalogue::workbook;
use yizhi_domain::catalogue::Item;

/// The whole list of the county as it stands when the stories begin.
#[must_use]
pub fn items(app: &TestApp) -> Vec<Item> {
    let shown = app.parts.shown();
    shown.catalogue.items_on(app.parts.today()).cloned().collect()
}

/// The whole list as CSV, with some items changed.
#[must_use]
pub fn changed(app: &TestApp, change: impl Fn(&mut Item)) -> Vec<u8> {
    let mut items = items(app);
    items.iter_mut().for_each(change);
    workbook::csv(&items).unwrap()
}

/// The whole list as CSV, the first item with another name.
#[must_use]
pub fn renamed(app: &TestApp, name: &str) -> Vec<u8> {
    changed(app, |item| {
        if item.code.as_str() == "D0001" {
            item.name = name.to_owned();
        }
    })
}

/// Sends a list for 1 August 2026, as the whole.
pub async fn send(user: &User<'_>, edition: Uuid, name: &str, bytes: &[u8]) -> Answer {
    send_for(user, edition, name, bytes, "2026-08-01", true).await
}

/// Sends a list for a day.
pub async fn send_for(
    user: &User<'_>,
    edition: Uuid,
    name: &str,
    bytes: &[u8],
    from: &str,
    whole: bool,
) -> Answer {
    let command = Uuid::new_v4();
    let path = format!(
        "/api/catalogue/editions?id={edition}&command={command}&name={name}&from={from}&whole={whole}"
    );
    user.asked(Method::Post, &path)
        .body(ContentType::Binary, bytes)
        .send()
        .await
}

/// Publishes a list that was sent and compared.
///
/// # Panics
/// When it cannot be published.
pub async fn publish(user: &User<'_>, edition: Uuid) {
    let view = user.read(&format!("/api/catalogue/editions/{edition}")).await;
    assert_eq!(view["can_publish"], true, "{view}");
    let body = json!({
        "command_id": Uuid::new_v4(),
        "expected_version": view["version"],
        "act": {"type": "publish", "basis": "龙政发〔2026〕1号（虚构）"},
    });
    user.post(&format!("/api/catalogue/editions/{edition}/acts"), &body)
        .await
        .is(200);
}
