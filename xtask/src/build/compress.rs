//! Precompressed copies beside the files, so that servers need not compress.

use std::{io::Write, thread};

use anyhow::Result;
use flate2::{Compression, write::GzEncoder};

use super::{cache::Cache, dist::Dist};

/// Extensions of files worth compressing. The articles of the benchmark end in `htm`.
const COMPRESSIBLE: &[&str] = &["atom", "css", "csv", "htm", "html", "js", "json", "svg", "ts", "txt", "wasm", "xml"];

/// Adds `.br` and `.gz` of every text and wasm file.
pub fn add_compressed(dist: &mut Dist, cache: &Cache) -> Result<()> {
    let paths: Vec<String> = dist.paths().filter(|path| is_compressible(path)).map(str::to_owned).collect();
    // Brotli 11 is slow, so it runs on all cores.
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let files = &*dist;
    let shares: Vec<Result<Vec<_>>> = thread::scope(|scope| {
        let share = |worker: usize| {
            paths.iter().skip(worker).step_by(workers).map(|path| {
                let bytes = files.get(path).unwrap_or_default();
                let br = cache.get_or("br", bytes, brotli)?;
                let gz = cache.get_or("gz", bytes, gzip)?;
                Ok([(format!("{path}.br"), br), (format!("{path}.gz"), gz)])
            })
        };
        let threads: Vec<_> = (0..workers).map(|worker| scope.spawn(move || share(worker).collect())).collect();
        threads.into_iter().map(|thread| thread.join().unwrap_or_else(|_| anyhow::bail!("a thread panicked"))).collect()
    });
    for share in shares {
        for (path, bytes) in share?.into_iter().flatten() {
            dist.add(&path, bytes)?;
        }
    }
    Ok(())
}

fn is_compressible(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, extension)| COMPRESSIBLE.contains(&extension))
}

/// Brotli at quality 11.
fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let params = brotli::enc::BrotliEncoderParams { quality: 11, size_hint: bytes.len(), ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut out, &params)?;
    Ok(out)
}

/// Gzip at level 9.
fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn text_gets_both_copies_and_pictures_none() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::open(folder.path()).unwrap();
        let mut dist = Dist::default();
        let text = "heist ".repeat(100);
        dist.add("a.js", text.clone()).unwrap();
        dist.add("b/c.png", b"png".to_vec()).unwrap();
        add_compressed(&mut dist, &cache).unwrap();
        assert_eq!(dist.paths().collect::<Vec<_>>(), ["a.js", "a.js.br", "a.js.gz", "b/c.png"]);

        let mut plain = Vec::new();
        brotli::BrotliDecompress(&mut dist.get("a.js.br").unwrap(), &mut plain).unwrap();
        assert_eq!(plain, text.as_bytes());
        let mut plain = String::new();
        flate2::read::GzDecoder::new(dist.get("a.js.gz").unwrap()).read_to_string(&mut plain).unwrap();
        assert_eq!(plain, text);
    }
}
