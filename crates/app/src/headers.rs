//! Headers that every answer carries.

use rocket::{
    Request, Response,
    fairing::{Fairing, Info, Kind},
    http::Header,
};

/// What the pages may do: nothing from elsewhere, no inline script; the map draws in workers.
const POLICY: &str = "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; \
    worker-src 'self' blob:; connect-src 'self' blob: data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
/// What a printable document may do: only look like itself.
const DOCUMENT_POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'";

/// Sets the headers.
pub struct SafeHeaders;

#[rocket::async_trait]
impl Fairing for SafeHeaders {
    fn info(&self) -> Info {
        Info {
            name: "safe headers",
            kind: Kind::Response,
        }
    }

    async fn on_response<'r>(&self, request: &'r Request<'_>, response: &mut Response<'r>) {
        let path = request.uri().path();
        let api = path.starts_with("/api/");
        let document = api && path.as_str().contains("/documents/");
        if !response.headers().contains("Content-Security-Policy") {
            let policy = if document { DOCUMENT_POLICY } else { POLICY };
            response.set_header(Header::new("Content-Security-Policy", policy));
        }
        response.set_header(Header::new("X-Content-Type-Options", "nosniff"));
        response.set_header(Header::new("Referrer-Policy", "same-origin"));
        if api && !response.headers().contains("Cache-Control") {
            response.set_header(Header::new("Cache-Control", "no-store"));
        }
    }
}
