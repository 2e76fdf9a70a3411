/** Buttons with data-copy: copy what a field holds, and say so. Without a clipboard the field is selected instead. */
for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy)
  const said = button.querySelector("span")
  button.hidden = false
  field.addEventListener("focus", () => field.select())
  button.addEventListener("click", async () => {
    field.select()
    const copied = await navigator.clipboard?.writeText(field.value).then(() => true).catch(() => false)
    said.textContent = copied ? "Copied" : "Press Ctrl+C"
  })
}
