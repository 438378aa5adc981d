package io.fluxj.kustomization.source;

import io.fluxj.api.json.Absent;
import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.kustomize.v1.KustomizationStatus;
import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.kustomization.KustomizationReferences;
import io.fluxj.runtime.source.ResolvedSource;
import io.fluxj.runtime.source.SourceName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The sources that a pass works on, as they were when it began.
 *
 * @param all one or more; that of {@code spec.sourceRef} first, the others as {@code spec.sourceRefs} has them
 */
public record SourceSet(List<ResolvedSource> all) {

    public SourceSet {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("no source");
        }
    }

    /** That of {@code spec.sourceRef}: its revision is what Flux's clients and commit statuses know. */
    public ResolvedSource main() {
        return all.getFirst();
    }

    /** Whether its artifact is all there is, at the root. */
    public boolean isSingle() {
        return all.size() == 1;
    }

    /** As messages name what is worked on: the revision of the main source, then the others with their names. */
    public String text() {
        return main().revision()
                + all.stream()
                        .skip(1)
                        .map(source -> ", %s %s".formatted(source.name().name(), source.revision()))
                        .collect(Collectors.joining());
    }

    /** Of several: their revisions by their names; of a single one nothing. */
    public Map<String, String> revisions() {
        @Nullable
        Map<String, String> several = isSingle()
                ? null
                : all.stream()
                        .collect(Collectors.toMap(
                                source -> source.name().name(),
                                ResolvedSource::revision,
                                (first, _) -> first,
                                TreeMap::new));
        return Absent.copy(several);
    }

    /** Equal when the same files lie at the same places. */
    public String digest() {
        if (isSingle()) {
            return main().artifact().digest();
        }
        String places = all.stream()
                .map(source -> source.name().name() + " " + source.artifact().digest() + "\n")
                .sorted()
                .collect(Collectors.joining());
        return Digest.of(DigestAlgorithm.SHA256, places.getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Whether the status says that these very revisions were applied last. */
    public boolean areApplied(KustomizationStatus status) {
        return main().revision().equals(status.lastAppliedRevision())
                && revisions().equals(status.lastAppliedRevisions());
    }

    /** Whether a dependency that uses one of these sources too has not applied its revision yet. */
    public boolean leaveBehind(Kustomization dependency) {
        List<SourceName> theirs = KustomizationReferences.sources(dependency);
        return all.stream().filter(source -> theirs.contains(source.name())).anyMatch(source -> !source.revision()
                .equals(KustomizationReferences.appliedRevision(dependency, source.name())));
    }
}
