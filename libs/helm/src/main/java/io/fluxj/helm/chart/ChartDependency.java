package io.fluxj.helm.chart;

import io.fluxj.helm.shape.StructValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dependency as {@code Chart.yaml} declares it.
 *
 * @param struct of the shape {@link ChartShapes#DEPENDENCY}
 */
public record ChartDependency(StructValue struct) {

    public String name() {
        return struct.text("name");
    }

    /** A range of versions. */
    public String version() {
        return struct.text("version");
    }

    /** URL of the repository; may be empty. */
    public String repository() {
        return struct.text("repository");
    }

    /** Paths in the values that switch it on or off, with commas between them; the first that is there counts. */
    public String condition() {
        return struct.text("condition");
    }

    public List<String> tags() {
        return struct.texts("tags");
    }

    public String alias() {
        return struct.text("alias");
    }

    public boolean isEnabled() {
        return struct.flag("enabled");
    }

    /** What the parent imports: a text or a map with {@code child} and {@code parent}. */
    public List<? extends @Nullable Object> importValues() {
        return struct.items("import-values");
    }

    public ChartDependency withName(String name) {
        return new ChartDependency(struct.with("name", name));
    }

    public ChartDependency enabled(boolean enabled) {
        return new ChartDependency(struct.with("enabled", enabled));
    }

    public ChartDependency withImportValues(List<Object> imports) {
        return new ChartDependency(struct.with("import-values", imports));
    }
}
