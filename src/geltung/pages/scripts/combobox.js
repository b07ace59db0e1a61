/* A text field with a list of proposals, after the combobox pattern of the ARIA Authoring Practices. */
(function () {
  "use strict";
  const geltung = (window.geltung = window.geltung || {});
  const MOST = 60;

  /**
   * ``suggest`` gives the units for a text, ``chosen`` is called with the one that is chosen. The focus stays in the
   * field; aria-activedescendant names the proposal that the arrow keys have reached.
   */
  class Combobox {
    constructor(field, button, list, suggest, chosen) {
      Object.assign(this, { field, button, list, suggest, chosen, options: [], active: -1 });
      field.addEventListener("input", () => this.open());
      field.addEventListener("keydown", (event) => this.onKey(event));
      field.addEventListener("blur", () => this.close());
      field.addEventListener("click", () => (this.isOpen ? this.close() : this.open()));
      for (const element of [button, list]) {
        element.addEventListener("mousedown", (event) => event.preventDefault()); // the focus stays in the field
      }
      button.addEventListener("click", () => {
        field.focus();
        if (this.isOpen) this.close();
        else this.open(true);
      });
      list.addEventListener("click", (event) => {
        const option = event.target.closest("[role=option]");
        if (option) this.choose(this.options.indexOf(option));
      });
    }

    get isOpen() {
      return !this.list.hidden;
    }

    open(all = false) {
      this.units = this.suggest(all ? "" : this.field.value);
      this.options = this.units.slice(0, MOST).map((unit, position) => this.option(unit, position));
      const more = this.units.length - this.options.length;
      this.list.replaceChildren(...this.options);
      if (more > 0) this.list.append(this.note(`${more} weitere: bitte weiterschreiben`));
      this.show(this.options.length > 0);
      this.activate(-1);
    }

    option(unit, position) {
      const option = document.createElement("li");
      option.id = `${this.list.id}-${position}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      const id = document.createElement("span");
      id.className = "was-gilt-id";
      id.textContent = unit.id;
      option.append(unit.name, " ", id);
      return option;
    }

    note(text) {
      const note = document.createElement("li");
      note.className = "was-gilt-more";
      note.setAttribute("role", "option");
      note.setAttribute("aria-disabled", "true");
      note.setAttribute("aria-selected", "false");
      note.textContent = text;
      return note;
    }

    show(open) {
      this.list.hidden = !open;
      for (const element of [this.field, this.button]) element.setAttribute("aria-expanded", String(open));
    }

    close() {
      this.show(false);
      this.activate(-1);
    }

    activate(position) {
      if (this.options[this.active]) this.options[this.active].setAttribute("aria-selected", "false");
      this.active = position;
      const option = this.options[position];
      if (!option) {
        this.field.removeAttribute("aria-activedescendant");
        return;
      }
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      this.field.setAttribute("aria-activedescendant", option.id);
    }

    choose(position) {
      const unit = this.units[position];
      this.close();
      if (unit) this.chosen(unit);
    }

    onKey(event) {
      const { key, altKey } = event;
      if (key === "ArrowDown" || key === "ArrowUp") {
        event.preventDefault();
        if (altKey && key === "ArrowUp") this.close();
        else if (!this.isOpen) this.open();
        else this.move(key === "ArrowDown" ? 1 : -1);
        if (!altKey && this.active < 0 && this.isOpen) this.move(key === "ArrowDown" ? 1 : -1);
      } else if (key === "Enter" && this.isOpen && this.active >= 0) {
        event.preventDefault();
        this.choose(this.active);
      } else if (key === "Escape") {
        if (this.isOpen) this.close();
        else this.field.value = "";
      } else if (key === "Tab") {
        if (this.isOpen && this.active >= 0) this.choose(this.active);
        else this.close();
      }
    }

    move(step) {
      const count = this.options.length;
      if (!count) return;
      const from = this.active < 0 && step < 0 ? 0 : this.active;
      this.activate((from + step + count) % count);
    }
  }

  geltung.Combobox = Combobox;
})();
