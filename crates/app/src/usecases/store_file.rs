//! Store the bytes of a photo, a recording or a scan.

use crate::{
    error::{Answer, ApiError},
    parts::{Parts, sm3_hex},
};
use rocket::http::Status;
use yizhi_domain::{
    id::FileId,
    permit::{Act, Actor, permit_some},
    text::Line,
};
use yizhi_persistence::FileRow;

/// The most a file may hold, in bytes: 20 MiB.
pub const FILE_LIMIT: u64 = 20 * 1024 * 1024;

/// What may be stored: extension as the name says, media type as the bytes say.
const KINDS: [(&str, &str); 9] = [
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("png", "image/png"),
    ("webp", "image/webp"),
    ("heic", "image/heif"),
    ("heif", "image/heif"),
    ("mp4", "video/mp4"),
    ("mp3", "audio/mpeg"),
    ("pdf", "application/pdf"),
];

/// Checks that the bytes are what the name says, keeps them, and answers what is known of them.
/// The same id with the same bytes is the same file; with other bytes it is refused.
pub async fn store_file(
    parts: &Parts,
    actor: &Actor,
    id: FileId,
    name: &str,
    bytes: Vec<u8>,
) -> Answer<FileRow> {
    permit_some(actor, Act::StoreFile)?;
    let name = Line::try_new(name)
        .map_err(|error| ApiError::bad(Status::UnprocessableEntity, "file.bad_name", error))?;
    let media_type = kind_of(name.as_str(), &bytes)?;
    let sm3 = sm3_hex(&bytes);
    if let Some(known) = parts.store.file(id).await? {
        if known.sm3 == sm3 && known.stored_by == actor.person {
            return Ok(known);
        }
        return Err(ApiError::bad(
            Status::Conflict,
            "file.exists",
            "This id belongs to another file; files are never changed.",
        ));
    }
    let row = FileRow {
        id,
        name: name.to_string(),
        media_type: media_type.to_owned(),
        size: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
        sm3,
        stored_by: actor.person.clone(),
        stored_at: parts.now(),
    };
    // Bytes first, then the row: a row always has its bytes; bytes without a row are never shown.
    parts.files.put(id, &bytes).await?;
    Ok(parts.store.add_file(&row).await?)
}

fn kind_of(name: &str, bytes: &[u8]) -> Answer<&'static str> {
    let wrong = |code, detail: String| Err(ApiError::bad(Status::UnsupportedMediaType, code, detail));
    let extension = name
        .rsplit_once('.')
        .map(|(_, extension)| extension.to_lowercase())
        .unwrap_or_default();
    let Some((_, said)) = KINDS.iter().find(|(known, _)| *known == extension) else {
        return wrong(
            "file.kind",
            format!("Files of the kind '{extension}' are not taken."),
        );
    };
    let found = infer::get(bytes).map_or("unknown", |kind| kind.mime_type());
    if found != *said {
        return wrong(
            "file.not_what_it_says",
            format!("The name says {said}, the bytes say {found}."),
        );
    }
    Ok(said)
}

#[cfg(test)]
mod tests {
    use super::kind_of;

    #[test]
    fn the_bytes_decide() {
        let jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, b'J', b'F', b'I', b'F'];
        assert_eq!(kind_of("照片.JPG", &jpeg).unwrap(), "image/jpeg");
        assert!(kind_of("照片.png", &jpeg).is_err());
        assert!(kind_of("run.exe", b"MZ").is_err());
        assert!(kind_of("照片.jpg", b"<html>").is_err());
        assert!(kind_of("jpg", &jpeg).is_err());
    }
}
