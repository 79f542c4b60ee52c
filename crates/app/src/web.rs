//! The pages, embedded into the program.

use rocket::{
    Request, Response, Route, State, get,
    http::{ContentType, Header, Status},
    response::{self, Responder},
    routes,
};
use rust_embed::{EmbeddedFile, RustEmbed};
use std::{io::Cursor, path::PathBuf};

#[derive(RustEmbed)]
#[folder = "web/dist"]
#[allow_missing = true]
struct Pages;

/// Routes of the pages; everything that is no file is the one page, whose router does the rest.
#[must_use]
pub fn routes() -> Vec<Route> {
    routes![page]
}

/// Where the pages are read from while the program is built without optimisation is told by rust-embed; this
/// only marks that they are served.
#[derive(Debug, Clone, Copy)]
pub struct Served;

struct Asset {
    file: EmbeddedFile,
    kind: ContentType,
    lasting: bool,
}

impl<'r> Responder<'r, 'static> for Asset {
    fn respond_to(self, _request: &'r Request<'_>) -> response::Result<'static> {
        // Names under assets/ carry a hash of their content, so they never change.
        let keep = if self.lasting {
            "public, max-age=31536000, immutable"
        } else {
            "no-cache"
        };
        let bytes = self.file.data.into_owned();
        Response::build()
            .header(self.kind)
            .header(Header::new("Cache-Control", keep))
            .sized_body(bytes.len(), Cursor::new(bytes))
            .ok()
    }
}

#[get("/<path..>", rank = 20)]
fn page(_served: &State<Served>, path: PathBuf) -> Result<Asset, Status> {
    let name = path.to_string_lossy().replace('\\', "/");
    if name == "api" || name.starts_with("api/") {
        return Err(Status::NotFound);
    }
    asset(&name).or_else(|_missing| {
        if name.starts_with("assets/") {
            Err(Status::NotFound)
        } else {
            asset("index.html")
        }
    })
}

fn asset(name: &str) -> Result<Asset, Status> {
    let file = Pages::get(name).ok_or(Status::NotFound)?;
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    let kind = match extension {
        "mjs" => ContentType::JavaScript,
        other => ContentType::from_extension(other).unwrap_or(ContentType::Binary),
    };
    Ok(Asset {
        file,
        kind,
        lasting: name.starts_with("assets/"),
    })
}
