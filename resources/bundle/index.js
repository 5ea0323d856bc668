// The index as it lies in the bundle: which file holds which words, and what each word's line says.
"use strict";

FW.index = (function () {
  const LEVEL = "~";
  const EVERYWHERE = "*";
  const LEVELS = [1, 1.5, 2.5]; // once in the text, more often, in a heading or a field
  const FLAGS = 4;
  const shards = new Map();
  let manifest = null;

  async function start() {
    if (manifest) return manifest;
    const [given] = await FW.load("s/manifest");
    const lengths = FW.unpackNumbers(given.lengths);
    const words = Array.from({ length: Math.max(0, ...new Set(lengths)) + 1 }, (_, length) => 2 ** (length / 2));
    let mean = 0;
    for (const length of lengths) mean += words[length] / lengths.length;
    const shrink = words.map((count) => 1 / (0.55 + (0.45 * count) / mean));
    manifest = {
      ...given,
      kindOf: FW.unpackNumbers(given.kindOf),
      // A word in a long page tells less, as in BM25.
      shrink: Float32Array.from(lengths, (length) => shrink[length]),
    };
    return manifest;
  }

  // The numbers of the files in which words from `first` to `last` stand.
  function filesFor(bounds, first, last) {
    const found = [];
    for (let number = 0; number < bounds.length; number += 1) {
      const next = bounds[number + 1];
      if (bounds[number] <= last && (next === undefined || next > first)) found.push(number);
    }
    return found;
  }

  function readTerms(packed) {
    let last = "";
    return packed.split(" ").map((part) => (last = last.slice(0, parseInt(part[0], 36)) + part.slice(1)));
  }

  async function shard(name) {
    const known = shards.get(name);
    if (known) return known;
    const [terms, postings] = await FW.load(name);
    const read = { terms: readTerms(terms), postings: postings.split(" ") };
    shards.set(name, read);
    return read;
  }

  function placeOf(terms, term) {
    let low = 0;
    let high = terms.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (terms[middle] < term) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  // The lines of a word, or of all words that begin so; null when that would take more than `most` files.
  async function lines(letter, word, begins, most) {
    const bounds = letter === "n" ? manifest.names : manifest.texts;
    const numbers = filesFor(bounds, word, begins ? word + "\uffff" : word);
    if (numbers.length > most) return null;
    const found = [];
    for (const { terms, postings } of await Promise.all(numbers.map((number) => shard("s/" + letter + number)))) {
      for (let place = placeOf(terms, word); place < terms.length; place += 1) {
        if (begins ? !terms[place].startsWith(word) : terms[place] !== word) break;
        found.push({ term: terms[place], line: postings[place] });
      }
    }
    return found;
  }

  // Every word that some name has.
  async function nameWords() {
    const all = await Promise.all(manifest.names.map((_, number) => shard("s/n" + number)));
    return all.flatMap((read) => read.terms);
  }

  // Calls `each` with a page's number and what a name's word is worth there.
  function readName(line, each) {
    const [steps, flags] = line.split(LEVEL);
    const pages = FW.unpackSteps(steps);
    const kept = FW.unpackNumbers(flags);
    for (let place = 0; place < pages.length; place += 1) {
      const title = kept[place] & 2 ? 1.15 : 1;
      const first = kept[place] & 1 ? 1.1 : 1;
      each(pages[place], title * first * (1 + 1 / (1 + Math.floor(kept[place] / FLAGS))));
    }
  }

  // Calls `each` with a page's number and what a text's word is worth there.
  function readText(line, each) {
    const levels = line.split(LEVEL);
    if (levels[0] === EVERYWHERE) {
      for (let page = 0; page < manifest.pages; page += 1) each(page, 0.05);
      if (levels[2]) for (const page of FW.unpackSteps(levels[2])) each(page, 0.3);
      return;
    }
    const found = levels.map(FW.unpackSteps);
    const count = found.reduce((sum, pages) => sum + pages.length, 0);
    const rare = Math.log(1 + manifest.pages / count);
    found.forEach((pages, level) => {
      for (const page of pages) each(page, LEVELS[level] * rare * manifest.shrink[page]);
    });
  }

  // What results can be narrowed by, besides kinds: [group, label, pages].
  let facets = null;
  async function allFacets() {
    if (facets) return facets;
    const parts = await Promise.all(Array.from({ length: manifest.facets }, (_, number) => FW.load("s/f" + number)));
    facets = parts.flatMap(([rows]) => rows).map(([group, label, steps]) => ({ group, label, pages: FW.unpackSteps(steps) }));
    return facets;
  }

  return { start, lines, nameWords, readName, readText, allFacets, get manifest() { return manifest; } };
})();
