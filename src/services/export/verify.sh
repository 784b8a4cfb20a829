#!/usr/bin/env bash
# Checks this case file with coreutils, awk, sed and openssl, without whoever made it: bash verify.sh [KEY.pem [ROOTS.pem]]
# KEY.pem is the key of the log as you know it, ROOTS.pem the certificates of the authority for time-stamps as you know
# them; without them those in the file itself are taken, which proves less.
set -euo pipefail
export LC_ALL=C
cd "$(dirname "${BASH_SOURCE[0]}")"
given=${1:-}
roots=${2:-log/keys/tsa-chain.pem}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "FAILED  $*" >&2; exit 1; }
sum() { sha256sum | cut -d ' ' -f 1; }
bytes() { printf '%b' "$(sed 's/../\\x&/g' <<<"$1")"; }
hex() { od -An -v -tx1 | tr -d ' \n'; }
field() { sed -n "s/.*\"$2\":\"\{0,1\}\([^\",}]*\).*/\1/p" "$1"; }

# 1. Every file is the one that the manifests name, and none is beside them.
[ "$(head -n 1 bagit.txt)" = 'BagIt-Version: 1.0' ] || fail 'bagit.txt: not a bag of version 1.0'
sha256sum --quiet --strict -c manifest-sha256.txt || fail 'manifest-sha256.txt'
sha256sum --quiet --strict -c tagmanifest-sha256.txt || fail 'tagmanifest-sha256.txt'
find . -type f ! -name tagmanifest-sha256.txt | sed 's/^\.\///' | sort >"$work/there"
cat manifest-sha256.txt tagmanifest-sha256.txt | cut -c 67- | sort >"$work/named"
cmp -s "$work/there" "$work/named" || fail 'a file is there that no manifest names'
echo "ok  $(wc -l <"$work/named") files are those that the manifests name"

# The way from a leaf up to the signed head (RFC 9162, section 2.1.3.2): receipt PROOF LEAF
receipt() {
  local proof=$1 leaf=$2 index size root origin key hash at last step line
  [ "$(head -n 1 "$proof")" = 'c2sp.org/tlog-proof@v1' ] || fail "$proof: not a receipt"
  index=$(sed -n '2s/^index //p' "$proof")
  sed '1,/^$/d' "$proof" >"$work/note"
  awk 'NR > 2 && /^$/ { exit } NR > 2' "$proof" >"$work/hashes"
  sed '/^$/,$d' "$work/note" >"$work/text"
  origin=$(head -n 1 "$work/text")
  key=$given
  if [ -z "$key" ]; then
    for key in log/keys/log*.vkey; do
      case "$(cat "$key")" in "$origin+"*) break ;; esac
      key=
    done
    [ -n "$key" ] || fail "$proof: no key of $origin"
    key=${key%.vkey}.pem
  fi
  # The log's own line of signature is the one that begins with its name.
  sed -n "s|^— ${origin} ||p" "$work/note" | head -n 1 | base64 -d | tail -c +5 >"$work/signature"
  openssl pkeyutl -verify -pubin -inkey "$key" -rawin -in "$work/text" -sigfile "$work/signature" >/dev/null 2>&1 ||
    fail "$proof: the signature of the head is wrong"
  size=$(sed -n 2p "$work/text")
  root=$(sed -n 3p "$work/text" | base64 -d | hex)
  hash=$({ printf '\000'; cat "$leaf"; } | sum)
  at=$index last=$((size - 1))
  while read -r line; do
    step=$(base64 -d <<<"$line" | hex)
    [ "$last" -gt 0 ] || fail "$proof: too long"
    if ((at & 1)) || [ "$at" -eq "$last" ]; then
      hash=$({ printf '\001'; bytes "$step$hash"; } | sum)
      while ! ((at & 1)) && [ "$at" -ne 0 ]; do at=$((at >> 1)) last=$((last >> 1)); done
    else
      hash=$({ printf '\001'; bytes "$hash$step"; } | sum)
    fi
    at=$((at >> 1)) last=$((last >> 1))
  done <"$work/hashes"
  [ "$last" -eq 0 ] || fail "$proof: too short"
  [ "$hash" = "$root" ] || fail "$leaf: not in the log"
}

# 2. The lines follow on each other, stand for the entries, and stand in the log.
seq=0 case= prev=$(printf '0%.0s' {1..64}) told=0 proved=0
for leaf in log/leaves/*; do
  n=$(printf '%06d' "$seq")
  [ "$leaf" = "log/leaves/$n" ] || fail "log/leaves/$n: missing"
  [ "$(field "$leaf" seq)" = "$seq" ] || fail "$leaf: the line of another entry"
  [ -z "$case" ] || [ "$(field "$leaf" case)" = "$case" ] || fail "$leaf: the line of another case"
  [ "$(field "$leaf" prev)" = "$prev" ] || fail "$leaf: does not follow on the line before it"
  case=$(field "$leaf" case)
  if [ -e "data/records/$n.json" ]; then
    event=$({ printf 'odr-event-v1\n'; cat "data/records/$n.salt" "data/records/$n.json"; } | sum)
    [ "$(field "$leaf" event)" = "$event" ] || fail "data/records/$n.json: not the entry that its line stands for"
    told=$((told + 1))
  else
    grep -q "^$n  " data/withheld.txt || fail "data/records/$n.json: missing, and not said to be withheld"
  fi
  if [ -e "log/proofs/$n.tlog-proof" ]; then
    receipt "log/proofs/$n.tlog-proof" "$leaf"
    proved=$((proved + 1))
  else
    grep -qx "$n" log/unsigned.txt || fail "log/proofs/$n.tlog-proof: missing"
  fi
  prev=$({ printf '\000'; cat "$leaf"; } | sum)
  seq=$((seq + 1))
done
echo "ok  $seq entries are numbered without a gap, each bound to the one before it"
echo "ok  $told of them are told, and are those that their lines stand for"
echo "ok  $proved of them stand in the log that its key has signed"

# The time-stamp of a head that receipts are under: stamp HEAD
stamp() {
  local head=$1 proof when under=
  for proof in log/proofs/*; do
    if sed '1,/^$/d' "$proof" | cmp -s - "$head"; then under=yes && break; fi
  done
  [ -n "$under" ] || fail "$head: not the head of a receipt"
  sed '/^$/,$d' "$head" >"$work/text"
  when=$(openssl ts -reply -in "$head.tsr" -text 2>/dev/null | sed -n 's/^Time stamp: //p')
  openssl ts -verify -data "$work/text" -in "$head.tsr" -CAfile "$roots" -attime "$(date -d "$when" +%s)" >/dev/null 2>&1 ||
    fail "$head.tsr: the time-stamp does not hold"
  echo "ok  an authority says that the head over them existed at $when"
}
for reply in log/*.tsr; do
  [ ! -e "$reply" ] || stamp "${reply%.tsr}"
done

# 3. Exhibits and decisions are those whose hash stands in an entry.
bound=0 open=0
while read -r digest path; do
  if grep -qs "\"$digest\"" data/records/*.json; then bound=$((bound + 1)); else open=$((open + 1)); fi
done < <(grep -E '  data/(evidence|decisions)/' manifest-sha256.txt || true)
echo "ok  $bound exhibits and decisions are those whose hash stands in an entry"
[ "$open" -eq 0 ] || [ -e data/withheld.txt ] || fail "data/evidence: a file whose hash stands in no entry"
[ "$open" -eq 0 ] || echo "--  not proved: where $open files come from (their entries are withheld)"
[ -n "$given" ] || echo "--  not proved: that the key is the log's; it came with the file: $(cat log/keys/log.vkey 2>/dev/null)"
[ ! -e log/checkpoint.tsr ] || [ -n "${2:-}" ] || echo "--  not proved: that the authority for time-stamps can be believed; its certificates came with the file"
echo "--  not proved: that nothing was recorded after the last entry; compare the log itself"
