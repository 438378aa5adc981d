package io.fluxj.source.helm.index;

import io.fluxj.semver.Version;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The entries of an index: the charts by name, each with its versions from the newest to the oldest. Their texts are in the spool. */
final class Charts {
    private static final int VERSION_DEPTH = 3;

    private final Spool spool;
    private final Map<String, Versions> charts = new TreeMap<>(JsonText.BYTES);

    Charts(Spool spool) {
        this.spool = spool;
    }

    /** The places of one chart's versions, which are few bytes for each. */
    private static final class Versions {
        private final boolean absent;
        private final long[] at;
        private final int[] length;

        Versions(boolean absent, long[] at, int[] length) {
            this.absent = absent;
            this.at = at;
            this.length = length;
        }
    }

    /** One version until the chart's order is known. */
    private record Line(Version version, Spool.Place place) {
        static final Comparator<Line> NEWEST_FIRST = Comparator.comparing(Line::version, Version.PRECEDENCE.reversed());
    }

    boolean has(String name) {
        return charts.containsKey(name);
    }

    /** A chart that the index names without a list of versions. */
    void addAbsent(String name) {
        charts.put(name, new Versions(true, new long[0], new int[0]));
    }

    /** Collects the versions of one chart. */
    final class Collector {
        private final String name;
        private final List<Line> lines = new ArrayList<>();

        private Collector(String name) {
            this.name = name;
        }

        /** Keeps an entry, unless it is one that is left out. */
        void add(Map<String, @Nullable Object> entry) throws IOException {
            Version version = ChartValidity.check(entry).orElse(null);
            if (version != null) {
                Spool.Place place = spool.add(JsonText.of(IndexShapes.VERSION, entry, VERSION_DEPTH));
                lines.add(new Line(withoutText(version), place));
            }
        }

        private static Version withoutText(Version version) {
            return new Version(version.major(), version.minor(), version.patch(), version.preRelease(), "", "");
        }

        void complete() {
            lines.sort(Line.NEWEST_FIRST);
            charts.put(
                    name,
                    new Versions(
                            false,
                            lines.stream().mapToLong(line -> line.place().at()).toArray(),
                            lines.stream()
                                    .mapToInt(line -> line.place().length())
                                    .toArray()));
        }
    }

    Collector collect(String name) {
        return new Collector(name);
    }

    /** Writes the value of {@code entries}. */
    void writeTo(OutputStream out) throws IOException {
        write(out, charts.isEmpty() ? "{}" : "{");
        boolean first = true;
        for (Map.Entry<String, Versions> chart : charts.entrySet()) {
            write(out, (first ? "\n    " : ",\n    ") + JsonText.quoted(chart.getKey()) + ": ");
            write(out, chart.getValue());
            first = false;
        }
        write(out, charts.isEmpty() ? "" : "\n  }");
    }

    private void write(OutputStream out, Versions versions) throws IOException {
        if (versions.absent) {
            write(out, "null");
            return;
        }
        write(out, "[");
        for (int i = 0; i < versions.at.length; i++) {
            write(out, i == 0 ? "\n      " : ",\n      ");
            spool.copy(new Spool.Place(versions.at[i], versions.length[i]), out);
        }
        write(out, versions.at.length == 0 ? "]" : "\n    ]");
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
