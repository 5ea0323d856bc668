// What every page needs: loading further scripts, and the choice of colours.
"use strict";

// In a bundle of one file everything is in it, as data; else this script stands in a folder below the bundle's root.
FW.inside = document.getElementById("bundle-data");
FW.files = FW.inside && new Map(Object.entries(JSON.parse(FW.inside.textContent)));
FW.root = FW.files ? new URL(window.location.pathname, window.location.href) : new URL("..", document.currentScript.src);

// What the scripts say, in the language of this copy: FW.said and FW.saidOf hold what is not English.
FW.say = (text, ...values) => (FW.said[text] || text).replace(/%(\d)/g, (_, place) => values[place - 1]);
FW.sayNumber = (number, one, other, ...values) => FW.say((FW.saidOf[other] || [one, other])[number === 1 ? 0 : 1], number, ...values);

// What is asked of the page of results stands behind the address, or behind the place in a bundle of one file.
FW.question = () => new URLSearchParams(FW.files ? window.location.hash.split("?")[1] || "" : window.location.search);
FW.questionAt = FW.files ? "#search?" : "search.html?";

// The number of the page that a link leads to, or null when it is none or this page itself.
FW.pageBehind = function (anchor) {
  const url = new URL(anchor.href);
  if (FW.files) {
    const place = /^#p(\d+)(?:-|$)/.exec(url.hash);
    return place && !anchor.closest("#p" + place[1]) ? Number(place[1]) : null;
  }
  if (url.pathname === window.location.pathname || !url.href.startsWith(FW.root.href)) return null;
  const found = /^p\/.*-(\d+)\.html$/.exec(decodeURIComponent(url.href.slice(FW.root.href.length).split(/[?#]/)[0]));
  return found ? Number(found[1]) : null;
};

// Makes an element: FW.element("a", {href: "x", class: "y"}, "text", child …). Text is never read as HTML.
FW.element = function (name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
};

// Files of the bundle are scripts that call FW.put with their own name: nothing else may be read from a disk.
FW.asked = new Map();

// What such a file is called here, and what is at a place: a copy for all readers has several of some.
FW.called = (name) => name;
FW.at = (place) => document.getElementById(place);

FW.load = function (name) {
  if (FW.files) return Promise.resolve(FW.files.get(FW.called(name)) || []);
  const known = FW.asked.get(name);
  if (known) return known.promise;
  const entry = Object.create(null);
  entry.promise = new Promise((resolve, reject) => {
    entry.resolve = resolve;
    const script = document.createElement("script");
    script.src = new URL(FW.called(name) + ".js", FW.root).href;
    script.onerror = () => {
      FW.asked.delete(name);
      script.remove();
      reject(new FW.Missing(name));
    };
    // A script that was loaded but did not hand over its data is a damaged one.
    script.onload = () => entry.done || script.onerror();
    document.head.append(script);
  });
  FW.asked.set(name, entry);
  return entry.promise;
};

FW.put = function (name, ...values) {
  const entry = FW.asked.get(name);
  if (!entry) return;
  entry.done = true;
  entry.resolve(values);
};

FW.Missing = class extends Error {
  constructor(name) {
    super(FW.say("This copy is incomplete: the file %1.js is missing or damaged. Copy the whole folder again.", name));
  }
};

// Reads numbers as the exporter packs them: the last character of each is one of the first FW.last of the alphabet.
FW.unpackNumbers = function (text) {
  const more = FW.alphabet.length - FW.last;
  const numbers = [];
  let value = 0;
  let scale = 1;
  for (let place = 0; place < text.length; place += 1) {
    const digit = FW.digits[text.charCodeAt(place)];
    value += scale * digit;
    if (digit < FW.last) {
      numbers.push(value);
      value = 0;
      scale = 1;
    } else {
      scale *= more;
    }
  }
  return numbers;
};

// Reads rising numbers that are packed as the steps between them.
FW.unpackSteps = function (text) {
  let last = -1;
  return FW.unpackNumbers(text).map((step) => (last += step + 1));
};

FW.digits = Uint8Array.from({ length: 127 }, (_, code) => Math.max(0, FW.alphabet.indexOf(String.fromCharCode(code))));

// The descriptions of pages, by their numbers.
FW.described = async function (numbers) {
  const [manifest] = await FW.load("s/manifest");
  const blocks = new Map();
  const wanted = [...new Set(numbers.map((number) => Math.floor(number / manifest.block)))];
  await Promise.all(wanted.map(async (block) => blocks.set(block, (await FW.load("d/" + block))[0])));
  return numbers.map((number) => {
    const row = blocks.get(Math.floor(number / manifest.block))[number % manifest.block];
    return { number, title: row[0], path: row[1], lead: row[2], aliases: row[3] || [], note: row[4] || "", image: row[5] || "" };
  });
};

// The colours.
(function () {
  const head = document.querySelector(".site-head");
  if (!head) return;
  const names = { system: FW.say("System colours"), light: FW.say("Light"), dark: FW.say("Dark"), contrast: FW.say("High contrast") };
  const select = FW.element("select", { class: "theme-choice", "aria-label": FW.say("Colours") });
  for (const theme of FW.themes) {
    select.append(FW.element("option", { value: theme, selected: theme === FW.theme }, names[theme]));
  }
  select.addEventListener("change", () => {
    FW.showTheme(select.value);
    FW.remember("theme", select.value);
  });
  FW.tools = FW.element("div", { class: "site-tools" }, select);
  head.append(FW.tools);
})();
