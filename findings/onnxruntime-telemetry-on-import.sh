#!/usr/bin/env bash
# onnxruntime 1.31.1 (Linux wheel): the bare import writes a lasting device id and an upload queue into the user's cache.
#
# Expected: a library that runs models offline leaves no file when it is imported; if it measures use, it asks or says so.
# Seen: `import onnxruntime` alone makes Microsoft/DeveloperTools/.onnxruntime/{deviceid,onnxruntime.db} under ~/.cache.
# ORT_DISABLE_TELEMETRY=1 before the import prevents both; `disable_telemetry_events()` after it comes too late; so does
# nothing at all where CI=true is set, which is why a test on a build machine does not notice. 1.28.0 leaves nothing.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
for version in 1.31.1 1.28.0; do
  python3 -m venv "$work/$version"
  "$work/$version/bin/pip" install -q "onnxruntime==$version" 2>/dev/null
done
left() { # VERSION STATEMENTS [ENVIRONMENT...]: the files that a fresh home holds afterwards
  local version=$1 statements=$2; shift 2
  rm -rf "$work/home"; mkdir -p "$work/home/tmp"
  env -u CI -u ORT_DISABLE_TELEMETRY -u XDG_CACHE_HOME HOME="$work/home" TMPDIR="$work/home/tmp" "$@" \
    "$work/$version/bin/python" -c "$statements"
  find "$work/home/.cache" -type f -path '*onnxruntime*' 2>/dev/null | sed 's|.*/||' | grep -v -e '-wal$' -e '-shm$' -e '-journal$' | sort | xargs
}
check() { printf '%-44s left: %s\n' "$1" "${3:-nothing}"; [ "$3" = "$2" ] || { echo "changed: expected '$2'"; exit 1; }; }
check "1.31.1 import" "deviceid onnxruntime.db" "$(left 1.31.1 'import onnxruntime')"
check "1.31.1 import, then disable_telemetry_events()" "deviceid onnxruntime.db" \
  "$(left 1.31.1 'import onnxruntime; onnxruntime.disable_telemetry_events()')"
check "1.31.1 import, ORT_DISABLE_TELEMETRY=1" "" "$(left 1.31.1 'import onnxruntime' ORT_DISABLE_TELEMETRY=1)"
check "1.31.1 import, CI=true" "" "$(left 1.31.1 'import onnxruntime' CI=true)"
check "1.28.0 import" "" "$(left 1.28.0 'import onnxruntime')"
