// Under `milepost serve`: a page that was made anew is loaded anew.
"use strict";

(() => {
  const home = new URL(document.documentElement.dataset.content_root, location.href);
  const here = decodeURI(location.pathname.slice(home.pathname.length));
  const page = here === "" || here.endsWith("/") ? `${here}index.html` : here;

  new EventSource(new URL("changes", home)).onmessage = ({ data }) => {
    if (JSON.parse(data).includes(page)) location.reload();
  };
})();
