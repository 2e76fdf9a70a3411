/** <picture-input>: searches the library by words, with thumbnails, over a plain list of the newest pictures. */
import { el } from "./elements.js";

const PAUSE = 200

class PictureInput extends HTMLElement {
  #found = []
  #at = -1
  #asked = 0
  #timer

  connectedCallback() {
    this.select = this.querySelector("select")
    const id = this.select.id
    this.select.hidden = true
    this.select.id = `${id}_value`
    this.list = el("ul", { role: "listbox", id: `${id}_list`, hidden: true, "aria-label": "Pictures" })
    this.box = el("input", { type: "text", id, autocomplete: "off", role: "combobox", placeholder: "Search the library", "aria-expanded": "false", "aria-controls": this.list.id, "aria-autocomplete": "list" })
    this.off = el("button", { type: "button", className: "nr-link-button", textContent: "No picture", onclick: () => this.#choose({ id: "", title: "" }) })
    this.live = el("span", { role: "status", className: "visually-hidden" })
    this.append(this.box, this.list, this.off, this.live)
    this.box.oninput = () => { clearTimeout(this.#timer); this.#timer = setTimeout(() => this.#ask(), PAUSE) }
    this.box.onfocus = () => { this.box.select(); this.#ask("") }
    this.box.onblur = () => { this.#close(); this.#tell() }
    this.box.onkeydown = (event) => this.#pressed(event)
    this.#tell()
  }

  #tell() {
    this.box.value = this.select.value ? this.select.selectedOptions[0].textContent : ""
    this.off.hidden = !this.select.value
  }

  async #ask(typed = this.box.value.trim()) {
    const mine = ++this.#asked
    const answer = await fetch(`${this.select.dataset.library}?q=${encodeURIComponent(typed)}`).then((r) => r.ok ? r.json() : null).catch(() => null)
    if (mine !== this.#asked || !answer) return
    this.#found = answer.pictures
    this.#at = -1
    this.list.replaceChildren(...this.#found.map((picture, index) => this.#option(picture, index)))
    this.list.hidden = !this.#found.length
    this.box.setAttribute("aria-expanded", String(!this.list.hidden))
    this.box.removeAttribute("aria-activedescendant")
    this.live.textContent = this.#found.length ? `${this.#found.length} pictures` : "No picture matches"
  }

  #option(picture, index) {
    const pick = (event) => { event.preventDefault(); this.#choose(picture) }
    return el("li", { role: "option", id: `${this.list.id}_${index}`, "aria-selected": "false", onmousedown: pick },
      el("img", { src: picture.src, alt: "", loading: "lazy" }), el("span", {}, picture.title, el("small", { textContent: picture.credit })))
  }

  #choose(picture) {
    if (![...this.select.options].some((option) => option.value === String(picture.id))) this.select.append(new Option(picture.title, picture.id))
    this.select.value = picture.id
    this.select.dispatchEvent(new Event("change", { bubbles: true }))
    this.live.textContent = picture.id ? `${picture.title} chosen` : "No picture"
    this.#close()
    this.#tell()
    this.#show(picture)
  }

  /** The picture in the card is the one that is saved; another one chosen takes its place until then. */
  #show({ id, title, src }) {
    const figure = this.closest("fieldset").querySelector(".nr-lead")
    figure?.toggleAttribute("hidden", true)
    this.chosen?.remove()
    if (!id) return
    this.chosen = el("p", { className: "nr-chosen" }, el("img", { src, alt: "" }), `${title}. Save to keep it.`)
    this.prepend(this.chosen)
  }

  #point(index) {
    this.#at = (index + this.#found.length) % this.#found.length
    for (const [n, option] of [...this.list.children].entries()) option.setAttribute("aria-selected", String(n === this.#at))
    this.box.setAttribute("aria-activedescendant", this.list.children[this.#at].id)
    this.list.children[this.#at].scrollIntoView({ block: "nearest" })
  }

  #close() {
    clearTimeout(this.#timer)
    this.#asked++
    this.list.hidden = true
    this.box.setAttribute("aria-expanded", "false")
  }

  #pressed(event) {
    const open = !this.list.hidden
    const done = {
      ArrowDown: () => open && (this.#point(this.#at + 1), true),
      ArrowUp: () => open && (this.#point(this.#at < 0 ? 0 : this.#at - 1), true),
      Enter: () => (open && this.#at >= 0 && this.#choose(this.#found[this.#at]), true),
      Escape: () => open && (event.stopPropagation(), this.#close(), true),
    }[event.key]?.()
    if (done) event.preventDefault()
  }
}

customElements.define("picture-input", PictureInput)
