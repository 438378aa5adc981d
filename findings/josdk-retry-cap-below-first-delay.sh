#!/usr/bin/env bash
# One would guess: JOSDK's GenericRetry with an initial interval of a minute waits one minute, then 1.5, then 2.25, until a maximum that is at
# least as long; and the interval grows from the second wait on.
# What happens: the first interval is handed out twice; and the maximum is 15,187 ms whatever the initial interval is. It is applied to what
# has grown, not to what was set: after two waits of a minute an operator retries every 15 s for good. `withoutMaxInterval()` grows without end.
# Why it matters: an operator set to be patient with a broken dependency asks it four times as often as intended, but only after the second
# failure, which tests with one failure do not see. Set `setMaxInterval` whenever `setInitialInterval` is set.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT

# run_java FILE GROUP:ARTIFACT:VERSION... runs one source file with these libraries (JDK 17 or later; JAVA_HOME wins over PATH).
run_java() {
  local file=$1 id g a v
  shift
  {
    echo '<project><modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><dependencies>'
    for id in "$@"; do
      IFS=: read -r g a v <<<"$id"
      echo "<dependency><groupId>$g</groupId><artifactId>$a</artifactId><version>$v</version></dependency>"
    done
    echo '</dependencies></project>'
  } >"$work/pom.xml"
  mvn --batch-mode -q -f "$work/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DoutputDirectory="$work/jars" >&2
  echo "with $*"
  "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$work/jars/*" "$file"
}

# expect WHAT SEEN stops the script where the behaviour is not the one described any more.
expect() {
  [[ $2 == "$1" ]] || { printf 'CHANGED\n--- described\n%s\n--- seen\n%s\n' "$1" "$2" >&2; exit 1; }
}

cat >"$work/Delays.java" <<'END'
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import java.util.stream.*;

class Delays {
  static void show(String name, GenericRetry retry) {
    var execution = retry.initExecution();
    System.out.println(name + ": " + Stream.generate(execution::nextDelay).limit(9)
        .map(delay -> delay.map(String::valueOf).orElse("end")).collect(Collectors.joining(" ")));
  }

  public static void main(String[] args) {
    show("plain", new GenericRetry());
    show("more attempts", new GenericRetry().setMaxAttempts(50));
    show("initial minute", new GenericRetry().setMaxAttempts(50).setInitialInterval(60_000));
    show("initial minute, no maximum", new GenericRetry().setMaxAttempts(50).setInitialInterval(60_000).withoutMaxInterval());
    show("initial 5 s, doubled, at most 60 s",
        new GenericRetry().setMaxAttempts(50).setInitialInterval(5_000).setIntervalMultiplier(2).setMaxInterval(60_000));
  }
}
END
seen=$(run_java "$work/Delays.java" io.javaoperatorsdk:operator-framework-core:5.2.3)
echo "$seen"

expect 'with io.javaoperatorsdk:operator-framework-core:5.2.3
plain: 2000 2000 3000 4500 6750 end end end end
more attempts: 2000 2000 3000 4500 6750 10125 15187 15187 15187
initial minute: 60000 60000 15187 15187 15187 15187 15187 15187 15187
initial minute, no maximum: 60000 60000 90000 135000 202500 303750 455625 683437 1025155
initial 5 s, doubled, at most 60 s: 5000 5000 10000 20000 40000 60000 60000 60000 60000' "$seen"
