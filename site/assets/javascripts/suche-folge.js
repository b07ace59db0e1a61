/* In welcher Folge Treffer stehen: eine Einheit, die so heißt; was diese Nummer hat; Weisungen; was nur durch Zitat bekannt
   ist; andere Einheiten; Handbuch und Glossar. Innerhalb dessen ordnet Pagefind. */
(function () {
  "use strict";
  const { contains, isNamed } = window.GeltungWoerter;
  const UNIT_KINDS = ["Einheit", "Einzelne Einheit"]; // eine Art von Einheiten vor den einzelnen
  const NAMED = 1, OTHERS = 3, CANDIDATES = 5;
  const REFERENCE = { record: "reference" };
  const PHRASE = /^\s*".+"\s*$/;

  /** Die Fundstellen einer Wendung hat Pagefind alle gleich gern; geordnet werden sie wie die ihrer Wörter. */
  async function ranked(pagefind, query, filters) {
    const found = (await pagefind.search(query, { filters })).results;
    if (!PHRASE.test(query)) return found;
    const order = (await pagefind.search(query.replace(/"/g, " "), { filters })).results.map((result) => result.id);
    const places = new Map(order.map((id, place) => [id, place]));
    const placeOf = ({ id }) => (places.has(id) ? places.get(id) : order.length);
    return found.sort((a, b) => placeOf(a) - placeOf(b));
  }

  const inMeta = (result, ...names) => (result.matchedMetaFields || []).some((name) => names.includes(name));

  /** Arten von Einheiten zuerst, dann kürzere Namen: „Agentur … Nürnberg“ vor „Eingangszone der Agentur … Nürnberg“. */
  function byKindAndName([, one], [, other]) {
    const kindOf = (data) => UNIT_KINDS.indexOf((data.filters.kind || [])[0]);
    return kindOf(one) - kindOf(other) || one.meta.title.length - other.meta.title.length;
  }

  /** Einheiten: die eine, die so heißt, und weitere, in deren Namen die Wörter stehen. */
  async function units(pagefind, query) {
    const found = await Promise.all(UNIT_KINDS.map((kind) => pagefind.search(query, { filters: { kind } })));
    const near = found.flatMap(({ results }) => results.filter((one) => inMeta(one, "title", "words", "number")).slice(0, CANDIDATES));
    const held = await Promise.all(near.map((result) => result.data()));
    const fitting = near.map((result, place) => [result, held[place]]).filter(([, data]) => contains(data, query));
    const named = fitting.filter(([, data]) => isNamed(data, query)).sort(byKindAndName).slice(0, NAMED);
    const others = fitting.filter((one) => !named.includes(one)).slice(0, OTHERS);
    return [named, others].map((list) => list.map(([result]) => result));
  }

  /** Alle Treffer in ihrer Folge. „chosen“ sind Filter, mit denen jemand eingrenzt: Dann zählen nur Weisungen. */
  async function ordered(pagefind, query, chosen, standing) {
    const none = UNIT_KINDS.map((kind) => ({ kind }));
    const narrowed = Object.keys(chosen).length > 0;
    const [directives, references, [named, others], rest] = await Promise.all([
      ranked(pagefind, query, { ...chosen, standing, none: [...none, REFERENCE] }),
      ranked(pagefind, query, { ...chosen, standing, ...REFERENCE }),
      narrowed ? [[], []] : units(pagefind, query),
      narrowed ? [] : ranked(pagefind, query, { none: [{ standing: "open" }, { standing: "ended" }] }),
    ]);
    const acts = [...directives, ...references];
    const numbered = acts.filter((result) => inMeta(result, "number"));
    return [...named, ...numbered, ...acts.filter((result) => !numbered.includes(result)), ...others, ...rest];
  }

  window.GeltungFolge = { ordered };
})();
