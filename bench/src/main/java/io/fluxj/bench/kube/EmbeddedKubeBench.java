package io.fluxj.bench.kube;

import io.fluxj.kube.EmbeddedKube;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** {@code start}, {@code writes WATCHERS SECONDS [all]} or {@code memory OBJECTS}; prints what it measured. */
public final class EmbeddedKubeBench {
    private static final String TOKEN = "bench";
    private static final int WRITERS = 8;
    private static final int STARTS = 10;

    private EmbeddedKubeBench() {}

    /** Measures. */
    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "start" -> start();
            case "writes" ->
                writes(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), arguments.length > 3);
            case "memory" -> memory(Integer.parseInt(arguments[1]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        System.exit(0);
    }

    private static void start() {
        for (int i = 0; i < STARTS; i++) {
            long begin = System.nanoTime();
            EmbeddedKube kube = EmbeddedKube.start();
            System.out.printf("start %d: %d ms%n", i, (System.nanoTime() - begin) / 1_000_000);
            kube.close();
        }
    }

    private static EmbeddedKube server() {
        EmbeddedKube kube = EmbeddedKube.start();
        kube.addToken(TOKEN, "bench", List.of("system:masters"));
        return kube;
    }

    private static void writes(int watchers, int seconds, boolean all) throws Exception {
        try (EmbeddedKube kube = server();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            namespaces(kube, watchers);
            List<RawClient> watching = new ArrayList<>();
            for (int i = 0; i < watchers; i++) {
                RawClient client = new RawClient(kube.port(), TOKEN);
                watching.add(client);
                String path = all ? "/api/v1/configmaps" : "/api/v1/namespaces/n" + i + "/configmaps";
                threads.execute(() -> client.drain(path + "?watch=true"));
            }
            write(kube, threads, watchers, seconds / 2);
            long begin = System.nanoTime();
            long done = write(kube, threads, watchers, seconds);
            System.out.printf(
                    "%.0f writes/s, %d watchers of %s%n",
                    done * 1e9 / (System.nanoTime() - begin), watchers, all ? "everything" : "a namespace each");
            for (RawClient client : watching) {
                client.close();
            }
        }
    }

    private static void namespaces(EmbeddedKube kube, int count) throws IOException {
        try (RawClient client = new RawClient(kube.port(), TOKEN)) {
            for (int i = 0; i < count; i++) {
                client.call(
                        "POST",
                        "/api/v1/namespaces",
                        "{\"metadata\":{\"name\":\"n" + i + "\"}," + "\"apiVersion\":\"v1\",\"kind\":\"Namespace\"}");
                for (int w = 0; w < WRITERS; w++) {
                    create(client, "n" + i, "w" + w);
                }
            }
        }
    }

    private static void create(RawClient client, String namespace, String name) throws IOException {
        int status = client.call("POST", "/api/v1/namespaces/" + namespace + "/configmaps", body(name, 0));
        if (status != 201) {
            throw new IllegalStateException("create answered " + status);
        }
    }

    private static String body(String name, long value) {
        return "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"" + name
                + "\"},\"data\":{\"k\":\"" + value + "\"}}";
    }

    private static long write(EmbeddedKube kube, ExecutorService threads, int namespaces, int seconds)
            throws ExecutionException, InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<Future<Long>> writers = new ArrayList<>();
        for (int w = 0; w < WRITERS; w++) {
            String name = "w" + w;
            writers.add(threads.submit(() -> {
                try (RawClient client = new RawClient(kube.port(), TOKEN)) {
                    return update(client, name, namespaces, end);
                }
            }));
        }
        long done = 0;
        for (Future<Long> writer : writers) {
            done += writer.get();
        }
        return done;
    }

    private static long update(RawClient client, String name, int namespaces, long end) throws IOException {
        long done = 0;
        while (System.nanoTime() < end) {
            String path = "/api/v1/namespaces/n" + done % namespaces + "/configmaps/" + name;
            int status = client.call("PUT", path, body(name, System.nanoTime()));
            if (status != 200) {
                throw new IllegalStateException("update answered " + status);
            }
            done++;
        }
        return done;
    }

    private static void memory(int objects) throws IOException {
        try (EmbeddedKube kube = server();
                RawClient client = new RawClient(kube.port(), TOKEN)) {
            for (int i = 0; i < objects; i++) {
                create(client, "default", "o" + i);
            }
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            System.out.printf(
                    "%d objects: %d MB of heap in use, at most %d MB%n",
                    objects, (runtime.totalMemory() - runtime.freeMemory()) >> 20, runtime.maxMemory() >> 20);
        }
    }
}
