package io.fluxj.kustomization.pass;

import io.fluxj.api.kustomize.v1.KustomizationSpec;
import io.fluxj.api.kustomize.v1.SubstituteReference;
import io.fluxj.api.meta.DependencyReference;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.runtime.reconcile.CommonReason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Values that the CRD lets through and nobody can act on: times that no clock holds, names that no object can have. */
final class InvalidFields {

    private static final int LONGEST_NAME = 253;
    private static final Pattern DNS_SUBDOMAIN =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");

    private static final Pattern ADDRESS_SIGNS = Pattern.compile("[/%?#]");

    private InvalidFields() {}

    static Optional<Refusal> of(KustomizationSpec spec) {
        return Stream.of(times(spec), account(spec), sources(spec), names(spec), policy(spec))
                .flatMap(fields -> fields)
                .findFirst();
    }

    private static Stream<Refusal> times(KustomizationSpec spec) {
        return Stream.of(
                        time("spec.interval", spec.interval()),
                        time("spec.retryInterval", spec.retryInterval()),
                        time("spec.timeout", spec.timeout()))
                .flatMap(Optional::stream);
    }

    private static Optional<Refusal> time(String field, @Nullable GoDuration time) {
        try {
            if (time != null) {
                var _ = time.value();
            }
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(refusal(field + ": " + e.getMessage(), "correct it"));
        }
    }

    private static Stream<Refusal> account(KustomizationSpec spec) {
        String name = Objects.requireNonNullElse(spec.serviceAccountName(), "");
        boolean valid = name.isEmpty()
                || (name.length() <= LONGEST_NAME && DNS_SUBDOMAIN.matcher(name).matches());
        return valid ? Stream.empty() : Stream.of(invalidName("spec.serviceAccountName", name));
    }

    /** Of another kind one has to know the group. */
    private static Optional<Refusal> version(String field, DependencyReference dependency) {
        String kind = Objects.requireNonNullElse(dependency.kind(), "");
        boolean known = kind.isEmpty() || kind.equals("Kustomization");
        return known
                        || (dependency.apiVersion() != null
                                && !dependency.apiVersion().isEmpty())
                ? Optional.empty()
                : Optional.of(refusal(
                        field + " has the kind '" + kind + "' and no apiVersion",
                        "write the apiVersion of that kind, as in batch/v1"));
    }

    /** With several sources their names are those of directories. */
    private static Stream<Refusal> sources(KustomizationSpec spec) {
        Set<String> taken = new HashSet<>(Set.of(spec.sourceRef().name()));
        List<Optional<Refusal>> refused = new ArrayList<>();
        for (int i = 0; i < spec.sourceRefs().size(); i++) {
            String field = "spec.sourceRefs[" + i + "].name";
            String name = spec.sourceRefs().get(i).name();
            refused.add(segment(field, name));
            refused.add(
                    taken.add(name)
                            ? Optional.empty()
                            : Optional.of(refusal(
                                    "%s \"%s\" is the name of another source of this object, and each lies in a directory of its name"
                                            .formatted(field, name),
                                    "give one of the two sources another name")));
        }
        return refused.stream().flatMap(Optional::stream);
    }

    /** Names that become part of addresses at the API. */
    private static Stream<Refusal> names(KustomizationSpec spec) {
        List<Optional<Refusal>> names = new ArrayList<>();
        for (int i = 0; i < spec.dependsOn().size(); i++) {
            DependencyReference dependency = spec.dependsOn().get(i);
            names.add(segment("spec.dependsOn[" + i + "].name", dependency.name()));
            names.add(segment("spec.dependsOn[" + i + "].namespace", dependency.namespace()));
            names.add(version("spec.dependsOn[" + i + "]", dependency));
        }
        List<SubstituteReference> configs =
                spec.postBuild() == null ? List.of() : spec.postBuild().substituteFrom();
        for (int i = 0; i < configs.size(); i++) {
            names.add(segment(
                    "spec.postBuild.substituteFrom[" + i + "].name",
                    configs.get(i).name()));
        }
        return names.stream().flatMap(Optional::stream);
    }

    private static Optional<Refusal> segment(String field, @Nullable String given) {
        String name = Objects.requireNonNullElse(given, "");
        boolean valid = !name.equals(".")
                && !name.equals("..")
                && !ADDRESS_SIGNS.matcher(name).find();
        return valid ? Optional.empty() : Optional.of(invalidName(field, name));
    }

    private static Stream<Refusal> policy(KustomizationSpec spec) {
        var policy = spec.deletionPolicy();
        return policy == null || policy.known().isPresent()
                ? Stream.empty()
                : Stream.of(refusal(
                        "spec.deletionPolicy \"%s\" is not known to this version".formatted(policy.text()),
                        "write MirrorPrune, Delete, WaitForTermination or Orphan"));
    }

    private static Refusal invalidName(String field, String name) {
        return refusal(
                "%s \"%s\" cannot be the name of an object".formatted(field, name),
                "write lower case letters, digits, '-' and '.', at most %d, beginning and ending with a letter or digit"
                        .formatted(LONGEST_NAME));
    }

    private static Refusal refusal(String problem, String remedy) {
        return new Refusal(CommonReason.INVALID_SPEC, problem, remedy);
    }
}
