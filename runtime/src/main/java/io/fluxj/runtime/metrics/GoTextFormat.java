package io.fluxj.runtime.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.DistributionDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.Quantile;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.UnknownSnapshot;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;

/**
 * The text format of Prometheus, to the byte as Go's client writes it, since alerts and recording rules match labels such as {@code le="60"} by their text.
 * The client's own writer has {@code le="60.0"} there. Metrics without series are left out, and no {@code _created} is written.
 */
public final class GoTextFormat {
    /** The media type. */
    public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final StringBuilder out = new StringBuilder();

    private GoTextFormat() {}

    /** Writes all series. */
    public static byte[] write(MetricSnapshots snapshots) {
        GoTextFormat format = new GoTextFormat();
        snapshots.stream()
                .filter(metric -> !metric.getDataPoints().isEmpty())
                .sorted(Comparator.comparing(GoTextFormat::name))
                .forEach(format::metric);
        return format.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String name(MetricSnapshot metric) {
        String name = metric.getMetadata().getPrometheusName();
        return switch (metric) {
            case CounterSnapshot _ -> name + "_total";
            case InfoSnapshot _ -> name + "_info";
            default -> name;
        };
    }

    private void metric(MetricSnapshot metric) {
        String name = name(metric);
        switch (metric) {
            case CounterSnapshot counter -> counter(name, counter);
            case GaugeSnapshot gauge -> gauge(name, gauge);
            case HistogramSnapshot histogram -> histogram(name, histogram);
            case SummarySnapshot summary -> summary(name, summary);
            case InfoSnapshot info -> info(name, info);
            case UnknownSnapshot unknown -> unknown(name, unknown);
            default -> throw new IllegalStateException(name + " is of a type that nobody here registers");
        }
    }

    private void head(String name, String type, MetricSnapshot metric) {
        String help = metric.getMetadata().getHelp();
        if (help != null) {
            out.append("# HELP ").append(name).append(' ').append(escaped(help)).append('\n');
        }
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private void counter(String name, CounterSnapshot metric) {
        head(name, "counter", metric);
        metric.getDataPoints().forEach(point -> line(name, point.getLabels(), point.getValue()));
    }

    private void gauge(String name, GaugeSnapshot metric) {
        head(name, "gauge", metric);
        metric.getDataPoints().forEach(point -> line(name, point.getLabels(), point.getValue()));
    }

    private void info(String name, InfoSnapshot metric) {
        head(name, "gauge", metric);
        metric.getDataPoints().forEach(point -> line(name, point.getLabels(), 1));
    }

    private void unknown(String name, UnknownSnapshot metric) {
        head(name, "untyped", metric);
        metric.getDataPoints().forEach(point -> line(name, point.getLabels(), point.getValue()));
    }

    private void histogram(String name, HistogramSnapshot metric) {
        head(name, "histogram", metric);
        for (HistogramSnapshot.HistogramDataPointSnapshot point : metric.getDataPoints()) {
            double below = 0;
            for (var bucket : point.getClassicBuckets()) {
                below += bucket.getCount();
                line(name + "_bucket", point.getLabels(), "le", bucket.getUpperBound(), below);
            }
            sumAndCount(name, point);
        }
    }

    private void summary(String name, SummarySnapshot metric) {
        head(name, "summary", metric);
        for (SummarySnapshot.SummaryDataPointSnapshot point : metric.getDataPoints()) {
            for (Quantile quantile : point.getQuantiles()) {
                line(name, point.getLabels(), "quantile", quantile.getQuantile(), quantile.getValue());
            }
            sumAndCount(name, point);
        }
    }

    private void sumAndCount(String name, DistributionDataPointSnapshot point) {
        line(name + "_sum", point.getLabels(), point.getSum());
        line(name + "_count", point.getLabels(), (double) point.getCount());
    }

    private void line(String name, Labels labels, double value) {
        out.append(name);
        if (!labels.isEmpty()) {
            out.append('{');
            labels(labels);
            out.append('}');
        }
        value(value);
    }

    /** A line with one more label, which comes last. */
    private void line(String name, Labels labels, String label, double labelValue, double value) {
        out.append(name).append('{');
        if (!labels.isEmpty()) {
            labels(labels);
            out.append(',');
        }
        out.append(label).append("=\"").append(GoNumber.of(labelValue)).append("\"}");
        value(value);
    }

    private void labels(Labels labels) {
        for (int i = 0; i < labels.size(); i++) {
            out.append(i == 0 ? "" : ",")
                    .append(labels.getPrometheusName(i))
                    .append("=\"")
                    .append(escaped(labels.getValue(i)).replace("\"", "\\\""))
                    .append('"');
        }
    }

    private void value(double value) {
        out.append(' ').append(GoNumber.of(value)).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n");
    }
}
