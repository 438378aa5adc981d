package io.fluxj.bench.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * {@code EVENTS PER_SECOND}: posts events to a controller with five Providers, once with all of them well and once with one that never answers, and prints
 * how long the events took to the other four, how many of them are lost, and the heap.
 */
public final class EventDelivery {
    private static final int WELL = 4;
    private static final int WARM_UP = 500;
    private static final Pattern NUMBER = Pattern.compile("\"message\":\"n(\\d+)\"");

    private final int events;
    private final int perSecond;
    private final AtomicLongArray posted;
    private final AtomicLongArray arrived;
    private final CountDownLatch dead = new CountDownLatch(1);
    private final HttpServer sink;

    private EventDelivery(int events, int perSecond) throws IOException {
        this.events = events + WARM_UP;
        this.perSecond = perSecond;
        this.posted = new AtomicLongArray(this.events);
        this.arrived = new AtomicLongArray(this.events * WELL);
        this.sink = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        sink.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        sink.createContext("/", this::receive);
        sink.start();
    }

    /** Measures. */
    public static void main(String[] arguments) throws Exception {
        int events = Integer.parseInt(arguments[0]);
        int perSecond = Integer.parseInt(arguments[1]);
        // the first run finds code that is not compiled yet
        new EventDelivery(events, perSecond).measure("warm-up", "/4");
        new EventDelivery(events, perSecond).measure("all well", "/4");
        new EventDelivery(events, perSecond).measure("one dead", "/dead");
        System.exit(0);
    }

    private void measure(String label, String fifth) throws Exception {
        try (ControllerUnderTest tested = ControllerUnderTest.start(objects(fifth));
                HttpClient http = HttpClient.newHttpClient()) {
            URI endpoint = URI.create("http://127.0.0.1:" + tested.events() + "/");
            long begin = System.nanoTime();
            for (int number = 0; number < events; number++) {
                pace(begin, number);
                posted.set(number, System.nanoTime());
                int status = http.send(event(endpoint, number), HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                if (status != 202) {
                    throw new IllegalStateException("event " + number + " was answered with " + status);
                }
            }
            awaitAll();
            print(label);
        } finally {
            dead.countDown();
            sink.stop(0);
        }
    }

    private void pace(long begin, int number) throws InterruptedException {
        long due = begin + number * TimeUnit.SECONDS.toNanos(1) / perSecond;
        long left = due - System.nanoTime();
        if (left > 0) {
            TimeUnit.NANOSECONDS.sleep(left);
        }
    }

    private static HttpRequest event(URI endpoint, int number) {
        return HttpRequest.newBuilder(endpoint)
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"involvedObject":{"kind":"Kustomization","namespace":"default","name":"app","uid":"u","apiVersion":"kustomize.toolkit.fluxcd.io/v1"},
                        "severity":"info","message":"n%d","reason":"ReconciliationSucceeded","reportingController":"kustomize-controller"}
                        """.formatted(number)))
                .build();
    }

    private String objects(String fifth) {
        StringBuilder objects = new StringBuilder();
        for (String path : new String[] {"/0", "/1", "/2", "/3", fifth}) {
            objects.append("""
                    ---
                    apiVersion: notification.toolkit.fluxcd.io/v1beta3
                    kind: Provider
                    metadata: {name: p%s, namespace: default}
                    spec: {type: generic, address: 'http://127.0.0.1:%d%s'}
                    ---
                    apiVersion: notification.toolkit.fluxcd.io/v1beta3
                    kind: Alert
                    metadata: {name: p%s, namespace: default}
                    spec: {providerRef: {name: p%s}, eventSources: [{kind: Kustomization, name: '*'}]}
                    """.formatted(
                    path.substring(1), sink.getAddress().getPort(), path, path.substring(1), path.substring(1)));
        }
        return objects.toString();
    }

    private void receive(HttpExchange exchange) throws IOException {
        long now = System.nanoTime();
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/dead")) {
                dead.await();
                return;
            }
            Matcher number =
                    NUMBER.matcher(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            int provider = Integer.parseInt(path.substring(1));
            if (number.find() && provider < WELL) {
                arrived.compareAndSet(Integer.parseInt(number.group(1)) * WELL + provider, 0, now);
            }
            exchange.sendResponseHeaders(200, -1);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private long missing() {
        return IntStream.range(0, arrived.length())
                .filter(at -> arrived.get(at) == 0)
                .count();
    }

    private void awaitAll() throws InterruptedException {
        for (int tries = 0; tries < 300 && missing() > 0; tries++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private void print(String label) {
        long[] nanos = IntStream.range(WARM_UP * WELL, arrived.length())
                .filter(at -> arrived.get(at) > 0)
                .mapToLong(at -> arrived.get(at) - posted.get(at / WELL))
                .toArray();
        Arrays.sort(nanos);
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "%s: median %.1f ms, p99 %.1f ms, lost %d of %d, heap %d MiB%n",
                label,
                nanos[nanos.length / 2] / 1e6,
                nanos[(int) (nanos.length * 99L / 100)] / 1e6,
                missing(),
                arrived.length(),
                (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }
}
