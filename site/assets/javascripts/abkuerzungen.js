/* Zeigt die Bedeutung einer Abkürzung bei Zeiger, Tastatur und Fingertipp (WCAG 1.4.13): Die Bedeutung bleibt stehen,
   solange der Zeiger auf ihr oder auf der Abkürzung ist, und Esc schließt sie. Ohne JavaScript bleiben das title-Attribut
   und der Verweis ins Glossar. */
(function () {
  "use strict";

  var DELAY = 200; /* Millisekunden, die der Weg vom Wort zu seiner Bedeutung dauern darf */
  var box = null;
  var shown = null;
  var closing = 0;
  var touched = null;

  function abbreviation(target) {
    return target instanceof Element ? target.closest("a.g-abk, abbr[title], abbr[data-bedeutung]") : null;
  }

  function meaning(element) {
    var word = element.matches("abbr") ? element : element.querySelector("abbr");
    if (!word) return "";
    if (word.hasAttribute("title")) {
      word.setAttribute("data-bedeutung", word.getAttribute("title"));
      word.removeAttribute("title"); /* sonst zeigt der Browser dieselbe Bedeutung noch einmal */
    }
    return word.getAttribute("data-bedeutung") || "";
  }

  function create() {
    box = document.createElement("div");
    box.id = "g-bedeutung";
    box.className = "g-bedeutung";
    box.setAttribute("role", "tooltip");
    box.addEventListener("mouseenter", function () { window.clearTimeout(closing); });
    box.addEventListener("mouseleave", hideSoon);
    document.body.appendChild(box);
  }

  function place(element) {
    var at = element.getBoundingClientRect();
    var width = document.documentElement.clientWidth;
    var left = Math.max(8, Math.min(at.left, width - box.offsetWidth - 8));
    var below = at.bottom + box.offsetHeight + 8 < document.documentElement.clientHeight;
    box.style.left = left + window.scrollX + "px";
    box.style.top = (below ? at.bottom + 2 : at.top - box.offsetHeight - 2) + window.scrollY + "px";
  }

  function show(element) {
    var words = meaning(element);
    window.clearTimeout(closing);
    if (!words || shown === element) return;
    hide();
    if (!box) create();
    box.textContent = words;
    box.hidden = false;
    shown = element;
    element.setAttribute("aria-describedby", box.id);
    place(element);
  }

  function hide() {
    window.clearTimeout(closing);
    if (!shown) return;
    shown.removeAttribute("aria-describedby");
    box.hidden = true;
    shown = null;
  }

  function hideSoon() {
    window.clearTimeout(closing);
    closing = window.setTimeout(hide, DELAY);
  }

  document.addEventListener("mouseover", function (event) {
    var element = abbreviation(event.target);
    if (element) show(element);
  });
  document.addEventListener("mouseout", function (event) {
    if (abbreviation(event.target)) hideSoon();
  });
  document.addEventListener("focusin", function (event) {
    var element = abbreviation(event.target);
    if (element) show(element);
    else hide();
  });
  document.addEventListener("focusout", function (event) {
    if (abbreviation(event.target)) hideSoon();
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && shown) {
      hide();
      event.stopPropagation();
    }
  }, true);

  /* Der erste Tipp zeigt die Bedeutung, der zweite folgt dem Verweis; ein Tipp daneben schließt. */
  document.addEventListener("pointerdown", function (event) {
    touched = event.pointerType === "mouse" ? null : { element: abbreviation(event.target), before: shown };
  }, true);
  document.addEventListener("click", function (event) {
    var element = abbreviation(event.target);
    if (!touched || !event.isTrusted) return;
    if (!element && box && !box.contains(event.target)) hide();
    if (element && touched.before !== element) {
      event.preventDefault();
      show(element);
    }
    touched = null;
  });
})();
