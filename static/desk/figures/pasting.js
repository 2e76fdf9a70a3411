/** What is pasted or dropped with pictures: a file is uploaded, a picture of another site is left out and said so. */
import { Extension, pm } from "django-prose-editor/editor"
import { el } from "../elements.js";
import { isImage, pictureNode, place } from "./placing.js";
import { refused, upload } from "./upload.js";

const LEFT_OUT = "A picture of another site was left out: its address is not ours to rely on. Save it, make sure we may print it, and upload it."

export const Pasting = Extension.create({
  name: "pasting",
  onCreate() {
    this.storage.told = el("p", { role: "status", className: "nr-told" })
    this.editor.view.dom.after(this.storage.told)
  },
  addStorage: () => ({ told: null }),
  addProseMirrorPlugins() {
    const editor = this.editor, tell = (text) => { this.storage.told.textContent = text }
    return [new pm.state.Plugin({ props: {
      handlePaste: (_, event) => taken(editor, tell, event.clipboardData),
      handleDrop: (view, event, __, moved) => !moved && taken(editor, tell, event.dataTransfer, view.posAtCoords({ left: event.clientX, top: event.clientY })),
      transformPastedHTML: (html) => without(html, tell),
    } })]
  },
})

/** Files go to the library, one after another; a browser's copy of a picture comes with HTML that says nothing more. */
function taken(editor, tell, data, spot) {
  const files = [...(data?.files ?? [])].filter(isImage)
  if (!files.length || words(data.getData("text/html"))) return false
  if (spot) editor.commands.setTextSelection(spot.pos)
  bring(editor, tell, files)
  return true
}

async function bring(editor, tell, files) {
  for (const file of files) {
    tell(`Uploading ${file.name || "the picture"}…`)
    const picture = await upload(file).catch(refused(tell))
    if (!picture) return
    place(editor, pictureNode(picture))
  }
  tell("")
}

const parsed = (html) => new DOMParser().parseFromString(html, "text/html")
const words = (html) => parsed(html).body.textContent.trim()

function without(html, tell) {
  const page = parsed(html)
  const foreign = [...page.querySelectorAll("img")].filter((image) => !image.getAttribute("src")?.startsWith("picture:"))
  tell(foreign.length ? LEFT_OUT : "")
  for (const image of foreign) image.remove()
  return foreign.length ? page.body.innerHTML : html
}
