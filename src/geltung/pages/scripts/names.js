/*
 * Finding a unit by what people type. The keys are those of corpus/names.py, which Python has computed for every unit;
 * only what is being typed must be folded here in the same way, and a test holds both together.
 */
(function () {
  "use strict";
  const geltung = (window.geltung = window.geltung || {});
  const ARTICLES = new Set(["der", "die", "das", "den", "dem", "des"]);
  const ENDINGS = ["en", "er", "em", "es", "e", "n", "s"];
  const SHORTEST_STEM = 4;

  function lower(text) {
    return text.toLowerCase().replace(/ß/g, "ss");
  }

  /** Lower case without umlauts, accents and sharp s. */
  function fold(text) {
    return lower(text).normalize("NFKD").replace(/\p{M}/gu, "").replace(/ae/g, "a").replace(/oe/g, "o").replace(/ue/g, "u");
  }

  function stem(word, shortest = SHORTEST_STEM) {
    for (;;) {
      const ending = ENDINGS.find((item) => word.endsWith(item) && word.length - item.length >= shortest);
      if (!ending) return word;
      word = word.slice(0, -ending.length);
    }
  }

  function words(text) {
    return fold(text).match(/[\p{L}\p{N}]+/gu) || [];
  }

  /** The keys under which a name is looked up, the most literal first. */
  function keys(name) {
    let found = words(name);
    if (found.length > 1 && ARTICLES.has(found[0])) found = found.slice(1);
    const joined = found.join("");
    const above = found.length ? joined.length - found[found.length - 1].length : 0;
    const all = [joined, stem(joined, above + SHORTEST_STEM), found.map((word) => stem(word)).join("")];
    const literal = "=" + lower(name).trim().split(/\s+/).join(" ");
    return [literal, ...new Set(all.filter(Boolean))];
  }

  /** All units, prepared for being found. ``rows`` as in kern.js. */
  class Units {
    constructor(rows) {
      this.all = rows.map(([id, name, names, unitKeys, asked, slug, first, last]) => ({
        id, name, names, asked, slug, first, last, keys: unitKeys,
        spellings: [name, id, ...names].map((text) => ({ words: words(text), joined: words(text).join("") })),
      }));
      this.byId = new Map(this.all.map((unit) => [unit.id, unit]));
      this.byKey = new Map();
      for (const unit of this.all) {
        for (const key of unit.keys) {
          if (!this.byKey.has(key)) this.byKey.set(key, []);
          this.byKey.get(key).push(unit);
        }
      }
    }

    /** The units that a text can mean: none, one, or several where it is ambiguous. */
    find(text) {
      const exact = this.byId.get(text.trim());
      if (exact) return [exact];
      for (const key of keys(text.trim())) {
        if (this.byKey.has(key)) return this.byKey.get(key);
      }
      return [];
    }

    /** Units to propose while somebody types, best first; all of them for an empty text. */
    suggest(text) {
      const typed = words(text);
      if (!typed.length) return this.all;
      const meant = new Set(this.find(text));
      const joined = typed.join("");
      const ranked = this.all.map((unit, position) => ({
        unit, position, rank: meant.has(unit) ? 0 : Math.min(...unit.spellings.map((item) => rank(item, typed, joined))),
      }));
      const found = ranked.filter((item) => item.rank < 9);
      found.sort((one, other) => one.rank - other.rank || one.position - other.position);
      return found.map((item) => item.unit);
    }
  }

  function rank(spelling, typed, joined) {
    if (spelling.joined.startsWith(joined)) return 1;
    const fits = (text) => spelling.words.some((word) => word.startsWith(text) || word.startsWith(stem(text)));
    if (typed.every(fits)) return 2;
    return joined.length > 2 && spelling.joined.includes(joined) ? 3 : 9;
  }

  geltung.names = { fold, keys, Units };
})();
