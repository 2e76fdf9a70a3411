/** <focal-point>: points at what must stay in every crop, over the two number fields, which stay usable. */
import { el } from "./elements.js";

const CROPS = [["Wide 16:9", 16 / 9], ["Square", 1], ["Portrait 4:5", 4 / 5], ["Link preview", 1200 / 630]]
const HELP = "Click what must stay in every crop, or use the arrow keys (Shift for bigger steps). Home centres."
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }
const within = (value) => Math.min(1, Math.max(0, value))

class FocalPoint extends HTMLElement {
  connectedCallback() {
    const { src, x, y } = this.dataset
    this.x = document.getElementById(x)
    this.y = document.getElementById(y)
    this.image = el("img", { src, alt: "", draggable: false })
    this.dot = el("span", { className: "nr-focal" })
    this.pad = el("div", { className: "nr-pad", tabIndex: 0, role: "application", "aria-roledescription": "focal point picker", "aria-describedby": "focal-help" }, this.image, this.dot)
    this.told = el("p", { role: "status", className: "quiet" })
    this.crops = CROPS.map(([, ratio]) => this.#crop(src, ratio))
    this.append(el("p", { id: "focal-help", className: "help", textContent: HELP }), this.pad, this.told,
      el("div", { className: "nr-crops" }, ...this.crops.map((crop, n) => el("figure", {}, crop, el("figcaption", { textContent: CROPS[n][0] })))))
    this.#listen()
    this.image.decode().finally(() => this.#show())
  }

  #crop(src, ratio) {
    const crop = el("img", { src, alt: "" })
    crop.style.aspectRatio = ratio
    return crop
  }

  #listen() {
    this.pad.onpointerdown = (event) => {
      this.pad.setPointerCapture(event.pointerId)
      this.#pointed(event)
      this.pad.onpointermove = (moved) => this.#pointed(moved)
    }
    this.pad.onpointerup = this.pad.onpointercancel = () => { this.pad.onpointermove = null }
    this.pad.onkeydown = (event) => this.#pressed(event)
    for (const field of [this.x, this.y]) field.addEventListener("input", () => this.#show())
  }

  #pointed(event) {
    const box = this.image.getBoundingClientRect()
    this.#set((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height)
  }

  #pressed(event) {
    const step = STEPS[event.key]
    if (!step && event.key !== "Home") return
    event.preventDefault()
    const size = event.shiftKey ? 0.1 : 0.01
    step ? this.#set(Number(this.x.value) + step[0] * size, Number(this.y.value) + step[1] * size) : this.#set(0.5, 0.5)
  }

  #set(x, y) {
    this.x.value = within(x).toFixed(3)
    this.y.value = within(y).toFixed(3)
    this.#show()
    this.told.textContent = this.pad.getAttribute("aria-label")
  }

  #show() {
    const [x, y] = [within(Number(this.x.value)), within(Number(this.y.value))]
    this.dot.style.left = `${x * 100}%`
    this.dot.style.top = `${y * 100}%`
    for (const [n, crop] of this.crops.entries()) crop.style.objectPosition = this.#position(CROPS[n][1], x, y)
    this.pad.setAttribute("aria-label", `Focal point: ${Math.round(x * 100)} % across, ${Math.round(y * 100)} % down`)
  }

  /** object-position lays x % of the picture on x % of the box; a crop centred on a point needs this conversion. */
  #position(ratio, x, y) {
    const [width, height] = [this.image.naturalWidth || 1, this.image.naturalHeight || 1]
    const scale = Math.max(ratio / width, 1 / height)
    const along = (point, size, box) => {
      const over = size * scale - box
      return over <= 1e-6 ? 50 : within((point * size * scale - box / 2) / over) * 100
    }
    return `${along(x, width, ratio)}% ${along(y, height, 1)}%`
  }
}

customElements.define("focal-point", FocalPoint)
