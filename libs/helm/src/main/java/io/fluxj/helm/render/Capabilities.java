package io.fluxj.helm.render;

import io.fluxj.gotemplate.value.GoFunction;
import io.fluxj.gotemplate.value.GoFunction.Signature;
import io.fluxj.gotemplate.value.GoObject;
import io.fluxj.gotemplate.value.GoSlice;
import io.fluxj.gotemplate.value.GoType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the cluster can: {@code .Capabilities}.
 *
 * @param apiVersions such as {@code apps/v1}; of a real cluster also {@code apps/v1/Deployment}
 */
public record Capabilities(KubeVersion kubeVersion, List<String> apiVersions) implements GoObject {

    public Capabilities {
        apiVersions = List.copyOf(apiVersions);
    }

    /** What Helm 4.3 assumes without a cluster. */
    public static Capabilities standard() {
        return new Capabilities(KubeVersion.parse("v1.37.0"), KnownVersions.ALL);
    }

    public Capabilities withKubeVersion(KubeVersion other) {
        return new Capabilities(other, apiVersions);
    }

    /** With more API versions. */
    public Capabilities with(List<String> more) {
        List<String> all = new ArrayList<>(apiVersions);
        all.addAll(more);
        return new Capabilities(kubeVersion, all);
    }

    @Override
    public GoType type() {
        return GoType.pointer(GoType.struct("common.Capabilities"));
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.of("KubeVersion", kubeVersion),
                Field.of("APIVersions", new VersionSet(apiVersions)),
                Field.of("HelmVersion", new BuildInfo()));
    }

    /** {@code .Capabilities.APIVersions}. */
    private record VersionSet(List<String> versions) implements GoObject {
        private static final GoType TYPE = GoType.STRINGS.named("common.VersionSet");

        @Override
        public GoType type() {
            return TYPE;
        }

        @Override
        public Object underlying() {
            return GoSlice.of(TYPE, versions);
        }

        @Override
        public Optional<GoFunction> method(String name) {
            Signature signature = new Signature(List.of(GoType.STRING), false, GoType.BOOL);
            return name.equals("Has")
                    ? Optional.of(
                            GoFunction.of(signature, (run, args) -> versions.contains(String.valueOf(args.getFirst()))))
                    : Optional.empty();
        }
    }

    /** {@code .Capabilities.HelmVersion}: the version of Helm that this library is like. */
    private record BuildInfo() implements GoObject {
        @Override
        public GoType type() {
            return GoType.struct("version.BuildInfo");
        }

        @Override
        public List<Field> fields() {
            return List.of(
                    new Field("Version", "version", true, "v4.3"),
                    new Field("GitCommit", "git_commit", true, ""),
                    new Field("GitTreeState", "git_tree_state", true, ""),
                    new Field("GoVersion", "go_version", true, "go1.26"),
                    new Field("KubeClientVersion", "kube_client_version", false, "v1.37"));
        }
    }
}
