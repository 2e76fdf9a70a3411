/** Tag names as text: the same rules as articles/text/tags.py, which has the last word. */
export const split = (text) =>
  [...text.matchAll(/"((?:[^"]|"")*)"|([^",]+)/g)]
    .map(([, quoted, plain]) => (quoted?.replaceAll('""', '"') ?? plain).trim().replace(/\s+/g, " "))
    .filter(Boolean)

export const join = (names) =>
  names.map((name) => (/[",]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name)).join(", ")

export const key = (name) => name.normalize("NFKC").toLowerCase().trim().replace(/\s+/g, " ")
