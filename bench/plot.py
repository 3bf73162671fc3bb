"""An SVG of the ratios: for each model, how many times dlc's step each peer's takes."""
from xml.sax.saxutils import escape

SERIES = [("vs_torch_eager", "PyTorch eager", "#c2571a"), ("vs_torch_compile", "torch.compile", "#2f6db3"),
          ("vs_jax", "JAX", "#4b8f3c")]
LEFT, WIDTH, BAR, GAP, TOP = 100, 560, 13, 16, 70
LARGEST = 8  # a longer bar is cut, and says so by its number


def text(x, y, what, anchor="start", extra=""):
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" {extra}>{escape(what)}</text>'


def ratios(results):
    bars = [[(result[key], color) for key, _, color in SERIES if result.get(key)] for result in results]
    largest = min(LARGEST, max([1.5] + [value for group in bars for value, _ in group]))
    scale = WIDTH / largest
    parts, y = [], TOP
    for result, group in zip(results, bars):
        parts.append(text(LEFT - 8, y + BAR * max(1, len(group)) / 2 + 4, result["name"], "end"))
        for value, color in group:
            length = min(value, largest) * scale
            parts.append(f'<rect x="{LEFT}" y="{y}" width="{length:.1f}" height="{BAR - 2}" fill="{color}"/>')
            parts.append(text(LEFT + length + 4, y + BAR - 3, f"{value:.2f}", extra='font-size="10"'))
            y += BAR
        y += GAP
    grid = []
    for tick in range(int(largest) + 1):
        x = LEFT + tick * scale
        style = 'stroke="#000" stroke-width="1.5"' if tick == 1 else 'stroke="#ddd"'
        grid.append(f'<line x1="{x:.1f}" y1="{TOP - 10}" x2="{x:.1f}" y2="{y - GAP + 6}" {style}/>')
        grid.append(text(x, y + 8, str(tick), "middle"))
    legend = []
    for i, (_, title, color) in enumerate(SERIES):
        legend.append(f'<rect x="{LEFT + 130 * i}" y="36" width="11" height="11" fill="{color}"/>')
        legend.append(text(LEFT + 16 + 130 * i, 46, title))
    title = text(LEFT, 20, "Time of a training step divided by dlc's: beyond 1, dlc is faster", extra='font-size="14"')
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{LEFT + WIDTH + 50}" height="{y + 20}" '
            f'font-family="sans-serif" font-size="12"><rect width="100%" height="100%" fill="#fff"/>\n'
            + "\n".join([title, *legend, *grid, *parts]) + "\n</svg>\n")
