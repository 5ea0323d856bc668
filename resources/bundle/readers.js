// A copy for all readers: shows of each page what is for somebody who has seen the films that are ticked.
"use strict";

(function () {
  const { films, readings, note } = FW.readers;
  const known = new Set(films);

  function remembered() {
    try {
      const titles = JSON.parse(FW.remembered("seen") || "[]");
      return new Set(Array.isArray(titles) ? titles.filter((title) => known.has(title)) : []);
    } catch {
      return new Set();
    }
  }

  const seen = remembered();

  // The reading that knows the most of those that know nothing their reader has not seen.
  function best() {
    let chosen = 0;
    readings.forEach((numbers, place) => {
      const fits = numbers.every((number) => seen.has(films[number]));
      if (fits && numbers.length > readings[chosen].length) chosen = place;
    });
    return chosen;
  }

  function show(reading) {
    for (const part of document.querySelectorAll(".reading")) {
      const fits = part.dataset.readings.split(" ").includes(String(reading));
      part.hidden = !fits;
      part.classList.toggle("shown", fits);
      if (part.tagName === "DETAILS") part.open = fits;
    }
    const heading = FW.files ? null : document.querySelector(".reading.shown h1");
    if (heading) {
      const title = heading.textContent;
      document.title = FW.siteTitle && FW.siteTitle !== title ? title + " · " + FW.siteTitle : title;
    }
  }

  // A place on a page stands in each of its versions, under a name of its own.
  FW.at = function (place) {
    const names = [place, ...readings.map((_, number) => "v" + number + "-" + place)];
    const found = names.map((name) => document.getElementById(name)).filter(Boolean);
    return found.find((node) => node.closest(".reading.shown")) || found[0] || null;
  };

  function follow() {
    const place = decodeURIComponent(window.location.hash.slice(1));
    const own = place && FW.at(place);
    if (own) own.scrollIntoView();
  }

  const reading = best();
  const siteName = document.querySelector(".site-name");
  FW.siteTitle = siteName ? siteName.textContent : "";
  FW.called = (name) => (/^[sd]\//.test(name) ? "v" + reading + "/" : "") + name;
  show(reading);
  if (!FW.files) {
    follow();
    window.addEventListener("hashchange", follow);
  }

  function box(title) {
    const input = FW.element("input", { type: "checkbox", checked: seen.has(title) });
    input.addEventListener("change", () => {
      if (input.checked) seen.add(title);
      else seen.delete(title);
      FW.remember("seen", JSON.stringify([...seen]));
      // Search and glances know one reading only, so the page begins anew.
      window.location.reload();
    });
    return FW.element("label", {}, input, FW.element("bdi", {}, title));
  }

  const named = films.filter(Boolean);
  const panel = FW.element("fieldset", {}, FW.element("legend", {}, FW.say("Films you have seen")), ...named.map(box));
  panel.append(FW.element("p", {}, note));
  const chooser = FW.element("details", { class: "readers" });
  chooser.append(FW.element("summary", {}, FW.say("Films seen: %1 of %2", seen.size, named.length)), panel);
  chooser.addEventListener("keydown", (event) => {
    if (event.key === "Escape") chooser.open = false;
  });
  FW.tools.prepend(chooser);
})();
