/** The dialog in which pictures for a text are found, newest first, or uploaded without leaving the story. */
import { el } from "../elements.js";
import { dialog, refused, upload } from "./upload.js";

const PAUSE = 250
const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 }

/** Resolves to the pictures chosen: one, several where `several`, none if the dialog was left. */
export const choose = ({ several = false } = {}) => new Promise((resolve) => new Library(dialog(), several, resolve).open())

class Library {
  #asked = 0
  #chosen = []

  constructor(box, several, done) {
    Object.assign(this, { box, several, done })
    for (const name of ["search", "file", "told", "list", "insert"]) this[name] = box.querySelector(`[data-part=${name}]`)
  }

  open() {
    this.box.returnValue = ""
    this.box.querySelector("h2").textContent = this.several ? "Choose pictures for a gallery" : "Choose a picture"
    this.insert.hidden = !this.several
    this.file.multiple = this.several
    this.search.value = ""
    this.search.oninput = () => { clearTimeout(this.timer); this.timer = setTimeout(() => this.#find(), PAUSE) }
    this.file.onchange = () => this.#upload([...this.file.files])
    this.list.onkeydown = (event) => this.#moved(event)
    this.insert.onclick = () => this.box.close()
    this.box.ondragover = (event) => event.preventDefault()
    this.box.ondrop = (event) => { event.preventDefault(); this.#upload([...event.dataTransfer.files]) }
    this.box.onpaste = (event) => { if (event.clipboardData.files.length) { event.preventDefault(); this.#upload([...event.clipboardData.files]) } }
    this.box.onclose = () => { clearTimeout(this.timer); this.#asked++; this.done(this.#chosen) }
    this.box.oncancel = () => { this.#chosen = [] }
    this.box.querySelector("[data-part=cancel]").onclick = () => { this.#chosen = []; this.box.close() }
    this.#count()
    this.box.showModal()
    this.#find()
  }

  async #find() {
    const mine = ++this.#asked
    const address = `${this.box.dataset.library}?q=${encodeURIComponent(this.search.value.trim())}`
    const answer = await fetch(address).then((r) => r.ok ? r.json() : null).catch(() => null)
    if (mine !== this.#asked) return
    if (!answer) return this.#tell("The library cannot be reached. Your text is safe; try again.")
    this.list.replaceChildren(...answer.pictures.map((picture) => this.#item(picture)))
    this.#tell(answer.pictures.length ? "" : "No picture matches. Upload it here.")
  }

  #item(picture) {
    const chosen = this.#chosen.some(({ id }) => id === picture.id)
    const button = el("button", { type: "button", onclick: () => this.#pick(picture, button) }, el("img", { src: picture.src, alt: "", loading: "lazy" }), el("span", { textContent: picture.title }))
    if (this.several) button.setAttribute("aria-pressed", String(chosen))
    return el("li", {}, button)
  }

  #pick(picture, button) {
    if (!this.several) { this.#chosen = [picture]; return this.box.close() }
    const there = this.#chosen.findIndex(({ id }) => id === picture.id)
    there < 0 ? this.#chosen.push(picture) : this.#chosen.splice(there, 1)
    button?.setAttribute("aria-pressed", String(there < 0))
    this.#count()
  }

  async #upload(files) {
    for (const file of files.slice(0, this.several ? files.length : 1)) {
      this.#tell(`Uploading ${file.name}…`)
      const picture = await upload(file).catch(refused((told) => this.#tell(told)))
      if (!picture) return
      this.#tell("")
      if (!this.several) return this.#pick(picture)
      if (!this.#chosen.some(({ id }) => id === picture.id)) this.#pick(picture)
    }
    this.file.value = ""
    this.#find()
  }

  #count() {
    this.insert.disabled = !this.#chosen.length
    this.insert.textContent = this.#chosen.length > 1 ? `Insert ${this.#chosen.length} pictures` : "Insert"
  }

  #moved(event) {
    const buttons = [...this.list.querySelectorAll("button")]
    const at = buttons.indexOf(document.activeElement)
    const next = { Home: 0, End: buttons.length - 1 }[event.key] ?? (event.key in STEPS ? at + STEPS[event.key] : -1)
    if (at < 0 || !buttons[next]) return
    event.preventDefault()
    buttons[next].focus()
  }

  #tell(text) { this.told.textContent = text }
}
