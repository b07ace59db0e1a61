/* Days as whole numbers since 1970-01-01, as the data files hold them. */
(function () {
  "use strict";
  const geltung = (window.geltung = window.geltung || {});
  const DAY = 86_400_000;
  const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
  const GERMAN = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/;

  function build(year, month, day) {
    const moment = new Date(0);
    moment.setUTCFullYear(year, month - 1, day);
    const same = moment.getUTCFullYear() === year && moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day;
    return same && year > 0 ? moment.getTime() / DAY : null;
  }

  /** The number of a day as people type it ("2025-07-15" or "15.07.2025"); null if it is none. */
  function parse(text) {
    let found = ISO.exec(text.trim());
    if (found) return build(Number(found[1]), Number(found[2]), Number(found[3]));
    found = GERMAN.exec(text.trim());
    return found ? build(Number(found[3]), Number(found[2]), Number(found[1])) : null;
  }

  /** "2025-07-15" */
  function iso(number) {
    const moment = new Date(number * DAY);
    const pad = (value, length) => String(value).padStart(length, "0");
    return `${pad(moment.getUTCFullYear(), 4)}-${pad(moment.getUTCMonth() + 1, 2)}-${pad(moment.getUTCDate(), 2)}`;
  }

  /** An ISO day written the German way: "15.07.2025". */
  function german(text) {
    const [year, month, day] = text.split("-");
    return `${day}.${month}.${year}`;
  }

  /** Today in Germany, wherever the reader sits. */
  function today() {
    const parts = new Intl.DateTimeFormat("en", {
      timeZone: "Europe/Berlin", year: "numeric", month: "numeric", day: "numeric",
    }).formatToParts(new Date());
    const value = (type) => Number(parts.find((part) => part.type === type).value);
    return build(value("year"), value("month"), value("day"));
  }

  geltung.days = { parse, iso, german, today };
})();
