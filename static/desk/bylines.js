/** <byline-list>: rows go up and down by button, are added and taken off; the numbers in the fields say the order. */
import { el } from "./elements.js";

class BylineList extends HTMLElement {
  connectedCallback() {
    this.rows = this.querySelector("ol")
    this.total = document.querySelector(`[name="${this.dataset.prefix}-TOTAL_FORMS"]`)
    this.live = el("span", { role: "status", className: "visually-hidden" })
    const add = el("button", { type: "button", className: "nr-link-button", textContent: "Add a byline", onclick: () => this.#add() })
    this.append(el("p", { className: "nr-acts" }, add), this.live)
    for (const row of this.rows.children) this.#equip(row)
    this.#number()
  }

  #add() {
    const index = Number(this.total.value)
    const row = this.querySelector("template").content.firstElementChild.cloneNode(true)
    for (const field of row.querySelectorAll("[name]")) {
      field.name = field.name.replace("__prefix__", index)
      field.id = field.id.replace("__prefix__", index)
    }
    this.total.value = index + 1
    this.#equip(row)
    this.rows.append(row)
    this.#number()
    row.querySelector("select").focus()
  }

  #equip(row) {
    const order = row.querySelector(".nr-position")
    order.hidden = true
    const button = (text, name, act) => el("button", { type: "button", className: "nr-step", textContent: text, "aria-label": name, onclick: act })
    order.after(el("span", { className: "nr-steps" },
      button("↑", "Move up", () => this.#move(row, row.previousElementSibling, "before")),
      button("↓", "Move down", () => this.#move(row, row.nextElementSibling, "after"))))
  }

  #move(row, other, where) {
    if (!other) return
    const pressed = document.activeElement
    other[where](row)
    this.#number()
    pressed.disabled ? [...row.querySelectorAll(".nr-step")].find((b) => !b.disabled)?.focus() : pressed.focus()
    const name = row.querySelector("select").selectedOptions[0].textContent
    this.live.textContent = `${name} is now number ${[...this.rows.children].indexOf(row) + 1}`
    row.querySelector(".nr-position").dispatchEvent(new Event("change", { bubbles: true }))
  }

  #number() {
    const rows = [...this.rows.children]
    for (const [index, row] of rows.entries()) {
      const [up, down] = row.querySelectorAll(".nr-step")
      row.querySelector(".nr-position").value = index + 1
      row.querySelector(".nr-byline").setAttribute("aria-label", `Byline ${index + 1}`)
      up.disabled = index === 0
      down.disabled = index === rows.length - 1
    }
  }
}

customElements.define("byline-list", BylineList)
