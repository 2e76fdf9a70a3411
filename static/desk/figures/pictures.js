/** Pictures in a text, alone or in a gallery, as the nodes of the editor and the buttons that bring them in. */
import { Node } from "django-prose-editor/editor"
import { choose } from "./library.js";
import { Document, galleryNode, leave, pictureNode, place } from "./placing.js";
import { GalleryView, PictureView } from "./views.js";

export { Document }

const KEY = /^picture:([1-9]\d{0,17})$/

function read(figure) {
  const image = figure.querySelector(":scope > img")
  const key = image?.getAttribute("src")?.match(KEY)
  return key && !figure.className ? { key: key[1], alt: image.getAttribute("alt") ?? "" } : false
}

const hidden = (value) => ({ default: value, rendered: false })

export const Picture = Node.create({
  name: "picture",
  group: "figure",
  content: "inline*",
  isolating: true,
  defining: true,
  draggable: true,
  addAttributes: () => ({ key: hidden(""), alt: hidden("") }),
  parseHTML: () => [{ tag: "figure", getAttrs: read, contentElement: (figure) => figure.querySelector(":scope > figcaption") ?? document.createElement("figcaption") }],
  renderHTML: ({ node }) => ["figure", ["img", { src: `picture:${node.attrs.key}`, alt: node.attrs.alt }], ["figcaption", 0]],
  addNodeView: () => (props) => new PictureView(props),
  addKeyboardShortcuts() { return { Enter: () => leave(this.editor, "picture"), "Mod-Shift-i": () => { bringOne(this.editor); return true } } },
  addMenuItems({ buttons, menu }) {
    menu.defineItem({ name: "picture", groups: "figures", command: bringOne, button: buttons.material("image", "picture"), active: (editor) => editor.isActive("picture") })
  },
})

export const Gallery = Node.create({
  name: "gallery",
  group: "figure",
  content: "picture+ galleryCaption",
  isolating: true,
  defining: true,
  draggable: true,
  parseHTML: () => [{ tag: "figure.gallery", priority: 60 }],
  renderHTML: () => ["figure", { class: "gallery" }, 0],
  addNodeView: () => (props) => new GalleryView(props, addTo),
  addMenuItems({ buttons, menu }) {
    menu.defineItem({ name: "gallery", groups: "figures", command: bringSeveral, button: buttons.material("collections", "gallery"), active: (editor) => editor.isActive("gallery") })
  },
})

export const GalleryCaption = Node.create({
  name: "galleryCaption",
  content: "inline*",
  isolating: true,
  defining: true,
  parseHTML: () => [{ tag: "figcaption", context: "gallery/" }],
  renderHTML: () => ["figcaption", 0],
  addKeyboardShortcuts() { return { Enter: () => leave(this.editor, "galleryCaption") } },
})

async function bringOne(editor) {
  const [picture] = await choose()
  if (!picture) return editor.commands.focus()
  const at = place(editor, pictureNode(picture)) // by itself: `commands` begins its change where it is named
  editor.commands.setTextSelection(at + editor.state.doc.nodeAt(at).nodeSize - 1)
}

async function bringSeveral(editor) {
  const pictures = await choose({ several: true })
  pictures.length ? place(editor, galleryNode(pictures)) : editor.commands.focus()
}

async function addTo({ view, getPos }) {
  const pictures = await choose({ several: true })
  const gallery = view.state.doc.nodeAt(getPos())
  const end = getPos() + gallery.nodeSize - 1 - gallery.lastChild.nodeSize
  view.dispatch(view.state.tr.insert(end, pictures.map((picture) => view.state.schema.nodeFromJSON(pictureNode(picture)))))
  view.focus()
}
