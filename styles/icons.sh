#!/bin/sh
# Draws the icons of an installed page from static/mark.svg. The results are committed; run this
# only when the mark changes.
set -eu
cd "$(dirname "$0")/../static"
build="../.build/icons"
mkdir -p "$build"
[ -d "$build/node_modules/@resvg/resvg-js" ] ||
  npm install --prefix "$build" --no-save --no-audit --no-fund --silent @resvg/resvg-js@2.6.2
NODE_PATH="$build/node_modules" node -e '
  const fs = require("fs"), { Resvg } = require("@resvg/resvg-js");
  const mark = fs.readFileSync("mark.svg", "utf8").match(/<path.*\/>/)[0];
  // The mark keeps inside the share of the square that is not cut off.
  const icon = (name, size, share, corner) => {
    const edge = (32 - 32 * share) / 2;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">` +
      `<rect width="32" height="32" rx="${corner}" fill="#2f6b64"/>` +
      `<g transform="translate(${edge} ${edge}) scale(${share})">${mark}</g></svg>`;
    const drawn = new Resvg(svg, { fitTo: { mode: "width", value: size } });
    fs.writeFileSync(name, drawn.render().asPng());
  };
  icon("icon-192.png", 192, 0.8, 7);
  icon("icon-512.png", 512, 0.8, 7);
  icon("icon-maskable-512.png", 512, 0.62, 0);
  icon("apple-touch-icon.png", 180, 0.75, 0);
'
wc -c ./*.png
