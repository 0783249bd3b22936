#!/usr/bin/env bash
# Solves generated instances with every method under the thread sanitizer, each for as many seconds as given (60). A report ends it.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-60}

swift build -c release --product rota --sanitize=thread --scratch-path .build-threads
rota=$PWD/.build-threads/release/rota
export TSAN_OPTIONS=halt_on_error=1:exitcode=1

check() {
    local rung=$1 tightness=$2 method=$3 code=0
    printf '== %s %s, %s\n' "$rung" "$tightness" "$method"
    "$rota" generate --rung "$rung" --tightness "$tightness" --output .build-threads/instance.json
    "$rota" solve .build-threads/instance.json --method "$method" --time-limit "$seconds" --quiet \
        --progress .build-threads/progress.jsonl > .build-threads/report.txt || code=$?
    # 3: the sanitizer's tenth of the speed was too slow for a roster.
    if [ "$code" -ne 0 ] && [ "$code" -ne 3 ]; then exit "$code"; fi
    head -n 1 .build-threads/report.txt
}

check community loose exact
check half-county loose search
check half-county loose automatic
check county tight automatic
check city loose automatic
printf 'No report.\n'
