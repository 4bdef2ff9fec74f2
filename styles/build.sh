#!/bin/sh
# Compiles styles/ into the sheets of static/, mirrors that of every page for languages that are read
# from right to left, and compresses what is served. The results are committed, so only those who change styles
# or scripts need Node.
set -eu
cd "$(dirname "$0")/../static"
build="../.build/styles"
mkdir -p "$build"
[ -d "$build/node_modules/rtlcss" ] ||
  npm install --prefix "$build" --no-save --no-audit --no-fund --silent \
    govuk-frontend@6.3.0 sass@1.93.2 rtlcss@4.3.0
"$build/node_modules/.bin/sass" --quiet-deps --style=compressed --no-source-map --charset \
  --load-path="$build/node_modules" ../styles/directory.scss:directory.css \
  ../styles/keeping.scss:keeping.css
"$build/node_modules/.bin/rtlcss" --silent directory.css directory.rtl.css
for file in *.css *.js mark.svg; do
  node -e '
    const fs = require("fs"), zlib = require("zlib"), name = process.argv[1];
    const data = fs.readFileSync(name);
    fs.writeFileSync(name + ".br", zlib.brotliCompressSync(data));
    fs.writeFileSync(name + ".gz", zlib.gzipSync(data, { level: 9 }));
  ' "$file"
done
wc -c *.css *.css.br
