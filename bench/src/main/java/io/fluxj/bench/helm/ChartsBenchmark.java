package io.fluxj.bench.helm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** Renders the corpus' charts and the big ones round and round on two threads: renders per second. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(2)
@Fork(1)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
public class ChartsBenchmark {

    /** The corpus, from the root of the repository. */
    @Param("libs/helm/src/test/resources/corpus/charts")
    public String corpus = "";

    private final AtomicInteger next = new AtomicInteger();
    private final Charts charts = new Charts();
    private List<Path> folders = List.of();

    @Setup
    public void write() throws IOException {
        folders = Charts.all(Path.of(corpus), Files.createTempDirectory("charts"));
    }

    @Benchmark
    public String render() {
        return charts.render(folders.get(Math.floorMod(next.getAndIncrement(), folders.size())));
    }
}
