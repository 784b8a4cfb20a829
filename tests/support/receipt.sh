#!/usr/bin/env bash
# Checks a receipt with coreutils and openssl alone: receipt.sh PROOF LEAF KEY.pem
# The signature of the checkpoint, then the way from the leaf up to its head (RFC 9162, section 2.1.3.2).
set -euo pipefail
proof=$1 leaf=$2 key=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "receipt: $*" >&2; exit 1; }

[ "$(head -n 1 "$proof")" = 'c2sp.org/tlog-proof@v1' ] || fail 'not a receipt'
index=$(sed -n '2s/^index //p' "$proof")
sed '1,/^$/d' "$proof" >"$work/note"
awk 'NR > 2 && /^$/ { exit } NR > 2' "$proof" >"$work/hashes"

# The text of a note ends before its last empty line; the signature is all but the first four bytes of its line.
sed '/^$/,$d' "$work/note" >"$work/text"
tail -n 1 "$work/note" | sed 's/.* //' | base64 -d | tail -c +5 >"$work/signature"
openssl pkeyutl -verify -pubin -inkey "$key" -rawin -in "$work/text" -sigfile "$work/signature" >/dev/null ||
  fail 'the signature is wrong'
size=$(sed -n 2p "$work/text")
root=$(sed -n 3p "$work/text" | base64 -d | od -An -v -tx1 | tr -d ' \n')

sum() { sha256sum | cut -d ' ' -f 1; }
bytes() { printf '%b' "$(sed 's/../\\x&/g' <<<"$1")"; }
hash=$({ printf '\000'; cat "$leaf"; } | sum)
at=$index last=$((size - 1))
while read -r line; do
  step=$(base64 -d <<<"$line" | od -An -v -tx1 | tr -d ' \n')
  [ "$last" -gt 0 ] || fail 'the proof is too long'
  if ((at & 1)) || [ "$at" -eq "$last" ]; then
    hash=$({ printf '\001'; bytes "$step$hash"; } | sum)
    while ! ((at & 1)) && [ "$at" -ne 0 ]; do at=$((at >> 1)) last=$((last >> 1)); done
  else
    hash=$({ printf '\001'; bytes "$hash$step"; } | sum)
  fi
  at=$((at >> 1)) last=$((last >> 1))
done <"$work/hashes"
[ "$last" -eq 0 ] || fail 'the proof is too short'
[ "$hash" = "$root" ] || fail 'the leaf is not in the log'
