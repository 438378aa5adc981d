package io.fluxj.automation.pass;

import io.fluxj.api.image.v1.ImagePolicy;
import io.fluxj.api.image.v1.ImageReference;
import io.fluxj.automation.setters.Setters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What the policies of a namespace chose.
 *
 * @param namespace of the policies
 * @param references by the policy's name; policies that chose nothing yet are left out
 */
record ChosenImages(String namespace, Map<String, ImageReference> references) {
    static ChosenImages of(String namespace, List<ImagePolicy> policies, PolicySelector selector) {
        Map<String, ImageReference> references = new TreeMap<>();
        for (ImagePolicy policy : policies) {
            ImageReference latest = PolicyWatch.latest(policy);
            if (latest != null && selector.matches(policy.getMetadata().getLabels())) {
                references.put(policy.getMetadata().getName(), latest);
            }
        }
        return new ChosenImages(namespace, references);
    }

    Setters setters() {
        Map<String, Setters.Image> images = new HashMap<>();
        references.forEach((policy, reference) -> images.put(policy, image(reference)));
        return Setters.of(namespace, images);
    }

    /** By what markers call the policies. */
    Map<String, Setters.Image> byMarker() {
        Map<String, Setters.Image> images = new HashMap<>();
        references.forEach((policy, reference) -> images.put(namespace + ":" + policy, image(reference)));
        return images;
    }

    private static Setters.Image image(ImageReference reference) {
        return new Setters.Image(reference.name(), reference.tag(), Objects.requireNonNullElse(reference.digest(), ""));
    }
}
