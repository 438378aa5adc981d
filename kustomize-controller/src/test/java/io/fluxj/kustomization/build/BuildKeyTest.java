package io.fluxj.kustomization.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.api.kustomize.v1.KustomizationSpec;
import io.fluxj.manifest.BuildRequest;
import io.fluxj.manifest.postbuild.Variables;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every field of a spec counts for a build, but for those that are named as not counting. */
final class BuildKeyTest {

    private static final String EVERY_FIELD = """
            sourceRef: {kind: GitRepository, name: x}
            sourceRefs: [{kind: Bucket, name: x}]
            path: x
            interval: 1m
            retryInterval: 1m
            timeout: 1m
            prune: true
            deletionPolicy: Delete
            suspend: true
            force: true
            dependsOn: [{name: x}]
            targetNamespace: x
            namePrefix: x
            nameSuffix: x
            commonMetadata: {labels: {x: x}}
            components: [x]
            ignoreMissingComponents: true
            patches: [{patch: x}]
            images: [{name: x}]
            buildMetadata: [originAnnotations]
            postBuild: {substitute: {x: x}}
            decryption: {provider: sops}
            wait: true
            healthChecks: [{kind: x, name: x}]
            healthCheckExprs: [{apiVersion: x, kind: x, current: x}]
            ignore: [{paths: [x]}]
            serviceAccountName: x
            kubeConfig: {secretRef: {name: x}}
            ofALaterVersion: x
            """;

    private final VariableHashes hashes = new VariableHashes();

    @Test
    void everyFieldCountsThatIsNotNamed() throws Exception {
        RecordComponent[] fields = KustomizationSpec.class.getRecordComponents();
        KustomizationSpec full = Requests.spec(EVERY_FIELD);
        List<String> counting = new ArrayList<>();
        for (int i = 0; i < fields.length; i++) {
            Object[] values = new Object[fields.length];
            BuildKey none = keyInRoot(spec(values));
            values[i] = fields[i].getAccessor().invoke(full);
            assertThat(values[i])
                    .as("the field %s in the test", fields[i].getName())
                    .isNotIn(null, List.of(), Map.of());
            if (!keyInRoot(spec(values)).equals(none)) {
                counting.add(fields[i].getName());
            }
        }

        assertThat(counting)
                .containsExactly(
                        "targetNamespace",
                        "namePrefix",
                        "nameSuffix",
                        "commonMetadata",
                        "components",
                        "ignoreMissingComponents",
                        "patches",
                        "images",
                        "buildMetadata",
                        "postBuild",
                        "decryption",
                        "unknown");
    }

    @Test
    void theDirectoryCountsAndNotHowItIsWritten() throws Exception {
        assertThat(key(Requests.spec("path: ./a/../b/"))).isEqualTo(key(Requests.spec("path: b")));
        assertThat(key(Requests.spec("path: a"))).isNotEqualTo(key(Requests.spec("path: b")));
    }

    private BuildKey keyInRoot(KustomizationSpec spec) {
        return BuildKey.of(BuildRequest.of(spec, Variables.of(Map.of())).inDirectory(""), hashes);
    }

    private BuildKey key(KustomizationSpec spec) {
        return BuildKey.of(BuildRequest.of(spec, Variables.of(Map.of())), hashes);
    }

    private static KustomizationSpec spec(Object[] values) throws ReflectiveOperationException {
        Class<?>[] types = Arrays.stream(KustomizationSpec.class.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        return KustomizationSpec.class.getDeclaredConstructor(types).newInstance(values);
    }
}
