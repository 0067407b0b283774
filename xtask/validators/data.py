"""Reads the data package, the feed and robots.txt of a site as other programs do; prints what is wrong."""

import datetime
import json
import sys
import urllib.robotparser
from pathlib import Path

import feedparser
from frictionless import Package, system

site, base_url = Path(sys.argv[1]), sys.argv[2]
wrong = []


def expect(holds, what):
    if not holds:
        wrong.append(what)


with system.use_context(trusted=True):
    package = Package(str(site / "data/datapackage.json"))
    report = package.validate()
for task in report.tasks:
    for error in task.errors:
        wrong.append(f"{task.name}: {error.message}")
table = package.get_resource("incidents")
expect(table.schema.get_field("year").type == "year", "no schema was read")
rows = table.read_rows()
incidents = json.loads((site / "data/dataset.json").read_text("utf-8"))["incidents"]
incidents = {one["id"]: one for one in incidents}
expect({row["id"] for row in rows} == set(incidents) and len(rows) == len(incidents), "rows are not the incidents")
for row in rows:
    one = incidents[row["id"]]
    expect(isinstance(row["start"], datetime.date) and row["start"] <= row["end"], f"{one['id']}: no days")
    expect(row["counted"] is one["counted"] and row["year"] == int(one["date"][:4]), f"{one['id']}: other values")
    expect(row["country"] == one["country"], f"{one['id']}: country")

versions = json.loads((site / "data/changes.json").read_text("utf-8"))["versions"]
feed = feedparser.parse((site / "data/changes.atom").read_bytes())
expect(not feed.bozo and feed.version == "atom10", f"feed: {feed.get('bozo_exception')}")
expect([entry.updated[:10] for entry in feed.entries] == [one["as_of"] for one in versions], "feed: other versions")
for entry, version in zip(feed.entries, versions):
    text = entry.content[0].value
    expect(all(change["source"].replace("&", "&amp;") in text for change in version["changes"]), f"{entry.id}: sources")
    expect(entry.link == f"{base_url}#changes" and entry.summary and entry.title, f"{entry.id}: incomplete")
expect(feed.feed.title and feed.feed.author and feed.feed.id != feed.entries[0].id, "feed: incomplete")

robots = urllib.robotparser.RobotFileParser()
robots.parse((site / "robots.txt").read_text("utf-8").splitlines())
expect(robots.can_fetch("*", base_url) and robots.site_maps() == [f"{base_url}sitemap.xml"], "robots.txt")

print("\n".join(wrong))
print(f"{len(rows)} rows, {len(feed.entries)} versions read", file=sys.stderr)
