package io.fluxj.bench.kustomize;

import java.io.IOException;
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

/** Builds the corpus round and round on two threads: builds per second. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(2)
@Fork(1)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
public class CorpusBenchmark {

    /** The corpus, from the root of the repository. */
    @Param("libs/kustomize/src/test/resources/corpus")
    public String corpus = "";

    private final AtomicInteger next = new AtomicInteger();
    private List<Path> directories = List.of();

    @Setup
    public void findDirectories() throws IOException {
        directories = Corpus.directories(Path.of(corpus));
    }

    @Benchmark
    public String build() throws IOException {
        return Corpus.build(directories.get(Math.floorMod(next.getAndIncrement(), directories.size())));
    }
}
