#!/usr/bin/env bash
# Measures how much of the domain (Sources/Rostering) the tests run, and fails below 90 % of its lines.
#
#     Scripts/coverage.sh [least percentage]
#
# Builds apart from the ordinary build. Extra arguments for `swift test`, such as a filter, go into ROTA_TEST_ARGUMENTS.
set -euo pipefail
cd "$(dirname "$0")/.."
least="${1:-90}"
scratch=.build-cov

# llvm-cov comes with the compiler and must match it.
tools="$(dirname "$(readlink -f "$(command -v swift)")")"
cov="$tools/llvm-cov"
[ -x "$cov" ] || cov="$(command -v llvm-cov)" || { echo "llvm-cov is neither beside swift nor on the path" >&2; exit 2; }

# shellcheck disable=SC2086
swift test --enable-code-coverage --scratch-path "$scratch" ${ROTA_TEST_ARGUMENTS:-}
folder="$(swift build --scratch-path "$scratch" --show-bin-path)"
bundle="$(ls -d "$folder"/*PackageTests.xctest | head -n 1)"
[ -d "$bundle" ] && bundle="$bundle/Contents/MacOS/$(basename "$bundle" .xctest)"

report="$("$cov" report "$bundle" -instr-profile "$folder/codecov/default.profdata" Sources/Rostering)"
echo "$report"
# The columns of a report end with lines, missed lines, coverage of lines, then three of branches.
covered="$(echo "$report" | awk '$1 == "TOTAL" { sub("%", "", $10); print $10 }')"
echo "lines of Sources/Rostering covered: $covered %, at least $least % wanted"
awk -v covered="$covered" -v least="$least" 'BEGIN { exit !(covered != "" && covered >= least) }'
