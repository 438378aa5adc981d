#!/usr/bin/env bash
# Times whole controllers (this checkout's) against a running cluster with a harness that knows only Flux's public API.
#   controllers.sh KUBECONFIG train                 makes the AOT caches below bench/target: a short run of every scenario
#   controllers.sh KUBECONFIG startup               start to ready, idle memory
#   controllers.sh KUBECONFIG kustomize [--n 100 --concurrent 4 ...]
#   controllers.sh KUBECONFIG helm [--n 100 --concurrent 4 ...]
# The cluster must have crds/ installed. HARNESS names the harness (default: ../shared/tools/bench/bench.py). Results go to stdout as JSON.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
kubeconfig=$(realpath "${1:?KUBECONFIG}")
scenario=${2:?scenario}
shift 2
harness=${HARNESS:-$root/../shared/tools/bench/bench.py}
work=$root/bench/target
java=${JAVA_HOME:?set JAVA_HOME to a JDK 25}/bin/java
mkdir -p "$work"

flags() { # controller: JVM flags, with the AOT cache where there is one
  local flags="@$root/runtime/jvm.options ${FLUXJ_JAVA_OPTIONS:-}"
  if [ "$scenario" = train ]; then
    flags="$flags -XX:AOTCacheOutput=$work/$1.aot"
  elif [ -f "$work/$1.aot" ]; then
    flags="$flags -XX:AOTCache=$work/$1.aot"
  fi
  printf '"%s", ' $flags
}

cat >"$work/config.json" <<JSON
{
  "label": "fluxj",
  "kubeconfig": "$kubeconfig",
  "workdir": "$work/run",
  "env": {"RUNTIME_NAMESPACE": "flux-system"},
  "controllers": {
    "source": {
      "cmd": ["$java", $(flags source-controller) "-jar", "$root/source-controller/target/source-controller.jar", "--storage-path={workdir}/data",
        "--storage-addr=127.0.0.1:19790", "--storage-adv-addr=127.0.0.1:19790", "--metrics-addr=127.0.0.1:19780", "--health-addr=127.0.0.1:19740"],
      "ready": ["http://127.0.0.1:19740/readyz", "http://127.0.0.1:19790/"],
      "dirs": ["{workdir}/data"]
    },
    "kustomize": {
      "cmd": ["$java", $(flags kustomize-controller) "-jar", "$root/kustomize-controller/target/kustomize-controller.jar", "--concurrent={concurrent}",
        "--metrics-addr=127.0.0.1:19781", "--health-addr=127.0.0.1:19741"],
      "ready": ["http://127.0.0.1:19741/readyz"]
    },
    "helm": {
      "cmd": ["$java", $(flags helm-controller) "-jar", "$root/helm-controller/target/helm-controller.jar", "--concurrent={concurrent}",
        "--metrics-addr=127.0.0.1:19782", "--health-addr=127.0.0.1:19742"],
      "ready": ["http://127.0.0.1:19742/readyz"]
    }
  }
}
JSON

if [ "$scenario" = train ]; then
  python3 "$harness" --config "$work/config.json" kustomize --n 20 --idle 1 --settle 1 "$@"
  exec python3 "$harness" --config "$work/config.json" helm --n 20 --idle 1 --settle 1 "$@"
fi
exec python3 "$harness" --config "$work/config.json" "$scenario" "$@"
