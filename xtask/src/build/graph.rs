//! The order in which files can get their hashed names: what is referenced first.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, bail};

/// Names sorted so that each stands after everything it refers to. A circle is an error, as no file in it could have
/// its hash in the name.
pub fn leaves_first(references: &BTreeMap<String, BTreeSet<String>>) -> Result<Vec<&str>> {
    let mut walk = Walk { references, done: BTreeSet::new(), open: Vec::new(), order: Vec::new() };
    for name in references.keys() {
        walk.visit(name)?;
    }
    Ok(walk.order)
}

struct Walk<'a> {
    references: &'a BTreeMap<String, BTreeSet<String>>,
    done: BTreeSet<&'a str>,
    open: Vec<&'a str>,
    order: Vec<&'a str>,
}

impl<'a> Walk<'a> {
    fn visit(&mut self, name: &'a str) -> Result<()> {
        if self.done.contains(name) {
            return Ok(());
        }
        if let Some(start) = self.open.iter().position(|open| *open == name) {
            bail!("files refer to one another in a circle: {} → {name}", self.open[start..].join(" → "));
        }
        self.open.push(name);
        for next in self.references.get(name).into_iter().flatten() {
            self.visit(next)?;
        }
        self.open.pop();
        self.done.insert(name);
        self.order.push(name);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn graph(lines: &[(&str, &[&str])]) -> BTreeMap<String, BTreeSet<String>> {
        lines.iter().map(|(name, to)| (name.to_string(), to.iter().map(ToString::to_string).collect())).collect()
    }

    #[test]
    fn what_is_referenced_comes_first() {
        let graph = graph(&[("a", &["b", "c"]), ("b", &["c"]), ("c", &[]), ("d", &["a"])]);
        assert_eq!(leaves_first(&graph).unwrap(), ["c", "b", "a", "d"]);
    }

    #[test]
    fn a_circle_is_shown() {
        let graph = graph(&[("a", &["b"]), ("b", &["c"]), ("c", &["b"])]);
        let error = leaves_first(&graph).unwrap_err().to_string();
        assert_eq!(error, "files refer to one another in a circle: b → c → b");
    }
}
