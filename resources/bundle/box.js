// The search box in the head of every page: a combobox whose list shows the best pages while one types.
"use strict";

(function () {
  // The page of all results has a box of its own.
  if (!FW.tools || (!FW.files && document.getElementById("search-results"))) return;
  const SHOWN = 8;
  const allResults = (typed) => new URL(FW.questionAt + "q=" + encodeURIComponent(typed), FW.root).href;
  const input = FW.element("input", {
    type: "search", class: "search-box", role: "combobox", placeholder: FW.say("Search"), "aria-label": FW.say("Search this wiki"),
    "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "search-list", "aria-keyshortcuts": "/",
    autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "search",
  });
  const list = FW.element("div", { id: "search-list", class: "search-list", role: "listbox", "aria-label": FW.say("Pages"), hidden: true });
  const status = FW.element("p", { class: "search-status", role: "status" });
  const panel = FW.element("div", { class: "search-panel", hidden: true }, list, status);
  const form = FW.element("form", { class: "search", role: "search" }, input, panel);
  FW.tools.prepend(form);
  let active = -1;
  let asked = 0;

  const options = () => [...list.children];

  function activate(place) {
    const all = options();
    all.forEach((option) => option.setAttribute("aria-selected", "false"));
    active = all.length ? (place + all.length + 1) % (all.length + 1) : all.length;
    const option = all[active];
    if (option) {
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", option.id);
    } else {
      active = -1;
      input.removeAttribute("aria-activedescendant");
    }
  }

  function open() {
    panel.hidden = false;
    list.hidden = !list.children.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
  }

  function close() {
    panel.hidden = true;
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    active = -1;
  }

  function option(number, href, ...children) {
    return FW.element("a", { id: "search-option-" + number, role: "option", tabindex: "-1", "aria-selected": "false", href }, ...children);
  }

  async function show() {
    const question = ++asked;
    const typed = input.value;
    if (!typed.trim()) {
      list.replaceChildren();
      status.textContent = "";
      close();
      return;
    }
    try {
      await loaded();
      const found = await FW.search.find(typed);
      const pages = await FW.described(found.hits.slice(0, SHOWN).map((hit) => hit.page));
      if (question !== asked) return;
      list.replaceChildren(...pages.map((page, place) => option(place, FW.hrefOf(page), ...FW.describe(page, found.words))));
      if (found.hits.length > pages.length) {
        list.append(option(pages.length, allResults(typed), FW.element("span", { class: "hit-all" }, FW.say("All %1 results", found.hits.length))));
      }
      status.textContent = FW.told(found);
      status.classList.remove("failed");
    } catch (error) {
      if (question !== asked) return;
      list.replaceChildren();
      status.textContent = error.message;
      status.classList.add("failed");
    }
    active = -1;
    input.removeAttribute("aria-activedescendant");
    if (document.activeElement === input) open();
  }

  // What every search needs, asked for at once.
  const loaded = () => Promise.all([FW.load("a/search"), FW.load("s/manifest")]);

  // The index is asked for when somebody is about to search, not by everybody who reads.
  input.addEventListener("focus", () => {
    loaded().then(() => FW.index.start()).catch(() => {});
    if (input.value.trim()) show();
  });
  input.addEventListener("input", show);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (panel.hidden) show();
      else activate(event.key === "ArrowDown" ? active + 1 : active === -1 ? options().length - 1 : active - 1);
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (panel.hidden) input.value = "";
      else close();
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = options()[active];
    if (chosen) window.location.href = chosen.href;
    else if (input.value.trim()) window.location.href = allResults(input.value.trim());
    close();
  });
  // Pressing a result must not take the focus away before the click arrives.
  panel.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", close);
  input.addEventListener("blur", close);
})();

// A slash leads to the search from anywhere but where one types.
document.addEventListener("keydown", (event) => {
  const isTyping = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  const box = document.querySelector(".search-box");
  if (!box) return;
  event.preventDefault();
  box.focus();
});

// The page of all results.
(function () {
  const place = document.getElementById("search-results");
  if (!place || FW.files) return;
  FW.load("a/search").then(
    () => FW.searchPage(place),
    (error) => place.replaceChildren(FW.element("p", { class: "search-told failed", role: "status" }, error.message)),
  );
})();
