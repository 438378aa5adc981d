package io.fluxj.helmrelease.values;

import io.fluxj.api.helm.v2.HelmRelease;
import io.fluxj.api.helm.v2.HelmReleaseStatus;
import io.fluxj.api.helm.v2.ValuesReference;
import io.fluxj.gotemplate.value.GoError;
import io.fluxj.helm.values.ValuesYaml;
import io.fluxj.runtime.reconcile.Pass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The texts among the values that come from Secrets: nobody shall read them in what a pass says. Short ones, and names that everybody sees anyway, would only garble messages. */
record ConcealedLeaves(Pass<HelmRelease, HelmReleaseStatus> pass) {

    private static final int SHORTEST = 8;

    /** Conceals what a reference gave, and returns it. */
    List<String> add(ValuesReference reference, String text) {
        if (!reference.kind().text().equals("Secret")) {
            return List.of();
        }
        List<String> leaves = new ArrayList<>();
        if (reference.targetPath() == null || reference.targetPath().isEmpty()) {
            collect(parsed(text), leaves);
        } else {
            leaves.add(text);
        }
        String shown = pass.object().getMetadata().getNamespace() + "/"
                + pass.object().getMetadata().getName();
        List<String> secrets = leaves.stream()
                .map(String::strip)
                .filter(leaf -> leaf.length() >= SHORTEST && !shown.contains(leaf))
                .toList();
        secrets.forEach(pass::conceal);
        return secrets;
    }

    private static void collect(@Nullable Object value, List<String> leaves) {
        switch (value) {
            case Map<?, ?> map -> map.values().forEach(inner -> collect(inner, leaves));
            case List<?> list -> list.forEach(inner -> collect(inner, leaves));
            case String text -> leaves.add(text);
            case null, default -> {}
        }
    }

    private static @Nullable Object parsed(String text) {
        try {
            return ValuesYaml.map(text);
        } catch (GoError malformed) {
            return text;
        }
    }
}
