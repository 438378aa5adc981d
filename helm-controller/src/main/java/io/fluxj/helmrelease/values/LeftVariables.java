package io.fluxj.helmrelease.values;

import io.fluxj.api.helm.v2.HelmRelease;
import io.fluxj.api.helm.v2.HelmReleaseStatus;
import io.fluxj.helmrelease.HelmReleaseReason;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.Pass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values that are nothing but {@code ${NAME}}: whoever wrote that expected it to be filled in, which only a Kustomization does. Told once for each spec with
 * such values; they reach the chart as they are.
 */
record LeftVariables(Pass<HelmRelease, HelmReleaseStatus> pass) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[_a-zA-Z][_a-zA-Z0-9]{0,200}}");
    private static final int MOST = 5;

    void tell(ReleaseValues values) {
        if (values.digest().equals(pass.status().lastAttemptedConfigDigest())) {
            return;
        }
        List<String> found = new ArrayList<>();
        collect("", values.tree(), found);
        if (!found.isEmpty()) {
            String shown = String.join(", ", found.subList(0, Math.min(MOST, found.size())));
            String more = found.size() > MOST ? " and " + (found.size() - MOST) + " more" : "";
            pass.emit(
                    Severity.ERROR,
                    HelmReleaseReason.DOUBTFUL_VALUES,
                    "values reach the chart with variables as they stand: " + shown + more
                            + ". Variables are filled in only when a Kustomization with spec.postBuild applies this object",
                    Map.of());
        }
    }

    private static void collect(String path, @Nullable Object value, List<String> found) {
        switch (value) {
            case Map<?, ?> map ->
                map.keySet().stream()
                        .map(String::valueOf)
                        .sorted()
                        .forEach(key -> collect(path.isEmpty() ? key : path + "." + key, map.get(key), found));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    collect(path + "[" + i + "]", list.get(i), found);
                }
            }
            case String text when VARIABLE.matcher(text).matches() -> found.add(path + ": " + text);
            case null, default -> {}
        }
    }
}
