package io.fluxj.cli.install;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.cli.apply.Applier;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.frame.Terminal;
import io.fluxj.cli.installation.Installation;
import io.fluxj.semver.Constraint;
import io.fluxj.semver.InvalidConstraintException;
import io.fluxj.semver.Version;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code check}: whether the cluster is fit for Flux, and whether what is installed works. */
@Command(
        name = "check",
        description =
                "Check that the cluster is fit for Flux, and that the installation is healthy; ends with 1 otherwise.")
public final class CheckCommand implements Callable<Integer> {
    private static final String WANTED = ">=1.33.0-0";

    private final Session session;

    @Mixin
    private final CheckedComponents components = new CheckedComponents();

    @Option(names = "--pre", description = "Only what must hold before anything is installed.")
    private boolean beforehand;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description =
                    "Only what that profile of the controllers would change for the objects that are there: locked-down.")
    private String profile = "";

    @Option(
            names = "--poll-interval",
            paramLabel = "DURATION",
            description = "Accepted as flux does; changes are watched, not polled for.")
    void setPollInterval(Duration ignored) {}

    /** For one call. */
    public CheckCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!profile.isEmpty()) {
            return new ProfileCheck(session).of(profile);
        }
        Terminal terminal = session.terminal();
        Applier applier = Applier.of(session);
        terminal.action("checking prerequisites");
        boolean fit = isFit(applier.cluster());
        if (beforehand) {
            return ended(fit, "prerequisites checks passed");
        }
        terminal.action("checking version in cluster");
        boolean known = isKnown(applier.cluster());
        terminal.action("checking controllers");
        boolean ready = known && areReady(applier);
        terminal.action("checking crds");
        boolean defined = areDefined(applier.cluster());
        return ended(fit && known && ready && defined, "all checks passed");
    }

    private int ended(boolean passed, String message) {
        if (!passed) {
            throw new CommandFailure("check failed");
        }
        session.terminal().success(message);
        return 0;
    }

    private boolean isFit(Cluster cluster) {
        String found = cluster.served().gitVersion();
        Optional<Version> version = Version.parse(found.replaceFirst("^v", ""));
        if (version.filter(CheckCommand::isWanted).isPresent()) {
            session.terminal().success("Kubernetes %s %s".formatted(version.get(), WANTED));
            return true;
        }
        session.terminal().failure("Kubernetes version %s does not match %s".formatted(found, WANTED));
        return false;
    }

    private static boolean isWanted(Version version) {
        try {
            return Constraint.parse(WANTED).allows(version);
        } catch (InvalidConstraintException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private boolean isKnown(Cluster cluster) {
        Optional<Installation.About> about = new Installation(cluster).about();
        if (about.isEmpty()) {
            session.terminal().failure("Flux is not installed: there is no kind GitRepository in this cluster");
            return false;
        }
        session.terminal().success("distribution: flux-%s".formatted(about.get().version()));
        session.terminal().success("bootstrapped: %s".formatted(about.get().isBootstrapped()));
        return true;
    }

    private boolean areReady(Applier applier) throws InterruptedException {
        String namespace = session.namespace();
        List<JsonNode> found = new Installation(applier.cluster()).deployments(namespace);
        boolean ready = true;
        for (String name : components.names(found)) {
            Optional<JsonNode> deployment = found.stream()
                    .filter(each -> Installation.name(each).equals(name))
                    .findFirst();
            if (deployment.isEmpty()) {
                session.terminal()
                        .failure("%s: there is no such deployment in namespace %s".formatted(name, namespace));
                ready = false;
                continue;
            }
            ready &= isReady(applier, new ObjectRef("apps", "v1", "Deployment", namespace, name));
            Installation.images(deployment.get())
                    .forEach(image -> session.terminal().action(image));
        }
        return ready;
    }

    private static boolean isReady(Applier applier, ObjectRef deployment) throws InterruptedException {
        try {
            applier.awaitDeployments(List.of(deployment));
            return true;
        } catch (CommandFailure told) {
            return false;
        }
    }

    private boolean areDefined(Cluster cluster) {
        List<JsonNode> definitions = new Installation(cluster).definitions();
        boolean all = !definitions.isEmpty();
        for (JsonNode definition : definitions) {
            JsonNode stored = definition.path("status").path("storedVersions");
            String name = Installation.name(definition) + "/" + Installation.storedVersion(definition);
            if (stored.size() > 1) {
                session.terminal()
                        .failure("%s: objects are stored in the versions %s; run 'fluxj migrate'"
                                .formatted(name, stored));
                all = false;
            } else {
                session.terminal().success(name);
            }
        }
        if (definitions.isEmpty()) {
            session.terminal().failure("no crds found with the label %s".formatted(Installation.PART_OF));
        }
        return all;
    }
}
