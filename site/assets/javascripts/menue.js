/* Die Navigation auf schmalen Fenstern: ein Knopf, der sagt, ob sie offen ist, und Esc, das sie schließt. */
(function () {
  "use strict";
  const button = document.querySelector("[data-g-menue]"), drawer = document.getElementById("__drawer");
  if (!button || !drawer) return;
  button.addEventListener("click", () => drawer.click());
  drawer.addEventListener("change", () => button.setAttribute("aria-expanded", String(drawer.checked)));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drawer.checked) return;
    drawer.click();
    button.focus();
  });
})();
