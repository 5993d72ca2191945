#!/usr/bin/env bash
# The gate before a merge: exit code 0 when this version works with the main branch of everything that it has to do with, 1 when it
# does not or nobody knows. When: on a pull request, after its contracts were published or verified.
# Runs in any folder, of any repository.
#
#   PACT_BROKER_BASE_URL  the broker
#   PACT_BROKER_TOKEN     optional: a bearer token (the client reads it by itself, and PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD)
#   PACTICIPANT           what is to be merged
#   VERSION               optional: its version; the commit that the CI names, or that is checked out
#   RETRIES               optional: how often to ask again while a verification is still missing; 12
#   RETRY_INTERVAL        optional: seconds between two questions; 10
set -euo pipefail
: "${PACT_BROKER_BASE_URL:?is the address of the broker}"
: "${PACTICIPANT:?is the name of what is to be merged}"
if [ -z "${VERSION:-}" ] && [ "${GITHUB_EVENT_NAME:-}" = pull_request ]; then
  echo "$0: set VERSION to \${{ github.event.pull_request.head.sha }}: a pull request is built at a merge commit that is never deployed." >&2
  exit 1
fi
VERSION=${VERSION:-${GITHUB_SHA:-${CI_MERGE_REQUEST_SOURCE_BRANCH_SHA:-${CI_COMMIT_SHA:-${SYSTEM_PULLREQUEST_SOURCECOMMITID:-${BUILD_SOURCEVERSION:-$(git rev-parse HEAD 2> /dev/null || true)}}}}}}
: "${VERSION:?is the version, usually a commit; set it, as there is no commit in $PWD}"
# The official client: installed in this folder or one above it, where this script lies, or wherever PATH leads.
bins='' folder=$PWD
while [ -n "$folder" ]; do bins+="$folder/node_modules/.bin:" folder=${folder%/*}; done
export PATH="$bins$(dirname "$0")/../../node_modules/.bin:$PATH" PACT_DO_NOT_TRACK=true
if ! command -v pact-broker > /dev/null; then
  echo "$0: the official client is missing. Install it with npm install --save-dev @pact-foundation/pact-cli." >&2
  exit 127
fi

exec pact-broker can-i-merge --pacticipant "$PACTICIPANT" --version "$VERSION" \
  --retry-while-unknown "${RETRIES:-12}" --retry-interval "${RETRY_INTERVAL:-10}"
