"""What the formats of the wires share: times, names, status words, topics, XML read with care, plain bodies."""
