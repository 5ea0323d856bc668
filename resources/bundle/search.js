// From what is typed to the pages that are meant, the best first.
"use strict";

FW.search = (function () {
  const MOST_FILES = 3; // a beginning that stands in more files of texts is looked for in names only
  const KEPT = 40;
  const WEIGHED = 16; // so many of the best are compared by their whole names, for each takes a file of descriptions
  const NAME = 20;
  const known = new Map();

  // The words of what is typed; the last one is a beginning until a space follows.
  function read(typed) {
    const words = FW.words.ofQuery(typed).slice(0, 12);
    if (words.length && !/[\s.,;:!?)"”]$/u.test(typed)) words.at(-1).begins = true;
    return words;
  }

  // What a word is worth on each page: in names, and anywhere.
  async function scores(word) {
    const key = `${word.text} ${word.begins} ${(word.meant || []).join(" ")}`;
    const kept = known.get(key);
    if (kept) return kept;
    const pages = FW.index.manifest.pages;
    const made = { names: new Float32Array(pages), all: new Float32Array(pages), found: false };
    const asked = word.meant || FW.words.forms(word.text);
    await Promise.all(asked.map((form, place) => add(made, word, form, word.meant ? 1 : place ? 0.8 : 1)));
    known.set(key, made);
    if (known.size > KEPT) known.delete(known.keys().next().value);
    return made;
  }

  async function add(made, word, form, worth) {
    const begins = word.begins && (form === word.text || Boolean(word.meant));
    const [names, texts] = await Promise.all([
      FW.index.lines("n", form, begins, Infinity),
      FW.index.lines("t", form, begins, begins ? MOST_FILES : Infinity),
    ]);
    const part = (term) => worth * (term === form ? 1 : 0.6 + (0.3 * form.length) / term.length);
    for (const { term, line } of names) {
      made.found = true;
      FW.index.readName(line, (page, weight) => {
        const value = NAME * part(term) * weight;
        made.names[page] = Math.max(made.names[page], value);
        made.all[page] = Math.max(made.all[page], value);
      });
    }
    for (const { term, line } of texts || []) {
      made.found = true;
      FW.index.readText(line, (page, weight) => {
        made.all[page] = Math.max(made.all[page], part(term) * weight);
      });
    }
  }

  // The pages that have every word (or, loosely, some of them), with what they are worth; `named` when names have all.
  function join(found, loosely) {
    const hits = [];
    const pages = FW.index.manifest.pages;
    for (let page = 0; page < pages; page += 1) {
      let total = 0;
      let named = 0;
      let have = 0;
      for (const { names, all } of found) {
        if (all[page]) have += 1;
        if (names[page]) named += 1;
        total += all[page];
      }
      if (loosely ? have > 0 : have === found.length) {
        // A page whose names have all the words is what is meant.
        const isNamed = named === found.length;
        hits.push({ page, named: isNamed, score: (isNamed ? 1000 : 0) + total + (loosely ? 100 * have : 0) });
      }
    }
    return hits;
  }

  async function allOf(words) {
    return join(await Promise.all(words.map(scores)), false);
  }

  // Finds pages; when there are none, by words that are spelt nearly so, and then by some of the words.
  async function candidates(words) {
    let hits = await allOf(words);
    if (hits.length) return { hits, meant: words, corrected: false };
    for (let place = 0; place + 1 < words.length; place += 1) {
      const one = { text: words[place].text + words[place + 1].text, begins: words[place + 1].begins };
      const fewer = [...words.slice(0, place), one, ...words.slice(place + 2)];
      hits = await allOf(fewer);
      if (hits.length) return { hits, meant: fewer, corrected: false };
    }
    const meant = await Promise.all(words.map(corrected));
    if (meant.some((word) => word.meant)) {
      hits = await allOf(meant);
      if (hits.length) return { hits, meant, corrected: true };
    }
    const whole = await corrected({ text: words.map((word) => word.text).join(""), begins: true }, true);
    if (words.length > 1 && whole.meant) {
      hits = await allOf([whole]);
      if (hits.length) return { hits, meant: [whole], corrected: true };
    }
    const some = join(await Promise.all(meant.map(scores)), true);
    return { hits: some, meant, corrected: meant.some((word) => word.meant), loose: some.length > 0 };
  }

  async function corrected(word) {
    const found = await scores(word);
    const exact = found.found && !word.begins;
    if (exact || (found.found && found.names.some((weight) => weight > 0))) return word;
    const near = await FW.typos.nearest(word.text, word.begins);
    return near.length ? { ...word, meant: near } : word;
  }

  // How near a page's whole name is to what was typed.
  function nameRank(page, typed) {
    const names = [page.title, ...page.aliases].map((name) => FW.words.ofQuery(name).map((word) => word.text).join(" "));
    const bare = typed.replace(/^(the|a|an) (?=.)/, "");
    let rank = 0;
    names.forEach((name, place) => {
      const short = name.replace(/^(the|a|an) (?=.)/, "");
      const less = place ? 1 : 0;
      if (name === typed) rank = Math.max(rank, 10 - less);
      else if (short === bare) rank = Math.max(rank, 8 - less);
      else if (name.startsWith(typed)) rank = Math.max(rank, 6 - less);
      else if (short.startsWith(bare)) rank = Math.max(rank, 4 - less);
    });
    return rank;
  }

  const better = (one, other) => other.score - one.score || one.page - other.page;

  // Puts what is called exactly so first, among the best; only names that have all the words can be.
  async function ordered(hits, typed) {
    hits.sort(better);
    const best = hits.slice(0, WEIGHED);
    const named = best.filter((hit) => hit.named);
    const pages = await FW.described(named.map((hit) => hit.page));
    named.forEach((hit, place) => (hit.score += 10_000 * nameRank(pages[place], typed)));
    best.sort(better);
    return [...best, ...hits.slice(WEIGHED)];
  }

  // Narrows hits to those that every chosen value has.
  async function narrowed(hits, chosen) {
    const { manifest } = FW.index;
    let left = hits;
    for (const { group, label } of chosen) {
      if (group === "kind") {
        left = left.filter((hit) => manifest.kinds[manifest.kindOf[hit.page]][1] === label);
      } else {
        const facet = (await FW.index.allFacets()).find((other) => other.group === group && other.label === label);
        const pages = new Set(facet ? facet.pages : []);
        left = left.filter((hit) => pages.has(hit.page));
      }
    }
    return left;
  }

  // What was asked before is answered at once: on the way back, and when a letter is typed and taken away.
  const answers = new Map();
  async function find(typed, chosen = []) {
    const key = JSON.stringify([typed, chosen]);
    if (!answers.has(key)) answers.set(key, await found(typed, chosen));
    if (answers.size > KEPT) answers.delete(answers.keys().next().value);
    return answers.get(key);
  }

  // Finds pages: {words, hits: [{page, score}], corrected, loose}; nothing typed but something chosen finds all of it.
  async function found(typed, chosen) {
    await FW.index.start();
    const words = read(typed);
    if (!words.length) {
      const all = chosen.length ? Array.from({ length: FW.index.manifest.pages }, (_, page) => ({ page, score: 0 })) : [];
      return { words, hits: await narrowed(all, chosen), corrected: [], loose: false };
    }
    const { hits, meant, corrected: isCorrected, loose } = await candidates(words);
    const left = await narrowed(hits, chosen);
    return {
      words: meant,
      hits: await ordered(left, words.map((word) => word.text).join(" ")),
      corrected: isCorrected ? meant.map((word) => (word.meant || [word.text])[0]) : [],
      loose: Boolean(loose),
    };
  }

  // Counts by which hits can be narrowed: {kind: [[label, count]], film: …, tag: …}, the most frequent first.
  async function facets(hits) {
    const { manifest } = FW.index;
    const among = new Set(hits.map((hit) => hit.page));
    const kinds = new Map();
    for (const page of among) {
      const label = manifest.kinds[manifest.kindOf[page]][1];
      kinds.set(label, (kinds.get(label) || 0) + 1);
    }
    const found = { kind: [...kinds], film: [], tag: [] };
    for (const { group, label, pages } of await FW.index.allFacets()) {
      const count = pages.reduce((sum, page) => sum + (among.has(page) ? 1 : 0), 0);
      if (count) found[group].push([label, count]);
    }
    for (const rows of Object.values(found)) rows.sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
    return found;
  }

  // Whether a word of a text is one of those that were looked for.
  function isMeant(text, words) {
    const folded = FW.words.fold(text);
    return words.some((word) => {
      const wanted = word.meant || FW.words.forms(word.text);
      if (FW.words.isUnspaced(word.text)) return folded.includes(word.text);
      return wanted.includes(folded) || (word.begins && word.text.length > 1 && wanted.some((form) => form.length >= word.text.length && folded.startsWith(form)));
    });
  }

  // A text as nodes, the words that were looked for marked.
  function marked(text, words) {
    const nodes = [];
    let place = 0;
    for (const run of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
      if (!isMeant(run[0], words)) continue;
      nodes.push(text.slice(place, run.index), FW.element("mark", {}, run[0]));
      place = run.index + run[0].length;
    }
    nodes.push(text.slice(place));
    return nodes;
  }

  return { find, facets, marked, read };
})();
