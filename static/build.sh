#!/bin/sh
# Compiles static/src into static/directory.css. The result is committed, so only those who change styles need Node.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build="$here/../.build/styles"
mkdir -p "$build"
[ -d "$build/node_modules/govuk-frontend" ] ||
  npm install --prefix "$build" --no-save --no-audit --no-fund --silent govuk-frontend@6.3.0 sass@1.93.2
"$build/node_modules/.bin/sass" --quiet-deps --style=compressed --no-source-map --charset \
  --load-path="$build/node_modules" "$here/src/directory.scss" "$here/directory.css"
wc -c "$here/directory.css"
