// A button beside everything that readers copy: citations, identifiers and blocks of code.
"use strict";

(() => {
  const status = document.createElement("p");
  status.className = "mp-unseen";
  status.setAttribute("role", "status");

  const select = (what) => {
    const selection = getSelection();
    selection.removeAllRanges();
    const range = document.createRange();
    range.selectNodeContents(what);
    selection.addRange(range);
  };

  // Browsers refuse the clipboard to pages that were opened from a file, or without permission:
  // then the old command may still copy what is selected, and else the reader presses the keys.
  const copy = async (what) => {
    try {
      await navigator.clipboard.writeText(what.textContent.trim());
      return "Copied";
    } catch {
      select(what);
      return document.execCommand("copy") ? "Copied" : "Selected: press Ctrl+C to copy";
    }
  };

  const button = (what) => {
    const made = document.createElement("button");
    const words = what.dataset.copy ? `Copy ${what.dataset.copy}` : "Copy";
    made.type = "button";
    made.className = "mp-copy";
    made.textContent = words;
    made.addEventListener("click", async () => {
      status.textContent = "";
      const outcome = await copy(what);
      made.textContent = outcome;
      status.textContent = outcome;
      setTimeout(() => (made.textContent = words), 2500);
    });
    return made;
  };

  const copied = document.querySelectorAll("[data-copy], div.highlight > pre");
  if (copied.length) document.body.append(status);
  for (const what of copied) {
    // A long line of code scrolls, which has to work by keyboard too.
    what.matches("pre") && (what.tabIndex = 0);
    what.after(button(what));
  }
})();
