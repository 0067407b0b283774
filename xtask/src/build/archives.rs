//! The archives of a release: all of `dist/` as one file to put on a host, as `.tar.gz` and as `.zip`, and the npm package.
//!
//! The same files give the same bytes: names are sorted, and every file has one owner, one mode and the date of the data.

use std::{
    fs,
    io::{Cursor, Write},
    path::Path,
};

use anyhow::{Context, Result};
use flate2::{Compression, GzBuilder};
use heistogram::data::Date;
use tar::Header;
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use super::dist::Dist;
use crate::npm::hash;

/// Endings of files that are compressed already.
const COMPRESSED: [&str; 3] = [".br", ".gz", ".png"];
const SECONDS_A_DAY: i64 = 86_400;

/// Writes archives, each the ending of its name and its bytes, and their checksums into a folder of their own.
pub fn write(archives: &[(&str, Vec<u8>)], name: &str, folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    let mut sums = String::new();
    for (ending, bytes) in archives {
        let file = format!("{name}.{ending}");
        sums += &format!("{}  {file}\n", hash(bytes));
        let path = folder.join(file);
        fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(fs::write(folder.join(format!("{name}.SHA256SUMS")), sums)?)
}

/// Packs files below the folder `name`.
pub fn tar_gz(dist: &Dist, name: &str, day: Date) -> Result<Vec<u8>> {
    let gzip = GzBuilder::new().write(Vec::new(), Compression::default());
    let mut tar = tar::Builder::new(gzip);
    for path in dist.paths() {
        let bytes = dist.get(path).unwrap_or_default();
        let mut header = Header::new_ustar();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        header.set_mtime(u64::try_from(day.to_days() * SECONDS_A_DAY).unwrap_or_default());
        tar.append_data(&mut header, format!("{name}/{path}"), bytes)?;
    }
    Ok(tar.into_inner()?.finish()?)
}

/// Packs files below the folder `name`.
pub fn zip(dist: &Dist, name: &str, day: Date) -> Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let date = zip::DateTime::from_date_and_time(u16::try_from(day.year())?, day.month(), day.day(), 0, 0, 0)?;
    let options = SimpleFileOptions::default().last_modified_time(date).unix_permissions(0o644);
    for path in dist.paths() {
        let is_compressed = COMPRESSED.iter().any(|ending| path.ends_with(ending));
        let method = if is_compressed { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        zip.start_file(format!("{name}/{path}"), options.compression_method(method))?;
        zip.write_all(dist.get(path).unwrap_or_default())?;
    }
    Ok(zip.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeMap, io::Read};

    use flate2::read::GzDecoder;
    use zip::ZipArchive;

    use super::*;
    use crate::build::dist::files_in;

    fn dist() -> Dist {
        let mut dist = Dist::default();
        let long = format!("v/2026-10-09/static/i/{}.en.png", "a-victim-with-a-long-name-".repeat(5));
        for (path, text) in [("index.html", "<p>"), ("a.js", "1"), ("a.js.br", "\u{1}"), (&long, "png")] {
            dist.add(path, text).unwrap();
        }
        dist
    }

    /// The files of an archive, whose folder is left out.
    fn unpacked(mut files: impl Iterator<Item = (String, Vec<u8>)>) -> BTreeMap<String, Vec<u8>> {
        let inside =
            |(path, bytes): (String, Vec<u8>)| Some((path.strip_prefix("heistogram-1.2.3/")?.to_owned(), bytes));
        let inside: Option<_> = files.by_ref().map(inside).collect();
        inside.expect("everything lies in the folder")
    }

    #[test]
    fn both_hold_every_file_and_their_sums_are_right() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("archives");
        let dist = dist();
        let expected: BTreeMap<_, _> =
            dist.paths().map(|path| (path.to_owned(), dist.get(path).unwrap().to_vec())).collect();
        let day = Date::parse("2026-10-09").unwrap();
        let archives = || {
            let name = "heistogram-1.2.3";
            [("tar.gz", tar_gz(&dist, name, day).unwrap()), ("zip", zip(&dist, name, day).unwrap())]
        };
        write(&archives(), "heistogram-1.2.3", &folder).unwrap();
        let bytes = |name: &str| fs::read(folder.join(name)).unwrap();
        let first = bytes("heistogram-1.2.3.tar.gz");
        let mut tar = tar::Archive::new(GzDecoder::new(&*first));
        let entries = tar.entries().unwrap().map(|entry| {
            let mut entry = entry.unwrap();
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).unwrap();
            assert_eq!(entry.header().mtime().unwrap(), 1_791_504_000);
            (entry.path().unwrap().to_str().unwrap().to_owned(), bytes)
        });
        assert_eq!(unpacked(entries), expected);
        let second = bytes("heistogram-1.2.3.zip");
        let mut zip = ZipArchive::new(Cursor::new(&*second)).unwrap();
        let entries = (0..zip.len()).map(|index| {
            let mut file = zip.by_index(index).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        });
        assert_eq!(unpacked(entries), expected);
        let sums = String::from_utf8(bytes("heistogram-1.2.3.SHA256SUMS")).unwrap();
        assert_eq!(
            sums,
            format!("{}  heistogram-1.2.3.tar.gz\n{}  heistogram-1.2.3.zip\n", hash(&first), hash(&second))
        );
        assert_eq!(files_in(&folder).unwrap().len(), 3);
        write(&archives(), "heistogram-1.2.3", &folder).unwrap();
        assert!(bytes("heistogram-1.2.3.tar.gz") == first && bytes("heistogram-1.2.3.zip") == second, "the same twice");
    }
}
