#!/bin/sh
# Makes this Mac trust the certificate beside this file for https, for the current user.
set -eu
cd "$(dirname "$0")"
security add-trusted-cert -r trustRoot -p ssl -k "$HOME/Library/Keychains/login.keychain-db" certificate.pem
echo "The certificate is trusted. untrust-mac.command undoes it."
