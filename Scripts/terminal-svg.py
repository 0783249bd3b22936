#!/usr/bin/env python3
"""Draws the output of a command, read from standard input, as it looks in a terminal: an SVG picture on standard output.

    rota solve instances/hanbin-2022.json | \
        Scripts/terminal-svg.py --command 'rota solve instances/hanbin-2022.json' --show 6,28,8,24 > picture.svg

Every piece of text stands at its column, Chinese characters two columns wide, whatever fonts the reader has.
"""

import argparse
import re
import sys
import unicodedata
from xml.sax.saxutils import escape

CELL, LINE, MARGIN, BAR = 8.4, 19, 16, 34
INK, PAPER, FAINT, PROMPT = "#d8dee9", "#1f2430", "#8a93a6", "#98c379"
DOTS = ("#ff5f56", "#ffbd2e", "#27c93f")
FONTS = "'DejaVu Sans Mono','Noto Sans Mono CJK SC','Menlo','Consolas','Microsoft YaHei',monospace"


def width(character):
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def runs(line):
    """The line's pieces of equally wide characters, split at spaces, each with its column and number of columns."""
    column = 0
    for piece in re.findall(r" +|[^ ]+", line):
        start, text = column, ""
        for character in piece:
            if text and width(character) != width(text[0]):
                yield start, sum(map(width, text)), text
                start, text = column, ""
            text += character
            column += width(character)
        if text.strip():
            yield start, sum(map(width, text)), text


def drawn(line, y, colour):
    """The line; each Chinese character has a place of its own, since no font is sure to make it two columns wide."""
    pieces = (
        f'<tspan x="{MARGIN + column * CELL:.1f}" textLength="{columns * CELL:.1f}">{escape(text)}</tspan>'
        if width(text[0]) == 1
        else "".join(
            f'<tspan x="{MARGIN + (column + 2 * number) * CELL:.1f}">{escape(character)}</tspan>'
            for number, character in enumerate(text)
        )
        for column, columns, text in runs(line)
    )
    return f'<text y="{y}" fill="{colour}">{"".join(pieces)}</text>'


def shortened(text, most):
    """The first sections of a report, which blank lines part, each cut to a number of lines; and how many lines are left out of it."""
    sections = text.rstrip("\n").split("\n\n")
    for section, count in zip(sections, most):
        lines = section.split("\n")
        yield lines[:count], max(0, len(lines) - count)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--command", required=True, help="what is shown at the prompt")
    parser.add_argument("--show", required=True, help="for each section shown, how many of its lines at most: 6,20")
    parser.add_argument("--language", choices=["en", "zh"], default="en", help="in which to say that lines are left out")
    options = parser.parse_args()
    shown = [("$ " + options.command, PROMPT)]
    for lines, left_out in shortened(sys.stdin.read(), map(int, options.show.split(","))):
        shown += [(line, INK) for line in lines]
        if left_out:
            words = "  [{} more lines]" if options.language == "en" else "  [另有{}行]"
            shown.append((words.format(left_out), FAINT))
        shown.append(("", INK))
    shown.pop()
    columns = max(sum(map(width, line)) for line, _ in shown)
    wide, high = round(2 * MARGIN + columns * CELL), BAR + LINE * len(shown) + MARGIN
    print(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" viewBox="0 0 {wide} {high}"'
        f' font-family="{FONTS}" font-size="14">'
    )
    print(f'<rect width="{wide}" height="{high}" rx="8" fill="{PAPER}"/>')
    for number, colour in enumerate(DOTS):
        print(f'<circle cx="{MARGIN + 6 + 20 * number}" cy="16" r="6" fill="{colour}"/>')
    for number, (line, colour) in enumerate(shown):
        print(drawn(line, BAR + LINE * number + 14, colour))
    print("</svg>")


if __name__ == "__main__":
    main()
