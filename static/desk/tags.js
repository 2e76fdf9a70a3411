/** <tag-input>: chips and suggestions over a comma-separated field, by the ARIA combobox pattern. */
import { el } from "./elements.js";
import { join, key, split } from "./tag_names.js";

const PAUSE = 150

class TagInput extends HTMLElement {
  #tags = []
  #options = []
  #at = -1
  #asked = 0
  #timer

  connectedCallback() {
    this.source = this.querySelector("input")
    const id = this.source.id
    this.source.hidden = true
    this.source.id = `${id}_value`
    this.chips = el("ul", { className: "nr-chips", "aria-label": "Chosen tags" })
    this.list = el("ul", { role: "listbox", id: `${id}_list`, hidden: true, "aria-label": "Suggestions" })
    this.box = el("input", { type: "text", id, autocomplete: "off", role: "combobox", "aria-expanded": "false", "aria-controls": this.list.id, "aria-autocomplete": "list" })
    this.live = el("span", { role: "status", className: "visually-hidden" })
    this.append(this.chips, this.box, this.list, this.live)
    this.#tags = split(this.source.value)
    this.box.oninput = () => this.#typed()
    this.box.onkeydown = (event) => this.#pressed(event)
    this.box.onblur = () => this.box.value.trim() ? this.add(this.box.value) : this.#close()
    this.#draw()
  }

  add(name) {
    name = name.trim()
    if (name && this.#tags.some((tag) => key(tag) === key(name))) this.live.textContent = `${name} is already there`
    else if (name) this.#write([...this.#tags, name], `${name} added`)
    this.box.value = ""
    this.#close()
  }

  #remove(index) {
    const name = this.#tags[index]
    this.#write(this.#tags.toSpliced(index, 1), `${name} removed`)
    const left = this.chips.querySelectorAll("button")
    ;(left[Math.max(0, index - 1)] ?? this.box).focus()
  }

  #write(tags, said) {
    this.#tags = tags
    this.source.value = join(tags)
    this.source.dispatchEvent(new Event("change", { bubbles: true }))
    this.live.textContent = said
    this.#draw()
  }

  #draw() {
    this.chips.hidden = !this.#tags.length
    this.chips.replaceChildren(...this.#tags.map((tag, index) =>
      el("li", {}, tag, el("button", { type: "button", textContent: "×", "aria-label": `Remove ${tag}`, onclick: () => this.#remove(index) }))))
  }

  #typed() {
    clearTimeout(this.#timer)
    if (this.box.value.endsWith(",")) return this.add(this.#at >= 0 ? this.#options[this.#at].name : this.box.value.slice(0, -1))
    this.#timer = setTimeout(() => this.#ask(), PAUSE)
  }

  async #ask() {
    const typed = this.box.value.trim()
    const mine = ++this.#asked
    if (!typed) return this.#close()
    const answer = await fetch(`${this.source.dataset.suggest}?q=${encodeURIComponent(typed)}`).then((r) => r.ok ? r.json() : null).catch(() => null)
    if (mine !== this.#asked || !answer) return
    this.#options = answer.exact ? answer.tags : [...answer.tags, { name: typed, fresh: true }]
    this.#offer()
  }

  #offer() {
    this.list.replaceChildren(...this.#options.map((option, index) => {
      const there = this.#tags.some((tag) => key(tag) === key(option.name))
      const told = option.fresh ? `New tag “${option.name}”` : option.alias ? `${option.name} (for ${option.alias})` : option.name
      const pick = (event) => { event.preventDefault(); this.add(option.name) }
      return el("li", { role: "option", id: `${this.list.id}_${index}`, "aria-selected": "false", onmousedown: pick }, there ? `${told}, already there` : told)
    }))
    this.list.hidden = !this.#options.length
    this.box.setAttribute("aria-expanded", String(!this.list.hidden))
    this.#at = -1
    this.live.textContent = `${this.#options.length} suggestion${this.#options.length === 1 ? "" : "s"}`
    if (!this.#options[0].fresh) this.#point(0) // a tag that is known is offered, a new one has to be chosen
  }

  #point(index) {
    this.#at = (index + this.#options.length) % this.#options.length
    for (const [n, option] of [...this.list.children].entries()) option.setAttribute("aria-selected", String(n === this.#at))
    this.box.setAttribute("aria-activedescendant", this.list.children[this.#at].id)
  }

  #close() {
    clearTimeout(this.#timer)
    this.#asked++
    this.#at = -1
    this.list.hidden = true
    this.box.setAttribute("aria-expanded", "false")
    this.box.removeAttribute("aria-activedescendant")
  }

  #pressed(event) {
    const open = !this.list.hidden
    const done = {
      ArrowDown: () => open && (this.#point(this.#at + 1), true),
      ArrowUp: () => open && (this.#point(this.#at - 1), true),
      Enter: () => this.box.value && (this.add(this.#at >= 0 ? this.#options[this.#at].name : this.box.value), true),
      Escape: () => open && (event.stopPropagation(), this.#close(), true),
      Backspace: () => !this.box.value && this.#tags.length && (this.#remove(this.#tags.length - 1), this.box.focus(), true),
    }[event.key]?.()
    if (done) event.preventDefault()
  }
}

customElements.define("tag-input", TagInput)

// Suggested tags of an import are added with one click.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-add-tag]")
  const input = button && document.querySelector("tag-input")
  if (!input) return
  input.add(button.dataset.addTag)
  button.remove()
})
