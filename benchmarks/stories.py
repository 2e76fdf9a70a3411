"""Writes a folder of generated stories: plain text of the kinds that reach a desk, the same for the same seed."""

import random

NOUNS = "harbour ferry council school bridge market storm budget library clinic station valley river pier".split()
VERBS = "opens closes delays approves rejects repairs counts studies funds moves".split()
PLACES = ["Port Merrow", "Skerrin", "Gannet Bank", "Lower Quay", "Hill Farm", "West Street"]
PEOPLE = ["Isla Wren", "Tomas Berg", "Ana Ruiz", "Mira Lund", "Ben Okafor", "Ingrid Solheim"]
FILL = (
    "the board said in a letter that the work would begin in March and cost less than last year because two of the"
    " engines could be used again while the third was sold to a museum in the next town"
).split()


def sentence(pick, words=18):
    body = [pick.choice(FILL) if pick.random() < 0.7 else pick.choice(NOUNS) for _ in range(words)]
    return " ".join([pick.choice(PLACES), *body]) + "."


def story(number, seed=7):
    """About 600 words: headline, byline, paragraphs, a quotation, and in every third story a list."""
    pick = random.Random(f"{seed}:{number}")
    headline = f"{pick.choice(PLACES)} {pick.choice(NOUNS)} {pick.choice(VERBS)} {pick.choice(NOUNS)} number {number}"
    blocks = [headline, f"By {pick.choice(PEOPLE)}, reporter"]
    blocks += [" ".join(sentence(pick) for _ in range(pick.randint(2, 4))) for _ in range(9)]
    blocks.append(f"“{sentence(pick, 10)}” said {pick.choice(PEOPLE)} on 4 November 2026.")
    if number % 3 == 0:
        blocks.append("\n".join(f"• {noun.capitalize()}: {sentence(pick, 9)}" for noun in pick.sample(NOUNS, 4)))
    return "\n\n".join(blocks) + "\n"


def write(folder, many, start=0):
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(start, start + many):
        (folder / f"{number:07}.txt").write_text(story(number), encoding="utf-8")
