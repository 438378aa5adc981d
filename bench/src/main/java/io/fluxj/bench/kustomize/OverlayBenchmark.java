package io.fluxj.bench.kustomize;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Warmup;

/** One build of an {@link Overlay}, in milliseconds. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 4, time = 3)
public class OverlayBenchmark {

    /** Objects of the overlay. */
    @Param({"10", "100", "1000", "2000", "4000", "8000"})
    public int objects;

    private Path directory = Path.of("");

    @Setup
    public void write() throws IOException {
        directory = Overlay.write(Files.createTempDirectory("overlay"), objects);
    }

    @Benchmark
    public String build() throws IOException {
        return Corpus.build(directory);
    }
}
