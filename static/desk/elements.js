/** Makes an element with properties, attributes (aria-, data-, role) and children. Text is never markup. */
export function el(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties)
  for (const [name, value] of Object.entries(properties)) {
    if (/^(aria-|data-|role$)/.test(name)) element.setAttribute(name, value)
  }
  element.append(...children)
  return element
}
