/* Material blättert mit p, n, Komma und Punkt zur vorigen und nächsten Seite. Kürzel aus einem einzelnen Zeichen müssen sich
   abschalten lassen (WCAG 2.1.4). Diese vier braucht niemand; die Tasten der Suche schaltet die Suche selbst ab. */
(function () {
  "use strict";

  document.addEventListener("keydown", function (event) {
    var typing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (["p", "n", ",", "."].indexOf(event.key) >= 0) event.stopPropagation();
  }, true);
})();
