//! Packages of Debian and derived systems.

use std::{path::Path, process::Command};

use anyhow::Result;

use super::on_path;
use crate::step::{run, run_quiet};

/// Whether packages can be installed without a password.
pub fn can_install() -> bool {
    on_path(&["apt-get"]).is_some() && Path::new("/etc/debian_version").exists() && privileged("true").is_some()
}

/// Installs packages; apt's output is shown, as it may take a while.
pub fn install(packages: &[&str]) -> Result<()> {
    eprintln!("installing {}", packages.join(", "));
    if let Some(mut update) = privileged("apt-get") {
        run(update.args(["update", "--quiet"]))?;
    }
    if let Some(mut install) = privileged("apt-get") {
        run(install
            .args(["install", "--yes", "--quiet", "-o=Dpkg::Use-Pty=0", "--no-install-recommends"])
            .args(packages))?;
    }
    Ok(())
}

/// The command to install packages by hand.
pub fn line_to_type(packages: &[&str]) -> String {
    format!("sudo apt-get install {}", packages.join(" "))
}

/// A command that runs `program` as root, either directly or through a sudo without password.
fn privileged(program: &str) -> Option<Command> {
    let mut command = if run_quiet(Command::new("id").arg("-u")).ok()?.trim() == "0" {
        Command::new(program)
    } else {
        run_quiet(Command::new("sudo").args(["-n", "true"])).ok()?;
        let mut sudo = Command::new("sudo");
        sudo.args(["-n", "DEBIAN_FRONTEND=noninteractive", program]);
        sudo
    };
    command.env("DEBIAN_FRONTEND", "noninteractive");
    Some(command)
}
