/* Treffer der Suche als Elemente der Seite. Alles kommt als Text hinein, nie als HTML. */
(function () {
  "use strict";
  const PASSAGES = 3, BEFORE = 6, LENGTH = 26, SHORTEST = 4;
  const { plain, forms, fits, wordsOf } = window.GeltungWoerter;
  const TASK = /^auftrag-/, HEADING = /^h[2-6]$/i;

  function element(name, className, ...content) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content.filter(Boolean));
    return made;
  }

  /** Der Eintrag eines Verlaufs, in dem der Tag liegt: [erster Tag, letzter Tag, Worte, beendet]. */
  function onDay(course, today) {
    return (course || []).find(([first, last]) => first <= today && today <= last);
  }

  /** Was Python über die Seite und ihre Stellen mitgegeben hat: Anker → [Titel, Verlauf]. */
  function facts(data) {
    const held = (data.filters.course || [])[0];
    return held ? JSON.parse(held) : {};
  }

  function hasEnded(data, today) {
    const state = onDay((facts(data)[""] || [])[1], today);
    return Boolean(state && state[3]);
  }

  /** Stellen, an denen ein Wort der Frage steht: von denen, die Pagefind nennt, sonst als Teil eines längeren („Portal“ in
      „Kundenportal“). */
  function placesOf(data, words, query) {
    const wanted = wordsOf(query);
    const named = [...new Set(data.locations)].filter((place) => {
      const found = forms(words[place] || "");
      return wanted.some((word) => fits(word, found) || found.some((form) => forms(word).includes(form)));
    });
    return named.length ? named.sort((a, b) => a - b) : inside(words, wanted);
  }

  function inside(words, asked) {
    const wanted = asked.map(plain).filter((word) => word.length >= SHORTEST);
    const stems = wanted.map((word) => word.slice(0, Math.max(SHORTEST, word.length - 2)));
    return words.flatMap((word, place) => (stems.some((stem) => plain(word).includes(stem)) ? [place] : []));
  }

  function isPlace(anchor) {
    return TASK.test(anchor.id) || HEADING.test(anchor.element);
  }

  function excerpt(words, places, from, to) {
    const shown = new Set(places);
    const begin = Math.max(from, Math.min(places.length ? places[0] - BEFORE : from, to - LENGTH));
    const end = Math.min(to, begin + LENGTH);
    const line = element("span", "g-treffer__text", begin > from ? "… " : "");
    for (let place = begin; place < end; place += 1) {
      line.append(shown.has(place) ? element("mark", "", words[place]) : words[place], " ");
    }
    if (end < to) line.append("…");
    return line;
  }

  /** Die Stellen einer Seite mit den meisten Fundorten, in der Reihenfolge des Textes. */
  function passages(data, query) {
    const words = data.content.split(/[\s\u200b]+/);
    const places = placesOf(data, words, query);
    const anchors = data.anchors.filter(isPlace).sort((a, b) => a.location - b.location);
    const found = new Map();
    for (const place of places) {
      let index = -1;
      while (index + 1 < anchors.length && anchors[index + 1].location <= place) index += 1;
      found.set(index, [...(found.get(index) || []), place]);
    }
    const best = [...found].sort((a, b) => b[1].length - a[1].length || a[0] - b[0]).slice(0, PASSAGES);
    return best.sort((a, b) => a[0] - b[0]).map(([index, hits]) => {
      const anchor = anchors[index];
      const to = index + 1 < anchors.length ? anchors[index + 1].location : words.length;
      return { anchor, text: excerpt(words, hits, anchor ? anchor.location : 0, to) };
    });
  }

  function state(course, today) {
    const found = onDay(course, today);
    return found && element("span", found[3] ? "g-treffer__stand g-treffer__stand--beendet" : "g-treffer__stand", found[2]);
  }

  function link(address, className, ...content) {
    const made = element("a", className, ...content);
    made.href = address;
    return made;
  }

  /** Ein Treffer: die Seite mit ihrem Stand am Tag, darunter ihre Stellen. */
  function render(data, query, today, base) {
    const about = facts(data);
    const address = new URL(data.raw_url.replace(/^\//, ""), base).href;
    const [name, course] = about[""] || [data.raw_url.startsWith("/handbuch/") ? "Handbuch" : "", []];
    const title = link(address, "g-treffer__titel", data.meta.title || address);
    const line = element("span", "g-treffer__zeile", name, " ", state(course, today));
    const list = element("ul", "g-treffer__stellen");
    for (const { anchor, text } of passages(data, query)) {
      const [heading, stands] = (anchor && about[anchor.id]) || ["", []];
      const words = heading || (anchor && (anchor.text || "").replace(/¶\s*$/, "")) || "Kopf und Übersicht";
      const place = anchor ? `${address}#${anchor.id}` : address;
      list.append(element("li", "", link(place, "g-treffer__stelle", element("strong", "", words), " ", state(stands, today), " ", text)));
    }
    return element("li", "g-treffer", title, line, list.childElementCount ? list : null);
  }

  window.GeltungTreffer = { render, hasEnded };
})();
