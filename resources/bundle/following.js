// Marks in the table of contents which part of the text is being read. On a phone, where the table stands above the
// text, it opens when it is asked for.
"use strict";

if (window.matchMedia("(max-width: 42rem)").matches) {
  for (const contents of document.querySelectorAll(".contents details")) contents.open = false;
}

(function () {
  const links = new Map();
  for (const link of document.querySelectorAll(".contents a")) {
    const place = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (place) links.set(place, link);
  }
  if (!links.size) return;
  let current = null;
  let asked = false;

  function follow() {
    asked = false;
    const line = window.innerHeight / 4;
    let reached = null;
    for (const place of links.keys()) {
      if (place.getBoundingClientRect().top <= line) reached = place;
    }
    const atEnd = window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 4;
    if (atEnd && window.scrollY > 0) reached = [...links.keys()].at(-1);
    const link = reached ? links.get(reached) : null;
    if (link === current) return;
    if (current) current.removeAttribute("aria-current");
    if (link) link.setAttribute("aria-current", "true");
    current = link;
  }

  function ask() {
    if (asked) return;
    asked = true;
    window.requestAnimationFrame(follow);
  }

  window.addEventListener("scroll", ask, { passive: true });
  window.addEventListener("resize", ask, { passive: true });
  follow();
})();
