/*
 * What applies on a day: rows that Python computed, of which those are taken whose first and last day contain the day.
 * Nothing is decided here. questions/applies.py asks the store the same; a test puts thousands of questions to both.
 */
(function () {
  "use strict";
  const geltung = (window.geltung = window.geltung || {});
  const { days, load } = geltung;
  const EVERYONE = 0;
  const IN_FORCE = 0;
  const NO_DEADLINE = Infinity;

  const byText = (one, other) => (one < other ? -1 : one > other ? 1 : 0);
  const covers = (first, last, day) => first <= day && day <= last;

  let prepared;
  /** The core data with its units made findable. */
  geltung.core = function () {
    prepared = prepared || load("kern").then((core) => ({ ...core, withoutPage: new Set(core.without_page), units: new geltung.names.Units(core.units) }));
    prepared.catch(() => { prepared = undefined; });
    return prepared;
  };

  function chunkNames(core, audiences, day) {
    const found = new Set();
    for (const audience of audiences) {
      for (const [file, first, last] of core.chunks[audience] || []) {
        if (covers(first, last, day)) found.add(`auftraege/${file}`);
      }
    }
    return [...found];
  }

  /** Audience → the rows on which it reaches the unit; without a unit everyone, on every day. */
  function waysOf(core, reach, includeParts) {
    if (!reach) {
      const always = [{ first: -Infinity, last: Infinity, via: [], because: "" }];
      return new Map(Object.keys(core.chunks).map((audience) => [Number(audience), always]));
    }
    const found = new Map();
    for (const [audience, onRequest, first, last, via, because] of reach) {
      if (onRequest && !includeParts) continue;
      if (!found.has(audience)) found.set(audience, []);
      found.get(audience).push({ first, last, via, because });
    }
    return found;
  }

  /** The deadline on a day: undefined if it is a recurring task that has no further date. */
  function dueOn(due, day) {
    if (!Array.isArray(due)) return due;
    return due.find((date) => date >= day);
  }

  function collect(state, audience, groups) {
    const { core, question, ways, day } = state;
    const area = question.area === null ? -1 : core.terms.areas.indexOf(question.area);
    const reaches = (reachOn) => ways.get(audience).find((way) => covers(way.first, way.last, reachOn === null ? day : reachOn));
    for (const [directive, span, scope, phase, applications, tasks] of groups) {
      if (area >= 0 && !core.scopes[scope].concerned[area]) continue;
      const standing = { directive, span, scope, phase };
      const forDirectives = question.unit !== null || audience === EVERYONE;
      if (forDirectives && applications.some(([first, last, on]) => covers(first, last, day) && reaches(on))) {
        state.standings.set(`${directive} ${span}`, standing);
      }
      for (const [task, wording, stateNumber, first, last, reachOn, dates] of tasks) {
        const way = covers(first, last, day) && reaches(reachOn);
        const due = way ? dueOn(dates, day) : undefined;
        if (due === undefined) continue;
        state.tasks.push({
          id: `${directive}#${task}`, directive, span, wording, due, way, state: core.terms.states[stateNumber],
          order: [stateNumber, due === null ? NO_DEADLINE : due],
        });
      }
    }
  }

  function inOrder(tasks) {
    return tasks.sort((one, other) =>
      one.order[0] - other.order[0] || compare(one.order[1], other.order[1]) || byText(one.id, other.id));
  }

  function compare(one, other) {
    return one === other ? 0 : one < other ? -1 : 1;
  }

  function reportsOf(state, messages, unitReports) {
    const ids = new Set([...state.standings.values(), ...state.tasks].map((item) => item.directive));
    const tasks = new Set(state.tasks.map((item) => item.id));
    const ever = unitReports && new Set(state.question.includeParts ? unitReports.flat() : unitReports[0]);
    const seen = new Set();
    return messages.reports.filter(([code, message, directives, scope, first, last], position) => {
      if (!covers(first, last, state.day)) return false;
      const concerns = scope === "always" || tasks.has(scope) ||
        (!scope.includes("#") && directives.some((id) => ids.has(id))) ||
        (scope === "reach" && (!ever || ever.has(position)));
      const key = JSON.stringify([code, message, directives]);
      if (!concerns || seen.has(key)) return false;
      seen.add(key);
      return true;
    }).map(([code, message, directives]) => ({ code, message, directives }));
  }

  function marksOf(state, scope, overlapping) {
    const { core, question } = state;
    const { areas } = core.terms;
    const unit = question.unit === null ? null : core.units.byId.get(question.unit);
    const asked = question.area !== null ? areas.indexOf(question.area) : unit ? unit.asked : areas.length;
    return (stored, directive) => {
      const found = new Set([...stored, ...core.scopes[scope].marks[asked]]);
      if (overlapping.has(directive)) found.add(core.terms.overlap_mark);
      return core.terms.marks.filter((mark) => found.has(mark));
    };
  }

  function notAssessed(state, messages) {
    const ids = new Set([...state.standings.values()].map((item) => item.directive));
    const found = [];
    for (const [id, title, first, last, citing] of messages.cited) {
      const citedBy = citing.filter((other) => ids.has(other));
      if (citedBy.length && covers(first, last, state.day)) found.push({ id, title, cited_by: citedBy });
    }
    return found;
  }

  /**
   * Which directives and tasks an answer holds, in its order, without their texts.
   *
   * ``question`` is {date: "2025-07-15", unit: id or null, area: "SGB III" or null, includeParts: true or false}.
   */
  async function select(question) {
    const core = await geltung.core();
    const day = days.parse(question.date);
    const unit = question.unit === null ? null : core.units.byId.get(question.unit);
    const [messages, rows] = await Promise.all([load("meldungen"), unit ? load(`einheiten/${unit.slug}`) : null]);
    const state = { core, question, day, ways: waysOf(core, rows && rows.reach, question.includeParts), standings: new Map(), tasks: [] };
    const chunks = await Promise.all(chunkNames(core, state.ways.keys(), day).map(load));
    for (const chunk of chunks) {
      for (const [audience, groups] of Object.entries(chunk)) {
        if (state.ways.has(Number(audience))) collect(state, Number(audience), groups);
      }
    }
    const reports = reportsOf(state, messages, rows && rows.reports);
    const isConflict = (item) => core.terms.conflicts.includes(item.code);
    const overlapping = new Set(reports.filter((item) => item.code === core.terms.overlap).flatMap((item) => item.directives));
    const standings = [...state.standings.values()].map((item) => ({ ...item, marks: marksOf(state, item.scope, overlapping) }));
    standings.sort((one, other) => byText(one.directive, other.directive) || one.span - other.span);
    return {
      core, question, day,
      unit: unit ? { id: unit.id, name: unit.name } : null,
      directives: standings.filter((item) => item.phase === IN_FORCE),
      upcoming: standings.filter((item) => item.phase !== IN_FORCE),
      tasks: inOrder(state.tasks),
      notAssessed: notAssessed(state, messages),
      conflicts: reports.filter(isConflict),
      problems: reports.filter((item) => !isConflict(item)),
    };
  }

  /** The texts of a directive. */
  function textsOf(core, directive) {
    return load(`weisungen/${core.slugs[directive] || directive}`);
  }

  function directiveJson(core, standing, texts) {
    const [title, first, last, endedBy, , stored, because] = texts.spans[standing.span];
    const values = core.scopes[standing.scope].values;
    return {
      json: {
        id: standing.directive, title, in_force_from: first, in_force_until: last, ended_by: endedBy,
        scope: Object.fromEntries(core.terms.areas.map((area, position) => [area, values[position]])),
        marks: standing.marks(stored, standing.directive),
      },
      because,
      address: texts.address,
    };
  }

  function taskJson(task, texts) {
    const [text, section, addressees, startsOn, recurrence, worded, file, line, anchor] = texts.wordings[task.wording];
    const inForce = texts.spans[task.span][6];
    return {
      json: {
        id: task.id, directive: task.directive, state: task.state, text, section, addressees, via: task.way.via,
        starts_on: startsOn, due_on: task.due === null ? null : days.iso(task.due), recurrence,
        because: [inForce, task.way.because, worded].filter(Boolean).join("; "), source: { file, line },
      },
      because: [task.way.because, worded].filter(Boolean).join("; "),
      inForce,
      address: `${texts.address}#${anchor}`,
    };
  }

  /** The whole answer to a question: the JSON of ``geltung applies --format json``. */
  async function applies(question) {
    const found = await select(question);
    const ids = new Set([...found.directives, ...found.upcoming, ...found.tasks].map((item) => item.directive));
    const texts = new Map(await Promise.all([...ids].map(async (id) => [id, await textsOf(found.core, id)])));
    const directive = (item) => directiveJson(found.core, item, texts.get(item.directive)).json;
    return {
      date: question.date, unit: found.unit, area: question.area, known_on: null,
      directives: found.directives.map(directive),
      upcoming_directives: found.upcoming.map(directive),
      tasks: found.tasks.map((item) => taskJson(item, texts.get(item.directive)).json),
      not_assessed: found.notAssessed, conflicts: found.conflicts, problems: found.problems,
    };
  }

  Object.assign(geltung, { select, textsOf, directiveJson, taskJson, applies });
})();
