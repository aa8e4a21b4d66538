// The list of versions lies beside the newest site, and the sites of the others in folders below
// it. Where there is no list, or one version alone, there is nothing to choose.
(async () => {
  const place = document.getElementById("mp-versions");
  const root = new URL(document.documentElement.dataset.content_root, location.href);
  const below = /^(.*\/)versions\/[^/]+\/$/.exec(root.pathname);
  const home = new URL(below ? below[1] : root.pathname, root);
  const page = location.href.slice(root.href.length).replace(/[?#].*/s, "");

  const link = (version) => {
    const item = document.createElement("li");
    const made = document.createElement("a");
    made.href = new URL(version.folder + page, home);
    made.textContent = version.version + (version.withdrawn ? " (withdrawn)" : "");
    if (version.withdrawn) {
      made.title = version.withdrawn;
    }
    if (version.version === place.dataset.shown) {
      made.setAttribute("aria-current", "true");
    }
    item.append(made);
    return item;
  };

  const show = ({ versions }) => {
    if (versions.length < 2) {
      return;
    }
    const details = document.createElement("details");
    const summary = document.createElement("summary");
    const list = document.createElement("ul");
    summary.textContent = `Version ${place.dataset.shown}`;
    list.append(...versions.map(link));
    details.append(summary, list);
    place.append(details);
    place.hidden = false;
  };

  if (place && location.protocol.startsWith("http")) {
    const answer = await fetch(new URL("versions.json", home)).catch(() => null);
    if (answer?.ok) {
      show(await answer.json());
    }
  }
})();
