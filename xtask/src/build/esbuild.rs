//! esbuild: bundles and minifies scripts and styles, and puts hashes into file names.

use std::{
    collections::BTreeMap,
    env::consts::{ARCH, OS},
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;

use super::dist::files_in;
use crate::{npm, step::line};

/// The binary of version [`npm::ESBUILD`] for each system and processor: package, path in it, SHA-256.
const BINARIES: [(&str, &str, &str, &str, &str); 5] = [
    ("linux", "x86_64", "linux-x64", "bin/esbuild", "e1698a3d5c6c0798fee4fd3b5cc816651f460c63d390a7a26ea4beb0b1884100"),
    (
        "linux",
        "aarch64",
        "linux-arm64",
        "bin/esbuild",
        "90bd269553d258e80b19e3ccab4f98f0831f87442a2f056510ce24fd1b425fc2",
    ),
    (
        "macos",
        "aarch64",
        "darwin-arm64",
        "bin/esbuild",
        "10b6243df618d374bb2d5c9cfbe7052e1405f6aa4e53a6164f11a91b9f2e1384",
    ),
    (
        "macos",
        "x86_64",
        "darwin-x64",
        "bin/esbuild",
        "7fe5c9c905fff0a05d92db98929434ab4d3b6dd92d7a7688922db74380c75df3",
    ),
    (
        "windows",
        "x86_64",
        "win32-x64",
        "esbuild.exe",
        "c7bee37877d0aa6a046e52783fa0a2cf1a9ce5579d68bb3083bda99d4bff18ef",
    ),
];

/// The oldest supported browsers. Older ones keep the static content.
const TARGET: &str = "--target=chrome111,edge111,firefox115,safari16.4";

/// Separator between the name of a file and its hash, and between that and the extension.
const HASHED: &str = "[name].[hash]";

/// The program, verified against its hash.
#[derive(Clone, Debug)]
pub struct Esbuild(PathBuf);

/// Output of a run: files by path, and the part of the metafile that we use.
#[derive(Debug)]
pub struct Output {
    /// Contents by path.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The metafile's entry for each file, by the same path.
    pub about: BTreeMap<String, About>,
}

/// An output in esbuild's metafile.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct About {
    /// The source of an entry point; none for a chunk that several share.
    pub entry_point: Option<String>,
    /// The files it imports.
    #[serde(default)]
    pub imports: Vec<Import>,
    /// The sources whose code it holds.
    #[serde(default)]
    pub inputs: BTreeMap<String, serde::de::IgnoredAny>,
}

/// An import in the metafile.
#[derive(Debug, Deserialize)]
pub struct Import {
    /// Path of the imported file.
    pub path: String,
    /// `import-statement`, `dynamic-import` or another.
    pub kind: String,
}

#[derive(Deserialize)]
struct Metafile {
    outputs: BTreeMap<String, About>,
}

impl Esbuild {
    /// Finds the program for this machine; downloads it if it is missing.
    pub fn ensure(tools: &Path) -> Result<Self> {
        let package = npm::package(tools, "esbuild", npm::ESBUILD)?;
        let binary = BINARIES.iter().find(|(os, arch, ..)| (*os, *arch) == (OS, ARCH));
        let Some((_, _, name, file, sha256)) = binary else {
            bail!("xtask/src/build/esbuild.rs has no esbuild binary for {OS} on {ARCH}")
        };
        let binary = package.with_file_name("@esbuild").join(name);
        npm::file(&binary, file, sha256)?;
        Ok(Self(binary.join(file)))
    }

    /// A command that runs the program.
    pub fn command(&self) -> Command {
        let mut command = Command::new(&self.0);
        command.args(["--minify", TARGET, "--log-level=warning"]);
        command
    }

    /// Downloads it if it is missing: tests of the build need it as the build does.
    #[cfg(test)]
    pub fn for_tests() -> Self {
        Self::ensure(&crate::setup::tools().unwrap()).unwrap()
    }

    /// Minifies a script or a style sheet, according to `extension`.
    pub fn minify(&self, text: &str, extension: &str) -> Result<String> {
        let mut command = self.command();
        command.arg("--charset=utf8").arg(format!("--loader={extension}"));
        if extension == "js" {
            command.arg("--format=esm");
        }
        let short = String::from_utf8(piped(&mut command, text.as_bytes())?)?;
        Ok(short.trim_end().to_owned())
    }

    /// Bundles `entries` of `sources`. Paths in both have forward slashes; `NEW=PATH` sets the output path of an entry.
    pub fn bundle<'a>(
        &self,
        sources: impl IntoIterator<Item = (&'a str, &'a [u8])>,
        entries: &[&str],
        flags: &[&str],
    ) -> Result<Output> {
        let folder = tempfile::tempdir()?;
        let (from, to) = (folder.path().join("from"), folder.path().join("to"));
        for (name, bytes) in sources {
            let path = from.join(name);
            fs::create_dir_all(path.parent().unwrap_or(&from))?;
            fs::write(&path, bytes)?;
        }
        let mut command = self.command();
        // Relative, because hashes depend on paths.
        command.args(["--bundle", "--outbase=.", "--outdir=../to", "--metafile=../metafile.json"]);
        command.args(flags).args(entries).current_dir(&from);
        piped(&mut command, &[])?;
        let read = |path: &Path| fs::read(path).with_context(|| format!("cannot read {}", path.display()));
        let metafile: Metafile = serde_json::from_slice(&read(&folder.path().join("metafile.json"))?)?;
        let output_path = |path: &str| path.trim_start_matches("../to/").to_owned();
        let about = metafile.outputs.into_iter().map(|(path, mut about)| {
            about.imports.iter_mut().for_each(|import| import.path = output_path(&import.path));
            (output_path(&path), about)
        });
        let files = files_in(&to)?.into_iter().map(|(name, path)| Ok((name, read(&path)?)));
        Ok(Output { about: about.collect(), files: files.collect::<Result<_>>()? })
    }
}

impl Output {
    /// The only file of a run; an error if there is none or more than one.
    pub fn only(self) -> Result<Vec<u8>> {
        let mut files = self.files.into_values();
        let (first, second) = (files.next(), files.next());
        ensure!(second.is_none(), "esbuild has written more than one file");
        first.context("esbuild has written no file")
    }
}

/// The flags for hashed names, either in the folder of the source or in the root.
pub fn hashed_names(in_folder: bool) -> [String; 2] {
    let folder = if in_folder { "[dir]/" } else { "" };
    ["entry", "chunk"].map(|what| format!("--{what}-names={folder}{HASHED}"))
}

/// Pipes an input through a command; an error holds its stderr.
fn piped(command: &mut Command, input: &[u8]) -> Result<Vec<u8>> {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut process = command.spawn().with_context(|| format!("cannot start `{}`", line(command)))?;
    if let Some(mut stdin) = process.stdin.take() {
        stdin.write_all(input)?;
    }
    let output = process.wait_with_output()?;
    let message = String::from_utf8_lossy(&output.stderr);
    // A warning counts as an error.
    ensure!(output.status.success() && message.trim().is_empty(), "esbuild: {}", message.trim());
    Ok(output.stdout)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn threads_that_download_it_at_once_all_get_it() {
        let tools = tempfile::tempdir().unwrap();
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| Esbuild::ensure(tools.path()).unwrap());
            }
        });
        let others = fs::read_dir(tools.path()).unwrap().count();
        assert_eq!(others, 1, "no other folder is left");
    }

    #[test]
    fn an_error_names_its_file_and_line() {
        let esbuild = Esbuild::for_tests();
        let error = esbuild.minify("let a = 1;\nlet = ;\n", "js").unwrap_err().to_string();
        assert!(error.contains("<stdin>:2:"), "{error}");
        let sources = [("a.js", &b"import './b.js'"[..])];
        let error = esbuild.bundle(sources, &["a.js"], &[]).unwrap_err().to_string();
        assert!(error.contains("Could not resolve \"./b.js\"") && error.contains("a.js:1:"), "{error}");
    }

    #[test]
    fn what_browsers_understand_stays_as_it_is() {
        let esbuild = Esbuild::for_tests();
        let script = "// why\nclass A { static #b = 1; get b() { return A.#b ??= 2; } }\nf(await g(), A);\n";
        assert_eq!(
            esbuild.minify(script, "js").unwrap(),
            "class t{static#t=1;get b(){return t.#t??=2}}f(await g(),t);"
        );
        let style = "/* why */\na :hover,\n.b > i {\n  margin: 0 auto;\n  color: red;\n}\n";
        assert_eq!(esbuild.minify(style, "css").unwrap(), "a :hover,.b>i{margin:0 auto;color:red}");
    }
}
