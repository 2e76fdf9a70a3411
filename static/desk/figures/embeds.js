/** Cards that link to other sites: brought in by a button, or by pasting a lone address on an empty line. */
import { Node, pm } from "django-prose-editor/editor"
import { place } from "./placing.js";
import { EmbedView } from "./views.js";

const ADDRESS = /^https?:\/\/[^\s<>"]+$/i
const hidden = () => ({ default: "", rendered: false })

const host = (address) => URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, "") : ""

function read(figure) {
  const link = figure.querySelector(":scope > a")
  const href = link?.getAttribute("href") ?? ""
  const source = figure.querySelector(":scope > figcaption")?.textContent ?? ""
  return ADDRESS.test(href) && { href, title: link.textContent, source }
}

export const Embed = Node.create({
  name: "embed",
  group: "figure",
  atom: true,
  draggable: true,
  addAttributes: () => ({ href: hidden(), title: hidden(), source: hidden() }),
  parseHTML: () => [{ tag: "figure.embed", getAttrs: read, priority: 60 }],
  renderHTML: ({ node: { attrs } }) => ["figure", { class: "embed" }, ["a", { href: attrs.href }, attrs.title || attrs.href], ["figcaption", {}, attrs.source]],
  addNodeView: () => (props) => new EmbedView(props),
  addMenuItems({ buttons, menu }) {
    menu.defineItem({ name: "embed", groups: "figures", command: (editor) => bring(editor, ""), button: buttons.material("web_asset", "embed"), active: (editor) => editor.isActive("embed") })
  },
  addProseMirrorPlugins() {
    const editor = this.editor
    return [new pm.state.Plugin({ props: { handlePaste: (view, event) => pasted(editor, view, event) } })]
  },
})

/** With Shift, as plain text, an address stays an address. */
function pasted(editor, view, event) {
  const text = event.clipboardData?.getData("text/plain").trim() ?? ""
  const { $from, empty } = view.state.selection
  const alone = empty && $from.depth === 1 && $from.parent.type.name === "paragraph" && !$from.parent.content.size
  if (!alone || view.input?.shiftKey || !ADDRESS.test(text)) return false
  bring(editor, text)
  return true
}

function bring(editor, href) {
  const at = place(editor, { type: "embed", attrs: { href, title: href && `${host(href)}${new URL(href).pathname}`, source: host(href) } })
  const inputs = editor.view.nodeDOM(at).querySelectorAll("input")
  const first = href ? inputs[0] : inputs[2]
  first.focus()
  first.select()
}
