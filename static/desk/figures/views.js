/** How figures look in the editor: the picture itself, fields for what is said of it, a button to take it out. */
import { el } from "../elements.js";
import { dialog } from "./upload.js";
import { remove, set } from "./placing.js";

const at = (address, key) => address.replace("/0/", `/${key}/`)
let number = 0

/** A labelled field of the view; it has no name, so the form does not send it. Enter never saves the story from here. */
function field(label, value, changed, properties = {}) {
  const input = el("input", { type: "text", value, autocomplete: "off", ...properties, oninput: () => changed(input.value) })
  input.onkeydown = (event) => { if (event.key === "Enter") event.preventDefault() }
  return el("label", {}, el("span", { textContent: label }), input)
}

class View {
  constructor({ node, view, getPos }, dom) {
    Object.assign(this, { node, view, getPos, dom })
    this.tools = el("div", { className: "nr-figure-tools", contentEditable: "false" })
  }

  drop(label) { return el("button", { type: "button", className: "nr-link-button", textContent: label, onclick: () => remove(this.view, this.getPos) }) }

  field(label, name, properties) { return field(label, this.node.attrs[name], (value) => set(this.view, this.getPos, name, value), properties) }

  update(node) {
    if (node.type !== this.node.type || node.attrs.key !== this.node.attrs.key) return false
    this.node = node
    for (const input of this.tools.querySelectorAll("[data-name]")) if (input.value !== node.attrs[input.dataset.name]) input.value = node.attrs[input.dataset.name]
    this.drawn?.()
    return true
  }

  stopEvent(event) { return this.tools.contains(event.target) }

  ignoreMutation(mutation) { return mutation.type !== "selection" && !this.contentDOM?.contains(mutation.target) }
}

export class PictureView extends View {
  constructor(props) {
    super(props, el("figure", { className: "nr-figure" }))
    const { key } = this.node.attrs, { file, change } = dialog().dataset
    this.image = el("img", { src: `${at(file, key)}?w=640`, alt: "", draggable: false, onerror: () => this.#gone() })
    this.tools.append(this.field("Description, read aloud", "alt", { "data-name": "alt", placeholder: "as the picture’s own" }),
      el("a", { href: at(change, key), target: "_blank", textContent: "Its page" }), this.drop("Take out"))
    this.contentDOM = el("figcaption", { id: `nr-caption-${++number}`, "data-empty": "Caption; left empty, the picture’s own" })
    this.dom.append(this.image, this.tools, this.contentDOM)
    this.drawn = () => this.contentDOM.classList.toggle("nr-empty", !this.node.content.size)
    this.drawn()
  }

  #gone() { this.image.replaceWith(el("p", { className: "nr-figure-gone", textContent: "This picture is not in the library. Take it out, or choose another." })) }
}

export class GalleryView extends View {
  constructor(props, add) {
    super(props, el("figure", { className: "nr-figure nr-gallery" }))
    this.tools.append(el("strong", { textContent: "Gallery" }), el("button", { type: "button", className: "nr-link-button", textContent: "Add pictures", onclick: () => add(this) }), this.drop("Take the gallery out"))
    this.contentDOM = el("div", { className: "nr-gallery-pictures" })
    this.dom.append(this.tools, this.contentDOM)
  }
}

export class EmbedView extends View {
  constructor(props) {
    super(props, el("figure", { className: "nr-figure nr-embed", contentEditable: "false" }))
    const inputs = [["Title", "title"], ["Whose it is", "source"], ["Address", "href", { type: "url" }]]
    this.tools.append(el("strong", { textContent: "Embed: a card that links to another site" }), ...inputs.map(([label, name, more]) => this.field(label, name, { "data-name": name, ...more })), this.drop("Take out"))
    this.dom.append(this.tools)
  }
}
