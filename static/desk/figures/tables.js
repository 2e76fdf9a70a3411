/** Tables with a caption: a line above the table, brought in by a button while the caret is in one. */
import { Node, Table as Base, pm } from "django-prose-editor/editor"

const { TextSelection, Selection } = pm.state

export const Table = Base.extend({
  addCommands() {
    const whole = this.parent?.() ?? {}
    return { ...whole, deleteTable: () => (props) => dropped(props) || whole.deleteTable()(props) }
  },
})

export const CaptionedTable = Node.create({
  name: "captionedTable",
  group: "block",
  content: "tableCaption table",
  isolating: true,
  defining: true,
  parseHTML: () => [
    { tag: "table", priority: 60, getAttrs: (table) => Boolean(table.querySelector(":scope > caption")) && {}, contentElement: parted },
    { tag: "figure", priority: 60, getAttrs: (figure) => Boolean(figure.querySelector(":scope > figcaption + table")) && {} },
  ],
  renderHTML: () => ["figure", 0],
})

export const TableCaption = Node.create({
  name: "tableCaption",
  content: "inline*",
  isolating: true,
  defining: true,
  parseHTML: () => [{ tag: "figcaption", context: "captionedTable/" }],
  renderHTML: () => ["figcaption", 0],
  addKeyboardShortcuts() {
    return { Enter: () => intoTable(this.editor), ArrowDown: () => this.editor.view.endOfTextblock("down") && intoTable(this.editor), Backspace: () => unnamed(this.editor) }
  },
  addMenuItems({ buttons, menu }) {
    menu.defineItem({
      name: "table:caption",
      groups: "table",
      button: buttons.material("subtitles", "Caption of the table"),
      hidden: (editor) => !editor.isActive("table") && !editor.isActive("tableCaption"),
      active: (editor) => editor.isActive("captionedTable"),
      command: name,
    })
  },
})

/** The table as the editor holds it: its caption, and the rest. */
function parted(table) {
  const bare = table.cloneNode(true), line = document.createElement("figcaption"), both = document.createElement("div")
  const captions = [...bare.querySelectorAll(":scope > caption")]
  line.append(...captions[0].childNodes)
  for (const caption of captions) caption.remove()
  both.append(line, bare)
  return both
}

const depthOf = ($from, name) => [...Array($from.depth).keys()].map((n) => $from.depth - n).find((d) => $from.node(d).type.name === name)

/** To the end of the caption; a table without one gets it first. */
function name({ view, schema }) {
  const { $from } = view.state.selection, tr = view.state.tr
  const depth = depthOf($from, "table") ?? depthOf($from, "captionedTable")
  if (!depth) return
  const named = depthOf($from, "captionedTable")
  if (named) return view.dispatch(tr.setSelection(TextSelection.create(tr.doc, $from.start(named) + $from.node(named).firstChild.nodeSize - 1)))
  const table = $from.node(depth), at = $from.before(depth)
  const { captionedTable, tableCaption } = schema.nodes
  tr.replaceWith(at, at + table.nodeSize, captionedTable.create(null, [tableCaption.create(), table]))
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, at + 2)).scrollIntoView())
}

function intoTable({ view }) {
  const { $from, empty } = view.state.selection
  if (!empty || $from.parent.type.name !== "tableCaption") return false
  view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve($from.after()), 1)).scrollIntoView())
  return true
}

/** An empty caption goes with one more Backspace; its table stays. */
function unnamed({ view }) {
  const { $from } = view.state.selection
  if ($from.parent.type.name !== "tableCaption" || $from.parent.content.size) return false
  const depth = $from.depth - 1, at = $from.before(depth), tr = view.state.tr
  tr.replaceWith(at, at + $from.node(depth).nodeSize, $from.node(depth).lastChild)
  view.dispatch(tr.setSelection(Selection.near(tr.doc.resolve(at), 1)))
  return true
}

/** A table that is deleted takes its caption along. */
function dropped({ state, tr, dispatch }) {
  const { $from } = state.selection, depth = depthOf($from, "captionedTable")
  if (depth && dispatch) dispatch(tr.delete($from.before(depth), $from.after(depth)))
  return Boolean(depth)
}
