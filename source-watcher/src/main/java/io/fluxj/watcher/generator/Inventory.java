package io.fluxj.watcher.generator;

import io.fluxj.api.meta.Choice;
import io.fluxj.api.sourceextensions.v1beta1.ArtifactGenerator;
import io.fluxj.api.sourceextensions.v1beta1.ArtifactGeneratorStatus;
import io.fluxj.api.sourceextensions.v1beta1.GeneratedArtifact;
import io.fluxj.api.sourceextensions.v1beta1.GeneratedKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The objects that were made, as a status lists them. Entries of other kinds, which another version of the controller has written, are kept as they are.
 *
 * @param entries all of them
 */
record Inventory(List<GeneratedArtifact> entries) {
    Inventory {
        entries = List.copyOf(entries);
    }

    /** What a status lists. */
    static Inventory of(@Nullable ArtifactGeneratorStatus status) {
        return new Inventory(status == null ? List.of() : status.inventory());
    }

    /** What the status of an object lists. */
    static Inventory of(ArtifactGenerator object) {
        return of(object.getStatus());
    }

    /** The ExternalArtifacts by {@code namespace/name}. */
    Map<String, GeneratedArtifact> artifacts() {
        Map<String, GeneratedArtifact> artifacts = new LinkedHashMap<>();
        for (GeneratedArtifact entry : entries) {
            if (isArtifact(entry)) {
                artifacts.put(place(entry), entry);
            }
        }
        return artifacts;
    }

    /** These entries, and those of before that they do not replace. */
    Inventory over(Inventory before) {
        Map<String, GeneratedArtifact> all = new LinkedHashMap<>();
        before.entries.forEach(entry -> all.put(key(entry), entry));
        entries.forEach(entry -> all.put(key(entry), entry));
        return new Inventory(List.copyOf(all.values()));
    }

    /** The ExternalArtifacts that are not among others. */
    List<GeneratedArtifact> notIn(Inventory others) {
        Map<String, GeneratedArtifact> left = new LinkedHashMap<>(artifacts());
        left.keySet().removeAll(others.artifacts().keySet());
        return List.copyOf(left.values());
    }

    /** The ExternalArtifacts whose bytes are others than before, or that were not there before. */
    List<GeneratedArtifact> changedSince(Inventory before) {
        Map<String, GeneratedArtifact> known = before.artifacts();
        return artifacts().values().stream()
                .filter(entry -> !Optional.ofNullable(known.get(place(entry)))
                        .map(GeneratedArtifact::digest)
                        .equals(Optional.of(entry.digest())))
                .toList();
    }

    /** These without some. */
    Inventory without(List<GeneratedArtifact> gone) {
        return new Inventory(
                entries.stream().filter(entry -> !gone.contains(entry)).toList());
    }

    /** The entries that are no ExternalArtifacts. */
    Inventory others() {
        return new Inventory(
                entries.stream().filter(entry -> !isArtifact(entry)).toList());
    }

    static String namespace(GeneratedArtifact entry) {
        return Optional.ofNullable(entry.namespace()).orElse("");
    }

    static String place(GeneratedArtifact entry) {
        return namespace(entry) + "/" + entry.name();
    }

    private static boolean isArtifact(GeneratedArtifact entry) {
        return kind(entry).equals(ExternalArtifacts.KIND);
    }

    private static String kind(GeneratedArtifact entry) {
        Choice<GeneratedKind> kind = entry.kind();
        return kind == null ? ExternalArtifacts.KIND : kind.text();
    }

    private static String key(GeneratedArtifact entry) {
        return kind(entry) + "/" + place(entry);
    }
}
