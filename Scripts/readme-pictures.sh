#!/usr/bin/env bash
# Draws the README's pictures from what the program prints now: docs/solve.en.svg and docs/solve.zh.svg.
set -euo pipefail
cd "$(dirname "$0")/.."

command='rota solve instances/hanbin-2022.json'
swift build -c release --product rota
mkdir -p docs
for language in en zh; do
    "$(swift build -c release --show-bin-path)"/$command --quiet --language $language |
        Scripts/terminal-svg.py --command "$command" --show 6,28,8,24 --language $language > docs/solve.$language.svg
done
