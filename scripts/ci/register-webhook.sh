#!/usr/bin/env bash
# Has the broker start the verification of a provider whenever a consumer publishes content that it has not verified: a
# repository_dispatch, which .github/workflows/verify-provider.yml waits for. When: once, and again when something of it changes.
# Runs in any folder, of any repository.
#
#   PACT_BROKER_BASE_URL  the broker
#   PACT_BROKER_TOKEN     optional: a bearer token (the client reads it by itself, and PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD)
#   PACTICIPANT           the provider's name
#   REPOSITORY            optional: where it is verified, as OWNER/NAME; this repository
#   DISPATCH_TOKEN        a token that may write this repository's contents; the broker keeps it sealed
#   WEBHOOK_URL           optional: another address that starts the build; https://api.github.com/repos/$REPOSITORY/dispatches
set -euo pipefail
: "${PACT_BROKER_BASE_URL:?is the address of the broker}"
: "${PACTICIPANT:?is the name of the provider}"
: "${DISPATCH_TOKEN:?is the token that starts a build}"
REPOSITORY=${REPOSITORY:-${GITHUB_REPOSITORY:-}}
WEBHOOK_URL=${WEBHOOK_URL:-https://api.github.com/repos/${REPOSITORY:?is where the provider is verified, as OWNER/NAME}/dispatches}
# The official client: installed in this folder or one above it, where this script lies, or wherever PATH leads.
bins='' folder=$PWD
while [ -n "$folder" ]; do bins+="$folder/node_modules/.bin:" folder=${folder%/*}; done
export PATH="$bins$(dirname "$0")/../../node_modules/.bin:$PATH" PACT_DO_NOT_TRACK=true
if ! command -v pact-broker > /dev/null; then
  echo "$0: the official client is missing. Install it with npm install --save-dev @pact-foundation/pact-cli." >&2
  exit 127
fi

# Always the same for a provider: a second run changes the webhook of the first.
uuid=$(printf 'verify %s' "$PACTICIPANT" | git hash-object --stdin | sed -E 's/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/\1-\2-\3-\4-\5/')

exec pact-broker create-or-update-webhook "$WEBHOOK_URL" --uuid "$uuid" --request POST \
  --description "verify $PACTICIPANT" --provider "$PACTICIPANT" --contract-requiring-verification-published \
  --header 'Content-Type: application/json' 'Accept: application/vnd.github+json' "Authorization: Bearer $DISPATCH_TOKEN" \
  --data '{
    "event_type": "contract_requiring_verification_published",
    "client_payload": {
      "provider": "${pactbroker.providerName}",
      "pact_url": "${pactbroker.pactUrl}",
      "version": "${pactbroker.providerVersionNumber}",
      "branch": "${pactbroker.providerVersionBranch}"
    }
  }'
