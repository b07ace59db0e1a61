/* Material legt um die Tabellen der Handbuchseiten einen Kasten, der sich verschieben lässt. Mit der Tastatur geht das nur,
   wenn er den Fokus bekommt. Die erzeugten Seiten bringen das schon mit. */
(function () {
  "use strict";

  function pruefen() {
    Array.prototype.forEach.call(document.querySelectorAll(".md-typeset__scrollwrap"), function (kasten, stelle) {
      if (kasten.scrollWidth > kasten.clientWidth) {
        kasten.setAttribute("tabindex", "0");
        kasten.setAttribute("role", "region");
        kasten.setAttribute("aria-label", "Tabelle " + (stelle + 1) + ", verschiebbar");
      } else {
        kasten.removeAttribute("tabindex");
        kasten.removeAttribute("role");
        kasten.removeAttribute("aria-label");
      }
    });
  }

  window.addEventListener("load", pruefen);
  window.addEventListener("resize", pruefen);
})();
