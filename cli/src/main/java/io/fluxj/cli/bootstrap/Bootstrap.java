package io.fluxj.cli.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.ObjectRef;
import io.fluxj.cli.apply.Applier;
import io.fluxj.cli.bootstrap.BranchWriter.Written;
import io.fluxj.cli.bootstrap.host.HostException;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.frame.Terminal;
import io.fluxj.cli.installation.Bundle;
import io.fluxj.cli.installation.Installation;
import io.fluxj.cli.installation.PullSecret;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.git.GitException;
import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.BuildOptions;
import io.fluxj.kustomize.DirectoryTree;
import io.fluxj.kustomize.Kustomize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The part of bootstrap that is the same for all hosts, once there is a repository.
 *
 * @param session of the command
 * @param applier to the cluster
 * @param bundle what is installed
 * @param sync how the cluster follows the repository
 * @param path which folder of it
 * @param branch writes to it
 */
record Bootstrap(
        Session session, Applier applier, Bundle bundle, SyncSettings sync, TargetPath path, BranchWriter branch) {
    private static final String COMPONENTS = "gotk-components.yaml";
    private static final String SYNC = "gotk-sync.yaml";
    private static final String KUSTOMIZATION = "kustomization.yaml";

    /**
     * Goes through all steps.
     *
     * @param secret makes the Secret
     * @param login what is in it
     */
    void run(PullSecret pullSecret, SourceSecret secret, SourceLogin login)
            throws GitException, HostException, IOException, InterruptedException {
        requireSamePath();
        tellWhatChanges();
        cloneRepository();
        commitComponents();
        installComponents();
        pullSecret.manifest(sync.namespace()).ifPresent(applier::apply);
        secret.ensure(login);
        String revision = commitSync();
        applySync();
        SyncWait wait = new SyncWait(session, sync.namespace(), revision);
        wait.forSource();
        wait.forKustomization();
        say().action("confirming components are healthy");
        applier.awaitDeployments(Applier.deployments(bundle.objects()));
        say().success("all components are healthy");
    }

    private Terminal say() {
        return session.terminal();
    }

    private Optional<ObjectNode> liveKustomization() {
        ObjectRef ref = ObjectRef.of(
                FluxKind.KUSTOMIZATION.apiVersion(), FluxKind.KUSTOMIZATION.kind(), sync.namespace(), sync.namespace());
        return new Installation(applier.cluster()).about().isEmpty()
                ? Optional.empty()
                : applier.cluster().get(ref);
    }

    /** Another folder would take away all that the first one brought. */
    private void requireSamePath() {
        Optional<String> other = liveKustomization()
                .map(live -> live.path("spec").path("path").asText(""))
                .filter(live -> !TargetPath.of(live).folder().equals(path.folder()));
        if (other.isPresent()) {
            throw new CommandFailure("the cluster is already bootstrapped to the path '" + other.get()
                    + "'; name it by --path, or take that installation away first");
        }
    }

    /** Whatever made the installation that is there: its images say what it will be. */
    private void tellWhatChanges() {
        Map<String, String> coming = bundle.objects().stream()
                .filter(object -> object.path("kind").asText().equals("Deployment"))
                .collect(Collectors.toMap(Installation::name, Bootstrap::image));
        for (JsonNode live : new Installation(applier.cluster()).deployments(sync.namespace())) {
            String next = coming.getOrDefault(Installation.name(live), "");
            if (!next.isEmpty() && !next.equals(image(live))) {
                say().warning("%s: %s becomes %s".formatted(Installation.name(live), image(live), next));
            }
        }
    }

    private static String image(JsonNode deployment) {
        return Installation.images(deployment).stream().findFirst().orElse("");
    }

    private void cloneRepository() throws GitException, InterruptedException {
        say().action("cloning branch \"%s\" from Git repository \"%s\""
                .formatted(sync.branch(), branch.access().url()));
        branch.await();
        say().success("cloned repository");
    }

    private void commitComponents() throws GitException {
        say().action("generating component manifests");
        byte[] manifests = bundle.yaml().getBytes(UTF_8);
        say().success("generated component manifests");
        String version = bundle.settings().images().tag();
        Written written =
                branch.write("Add Flux " + version + " component manifests", _ -> Map.of(file(COMPONENTS), manifests));
        tell("component", written);
    }

    private void tell(String what, Written written) {
        if (written.changed()) {
            say().success("committed %s manifests to \"%s\" (\"%s\")".formatted(what, sync.branch(), written.hash()));
            say().success("pushed %s manifests to \"%s\""
                    .formatted(what, branch.access().url()));
        } else {
            say().success("%s manifests are up to date".formatted(what));
        }
    }

    /** An installation that follows Git gets what was just pushed from there. */
    private void installComponents() throws GitException, IOException, InterruptedException {
        boolean follows = liveKustomization()
                .filter(live -> !live.path("status")
                        .path("lastAppliedRevision")
                        .asText("")
                        .isEmpty())
                .isPresent();
        if (!follows) {
            say().action("installing components in \"%s\" namespace".formatted(sync.namespace()));
            var _ = applier.apply(installed());
            say().success("installed components");
        }
        say().success("reconciled components");
    }

    /** As the repository's own kustomization makes them, with the users' patches, where it has one. */
    private List<ObjectNode> installed() throws GitException, IOException {
        Path checkout = branch.checkout();
        if (!Files.exists(checkout.resolve(file(KUSTOMIZATION)))) {
            return bundle.objects();
        }
        String folder = file(KUSTOMIZATION).replaceFirst("/[^/]*$", "");
        try {
            return Bundle.objects(Kustomize.build(DirectoryTree.of(checkout), folder, BuildOptions.flux()));
        } catch (BuildException broken) {
            throw new CommandFailure(
                    "'" + file(KUSTOMIZATION) + "' of the repository does not build: " + broken.getMessage(), broken);
        }
    }

    private String commitSync() throws GitException {
        say().action("generating sync manifests");
        byte[] manifests = new SyncManifests(sync, path).yaml().getBytes(UTF_8);
        say().success("generated sync manifests");
        Written written = branch.write("Add Flux sync manifests", before -> {
            Map<String, byte[]> files = new HashMap<>(Map.of(file(SYNC), manifests));
            if (before.file(file(KUSTOMIZATION)).isEmpty()) {
                files.put(file(KUSTOMIZATION), SyncManifests.kustomizationFile().getBytes(UTF_8));
            }
            return files;
        });
        tell("sync", written);
        return sync.branch() + "@sha1:" + written.hash();
    }

    private void applySync() {
        say().action("applying sync manifests");
        new SyncManifests(sync, path).objects().forEach(applier::apply);
        say().success("reconciled sync configuration");
    }

    private String file(String name) {
        return path.file(sync.namespace(), name);
    }
}
