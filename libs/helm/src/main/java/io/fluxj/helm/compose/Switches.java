package io.fluxj.helm.compose;

import io.fluxj.gotemplate.value.GoText;
import io.fluxj.helm.Notice;
import io.fluxj.helm.Notices;
import io.fluxj.helm.chart.ChartDependency;
import io.fluxj.helm.values.ValueTree;
import io.fluxj.helm.values.ValueTree.Found;
import io.fluxj.helm.values.ValueTree.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Conditions and tags. */
final class Switches {
    private final Notices notices;

    Switches(Notices notices) {
        this.notices = notices;
    }

    /**
     * The dependencies, enabled or not.
     *
     * @param path of the chart that declares them in the values, with a dot at its end
     */
    List<ChartDependency> applied(
            List<ChartDependency> dependencies, Map<String, @Nullable Object> values, String path) {
        return dependencies.stream()
                .map(each -> byTags(each, values))
                .map(each -> byCondition(each, values, path))
                .toList();
    }

    /** A tag that is true beats those that are false. */
    private ChartDependency byTags(ChartDependency dependency, Map<String, @Nullable Object> values) {
        if (!(ValueTree.table(values, "tags") instanceof Found.Table(var tags))) {
            return dependency.enabled(true);
        }
        boolean on = false;
        boolean off = false;
        for (String tag : dependency.tags()) {
            Object value = tags.get(tag);
            on |= Boolean.TRUE.equals(value);
            off |= Boolean.FALSE.equals(value);
            if (tags.containsKey(tag) && !(value instanceof Boolean)) {
                notices.add(Notice.warn(
                        "returned non-bool value",
                        new Notice.Attribute("tag", tag),
                        new Notice.Attribute("chart", dependency.name())));
            }
        }
        return dependency.enabled(on || !off);
    }

    private ChartDependency byCondition(ChartDependency dependency, Map<String, @Nullable Object> values, String path) {
        for (String condition : GoText.trimSpace(dependency.condition()).split(",", -1)) {
            Optional<Scalar> found =
                    condition.isEmpty() ? Optional.empty() : ValueTree.scalar(values, path + condition);
            if (found.isPresent() && found.get().value() instanceof Boolean enabled) {
                return dependency.enabled(enabled);
            }
            found.ifPresent(scalar -> notices.add(Notice.warn(
                    "returned non-bool value",
                    new Notice.Attribute("path", condition),
                    new Notice.Attribute("chart", dependency.name()))));
        }
        return dependency;
    }
}
