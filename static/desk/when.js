/** While a date and time are typed, what they mean stands below them; the server finds the words. */
const PAUSE = 250
const form = document.querySelector("form[data-when]")
const value = (id) => form.elements[id]?.value ?? ""

async function answer(moment, signal) {
  const name = moment.dataset.moment
  const told = { of: name, date: value(`${name}-date`), time: value(`${name}-time`), exact: value(`${name}-exact`), zone: value("zone") }
  const place = moment.querySelector(".nr-answer")
  if (!told.date || !told.time) return place.replaceChildren()
  const response = await fetch(`${form.dataset.when}?${new URLSearchParams(told)}`, { signal })
  if (!response.ok || response.redirected) return // signed out meanwhile: sending the form will say so
  show(place, await response.text())
  const wrong = place.querySelector(".nr-wrong") !== null
  for (const field of moment.querySelectorAll("[type=date], [type=time]")) field.ariaInvalid = wrong ? "true" : null
}

function show(place, html) {
  const focused = place.contains(document.activeElement) && document.activeElement.id
  place.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes)
  if (focused) document.getElementById(focused)?.focus()
}

function listen(moment) {
  let waiting, asked
  const ask = () => {
    asked?.abort()
    asked = new AbortController()
    answer(moment, asked.signal).catch((error) => { if (error.name !== "AbortError") throw error })
  }
  form.addEventListener("input", (event) => {
    if (!moment.contains(event.target) && event.target.name !== "zone") return
    clearTimeout(waiting)
    waiting = setTimeout(ask, PAUSE)
  })
}

if (form) document.querySelectorAll("[data-moment]").forEach(listen)
