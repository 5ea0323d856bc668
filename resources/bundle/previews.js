// A glance at the page behind a link, for a pointer that rests on it and for keyboards.
"use strict";

(function () {
  const DELAY = 350;
  const link = FW.files ? 'main a[href^="#p"]' : 'main a[href*=".html"]';
  const hovers = window.matchMedia("(hover: hover)");
  let card = null;
  let shownFor = null;
  let timer = 0;
  let asked = 0;

  let numbers = null;
  async function numberOf(anchor) {
    const page = FW.pageBehind(anchor);
    if (page === null) return null;
    if (!numbers) {
      const [manifest] = await FW.load("s/manifest");
      numbers = new Map(FW.unpackSteps(manifest.ids).map((id, number) => [id, number]));
    }
    return numbers.get(page) ?? null;
  }

  async function show(anchor) {
    const question = ++asked;
    let page = null;
    try {
      const number = await numberOf(anchor);
      if (number !== null) [page] = await FW.described([number]);
    } catch {
      return; // A preview that is missing says nothing; the search tells that the copy is incomplete.
    }
    if (!page || question !== asked) return;
    hide();
    card = FW.element("div", { class: "preview", id: "preview", role: "tooltip" });
    if (page.image) card.append(FW.element("img", { src: new URL(page.image, FW.root).href, alt: "" }));
    const text = FW.element("div", {}, FW.element("p", { class: "preview-title" }, FW.element("bdi", {}, page.title)));
    if (page.lead) text.append(FW.element("p", { class: "preview-lead", dir: "auto" }, page.lead));
    card.append(text);
    document.body.append(card);
    anchor.setAttribute("aria-describedby", "preview");
    shownFor = anchor;
    place(anchor.getClientRects()[0] || anchor.getBoundingClientRect());
  }

  function place(box) {
    const width = document.documentElement.clientWidth;
    const left = Math.max(8, Math.min(box.left, width - card.offsetWidth - 8));
    const below = box.bottom + 8 + card.offsetHeight <= window.innerHeight;
    const top = below ? box.bottom + 8 : Math.max(8, box.top - card.offsetHeight - 8);
    card.style.left = left + window.scrollX + "px";
    card.style.top = top + window.scrollY + "px";
  }

  function hide() {
    if (shownFor) shownFor.removeAttribute("aria-describedby");
    if (card) card.remove();
    card = shownFor = null;
  }

  function later(anchor) {
    window.clearTimeout(timer);
    timer = window.setTimeout(show, DELAY, anchor);
  }

  function leave() {
    window.clearTimeout(timer);
    asked += 1;
    hide();
  }

  document.addEventListener("mouseover", (event) => {
    if (!hovers.matches) return;
    const anchor = event.target.closest(link);
    if (anchor && anchor !== shownFor) later(anchor);
    else if (!anchor && !event.target.closest(".preview")) leave();
  });
  document.addEventListener("focusin", (event) => {
    const anchor = event.target.closest(link);
    if (anchor && anchor.matches(":focus-visible")) later(anchor);
    else leave();
  });
  document.addEventListener("focusout", leave);
  document.addEventListener("keydown", (event) => event.key === "Escape" && leave());
  window.addEventListener("pagehide", leave);
})();
