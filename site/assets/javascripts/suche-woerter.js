/* Wörter der Suche: ob ein Wort der Frage auf einer Seite vorkommt, und welches gemeint sein kann, wenn keine es hat.
   Pagefind kürzt ein Wort, das es nicht gibt, bis irgendetwas passt („T007“ → „T“). Hier wird nur verworfen, was die
   Frage nicht enthält; gefunden und geordnet hat es Pagefind. */
(function () {
  "use strict";
  const SHORTEST = 3, GUESSED_FROM = 4, TWO_MISTAKES_FROM = 8;
  const NUMERAL = /^[ivx]+$/, LETTERS = /^[a-z]+$/;
  const ENDING = /^(?:end|ung|ig|ik|isch|lich|heit|keit|e[mnrs]?|ern|st|[nst])*$/;
  const shards = new Map(), known = new WeakMap();

  /** Ohne Umlaute, Akzente und ß, gleich in welcher Schreibweise. */
  function plain(word) {
    return word.toLowerCase().replace(/ß/g, "ss").normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/([aou])e/g, "$1");
  }

  function pieces(word) {
    return word.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  }

  /** Formen, unter denen ein Wort eines Textes gilt: zusammen geschrieben und in seinen Teilen („BA-Portal“, „eAkte“). */
  function forms(word) {
    const parts = pieces(word);
    const inner = parts.flatMap((part) => part.split(/(?<=\p{Ll})(?=\p{Lu})/u));
    return [...new Set([parts.join(""), ...parts, ...inner])].filter(Boolean).map(plain);
  }

  /** Die Wörter einer Frage; ein Zeichen allein („§“, „–“) ist keines. */
  function wordsOf(query) {
    return query.split(/\s+/).filter((word) => pieces(word).length);
  }

  /** Ob eine Form des Textes so beginnt wie das Wort der Frage oder dasselbe Wort in anderer Beugung ist.
      Kennungen und Zahlen werden nicht gebeugt, und „II“ ist nicht der Anfang von „III“. */
  function fitsForm(wanted, form) {
    if (NUMERAL.test(wanted)) return form === wanted;
    if (form.startsWith(wanted)) return true;
    if (/\d/.test(wanted)) return false;
    let same = 0;
    while (same < form.length && form[same] === wanted[same]) same += 1;
    for (let end = same; end >= SHORTEST; end -= 1) {
      if (ENDING.test(wanted.slice(end)) && ENDING.test(form.slice(end))) return true;
    }
    return false;
  }

  function fitsAny(wanted, found) {
    return found.some((form) => fitsForm(wanted, form));
  }

  /** Ob ein Wort der Frage zu diesen Formen passt; eines mit Bindestrich auch, wenn seine Teile es tun. */
  function fits(word, found) {
    const parts = pieces(word).map(plain);
    return fitsAny(parts.join(""), found) || (parts.length > 1 && parts.every((part) => fitsAny(part, found)));
  }

  function formsOf(text) {
    return [...new Set(text.split(/[\s\u200b]+/).flatMap(forms))];
  }

  /** Ob ein Treffer jedes Wort der Frage enthält, im Text oder in dem, was Python zum Suchen mitgegeben hat. */
  function contains(data, query) {
    if (!known.has(data.meta)) {
      known.set(data.meta, formsOf([data.content, data.meta.title, data.meta.number, data.meta.words].join(" ")));
    }
    const found = known.get(data.meta);
    return wordsOf(query).every((word) => fits(word, found));
  }

  /** Ob eine Einheit so heißt: ihr Name oder ihre Kennung hat alle Wörter, oder ein anderer Name beginnt so. */
  function isNamed(data, query) {
    const words = wordsOf(query);
    const has = (name) => words.every((word) => fits(word, formsOf(name)));
    const others = (data.meta.words || "").split("; ").filter((name) => fits(words[0], forms(name.split(" ")[0])));
    return words.length > 0 && [data.meta.title, data.meta.number || "", ...others].some(has);
  }

  /** Wie viele Buchstaben zwei Wörter trennen (vertauschte zählen einmal); mehr als „most“ nur ungefähr. */
  function mistakes(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let before = [], last = Array.from({ length: other.length + 1 }, (_, place) => place);
    for (let row = 1; row <= one.length; row += 1) {
      const line = [row];
      for (let place = 1; place <= other.length; place += 1) {
        const differs = one[row - 1] === other[place - 1] ? 0 : 1;
        line[place] = Math.min(line[place - 1] + 1, last[place] + 1, last[place - 1] + differs);
        if (row > 1 && place > 1 && one[row - 1] === other[place - 2] && one[row - 2] === other[place - 1]) {
          line[place] = Math.min(line[place], before[place - 2] + 1);
        }
      }
      [before, last] = [last, line];
    }
    return last[other.length];
  }

  /** Die Wörter der Sammlung mit diesem Anfangsbuchstaben, die häufigen zuerst. */
  function shard(letter, base) {
    if (!shards.has(letter)) {
      const asked = fetch(new URL(`suche/woerter/${letter}.json`, base)).then((answer) => (answer.ok ? answer.json() : []));
      shards.set(letter, asked.catch(() => (shards.delete(letter), [])));
    }
    return shards.get(letter);
  }

  async function nearest(word, base) {
    const wanted = plain(word);
    if (wanted.length < GUESSED_FROM || !LETTERS.test(wanted)) return word;
    const held = (await shard(wanted[0], base)).map((other) => [plain(other), other]);
    if (held.some(([form]) => fitsForm(wanted, form))) return word;
    const most = wanted.length < TWO_MISTAKES_FROM ? 1 : 2;
    let best = word, fewest = most + 1;
    for (const [form, other] of held) {
      const found = mistakes(wanted, form, most);
      if (found < fewest) [best, fewest] = [other, found];
    }
    return best;
  }

  /** Dieselbe Frage mit den ähnlichsten Wörtern der Sammlung; dieselbe, wenn es keine gibt. */
  async function suggestion(query, base) {
    const words = await Promise.all(wordsOf(query.replace(/"/g, " ")).map((word) => nearest(word, base)));
    return words.join(" ");
  }

  window.GeltungWoerter = { plain, forms, fits, wordsOf, contains, isNamed, suggestion };
})();
