#!/usr/bin/env bash
# One would guess: a client sends a request again only if that is safe, so a POST that was answered with 500 comes back as an exception at once.
# What happens: fabric8's client sends any method again, 10 times by default, on 429 and on 5xx: a create with `generateName` reaches the server
# 11 times. 408 and 409 are not repeated. With the default interval (100 ms, doubled up to 3.2 s) one such call took 20 s before it failed.
# Why it matters: behind a proxy that answers 502 or 504 although the server stored the object, one create may leave 11 objects; and a reconciler
# with a back-off of its own has two, one inside the other. `withRequestRetryBackoffLimit(0)` leaves the decision to the caller.
set -euo pipefail
. "$(dirname "$0")/lib.sh"

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
