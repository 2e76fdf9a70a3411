/** Where figures go in a text: between its blocks, never inside one. The caption's Enter leads out below. */
import { Document as Base } from "django-prose-editor/editor"

export const Document = Base.extend({ content: "(block | figure)+" })

export const isImage = (file) => file.type.startsWith("image/")

/** The node of a picture that the library told of, with its words to begin with. */
export const pictureNode = ({ id, alt, caption }) => ({ type: "picture", attrs: { key: String(id), alt }, content: caption ? [{ type: "text", text: caption }] : [] })

export const galleryNode = (pictures) => ({ type: "gallery", content: [...pictures.map(pictureNode), { type: "galleryCaption" }] })

/** Puts a figure after the block that the caret stands in; an empty paragraph gives way to it. */
export function place(editor, node) {
  const { $from, to } = editor.state.selection
  const block = $from.depth ? $from.node(1) : null
  const gives = $from.depth === 1 && block.type.name === "paragraph" && !block.content.size
  const at = $from.depth ? $from.after(1) : to
  const start = gives ? $from.before(1) : at
  editor.view.focus() // first: what the focus moves is a change of its own
  editor.commands.insertContentAt(gives ? { from: start, to: at } : at, node)
  const { lastChild, content } = editor.state.doc
  if (lastChild.type.isInGroup("figure")) editor.view.dispatch(editor.state.tr.insert(content.size, editor.schema.nodes.paragraph.create())) // somewhere to write on
  return start
}

/** Enter in a caption or a footer: a paragraph below the figure, or the quotation, it belongs to. */
export function leave(editor, name) {
  const { $from, empty } = editor.state.selection
  if (!empty || $from.parent.type.name !== name) return false
  const at = $from.after(1)
  return editor.chain().insertContentAt(at, { type: "paragraph" }).setTextSelection(at + 1).run()
}

export function remove(view, position) {
  const at = position()
  view.dispatch(view.state.tr.delete(at, at + view.state.doc.nodeAt(at).nodeSize))
  view.focus()
}

export const set = (view, position, name, value) => view.dispatch(view.state.tr.setNodeAttribute(position(), name, value))
