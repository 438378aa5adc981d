package io.fluxj.bench.helm;

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

/** How the time of one render grows with the number of subcharts. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 4, time = 3)
public class SubchartsBenchmark {

    /** How many. */
    @Param({"25", "50", "100", "200"})
    public int subcharts;

    private final Charts charts = new Charts();
    private Path folder = Path.of("");

    @Setup
    public void write() throws IOException {
        folder = new BigChart(1, 100, subcharts).write(Files.createTempDirectory("charts"));
    }

    @Benchmark
    public String render() {
        return charts.render(folder);
    }
}
