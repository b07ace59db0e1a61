/* Die Suche in der Kopfzeile: öffnen, tippen, mit den Pfeiltasten wählen. Gesucht wird mit Pagefind, erst wenn jemand sucht. */
(function () {
  "use strict";
  const root = document.getElementById("g-suche");
  if (!root) return;
  const PAGE = 10, MISSES = 20, WAIT = 60, KEYS = "geltung.suchtasten";
  const field = root.querySelector(".g-suche__feld");
  const opener = document.querySelector("[data-g-suche-auf]");
  const status = root.querySelector("[role=status]");
  const list = root.querySelector(".g-suche__treffer");
  const more = root.querySelector(".g-suche__mehr");
  const details = root.querySelector("details");
  const spellings = JSON.parse(root.dataset.schreibweisen);
  const base = new URL(root.dataset.base.replace(/\/*$/, "/"), location.href);
  let origin = opener, engine = null, turn = 0, timer = 0, pending = [], shown = 0, total = 0, misses = 0;

  function today() {
    return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin" }).format(new Date());
  }

  function say(...content) {
    status.replaceChildren(...content);
  }

  function directory() {
    const link = document.createElement("a");
    link.href = root.dataset.verzeichnis;
    link.textContent = "Verzeichnis von A bis Z";
    return link;
  }

  /** Pagefind laden; null, wo es nicht laufen kann. */
  async function load() {
    if (location.protocol === "file:") {
      say("Die Suche braucht einen Webserver. In diesem Ordner hilft das ", directory(), ".");
      return null;
    }
    try {
      const pagefind = await import(new URL("pagefind/pagefind.js", base).href);
      // Ein Worker käme erst nach weiteren Anfragen in Gang; was hier zu rechnen ist, dauert Millisekunden.
      const found = pagefind.createInstance({ noWorker: true, ranking: { metaWeights: { number: 20, title: 3, words: 0.4 } } });
      await found.init();
      return found;
    } catch (error) {
      say("Die Suche ist gerade nicht erreichbar. Es hilft das ", directory(), ".");
      return null;
    }
  }

  /** „SGB 3“ und „SGBIII“ so, wie die Texte es schreiben; die Zahlen stehen am Element der Suche. */
  function asWritten(typed) {
    const query = typed.trim().replace(/[„“”«»]/g, '"');
    const number = query.match(/\bSGB[\s-]*([0-9]+|[IVX]+)\b/i);
    return number ? query.replace(number[0], `SGB ${spellings[number[1]] || number[1]}`) : query;
  }

  function chosen() {
    const selects = [...root.querySelectorAll("select")].filter((select) => select.value);
    return Object.fromEntries(selects.map((select) => [select.name, select.value]));
  }

  function withEnded() {
    return root.querySelector("[name=ended]").checked;
  }

  function find(pagefind, query) {
    return GeltungFolge.ordered(pagefind, query, chosen(), withEnded() ? { any: ["open", "ended"] } : "open");
  }

  /** Ob ein Treffer zu zeigen ist: Er enthält alle Wörter, und Beendetes ist verlangt oder er ist es nicht. */
  function counts(data, query, day) {
    return GeltungWoerter.contains(data, query) && (withEnded() || !GeltungTreffer.hasEnded(data, day));
  }

  async function search() {
    const query = asWritten(field.value), mine = (turn += 1);
    if (!query) {
      list.replaceChildren();
      more.hidden = true;
      say();
      return;
    }
    engine = engine || load();
    const pagefind = await engine;
    if (!pagefind) {
      engine = null;
      return;
    }
    const found = await find(pagefind, query);
    if (mine !== turn) return;
    pending = found;
    total = pending.length;
    shown = misses = 0;
    list.replaceChildren();
    await show(query, mine);
    if (!total && mine === turn) await suggest(pagefind, query, mine);
  }

  async function show(query, mine) {
    const day = today();
    let room = PAGE, first = null;
    while (room > 0 && pending.length) {
      const batch = pending.splice(0, room).map((result) => result.data());
      for (const waiting of batch) {
        const data = await waiting;
        if (mine !== turn) return;
        misses = GeltungWoerter.contains(data, query) ? 0 : misses + 1;
        if (!counts(data, query, day)) {
          total -= 1;
          continue;
        }
        const item = GeltungTreffer.render(data, query, day, base);
        list.append(item);
        first = first || item;
        room -= 1;
        shown += 1;
      }
      if (misses >= MISSES) { // Pagefind hat das Wort gekürzt: Auch die übrigen enthalten es nicht
        total = shown;
        pending = [];
      }
    }
    more.hidden = !pending.length;
    say(report(query));
    if (first && shown > PAGE) first.querySelector("a").focus();
  }

  function report(query) {
    if (!total) return `Keine Treffer für „${query.replace(/"/g, "")}“.`;
    const pages = total === 1 ? "1 Seite" : `${total} Seiten`;
    return shown < total ? `${pages} gefunden, ${shown} gezeigt.` : `${pages} gefunden.`;
  }

  /** „Meinten Sie …?“, wenn es mit ähnlichen Wörtern Treffer gibt. */
  async function suggest(pagefind, query, mine) {
    const better = await GeltungWoerter.suggestion(query, base);
    if (GeltungWoerter.wordsOf(query.replace(/"/g, " ")).join(" ") === better) return;
    for (const result of (await find(pagefind, better)).slice(0, PAGE)) {
      const data = await result.data();
      if (mine !== turn) return;
      if (!counts(data, better, today())) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "g-suche__vorschlag";
      button.textContent = better;
      button.addEventListener("click", () => {
        field.value = better;
        field.focus();
        search();
      });
      say(report(query), " Meinten Sie ", button, "?");
      return;
    }
  }

  function soon() {
    clearTimeout(timer);
    timer = setTimeout(search, WAIT);
  }

  /** Sobald jemand auf das Feld zugeht, und nicht früher. */
  function prepare() {
    if (location.protocol !== "file:") engine = engine || load();
  }

  function open(event) {
    origin = event ? event.currentTarget : opener;
    root.dataset.offen = "";
    opener.setAttribute("aria-expanded", "true");
    field.focus();
    if (location.protocol === "file:") load();
    else prepare();
  }

  function close(focus) {
    if (!("offen" in root.dataset)) return;
    delete root.dataset.offen;
    opener.setAttribute("aria-expanded", "false");
    if (focus) (origin.offsetParent ? origin : field).focus();
    if (focus && document.activeElement === field) field.blur();
  }

  /** Mit den Pfeiltasten vom Feld durch die Treffer und zurück. */
  function move(step, event) {
    const links = [...list.querySelectorAll("a")];
    const place = links.indexOf(document.activeElement);
    if (place < 0 && document.activeElement !== field) return;
    event.preventDefault();
    if (place + step < 0) field.focus();
    else if (links[place + step]) links[place + step].focus();
  }

  function keysWanted() {
    try {
      return localStorage.getItem(KEYS) !== "aus";
    } catch (error) {
      return true;
    }
  }

  async function offer() {
    if (!details.open || details.dataset.geladen || location.protocol === "file:") return;
    details.dataset.geladen = "ja";
    const answer = await fetch(new URL("suche/auswahl.json", base));
    const choices = await answer.json();
    for (const select of root.querySelectorAll("select")) {
      for (const [value, words] of choices[select.name] || []) select.add(new Option(words, value));
    }
  }

  for (const place of [root, opener]) place.addEventListener("pointerenter", prepare);
  opener.addEventListener("click", open);
  for (const button of document.querySelectorAll("[data-g-suche-oeffnen]")) {
    button.hidden = false;
    button.addEventListener("pointerenter", prepare);
    button.addEventListener("click", open);
  }
  field.addEventListener("focus", () => "offen" in root.dataset || open());
  field.addEventListener("input", soon);
  root.querySelector("[data-g-suche-zu]").addEventListener("click", () => close(true));
  root.querySelector(".g-suche__eingrenzen").addEventListener("change", (event) => {
    if (event.target.name !== "keys") search();
  });
  details.addEventListener("toggle", () => offer().catch(() => delete details.dataset.geladen));
  more.addEventListener("click", () => show(asWritten(field.value), turn));
  root.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    const first = list.querySelector("a");
    if (first) first.click();
  });
  const keys = root.querySelector("[name=keys]");
  keys.checked = keysWanted();
  keys.addEventListener("change", () => {
    if (keys.checked) localStorage.removeItem(KEYS);
    else localStorage.setItem(KEYS, "aus");
  });
  root.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") move(1, event);
    else if (event.key === "ArrowUp") move(-1, event);
    else if (event.key === "Escape") {
      event.preventDefault();
      close(true);
    }
  });
  root.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !root.contains(event.relatedTarget)) close(false);
  });
  document.addEventListener("pointerdown", (event) => {
    if (!root.contains(event.target) && !opener.contains(event.target)) close(false);
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest && event.target.closest("input, textarea, select, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !["/", "s", "f"].includes(event.key) || !keysWanted()) return;
    event.preventDefault();
    open();
  });
})();
