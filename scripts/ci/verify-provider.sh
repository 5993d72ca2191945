#!/usr/bin/env bash
# Verifies a provider against the contracts in the broker and publishes the results; exit code 1 when it breaks one.
# When: on every change of the provider, and when a consumer has published new content (webhook, or else a schedule).
# Runs in any folder, of any repository.
#
#   PACT_BROKER_BASE_URL  the broker
#   PACT_BROKER_TOKEN     optional: a bearer token (the verification reads it by itself, and PACT_BROKER_USERNAME and
#                         PACT_BROKER_PASSWORD)
#   PACTICIPANT           the provider's name
#   VERSION               optional: what is verified; the commit that the CI names, or that is checked out
#   BRANCH                optional: its branch; the one that the CI names, or that is checked out
#   PACT_URL              optional: verify this one contract (what a webhook asks for) instead of all that the broker selects
#   VERIFY                optional: the command that verifies, as PROVIDER_VERSION, PROVIDER_BRANCH and PUBLISH_RESULTS say;
#                         node providers/$PACTICIPANT/verify.ts, in this folder or where this script lies
#   BUILD_URL             optional: a link to this build
set -euo pipefail
: "${PACT_BROKER_BASE_URL:?is the address of the broker}"
: "${PACTICIPANT:?is the name of the provider}"
if [ -z "${VERSION:-}" ] && [ "${GITHUB_EVENT_NAME:-}" = pull_request ]; then
  echo "$0: set VERSION to \${{ github.event.pull_request.head.sha }}: a pull request is built at a merge commit that is never deployed." >&2
  exit 1
fi
VERSION=${VERSION:-${GITHUB_SHA:-${CI_MERGE_REQUEST_SOURCE_BRANCH_SHA:-${CI_COMMIT_SHA:-${SYSTEM_PULLREQUEST_SOURCECOMMITID:-${BUILD_SOURCEVERSION:-$(git rev-parse HEAD 2> /dev/null || true)}}}}}}
: "${VERSION:?is the version, usually a commit; set it, as there is no commit in $PWD}"
# A checkout of a CI is of a commit, not of a branch: which one it belongs to, only the CI knows. A tag is no branch.
if [ "${GITHUB_REF_TYPE:-}" = tag ]; then unset GITHUB_REF_NAME; fi
if [ -n "${CI_COMMIT_TAG:-}" ]; then unset CI_COMMIT_REF_NAME; fi
if [ -n "${BUILD_SOURCEBRANCH:-}" ]; then unset BUILD_SOURCEBRANCHNAME; fi
for name in GITHUB_HEAD_REF GITHUB_REF_NAME CI_MERGE_REQUEST_SOURCE_BRANCH_NAME CI_COMMIT_REF_NAME SYSTEM_PULLREQUEST_SOURCEBRANCH \
  BUILD_SOURCEBRANCH BUILD_SOURCEBRANCHNAME CHANGE_BRANCH BRANCH_NAME CIRCLE_BRANCH BITBUCKET_BRANCH BUILDKITE_BRANCH; do
  value=${!name:-}
  case "${value#refs/heads/}" in refs/*) ;; *) BRANCH=${BRANCH:-${value#refs/heads/}} ;; esac
done
BRANCH=${BRANCH:-$(git symbolic-ref --quiet --short HEAD 2> /dev/null || true)}
: "${BRANCH:?is the branch of this version; set it, as $PWD is on no branch, and no variable of a CI names one}"
# Commands: installed in this folder or one above it, where this script lies, or wherever PATH leads.
bins='' folder=$PWD
while [ -n "$folder" ]; do bins+="$folder/node_modules/.bin:" folder=${folder%/*}; done
export PATH="$bins$(dirname "$0")/../../node_modules/.bin:$PATH" PACT_DO_NOT_TRACK=true
export PROVIDER_VERSION=$VERSION PROVIDER_BRANCH=$BRANCH PUBLISH_RESULTS=true

# Unquoted: a command and its arguments.
if [ -n "${VERIFY:-}" ]; then exec $VERIFY; fi
for top in "$PWD" "$(dirname "$0")/../.."; do
  if [ -f "$top/providers/$PACTICIPANT/verify.ts" ]; then exec node "$top/providers/$PACTICIPANT/verify.ts"; fi
done
echo "$0: VERIFY: is the command that verifies $PACTICIPANT; set it, as there is no providers/$PACTICIPANT/verify.ts in $PWD" >&2
exit 1
