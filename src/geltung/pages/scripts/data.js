/* Data files as classic scripts: each calls geltungDaten(stamp, name, data). Works from a server and from the disk. */
(function () {
  "use strict";
  const geltung = (window.geltung = window.geltung || {});
  const { folder, stamp } = document.currentScript.dataset;
  const base = new URL(`${folder}/`, document.baseURI);
  const files = new Map();

  class DataError extends Error {}
  geltung.DataError = DataError;

  function entry(name) {
    if (!files.has(name)) {
      const file = { requested: false };
      file.promise = new Promise((resolve, reject) => Object.assign(file, { resolve, reject }));
      file.promise.catch(() => files.delete(name)); // so that it can be asked for again
      files.set(name, file);
    }
    return files.get(name);
  }

  window.geltungDaten = function (madeFor, name, data) {
    if (madeFor === stamp) entry(name).resolve(data);
  };

  /** The data of a file ("kern", "einheiten/EZ"), loaded once. Rejects with a DataError that can be shown. */
  geltung.load = function (name) {
    const file = entry(name);
    if (!file.requested) {
      file.requested = true;
      const script = document.createElement("script");
      const address = new URL(`${name}.js`, base);
      address.searchParams.set("v", stamp);
      script.src = address.href;
      script.onload = () => {
        script.remove();
        file.reject(new DataError("Die Daten wurden inzwischen erneuert. Bitte laden Sie die Seite neu."));
      };
      script.onerror = () => {
        script.remove();
        file.reject(new DataError("Die Daten konnten nicht geladen werden. Bitte versuchen Sie es noch einmal."));
      };
      document.head.append(script);
    }
    return file.promise;
  };
})();
