#!/bin/sh
# Makes this Mac forget every certificate of this name, for the current user.
set -eu
keychain=$HOME/Library/Keychains/login.keychain-db
security find-certificate -a -Z -c "{name}" "$keychain" | sed -n 's/^SHA-1 hash: //p' |
  while read -r hash; do
    security delete-certificate -t -Z "$hash" "$keychain" < /dev/null
  done
echo "The certificate is no longer trusted."
