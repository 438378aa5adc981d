#!/usr/bin/env bash
# One would guess: a client sends a request again only if that is safe, so a POST that was answered with 500 comes back as an exception at once.
# What happens: fabric8's client sends any method again, 10 times by default, on 429 and on 5xx: a create with `generateName` reaches the server
# 11 times. 408 and 409 are not repeated. With the default interval (100 ms, doubled up to 3.2 s) one such call took 20 s before it failed.
# Why it matters: behind a proxy that answers 502 or 504 although the server stored the object, one create may leave 11 objects; and a reconciler
# with a back-off of its own has two, one inside the other. `withRequestRetryBackoffLimit(0)` leaves the decision to the caller.
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

cat >"$work/Retries.java" <<'END'
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.*;
import java.net.*;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

class Retries {
  static final ConfigBuilder SETTINGS = new ConfigBuilder(Config.empty()).withNamespace("default").withRequestRetryBackoffInterval(1);

  static void send(String name, int code, ConfigBuilder settings, Consumer<KubernetesClient> call) throws Exception {
    var requests = new AtomicInteger();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> {
      requests.incrementAndGet();
      exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(code, -1);
      exchange.close();
    });
    server.start();
    settings.withMasterUrl("http://127.0.0.1:" + server.getAddress().getPort());
    try (var client = new KubernetesClientBuilder().withConfig(settings.build()).build()) {
      call.accept(client);
      System.out.println("no exception");
    } catch (KubernetesClientException e) {
      System.out.println(name + " answered with " + e.getCode() + ": sent " + requests + " times");
    }
    server.stop(0);
  }

  public static void main(String[] args) throws Exception {
    var unnamed = new ConfigMapBuilder().withNewMetadata().withGenerateName("a-").endMetadata().build();
    var named = new ConfigMapBuilder().withNewMetadata().withName("a").endMetadata().build();
    for (int code : new int[] {500, 502, 504, 429, 408, 409}) {
      send("create", code, SETTINGS, client -> client.resource(unnamed).create());
    }
    send("server-side apply", 500, SETTINGS, client -> client.resource(named).serverSideApply());
    send("delete", 500, SETTINGS, client -> client.resource(named).delete());
    send("create with limit 0", 504, SETTINGS.withRequestRetryBackoffLimit(0), client -> client.resource(unnamed).create());
    System.exit(0);
  }
}
END
seen=$(run_java "$work/Retries.java" io.fabric8:kubernetes-client:7.8.0 io.fabric8:kubernetes-httpclient-jdk:7.8.0 org.slf4j:slf4j-nop:2.0.17)
echo "$seen"

expect 'with io.fabric8:kubernetes-client:7.8.0 io.fabric8:kubernetes-httpclient-jdk:7.8.0 org.slf4j:slf4j-nop:2.0.17
create answered with 500: sent 11 times
create answered with 502: sent 11 times
create answered with 504: sent 11 times
create answered with 429: sent 11 times
create answered with 408: sent 1 times
create answered with 409: sent 1 times
server-side apply answered with 500: sent 11 times
delete answered with 500: sent 11 times
create with limit 0 answered with 504: sent 1 times' "$seen"
