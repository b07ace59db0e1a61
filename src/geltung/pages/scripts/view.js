/* The answer as people read it, grouped as `geltung applies` prints it. All text goes through textContent. */
(function () {
  "use strict";
  const geltung = (window.geltung = window.geltung || {});
  const { days } = geltung;
  const STEP = 20;
  const CLASSES = { active: "active", upcoming: "upcoming", "past due": "past", outlasting: "outlasting" };

  /** An element with attributes and content (texts and elements). */
  function make(name, attributes, ...content) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) element.setAttribute(key, value);
    element.append(...content.filter((item) => item !== null && item !== ""));
    return element;
  }

  function count(number, one, many) {
    return `${number} ${number === 1 ? one : many}`;
  }

  /** Why there is nothing, as far as that can be said. Days are ISO texts, which sort like days. */
  function why({ core, unit, question }) {
    const { first, last } = unit ? core.units.byId.get(unit.id) : {};
    if (first && question.date < first) return `${unit.name} (${unit.id}) gibt es erst ab dem ${days.german(first)}.`;
    if (last && question.date > last) return `${unit.name} (${unit.id}) gab es nur bis zum ${days.german(last)}.`;
    return "An diesem Tag gilt hier keine Weisung der Sammlung.";
  }

  /** One sentence that says how much was found; it is announced. */
  function summary(found) {
    const { directives, upcoming, tasks, core } = found;
    if (!directives.length && !upcoming.length && !tasks.length) {
      const doubt = found.problems.length
        ? " Die Antwort kann unvollständig sein: Die Sammlung hat Probleme, siehe unten." : "";
      return `Nichts gefunden: ${why(found)}${doubt}`;
    }
    const verb = directives.length === 1 ? "gilt" : "gelten";
    const parts = [`${count(directives.length, "Weisung", "Weisungen")} ${verb}`];
    if (upcoming.length) parts.push(`${upcoming.length} ${upcoming.length === 1 ? "kommt" : "kommen"}`);
    const states = core.terms.states.map((state) => [state, tasks.filter((task) => task.state === state).length]);
    const listed = states.filter(([, number]) => number).map(([state, number]) => `${core.terms.german[state]}: ${number}`);
    const total = count(tasks.length, "Auftrag", "Aufträge");
    return `${parts.join(", ")}; ${total}${listed.length ? ` (${listed.join(", ")})` : ""}.`;
  }

  function headline(found) {
    const { unit, question } = found;
    const whom = unit ? ` für ${unit.name} (${unit.id})` : " überhaupt";
    const area = question.area ? `, Rechtskreis ${question.area}` : "";
    const parts = unit && question.includeParts ? ", auch für Teileinheiten und Mitglieder" : "";
    return `Was gilt am ${days.german(question.date)}${whom}${area}${parts}?`;
  }

  function daysLeft(day, due) {
    const left = due - day;
    if (left === 0) return "letzter Tag";
    if (left > 0) return `noch ${count(left, "Tag", "Tage")}`;
    return `seit ${count(-left, "Tag", "Tagen")} vorbei`;
  }

  /** [directive, its tasks], in the order of their first task, those without tasks last. */
  function grouped(found) {
    const groups = new Map();
    for (const task of found.tasks) {
      if (!groups.has(task.directive)) groups.set(task.directive, []);
      groups.get(task.directive).push(task);
    }
    for (const { directive } of [...found.directives, ...found.upcoming]) {
      if (!groups.has(directive)) groups.set(directive, []);
    }
    return [...groups];
  }

  function pageOf(core, kind, id, slug) {
    return core.addresses[kind].replace("{}", slug || core.slugs[id] || id);
  }

  function facts(found, task, json) {
    const items = [];
    if (json.section) items.push(`Ziffer ${json.section}`);
    if (task.state === "upcoming" && json.starts_on) items.push(`ab ${days.german(json.starts_on)}`);
    if (json.due_on) {
      const due = make("strong", {}, `Frist ${days.german(json.due_on)}`);
      items.push(make("span", {}, due, ` (${daysLeft(found.day, task.due)})`));
    }
    if (json.recurrence) items.push("wiederkehrend");
    return items;
  }

  function taskItem(found, task, texts) {
    const { json, because, address } = geltung.taskJson(task, texts);
    const id = `#${task.id.slice(task.directive.length + 1)}`;
    const link = make("a", { href: address, "aria-label": `Auftrag ${id} in Weisung ${task.directive}` }, id);
    const line = make("p", { class: "was-gilt-facts" });
    [...facts(found, task, json), link].forEach((item, position) => line.append(position ? " · " : "", item));
    const reason = `Warum: ${because} (${json.source.file}:${json.source.line})`;
    const marks = { "data-task": task.id, "data-state": task.state, "data-due": json.due_on || "" };
    return make("li", marks, make("p", {}, json.text), line, make("p", { class: "was-gilt-reason" }, reason));
  }

  function standingOf(found, id, tasks, texts) {
    const standing = [...found.directives, ...found.upcoming].find((item) => item.directive === id);
    if (!standing) return [make("p", {}, texts.spans[tasks[0].span][6])];
    const { json, because } = geltung.directiveJson(found.core, standing, texts);
    const { not_concerned: none, german } = found.core.terms;
    const scope = Object.entries(json.scope).filter(([, value]) => value !== none);
    const lines = [make("p", {}, because)];
    const values = scope.map(([area, value]) => `${area}: ${value || "nicht angegeben"}`).join(", ");
    const marks = json.marks.filter((mark) => mark !== "information" && mark !== "recommendation");
    const more = [values, marks.length ? `Vermerke: ${marks.map((mark) => german[mark]).join(", ")}` : ""];
    const second = more.filter(Boolean).join("; ");
    if (second) lines.push(make("p", {}, second));
    return lines;
  }

  function directiveSection(found, id, tasks, texts) {
    const { states, german } = found.core.terms;
    const standing = [...found.directives, ...found.upcoming].find((item) => item.directive === id) || tasks[0];
    const link = make("a", { href: texts.address }, `${id} ${texts.spans[standing.span][0]}`);
    const section = make("section", { class: "was-gilt-directive", "data-directive": id }, make("h3", {}, link));
    section.append(make("div", { class: "was-gilt-standing" }, ...standingOf(found, id, tasks, texts)));
    for (const state of states) {
      const chosen = tasks.filter((task) => task.state === state);
      if (!chosen.length) continue;
      const list = make("ul", { class: `was-gilt-tasks was-gilt-${CLASSES[state]}` });
      list.append(...chosen.map((task) => taskItem(found, task, texts)));
      section.append(make("h4", { class: `was-gilt-state was-gilt-${CLASSES[state]}` }, german[state]), list);
    }
    return section;
  }

  function linked(found, ids) {
    const named = (id) => found.core.withoutPage.has(id) ? id : make("a", { href: pageOf(found.core, "directive", id) }, id);
    return ids.flatMap((id, position) => [position ? ", " : "", named(id)]);
  }

  function notAssessed(found) {
    const items = found.notAssessed.map((item) => make("li", {},
      make("a", { href: pageOf(found.core, "directive", item.id) }, item.id), ` ${item.title}, zitiert in `,
      ...linked(found, item.cited_by)));
    return items.length ? [make("h3", {}, "Nicht bewertet (nur durch Zitat bekannt)"), make("ul", {}, ...items)] : [];
  }

  function reports(found, label, list) {
    const items = list.map((item) => make("li", {}, `${item.code} ${item.message}`,
      ...(item.directives.length ? [" – ", ...linked(found, item.directives)] : [])));
    return items.length ? [make("h3", {}, label), make("ul", { class: "was-gilt-reports" }, ...items)] : [];
  }

  function links(found) {
    if (!found.unit) return [];
    const { slug } = found.core.units.byId.get(found.unit.id);
    const link = (kind, text) => make("a", { href: pageOf(found.core, kind, found.unit.id, slug) }, text);
    return [make("p", { class: "was-gilt-links" }, link("unit", `Zur Seite von ${found.unit.id}`), " · ",
      link("calendar", "Fristen als Kalender (ICS)"), " · ", link("feed", "Neues als Feed (Atom)"))];
  }

  /** Show an answer in ``place``; long ones in steps. ``isCurrent`` says whether it is still the one asked for. */
  async function show(found, place, isCurrent) {
    const groups = grouped(found);
    const list = make("div", {});
    const more = make("button", { type: "button", class: "md-button was-gilt-next" });
    const closing = make("div", { class: "was-gilt-closing" }, ...notAssessed(found),
      ...reports(found, "Widersprüche", found.conflicts), ...reports(found, "Probleme der Sammlung", found.problems));
    let shown = 0;

    async function next(focus) {
      const step = groups.slice(shown, shown + STEP);
      const texts = await Promise.all(step.map(([id]) => geltung.textsOf(found.core, id)));
      if (!isCurrent()) return;
      const sections = step.map(([id, tasks], position) => directiveSection(found, id, tasks, texts[position]));
      list.append(...sections);
      shown += step.length;
      more.hidden = shown >= groups.length;
      more.textContent = `Weitere ${Math.min(STEP, groups.length - shown)} von ${groups.length} Weisungen zeigen`;
      if (focus && sections.length) sections[0].querySelector("a").focus();
    }

    await next(false);
    if (!isCurrent()) return;
    more.addEventListener("click", () => next(true).catch((error) => { more.textContent = error.message; }));
    const parts = [make("h2", {}, headline(found)), make("p", {}, summary(found)), ...links(found), list, more, closing];
    place.replaceChildren(...parts);
  }

  geltung.view = { show, summary, headline };
})();
