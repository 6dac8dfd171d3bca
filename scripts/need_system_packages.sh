#!/usr/bin/env bash
# Make sure Debian packages are there: install them when root, otherwise say exactly what to do.
set -euo pipefail
missing=()
for package in "$@"; do
  case "$package" in
    chromium) command -v chromium >/dev/null || missing+=("$package") ;;
    poppler-utils) command -v pdftotext >/dev/null || missing+=("$package") ;;
    lib*) # libpango-1.0-0 is libpango-1.0.so: whatever put it there
      name="${package%0}"
      PATH="$PATH:/sbin:/usr/sbin" ldconfig -p | grep -F "${name%-}.so" >/dev/null || missing+=("$package") ;;
    *) dpkg -s "$package" >/dev/null 2>&1 || missing+=("$package") ;;
  esac
done
[ ${#missing[@]} -eq 0 ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}" >/dev/null
  exit 0
fi
echo "These system packages are missing: ${missing[*]}" >&2
echo "On Debian or Ubuntu: sudo apt-get install ${missing[*]}" >&2
exit 1
