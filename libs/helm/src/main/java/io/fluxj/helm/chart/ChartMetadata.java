package io.fluxj.helm.chart;

import io.fluxj.gotemplate.value.GoSlice;
import io.fluxj.helm.HelmException;
import io.fluxj.helm.shape.StructValue;
import io.fluxj.semver.Version;
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

    /**
     * The same chart in another version.
     *
     * @throws HelmException when it is no semantic version
     */
    public ChartMetadata withVersion(String version) {
        return MetadataRules.checked(struct.with("version", version));
    }

    /**
     * The same version with other build metadata, in the plain form of a version: {@code v1.2} and {@code 3} give {@code 1.2.0+3}.
     *
     * @throws HelmException when it is no build metadata
     */
    public ChartMetadata withBuildMetadata(String metadata) {
        Version plain = Version.parse(version()).orElseThrow();
        String release = plain.major() + "." + plain.minor() + "." + plain.patch();
        String stage = plain.preRelease().isEmpty() ? "" : "-" + plain.preRelease();
        return withVersion(release + stage + "+" + metadata);
    }

    public ChartMetadata withAppVersion(String appVersion) {
        return MetadataRules.checked(struct.with("appVersion", appVersion));
    }

    public ChartMetadata withDependencies(List<ChartDependency> dependencies) {
        List<StructValue> structs =
                dependencies.stream().map(ChartDependency::struct).toList();
        return new ChartMetadata(struct.with("dependencies", structs));
    }
}
