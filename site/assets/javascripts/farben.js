/* Stellt die gewählte Darstellung (hell, dunkel, wie das Gerät) ein, bevor die Seite zu sehen ist. */
(function () {
  "use strict";
  var palette = __md_get("__palette");
  var color = palette && palette.color;
  if (!color) {
    return;
  }
  if (color.media === "(prefers-color-scheme)") {
    var wanted = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
    var input = document.querySelector("[data-md-color-media='(prefers-color-scheme: " + wanted + ")']");
    if (input) {
      ["media", "scheme", "primary", "accent"].forEach(function (name) {
        color[name] = input.getAttribute("data-md-color-" + name);
      });
    }
  }
  Object.keys(color).forEach(function (name) {
    document.body.setAttribute("data-md-color-" + name, color[name]);
  });
})();
