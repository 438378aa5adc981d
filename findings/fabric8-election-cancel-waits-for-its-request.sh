#!/usr/bin/env bash
# One would guess: cancelling the future of a leader election ends the election, and the thread that cancels goes on at once.
# What happens: with fabric8's client the thread that cancels waits for the attempt that is under way, since both hold the elector's monitor; cancel returns only when the API server has
# answered that request. It is so for a candidate that never led, too, which has no lease to give back.
# Why it matters: a controller that cancels its election while it shuts down stands still for as long as a slow API server pleases, retries of the client included, and is killed
# when its grace period is over.
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

cat >"$work/Cancel.java" <<'END'
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.*;
import io.fabric8.kubernetes.client.extended.leaderelection.*;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaseLock;
import java.net.*;
import java.time.Duration;
import java.util.concurrent.*;
import java.util.concurrent.atomic.AtomicBoolean;

class Cancel {
  public static void main(String[] args) throws Exception {
    var asked = new CountDownLatch(1);
    var answered = new AtomicBoolean();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", exchange -> {
      asked.countDown();
      try {
        Thread.sleep(3000);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
      answered.set(true);
      byte[] body = "{}".getBytes();
      exchange.sendResponseHeaders(404, body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
    });
    server.start();
    var config = new ConfigBuilder(Config.empty()).withMasterUrl("http://127.0.0.1:" + server.getAddress().getPort()).build();
    var client = new KubernetesClientBuilder().withConfig(config).build();
    var led = new AtomicBoolean();
    var threads = Executors.newCachedThreadPool();
    var election = new LeaderElectorBuilder(client, threads)
        .withConfig(new LeaderElectionConfigBuilder().withName("lease").withLock(new LeaseLock("default", "lease", "me"))
            .withLeaseDuration(Duration.ofSeconds(15)).withRenewDeadline(Duration.ofSeconds(10)).withRetryPeriod(Duration.ofSeconds(2))
            .withReleaseOnCancel(true).withLeaderCallbacks(new LeaderCallbacks(() -> led.set(true), () -> {}, name -> {})).build())
        .build().start();
    asked.await();
    election.cancel(true);
    System.out.println("led: " + led + ", the request was answered before cancel returned: " + answered);
    System.exit(0);
  }
}
END

seen=$(run_java "$work/Cancel.java" io.fabric8:kubernetes-client:7.8.0 org.slf4j:slf4j-nop:2.0.17)
echo "$seen"
expect "with io.fabric8:kubernetes-client:7.8.0 org.slf4j:slf4j-nop:2.0.17
led: false, the request was answered before cancel returned: true" "$seen"
