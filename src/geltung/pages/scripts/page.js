/* The form, the address and the history of the page "Was gilt?". */
(function () {
  "use strict";
  const geltung = window.geltung;
  const { days, view } = geltung;
  const element = (id) => document.getElementById(`was-gilt-${id}`);
  const part = (name) => document.querySelector(`.was-gilt-${name}`);
  const form = part("form");
  const NAMES = ["datum", "einheit", "rechtskreis", "teile"], EARLIER = "bereich";
  const fields = { day: element("day"), unit: element("unit"), area: element("area"), parts: element("parts") };
  let core;
  let asked = 0;

  class QuestionError extends Error {
    constructor(field, message) {
      super(message);
      this.field = field;
    }
  }

  /** The words of an address: {datum, einheit, rechtskreis, teile}, all texts. Earlier addresses say "bereich". */
  function wordsOf(search) {
    const given = new URLSearchParams(search);
    const words = {};
    for (const name of NAMES) words[name] = (given.get(name) || "").trim();
    words.rechtskreis = words.rechtskreis || (given.get(EARLIER) || "").trim();
    return words;
  }

  /** An address that says what this page does not understand must not be answered as if it said less. */
  function checkAddress(search) {
    const given = [...new URLSearchParams(search).keys()].map((name) => (name === EARLIER ? "rechtskreis" : name));
    const unknown = [...new Set(given)].filter((name) => !NAMES.includes(name));
    if (unknown.length) {
      const said = unknown.map((name) => `„${name}“`).join(", ");
      throw new QuestionError("question", `Die Adresse enthält ${said}; diese Seite versteht nur ${NAMES.join(", ")}.`);
    }
    const twice = given.find((name, place) => given.indexOf(name) !== place);
    if (twice) throw new QuestionError("question", `„${twice}“ steht mehrmals in der Adresse; fragen lässt sich nur eines.`);
  }

  function findDay(text) {
    const day = text ? days.parse(text) : days.today();
    if (day === null) throw new QuestionError("day", `„${text}“ ist kein Tag. Möglich sind Angaben wie 15.07.2025.`);
    if (day > core.horizon) {
      const last = days.german(days.iso(core.horizon));
      throw new QuestionError("day", `Diese Seite antwortet für Tage bis ${last}, „geltung applies“ auch für spätere.`);
    }
    return days.iso(day);
  }

  function findUnit(text) {
    if (!text) return null;
    const found = core.units.find(text);
    if (found.length === 1) return found[0].id;
    const near = (found.length ? found : core.units.suggest(text)).slice(0, 3).map((unit) => `${unit.name} (${unit.id})`);
    if (found.length) throw new QuestionError("unit", `„${text}“ ist mehrdeutig. Gemeint sein kann: ${near.join(", ")}`);
    const hint = near.length ? ` Ähnlich: ${near.join(", ")}` : "";
    throw new QuestionError("unit", `Keine Organisationseinheit heißt „${text}“.${hint}`);
  }

  function findArea(text) {
    const found = core.terms.area_names[geltung.names.fold(text).replace(/\s+/g, "")];
    if (text && !found) {
      throw new QuestionError("area", `„${text}“ ist kein Rechtskreis. Möglich sind: ${core.terms.areas.join(", ")}`);
    }
    return found || null;
  }

  function findParts(text) {
    if (!["", "0", "1"].includes(text)) throw new QuestionError("question", `„${text}“: „teile“ ist 1 oder fehlt.`);
    return text === "1";
  }

  /** The question that some words ask. Throws a QuestionError that names the field. */
  function questionOf(words) {
    return {
      date: findDay(words.datum), unit: findUnit(words.einheit), area: findArea(words.rechtskreis), includeParts: findParts(words.teile),
    };
  }

  function addressOf(question) {
    const words = new URLSearchParams({ datum: question.date });
    if (question.unit) words.set("einheit", question.unit);
    if (question.area) words.set("rechtskreis", question.area);
    if (question.includeParts) words.set("teile", "1");
    return `?${words}`;
  }

  /** Words that ask no question, as an address: it says what stands in the form, or the form what it says. */
  function addressOfWords(words) {
    return `?${new URLSearchParams(Object.entries(words).filter(([, word]) => word))}`;
  }

  function fillWords(words) {
    const day = words.datum ? days.parse(words.datum) : days.today();
    const area = core.terms.area_names[geltung.names.fold(words.rechtskreis).replace(/\s+/g, "")];
    fields.day.value = day === null ? "" : days.iso(day);
    fields.unit.value = words.einheit;
    fields.unit.dataset.unit = "";
    fields.area.value = area || "";
    fields.parts.checked = words.teile === "1";
  }

  function fill(question) {
    fields.day.value = question.date;
    const unit = question.unit && core.units.byId.get(question.unit);
    fields.unit.value = unit ? unit.name : "";
    fields.unit.dataset.unit = unit ? unit.id : "";
    fields.area.value = question.area || "";
    fields.parts.checked = question.includeParts;
  }

  /** What stands in the form. A name that was chosen means its unit, even if others bear it too. */
  function wordsOfForm() {
    const chosen = core.units.byId.get(fields.unit.dataset.unit);
    const typed = fields.unit.value.trim();
    return {
      datum: fields.day.value || (fields.day.validity.badInput ? "?" : ""),
      einheit: chosen && chosen.name === typed ? chosen.id : typed,
      rechtskreis: fields.area.value,
      teile: fields.parts.checked ? "1" : "",
    };
  }

  function complain(error) {
    const place = error && (error.field || "question");
    for (const name of ["day", "unit", "area", "question"]) {
      element(`${name}-error`).textContent = place === name ? error.message : "";
      if (fields[name]) fields[name].setAttribute("aria-invalid", String(place === name));
    }
    if (error) part("status").textContent = error.message;
  }

  async function answer(question) {
    const number = ++asked;
    const isCurrent = () => number === asked;
    const place = part("answer");
    place.setAttribute("aria-busy", "true");
    const found = await geltung.select(question);
    if (!isCurrent()) return;
    await view.show(found, place, isCurrent);
    if (!isCurrent()) return;
    place.dataset.question = addressOf(question);
    place.setAttribute("aria-busy", "false");
    document.title = `${view.headline(found)}${titleEnd}`;
    part("status").textContent = view.summary(found);
  }

  const titleEnd = document.title.includes(" - ") ? document.title.slice(document.title.lastIndexOf(" - ")) : "";

  /** Ask what some words say, show the answer, and let the address carry it (``record``: as a new step of the history). */
  async function ask(words, record) {
    try {
      if (!record) checkAddress(location.search);
      const question = questionOf(words);
      complain(null);
      fill(question);
      if (record) remember(addressOf(question));
      await answer(question);
    } catch (error) {
      if (!(error instanceof QuestionError || error instanceof geltung.DataError)) throw error;
      asked += 1;
      part("answer").replaceChildren();
      if (error instanceof QuestionError) {
        if (record) remember(addressOfWords(words));
        else fillWords(words);
      }
      complain(error);
    }
  }

  function remember(address) {
    if (address === location.search) return;
    try {
      history.pushState(null, "", address);
    } catch {
      // some browsers allow no new address for a page opened from the disk; the answer stands all the same
    }
  }

  function askForm() {
    return ask(wordsOfForm(), true);
  }

  function askAgain() {
    if (part("answer").hasChildNodes() || wordsOfForm().einheit) askForm();
  }

  function fromAddress() {
    const words = wordsOf(location.search);
    const strange = [...new URLSearchParams(location.search).keys()].some((name) => ![...NAMES, EARLIER].includes(name));
    if (strange || Object.values(words).some(Boolean)) return ask(words, false);
    asked += 1;
    part("answer").replaceChildren();
    part("status").textContent = "";
    complain(null);
    fill({ date: days.iso(days.today()), unit: null, area: null, includeParts: false });
    return Promise.resolve();
  }

  function listen() {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      combobox.close();
      askForm();
    });
    for (const name of ["day", "area", "parts"]) fields[name].addEventListener("change", askAgain);
    fields.unit.addEventListener("input", () => { fields.unit.dataset.unit = ""; });
    element("today").addEventListener("click", () => {
      fields.day.value = days.iso(days.today());
      askAgain();
    });
    window.addEventListener("popstate", fromAddress);
    const chosen = (unit) => {
      fields.unit.value = unit.name;
      fields.unit.dataset.unit = unit.id;
      askForm();
    };
    const suggest = (text) => core.units.suggest(text);
    const combobox = new geltung.Combobox(fields.unit, element("open"), element("units"), suggest, chosen);
  }

  async function start() {
    form.hidden = false;
    try {
      core = await geltung.core();
    } catch (error) {
      part("status").textContent = error.message;
      return;
    }
    listen();
    await fromAddress();
  }

  geltung.ready = start();
})();
