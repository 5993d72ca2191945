#!/usr/bin/env bash
# Tells the broker that a version is deployed, in the place of the one before. When: right after the deployment succeeded.
# Runs in any folder, of any repository.
#
#   PACT_BROKER_BASE_URL  the broker
#   PACT_BROKER_TOKEN     optional: a bearer token (the client reads it by itself, and PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD)
#   PACTICIPANT           what was deployed
#   VERSION               optional: its version; the commit that the CI names, or that is checked out
#   ENVIRONMENT           where to
#   APPLICATION_INSTANCE  optional: which one, when several of it run in the environment
set -euo pipefail
: "${PACT_BROKER_BASE_URL:?is the address of the broker}"
: "${PACTICIPANT:?is the name of what was deployed}"
: "${ENVIRONMENT:?is the environment it was deployed to}"
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

exec pact-broker record-deployment --pacticipant "$PACTICIPANT" --version "$VERSION" --environment "$ENVIRONMENT" \
  ${APPLICATION_INSTANCE:+--application-instance "$APPLICATION_INSTANCE"}
