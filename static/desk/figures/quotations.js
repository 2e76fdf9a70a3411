/** Quotations that say whose they are: a last line in the quotation, brought in by a button while the caret is in one. */
import { Blockquote as Base, Node } from "django-prose-editor/editor"
import { leave } from "./placing.js";

export const Blockquote = Base.extend({ content: "block+ attribution?" })

export const Attribution = Node.create({
  name: "attribution",
  content: "inline*",
  isolating: true,
  defining: true,
  parseHTML: () => [{ tag: "footer", context: "blockquote/" }, { tag: "cite", context: "blockquote/" }],
  renderHTML: () => ["footer", 0],
  addKeyboardShortcuts() { return { Enter: () => leave(this.editor, "attribution") } },
  addMenuItems({ buttons, menu }) {
    menu.defineItem({
      name: "attribution",
      groups: "figures",
      button: buttons.material("record_voice_over", "whose quotation it is"),
      enabled: (editor) => editor.isActive("blockquote"),
      active: (editor) => editor.isActive("attribution"),
      command: say,
    })
  },
})

function say(editor) {
  const { $from } = editor.state.selection
  const depth = [...Array($from.depth).keys()].map((n) => $from.depth - n).find((d) => $from.node(d).type.name === "blockquote")
  if (!depth) return
  const inside = $from.end(depth)
  const there = $from.node(depth).lastChild.type.name === "attribution"
  there ? editor.commands.setTextSelection(inside - 1) : editor.chain().insertContentAt(inside, { type: "attribution" }).setTextSelection(inside + 1).run()
}
