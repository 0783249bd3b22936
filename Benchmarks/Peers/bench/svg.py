"""Small line charts with logarithmic axes, as SVG text."""

import math
from html import escape

COLOURS = {"rota": "#c1121f", "cp-sat": "#1d70b8", "highs": "#2b8a3e", "scip": "#b35c00"}


class Panel:
    """A chart of one set of axes; both are logarithmic."""

    WIDTH, HEIGHT = 430, 270
    LEFT, RIGHT, TOP, BOTTOM = 58, 12, 30, 40

    def __init__(self, title, x, y, x_label, y_label, y_unit=""):
        self.title, self.x_label, self.y_label, self.y_unit = title, x_label, y_label, y_unit
        self.x, self.y = x, y
        self.parts = []

    def _place(self, value, span, start, length):
        low, high = map(math.log10, span)
        share = (math.log10(min(max(value, span[0]), span[1])) - low) / (high - low)
        return start + share * length

    def point(self, x, y):
        """Where values lie in the chart, cut at its edges."""
        across = self._place(x, self.x, self.LEFT, self.WIDTH - self.LEFT - self.RIGHT)
        height = self.HEIGHT - self.TOP - self.BOTTOM
        return across, self.HEIGHT - self.BOTTOM - (self._place(y, self.y, 0, height))

    def line(self, points, colour, dashed=False, steps=False):
        """Joins points; in steps where a value holds until the next."""
        path = []
        for number, (x, y) in enumerate(points):
            here = self.point(x, y)
            if steps and number:
                path.append((here[0], path[-1][1]))
            path.append(here)
        if not path:
            return
        text = " ".join(f"{across:.1f},{down:.1f}" for across, down in path)
        dash = ' stroke-dasharray="2 3"' if dashed else ""
        self.parts.append(f'<polyline points="{text}" fill="none" stroke="{colour}" stroke-width="1.8"{dash}/>')

    def dot(self, x, y, colour):
        """Marks a point."""
        across, down = self.point(x, y)
        self.parts.append(f'<circle cx="{across:.1f}" cy="{down:.1f}" r="3.2" fill="{colour}"/>')

    def text(self):
        """The chart with its axes."""
        right, bottom = self.WIDTH - self.RIGHT, self.HEIGHT - self.BOTTOM
        parts = [
            f'<text x="{self.LEFT}" y="18" font-weight="bold">{escape(self.title)}</text>',
            f'<text x="{(self.LEFT + right) / 2}" y="{self.HEIGHT - 6}" text-anchor="middle">{escape(self.x_label)}</text>',
            f'<text transform="translate(12 {(self.TOP + bottom) / 2}) rotate(-90)" text-anchor="middle">'
            f"{escape(self.y_label)}</text>",
        ]
        for tick in ticks(self.x):
            across, _ = self.point(tick, self.y[0])
            parts.append(f'<line x1="{across:.1f}" y1="{self.TOP}" x2="{across:.1f}" y2="{bottom}" stroke="#e3e3e3"/>')
            parts.append(f'<text x="{across:.1f}" y="{bottom + 15}" text-anchor="middle">{tick:g}</text>')
        for tick in ticks(self.y):
            _, down = self.point(self.x[0], tick)
            parts.append(f'<line x1="{self.LEFT}" y1="{down:.1f}" x2="{right}" y2="{down:.1f}" stroke="#e3e3e3"/>')
            parts.append(
                f'<text x="{self.LEFT - 5}" y="{down + 4:.1f}" text-anchor="end">{tick:g}{self.y_unit}</text>')
        return "\n".join(parts + self.parts)


def ticks(span):
    """The powers of ten in a span, with 2 and 5 between where those are few."""
    powers = [10.0**power for power in range(math.floor(math.log10(span[0])), math.ceil(math.log10(span[1])) + 1)]
    factors = (1, 2, 5) if len(powers) < 5 else (1,)
    return [
        power * factor for power in powers for factor in factors
        if span[0] * 0.999 <= power * factor <= span[1] * 1.001
    ]


def page(panels, legend, across=2):
    """Panels in a grid under a legend of (text, colour, dashed)."""
    across = min(across, len(panels))
    rows = -(-len(panels) // across)
    # A letter is about six units wide.
    places = [12 + sum(45 + 6.2 * len(text) for text, _, _ in legend[:number]) for number in range(len(legend) + 1)]
    width, height = max(across * Panel.WIDTH, round(places[-1])), rows * Panel.HEIGHT + 28
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        'font-family="sans-serif" font-size="11">',
        f'<rect width="{width}" height="{height}" fill="white"/>',
    ]
    for place, (text, colour, dashed) in zip(places, legend):
        dash = ' stroke-dasharray="2 3"' if dashed else ""
        parts.append(
            f'<line x1="{place}" y1="14" x2="{place + 24}" y2="14" stroke="{colour}" stroke-width="2"{dash}/>')
        parts.append(f'<text x="{place + 29}" y="18">{escape(text)}</text>')
    for number, panel in enumerate(panels):
        x, y = number % across * Panel.WIDTH, 28 + number // across * Panel.HEIGHT
        parts.append(f'<g transform="translate({x} {y})">\n{panel.text()}\n</g>')
    return "\n".join([*parts, "</svg>", ""])
