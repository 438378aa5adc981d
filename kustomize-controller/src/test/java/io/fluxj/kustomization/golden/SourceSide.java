package io.fluxj.kustomization.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositorySpec;
import io.fluxj.testkit.golden.Action;
import io.fluxj.testkit.golden.Hands;
import io.fluxj.testkit.golden.Scenario;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the source controller does for one scenario: commits become artifacts in the status of the GitRepository. */
final class SourceSide implements Hands {

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

    @Override
    public void prepare() throws IOException {
        Map<String, @Nullable String> files = files(scenario.document().path("files"));
        if (!scenario.document().path("source").isObject()) {
            commits.commit(files);
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
        commit(files);
    }

    /** Commits. */
    @Override
    public void perform(Action.Special commit) throws IOException {
        commit(files(commit.content()));
    }

    /** The revision offered last. */
    @Override
    public String revision() {
        return revision;
    }

    private Map<String, @Nullable String> files(JsonNode changed) {
        Map<String, @Nullable String> files = new HashMap<>();
        changed.properties().forEach(file -> {
            JsonNode content = file.getValue();
            files.put(file.getKey(), content.isNull() ? null : content.asText().replace("{git}", address()));
        });
        return files;
    }

    private String address() {
        return "http://" + host.address();
    }

    private void commit(Map<String, @Nullable String> changes) throws IOException {
        revision = "main@sha1:" + commits.commit(changes);
        if (hasArtifact()) {
            publish();
        }
    }

    /** Some scenarios are about a repository that is not there. */
    private boolean hasArtifact() {
        return scenario.document().at("/source/url").asText().endsWith("/" + scenario.id() + ".git");
    }

    private void publish() throws IOException {
        String commit = revision.substring(revision.indexOf(':') + 1);
        String path = "gitrepository/%s/src/%s.tar.gz".formatted(scenario.namespace(), commit);
        ArtifactHost.Hosted hosted = host.host(path, commits.files());
        String patch = """
                {"status": {"artifact": {"digest": "%s", "lastUpdateTime": "2026-01-01T00:00:00Z", "path": "%s",
                "revision": "%s", "size": %d, "url": "%s"}, "observedGeneration": 1}}""".formatted(hosted.digest(), hosted.path(), revision, hosted.size(), hosted.url());
        client.resources(GitRepository.class)
                .inNamespace(scenario.namespace())
                .withName("src")
                .subresource("status")
                .patch(PatchContext.of(PatchType.JSON_MERGE), patch);
    }
}
