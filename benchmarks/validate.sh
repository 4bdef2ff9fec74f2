#!/bin/sh
# Writes every page that a patient can come to into a folder, and has the Nu HTML checker look at
# them. Needs Java and npm beside what the tests need.
set -eu
cd "$(dirname "$0")/.."
build=".build/validate"
rm -rf "$build/pages"
mkdir -p "$build/pages"
KEEP_PAGES="$build/pages" "${PYTHON:-python}" -m pytest tests/journeys/test_every_page.py -k route
npm install --prefix "$build" --no-save --no-audit --no-fund --silent vnu-jar@26.9.27
java -Xss4m -jar "$build/node_modules/vnu-jar/build/dist/vnu.jar" --errors-only "$build"/pages/*.html
echo "No error in $(ls "$build/pages" | wc -l) pages."
