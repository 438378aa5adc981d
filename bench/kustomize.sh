#!/usr/bin/env bash
# Times `kustomize build` of this checkout beside the real one, on the corpus that builds and on generated overlays.
#   kustomize.sh corpus     builds per second: the CLI once per directory, one Go process (if Go is there), one JVM; two at a time each, the Go process one
#   kustomize.sh overlays   milliseconds per build of 10, 100, 1,000 and 4,000 objects: the CLI, one Go process, one warm JVM
#   kustomize.sh heap [N]   the smallest heap in which an overlay of N (4,000) objects builds, beside the size of its output
# KUSTOMIZE names the real program (default: kustomize on the PATH; 5.8.1). Build the module first, see README.md.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$root/bench/target/kustomize
corpus=$root/libs/kustomize/src/test/resources/corpus
real=${KUSTOMIZE:-kustomize}
java=(${JAVA_HOME:?set JAVA_HOME to a JDK 25}/bin/java -cp "$root/bench/target/bench.jar:$root/bench/target/lib/*")
mkdir -p "$work"

go_process() { # job lines on stdin; prints a line for each round
  command -v go >/dev/null || return 0
  (cd "$root/bench/go" && go build -o "$work/go-kustomize" .)
  "$work/go-kustomize" -load-anywhere -rounds "$1" 2>/dev/null | tail -n 1
}

jmh() { "${java[@]}" org.openjdk.jmh.Main -jvmArgs "-Xmx2g -XX:+UseParallelGC" "$@" | sed -n '/^Benchmark/,$p'; }

case ${1:?corpus, overlays or heap} in
corpus)
  "${java[@]}" io.fluxj.bench.kustomize.Corpus "$corpus" >"$work/jobs"
  count=$(wc -l <"$work/jobs")
  echo "directories: $count"
  start=$(date +%s%N)
  cut -f2 "$work/jobs" | FOO_FROM_ENV=from-environment xargs -P2 -I{} "$real" build {} --load-restrictor LoadRestrictionsNone >"$work/out" 2>"$work/err"
  took=$(($(date +%s%N) - start))
  echo "CLI once per directory: $((count * 1000000000 / took)) builds/s"
  echo "one Go process: $(go_process 5 <"$work/jobs")"
  (cd "$root" && jmh CorpusBenchmark)
  ;;
overlays)
  "${java[@]}" io.fluxj.bench.kustomize.Overlay "$work" 10 100 1000 4000
  for n in 10 100 1000 4000; do
    runs=3
    [ "$n" -le 100 ] || runs=1 # the real one takes seconds for these, and minutes for the largest
    start=$(date +%s%N)
    for _ in $(seq $runs); do "$real" build "$work/overlay-$n/overlay" >"$work/out"; done
    echo "$n objects, CLI: $((($(date +%s%N) - start) / (runs * 1000000))) ms"
    printf '1\t%s\n' "$work/overlay-$n/overlay" >"$work/job"
    echo "$n objects, one Go process: $(go_process $runs <"$work/job")"
  done
  jmh OverlayBenchmark
  ;;
heap)
  n=${2:-4000} low=4 high=1024
  builds() { "${java[@]}" -XX:+UseSerialGC "-Xmx${1}m" io.fluxj.bench.kustomize.PeakHeap "$n" >"$work/heap" 2>/dev/null; }
  builds $high && cat "$work/heap"
  while [ $((high - low)) -gt 2 ]; do
    middle=$(((low + high) / 2))
    if builds $middle; then high=$middle; else low=$middle; fi
  done
  echo "smallest heap: $high MB"
  ;;
*) sed -n '2,6s/^# //p' "${BASH_SOURCE[0]}"; exit 2 ;;
esac
