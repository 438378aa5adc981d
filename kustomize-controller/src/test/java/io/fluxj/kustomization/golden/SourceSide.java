package io.fluxj.kustomization.golden;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositorySpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the source controller does for one scenario: commits become artifacts in the status of the GitRepository. */
final class SourceSide {

    private final KubernetesClient client;
    private final ArtifactHost host;
    private final Scenario scenario;
    private final Commits commits = new Commits();
    private volatile String revision = "";

    SourceSide(KubernetesClient client, ArtifactHost host, Scenario scenario) {
        this.client = client;
        this.host = host;
        this.scenario = scenario;
    }

    private String git() {
        return "http://" + host.address();
    }

    /** The revision offered last. */
    String revision() {
        return revision;
    }

    void create() {
        if (!scenario.hasSource()) {
            commits.commit(Map.copyOf(scenario.files(git())));
            return;
        }
        GitRepository repository = new GitRepository();
        repository.setMetadata(new ObjectMetaBuilder()
                .withNamespace(scenario.namespace())
                .withName("src")
                .build());
        repository.setSpec(GitRepositorySpec.builder()
                .url("http://git.invalid/" + scenario.id() + ".git")
                .interval(new GoDuration("10m"))
                .build());
        client.resource(repository).create();
        commit(Map.copyOf(scenario.files(git())));
    }

    void commit(Map<String, @Nullable String> changes) {
        revision = "main@sha1:" + commits.commit(changes);
        if (scenario.hasArtifact()) {
            publish();
        }
    }

    private void publish() {
        String commit = revision.substring(revision.indexOf(':') + 1);
        String path = "gitrepository/%s/src/%s.tar.gz".formatted(scenario.namespace(), commit);
        try {
            ArtifactHost.Hosted hosted = host.host(path, commits.files());
            String patch = """
                    {"status": {"artifact": {"digest": "%s", "lastUpdateTime": "2026-01-01T00:00:00Z", "path": "%s",
                    "revision": "%s", "size": %d, "url": "%s"}, "observedGeneration": 1}}""".formatted(hosted.digest(), hosted.path(), revision, hosted.size(), hosted.url());
            client.resources(GitRepository.class)
                    .inNamespace(scenario.namespace())
                    .withName("src")
                    .subresource("status")
                    .patch(PatchContext.of(PatchType.JSON_MERGE), patch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
