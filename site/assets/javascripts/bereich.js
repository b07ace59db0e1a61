/* Was Material for MkDocs in jede Seite schreibt, als Datei: so genügt script-src 'self'. Merkt sich hell oder dunkel. */
var __md_scope = new URL(document.currentScript.getAttribute("data-bereich"), location);
function __md_hash(text) {
  return Array.from(text).reduce(function (sum, char) { return (sum << 5) - sum + char.charCodeAt(0); }, 0);
}
function __md_get(name, store, scope) {
  try {
    return JSON.parse((store || localStorage).getItem((scope || __md_scope).pathname + "." + name));
  } catch (error) {
    return null;
  }
}
function __md_set(name, value, store, scope) {
  try {
    (store || localStorage).setItem((scope || __md_scope).pathname + "." + name, JSON.stringify(value));
  } catch (error) {
    /* Ohne Speicher merkt sich die Seite nichts. */
  }
}
