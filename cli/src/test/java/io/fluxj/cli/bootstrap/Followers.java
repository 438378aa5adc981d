package io.fluxj.cli.bootstrap;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fluxj.cli.OwnCluster;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.FluxObject;
import io.fluxj.cli.object.Objects;
import io.fluxj.cli.object.ReconcileRequest;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Stands for source- and kustomize-controller: sources get the revision that Git has, Kustomizations follow. At first both are not ready, as they are in life:
 * the Secret comes later than the source, and the artifact later than the Kustomization.
 */
final class Followers implements AutoCloseable {
    private static final String NAME = "flux-system";

    private final KubernetesClient client;
    private final Callable<String> head;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    private Followers(KubernetesClient client, Callable<String> head) {
        this.client = client;
        this.head = head;
    }

    /** @param head answers the hash that the branch is at */
    static Followers of(OwnCluster cluster, Callable<String> head) {
        Followers followers = new Followers(cluster.client(), head);
        var _ = followers.timer.scheduleWithFixedDelay(followers::look, 0, 100, TimeUnit.MILLISECONDS);
        return followers;
    }

    private void look() {
        try {
            String revision = "main@sha1:" + head.call();
            follow(FluxKind.GIT_REPOSITORY, """
                    "artifact": {"revision": "%s", "digest": "sha256:%s", "path": "x", "url": "http://x/x",
                                 "lastUpdateTime": "2026-01-01T00:00:00Z"}""".formatted(revision, "0".repeat(64)));
            follow(FluxKind.KUSTOMIZATION, """
                    "lastAppliedRevision": "%s", "lastAttemptedRevision": "%s\"""".formatted(revision, revision));
        } catch (KubernetesClientException notThereYet) {
            // the kind comes with the installation
        } catch (Exception broken) {
            System.err.println("follower: " + broken);
        }
    }

    private void follow(FluxKind kind, String revision) {
        var resource = client.genericKubernetesResources(Objects.definition(kind))
                .inNamespace(NAME)
                .withName(NAME);
        GenericKubernetesResource found = resource.get();
        if (found == null) {
            return;
        }
        FluxObject object = Objects.of(found);
        String token = object.annotation(ReconcileRequest.REQUESTED_AT);
        long generation = object.at("/metadata/generation").asLong();
        boolean first = object.condition("Ready").isEmpty();
        String ready = """
                {"type": "Ready", "status": "%s", "reason": "%s", "message": "%s", "observedGeneration": %d,
                 "lastTransitionTime": "2026-01-01T00:00:00Z"}""".formatted(
                        first ? "False" : "True",
                        first ? "ArtifactFailed" : "Succeeded",
                        first ? "Source artifact not found, retrying in 30s" : "done",
                        generation);
        String status = first ? """
                {"status": {"observedGeneration": %d, "conditions": [%s]}}""".formatted(generation, ready) : """
                {"status": {"observedGeneration": %d, "lastHandledReconcileAt": "%s", "conditions": [%s], %s}}""".formatted(generation, token, ready, revision);
        resource.subresource("status").patch(PatchContext.of(PatchType.JSON_MERGE), status);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
