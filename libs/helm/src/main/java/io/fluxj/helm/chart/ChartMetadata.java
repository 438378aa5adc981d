package io.fluxj.helm.chart;

import io.fluxj.gotemplate.value.GoSlice;
import io.fluxj.helm.shape.StructValue;
import java.util.List;
import java.util.Map;

/**
 * What {@code Chart.yaml} says.
 *
 * @param struct of the shape {@link ChartShapes#METADATA}
 */
public record ChartMetadata(StructValue struct) {

    public String name() {
        return struct.text("name");
    }

    public String version() {
        return struct.text("version");
    }

    public String apiVersion() {
        return struct.text("apiVersion");
    }

    public String appVersion() {
        return struct.text("appVersion");
    }

    public String description() {
        return struct.text("description");
    }

    /** {@code application}, {@code library} or empty. */
    public String type() {
        return struct.text("type");
    }

    /** The versions of Kubernetes that it is for; empty for any. */
    public String kubeVersion() {
        return struct.text("kubeVersion");
    }

    public boolean isDeprecated() {
        return struct.flag("deprecated");
    }

    public Map<String, String> annotations() {
        return struct.textMap("annotations");
    }

    /** Whether it says anything about dependencies, be it that there are none. */
    public boolean declaresDependencies() {
        return !(struct.get("dependencies") instanceof GoSlice slice && slice.nil());
    }

    public List<ChartDependency> dependencies() {
        return struct.items("dependencies").stream()
                .filter(StructValue.class::isInstance)
                .map(item -> new ChartDependency((StructValue) item))
                .toList();
    }

    public ChartMetadata withName(String name) {
        return new ChartMetadata(struct.with("name", name));
    }

    public ChartMetadata withDependencies(List<ChartDependency> dependencies) {
        List<StructValue> structs =
                dependencies.stream().map(ChartDependency::struct).toList();
        return new ChartMetadata(struct.with("dependencies", structs));
    }
}
