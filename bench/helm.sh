#!/usr/bin/env bash
# Times `helm template` of this checkout beside the real one, on the corpus' charts that render as they are and on ten big ones.
#   helm.sh charts      renders per second: the CLI once per chart, one Go process (if Go is there), one JVM; two at a time each
#   helm.sh subcharts   milliseconds per render of charts with 25, 50, 100 and 200 subcharts, in one warm JVM
#   helm.sh heap [N]    the smallest heap in which a chart of 50 subcharts with N (1,000) lines each renders, beside the size of its output
# HELM names the real program (default: helm on the PATH; 4.3.1). Build the module first, see README.md.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$root/bench/target/helm
corpus=$root/libs/helm/src/test/resources/corpus/charts
real=${HELM:-helm}
java=("${JAVA_HOME:?set JAVA_HOME to a JDK 25}/bin/java" -cp "$root/bench/target/bench.jar:$root/bench/target/lib/*")
mkdir -p "$work"

jmh() { (cd "$root" && "${java[@]}" org.openjdk.jmh.Main -jvmArgs "-Xmx2g -XX:+UseParallelGC" "$@" | sed -n '/^Benchmark/,$p'); }

case ${1:?charts, subcharts or heap} in
charts)
  "${java[@]}" io.fluxj.bench.helm.Charts "$corpus" "$work" >"$work/jobs"
  count=$(wc -l <"$work/jobs")
  echo "charts: $count"
  start=$(date +%s%N)
  cut -f2 "$work/jobs" | xargs -P2 -I{} "$real" template demo {} -n ns --include-crds --kube-version 1.33.0 >"$work/out" 2>"$work/err" ||
    [ $? = 123 ] # the program refuses two of them (a library, and one that lacks dependencies) before it renders
  took=$(($(date +%s%N) - start))
  echo "CLI once per chart: $((count * 1000000000 / took)) renders/s"
  if command -v go >/dev/null; then
    (cd "$root/bench/go-helm" && go build -o "$work/go-helm" .)
    echo "one Go process: $("$work/go-helm" -rounds 5 <"$work/jobs" | tail -n 1)"
  fi
  jmh 'helm.ChartsBenchmark'
  ;;
subcharts) jmh SubchartsBenchmark ;;
heap)
  n=${2:-1000} low=4 high=1024
  renders() { "${java[@]}" -XX:+UseSerialGC "-Xmx${1}m" io.fluxj.bench.helm.PeakHeap "$n" >"$work/heap" 2>/dev/null; }
  renders $high && cat "$work/heap"
  while [ $((high - low)) -gt 2 ]; do
    middle=$(((low + high) / 2))
    if renders $middle; then high=$middle; else low=$middle; fi
  done
  echo "smallest heap: $high MB"
  ;;
*) sed -n '2,6s/^# //p' "${BASH_SOURCE[0]}"; exit 2 ;;
esac
