//! nginx, which the tests hold against our own server.

use std::path::PathBuf;

use anyhow::{Result, bail};

use super::{debian, on_path};

/// Debian keeps servers where only root's `PATH` looks.
const SBIN: &str = "/usr/sbin/nginx";
const PACKAGES: &[&str] = &["nginx-light"];

/// Finds nginx, installing it where the system allows that without asking.
pub fn ensure() -> Result<PathBuf> {
    if let Some(nginx) = find() {
        return Ok(nginx);
    }
    if debian::can_install() {
        debian::install(PACKAGES)?;
        if let Some(nginx) = find() {
            return Ok(nginx);
        }
    }
    bail!("nginx is missing; try: {}", debian::line_to_type(PACKAGES));
}

fn find() -> Option<PathBuf> {
    on_path(&["nginx"]).or_else(|| Some(PathBuf::from(SBIN)).filter(|path| path.is_file()))
}
