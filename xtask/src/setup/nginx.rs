//! nginx, which tests compare with our own server.

use std::path::PathBuf;

use anyhow::{Result, bail};

use super::{debian, on_path};

/// Debian installs servers into a folder that only root has on the `PATH`.
const SBIN: &str = "/usr/sbin/nginx";
const PACKAGES: &[&str] = &["nginx-light"];

/// Finds nginx; installs it if that needs no password.
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
