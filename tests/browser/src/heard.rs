//! What browsers report to screen readers.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::{Browser, Session, chromium, command::Get};

/// The key under which WebDriver passes elements.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

impl Session {
    /// Role and name of an element that a script has returned.
    pub(crate) async fn role_and_name_of(&self, element: &Value) -> Result<(String, String)> {
        let id = element[ELEMENT].as_str().with_context(|| format!("{element} is no element"))?;
        let ask = async |what: &str| -> Result<String> {
            let answer = self.client.issue_cmd(Get { path: format!("element/{id}/{what}") }).await?;
            Ok(answer.as_str().unwrap_or_default().to_owned())
        };
        Ok((ask("computedrole").await?, ask("computedlabel").await?))
    }

    /// The accessibility tree of the page as a list of nodes; only in Chromium.
    pub async fn accessibility_tree(&self) -> Result<Vec<Value>> {
        ensure!(self.browser() == Browser::Chromium, "{} has no tree to show", self.browser().name());
        chromium::devtools(&self.client, "Accessibility.enable", json!({})).await?;
        let mut tree = chromium::devtools(&self.client, "Accessibility.getFullAXTree", json!({})).await?;
        Ok(serde_json::from_value(tree["nodes"].take())?)
    }
}
