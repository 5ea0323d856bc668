// How results look, and the page that shows all of them with what they can be narrowed by.
"use strict";

FW.hrefOf = (page) => new URL(page.path, FW.root).href;

// What a result says of a page: its title, the other name that was meant, its kind, the beginning of its text.
FW.describe = function (page, words) {
  const { manifest } = FW.index;
  const kind = manifest.kinds[manifest.kindOf[page.number]][1];
  const title = FW.search.marked(page.title, words);
  const nodes = [FW.element("span", { class: "hit-title" }, FW.element("bdi", {}, ...title))];
  nodes.push(" ", FW.element("span", { class: "hit-kind" }, page.note ? `${kind} · ${page.note}` : kind));
  const hasMark = (parts) => parts.length > 1;
  if (!hasMark(title)) {
    const alias = page.aliases.map((name) => FW.search.marked(name, words)).find(hasMark);
    if (alias) nodes.push(" ", FW.element("span", { class: "hit-alias" }, FW.element("bdi", {}, ...alias)));
  }
  if (page.lead) nodes.push(" ", FW.element("span", { class: "hit-lead", dir: "auto" }, ...FW.search.marked(page.lead, words)));
  return nodes;
};

// One sentence about what was found.
FW.told = function (found) {
  const count = found.hits.length;
  const meant = found.corrected.join(" ");
  if (!count) return FW.say("Nothing found. Try fewer words, or another spelling.");
  if (found.loose && meant) {
    return FW.sayNumber(count, "No page has all of these words; one page with some of them for “%2”.", "No page has all of these words; %1 pages with some of them for “%2”.", meant);
  }
  if (found.loose) {
    return FW.sayNumber(count, "No page has all of these words; one page with some of them.", "No page has all of these words; %1 pages with some of them.");
  }
  return meant ? FW.sayNumber(count, "One page for “%2”.", "%1 pages for “%2”.", meant) : FW.sayNumber(count, "One page.", "%1 pages.");
};

FW.searchPage = function (place) {
  const STEP = 20;
  const GROUPS = { kind: FW.say("Kind"), film: FW.say("Film"), tag: FW.say("Tag") };
  const MOST_VALUES = 8;
  const input = FW.element("input", { id: "search-words", type: "search", class: "search-box", autocomplete: "off", spellcheck: "false", enterkeyhint: "search" });
  const form = FW.element("form", { class: "search-form" }, FW.element("label", { for: "search-words" }, FW.say("Words")), input);
  const status = FW.element("p", { class: "search-told", role: "status" });
  const facets = FW.element("div", { class: "facets" });
  const narrow = FW.element("details", { class: "narrow", open: window.matchMedia("(min-width: 48rem)").matches }, FW.element("summary", {}, FW.say("Narrow")), facets);
  const hits = FW.element("ol", { class: "hits" });
  const more = FW.element("button", { type: "button", class: "more-hits", hidden: true }, FW.say("Show more"));
  place.replaceChildren(form, status, FW.element("div", { class: "search-columns" }, narrow, FW.element("div", {}, hits, more)));
  let chosen = [];
  let found = null;
  let asked = 0;

  function readAddress() {
    const asked = FW.question();
    input.value = asked.get("q") || "";
    chosen = Object.keys(GROUPS).flatMap((group) => asked.getAll(group).map((label) => ({ group, label })));
  }

  function writeAddress() {
    const words = new URLSearchParams();
    if (input.value) words.set("q", input.value);
    for (const { group, label } of chosen) words.append(group, label);
    try {
      window.history.replaceState(null, "", FW.questionAt + words);
    } catch {
      // Then the way back leads to what was asked first.
    }
  }

  async function showHits(from) {
    const pages = await FW.described(found.hits.slice(from, from + STEP).map((hit) => hit.page));
    const rows = pages.map((page) => FW.element("li", {}, FW.element("a", { href: FW.hrefOf(page) }, ...FW.describe(page, found.words))));
    if (from) hits.append(...rows);
    else hits.replaceChildren(...rows);
    more.hidden = found.hits.length <= from + STEP;
    return rows[0];
  }

  async function showFacets() {
    const counts = await FW.search.facets(found.hits);
    const groups = Object.entries(GROUPS).flatMap(([group, title]) => {
      const isChosen = (label) => chosen.some((other) => other.group === group && other.label === label);
      const rows = counts[group].filter(([label], place) => place < MOST_VALUES || isChosen(label));
      if (!rows.length || (rows.length === 1 && !isChosen(rows[0][0]) && rows[0][1] === found.hits.length)) return [];
      return FW.element("fieldset", {}, FW.element("legend", {}, title), ...rows.map(([label, count]) => facet(group, label, count, isChosen(label))));
    });
    facets.replaceChildren(...groups);
    narrow.hidden = !facets.children.length;
  }

  function facet(group, label, count, checked) {
    const box = FW.element("input", { type: "checkbox" });
    box.checked = checked;
    box.addEventListener("change", async () => {
      chosen = chosen.filter((other) => other.group !== group || other.label !== label);
      if (box.checked) chosen.push({ group, label });
      await show();
      const again = [...facets.querySelectorAll("label")].find((other) => other.dataset.value === group + label);
      if (again) again.firstChild.focus();
    });
    return FW.element("label", { "data-value": group + label }, box, " ", FW.element("bdi", {}, label), " ", FW.element("span", { class: "facet-count" }, String(count)));
  }

  async function show() {
    const question = ++asked;
    writeAddress();
    try {
      const answer = await FW.search.find(input.value, chosen);
      if (question !== asked) return;
      found = answer;
      status.classList.remove("failed");
      status.textContent = input.value.trim() || chosen.length ? FW.told(found) : FW.say("A name, a word, or the beginning of one. The best pages come first.");
      await Promise.all([showHits(0), showFacets()]);
    } catch (error) {
      if (question !== asked) return;
      status.textContent = error.message;
      status.classList.add("failed");
      hits.replaceChildren();
      narrow.hidden = true;
      more.hidden = true;
    }
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  input.addEventListener("input", show);
  more.addEventListener("click", async () => {
    const first = await showHits(hits.children.length);
    if (first) first.firstChild.focus();
  });
  readAddress();
  input.focus();
  show();
};

FW.put("a/search", true);
