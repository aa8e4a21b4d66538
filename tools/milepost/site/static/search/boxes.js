// What a search box needs is loaded once somebody uses one.
addEventListener("focusin", function load({ target }) {
  if (target.name !== "q" || globalThis.milepost?.suggest) return;
  removeEventListener("focusin", load);
  const script = document.createElement("script");
  script.src = `${document.documentElement.dataset.content_root}_static/search/suggest.js`;
  document.head.append(script);
});
