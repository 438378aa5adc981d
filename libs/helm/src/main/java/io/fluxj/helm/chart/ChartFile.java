package io.fluxj.helm.chart;

import io.fluxj.gotemplate.value.GoText;
import java.time.Instant;

/** A file of a chart. Its bytes are shared, not copied: leave them as they are. */
public final class ChartFile {
    private final String name;
    private final byte[] data;
    private final Instant modified;

    /** @param name path in the chart, with slashes */
    public ChartFile(String name, byte[] data, Instant modified) {
        this.name = name;
        this.data = data;
        this.modified = modified;
    }

    /** Path in the chart, with slashes. */
    public String name() {
        return name;
    }

    public byte[] data() {
        return data;
    }

    public Instant modified() {
        return modified;
    }

    /** The bytes as a text of Go. */
    public String text() {
        return GoText.of(data);
    }

    /** The last part of the path. */
    public String base() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** The same file under another name. */
    public ChartFile named(String other) {
        return new ChartFile(other, data, modified);
    }

    @Override
    public String toString() {
        return name + " (" + data.length + " bytes)";
    }
}
