/*
 * Zeigt, was am Tag des Lesens gilt. Hier wird nichts entschieden: Jede Möglichkeit steht mit ihrem ersten und letzten
 * Tag fertig in der Seite (data-von, data-bis), und es bleibt die sichtbar, in die der heutige Tag fällt.
 */
(function () {
  "use strict";

  function heute() {
    var teile = {};
    new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Berlin", year: "numeric", month: "2-digit", day: "2-digit" })
      .formatToParts(new Date())
      .forEach(function (teil) { teile[teil.type] = teil.value; });
    return teile.year + "-" + teile.month + "-" + teile.day;
  }

  function alle(auswahl, tun) {
    Array.prototype.forEach.call(document.querySelectorAll(auswahl), tun);
  }

  var tag = heute();
  alle("[data-von], [data-bis]", function (element) {
    var von = element.getAttribute("data-von") || "";
    var bis = element.getAttribute("data-bis") || "9999-12-31";
    element.hidden = !(von <= tag && tag <= bis);
  });
  alle("[data-stand]", function (element) {
    element.textContent = "Stand: heute, " + tag.slice(8) + "." + tag.slice(5, 7) + "." + tag.slice(0, 4);
  });
  alle("[data-drucken]", function (knopf) {
    knopf.hidden = false;
    knopf.addEventListener("click", function () { window.print(); });
  });

  /* Auf Papier kann niemand aufklappen. */
  var geschlossen = [];
  window.addEventListener("beforeprint", function () {
    geschlossen = [];
    alle(".md-content details:not([open])", function (element) {
      geschlossen.push(element);
      element.open = true;
    });
  });
  window.addEventListener("afterprint", function () {
    geschlossen.forEach(function (element) { element.open = false; });
  });
})();
