package io.fluxj.cli.install;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.cluster.ApiException;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.cli.apply.Applier;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.installation.Installation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code uninstall}: everything of Flux goes, and what Flux deployed stays. The controllers go first, then the finalizers, so that nobody is left who
 * would take the workloads away with the objects that deployed them.
 */
@Command(
        name = "uninstall",
        description =
                "Take the controllers and Flux's kinds with all their objects out of the cluster; what they deployed stays.")
public final class UninstallCommand implements Callable<Integer> {
    private static final List<ObjectRef> IN_NAMESPACE = List.of(
            new ObjectRef("apps", "v1", "Deployment", "", ""),
            new ObjectRef("", "v1", "Service", "", ""),
            new ObjectRef("policy", "v1", "PodDisruptionBudget", "", ""),
            new ObjectRef("networking.k8s.io", "v1", "NetworkPolicy", "", ""),
            new ObjectRef("", "v1", "ServiceAccount", "", ""));
    private static final List<ObjectRef> IN_CLUSTER = List.of(
            new ObjectRef("rbac.authorization.k8s.io", "v1", "ClusterRole", "", ""),
            new ObjectRef("rbac.authorization.k8s.io", "v1", "ClusterRoleBinding", "", ""));

    private final Session session;

    @Option(names = "--keep-namespace", description = "Leave the namespace.")
    private boolean keepNamespace;

    @Option(names = "--dry-run", description = "Only say what would go.")
    private boolean dryRun;

    @Option(
            names = {"-s", "--silent"},
            description = "Do not ask.")
    private boolean silent;

    /** For one call. */
    public UninstallCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String namespace = session.namespace();
        if (!dryRun
                && !silent
                && !session.terminal()
                        .confirm("Are you sure you want to delete Flux and its custom resource definitions?")) {
            throw new CommandFailure("stopped; nothing was deleted");
        }
        Cluster cluster = Cluster.of(session.client());
        session.terminal().action("deleting components in %s namespace".formatted(namespace));
        Stream.concat(
                        IN_NAMESPACE.stream()
                                .map(kind -> new ObjectRef(kind.group(), kind.version(), kind.kind(), namespace, "")),
                        IN_CLUSTER.stream())
                .forEach(kind -> labelled(cluster, kind, namespace).forEach(object -> delete(cluster, object)));
        List<JsonNode> definitions = new Installation(cluster).definitions();
        session.terminal().action("deleting toolkit.fluxcd.io finalizers in all namespaces");
        definitions.forEach(definition -> free(cluster, definition));
        session.terminal().action("deleting toolkit.fluxcd.io custom resource definitions");
        definitions.forEach(definition -> delete(cluster, ref(definition, "CustomResourceDefinition")));
        if (!keepNamespace) {
            deleteNamespace(cluster, namespace);
        }
        session.terminal().success("uninstall finished");
        return 0;
    }

    /** Those of this installation: there may be another one in another namespace, with roles of its own. */
    private static List<ObjectRef> labelled(Cluster cluster, ObjectRef kind, String installation) {
        List<ObjectRef> found = new ArrayList<>();
        for (JsonNode object : cluster.list(kind, Installation.PART_OF).path("items")) {
            String instance =
                    object.at("/metadata/labels/app.kubernetes.io~1instance").asText(installation);
            if (instance.equals(installation)) {
                found.add(named(kind, object));
            }
        }
        return found;
    }

    private static ObjectRef named(ObjectRef kind, JsonNode object) {
        String namespace = object.path("metadata").path("namespace").asText("");
        return new ObjectRef(kind.group(), kind.version(), kind.kind(), namespace, Installation.name(object));
    }

    private void free(Cluster cluster, JsonNode definition) {
        ObjectRef kind = Installation.kind(definition);
        for (JsonNode object : new Installation(cluster).objects(definition)) {
            ObjectRef ref = named(kind, object);
            if (!dryRun) {
                ObjectNode none = JsonNodeFactory.instance.objectNode();
                none.putObject("metadata").putNull("finalizers");
                unlessGone(() -> cluster.merge(ref, none, Applier.MANAGER));
            }
            session.terminal().success("%s finalizers deleted%s".formatted(ref.subject(), suffix()));
        }
    }

    private void deleteNamespace(Cluster cluster, String namespace) {
        ObjectRef ref = new ObjectRef("", "v1", "Namespace", "", namespace);
        boolean ours = cluster.get(ref)
                .filter(found -> found.at("/metadata/labels/app.kubernetes.io~1part-of")
                        .asText("")
                        .equals("flux"))
                .isPresent();
        if (ours) {
            delete(cluster, ref);
        }
    }

    private static ObjectRef ref(JsonNode definition, String kind) {
        return new ObjectRef("apiextensions.k8s.io", "v1", kind, "", Installation.name(definition));
    }

    private void delete(Cluster cluster, ObjectRef ref) {
        if (!dryRun) {
            cluster.delete(ref, "");
        }
        session.terminal().success("%s deleted%s".formatted(ref.subject(), suffix()));
    }

    private static void unlessGone(Runnable write) {
        try {
            write.run();
        } catch (ApiException refused) {
            if (!refused.notFound()) {
                throw refused;
            }
        }
    }

    private String suffix() {
        return dryRun ? " (dry run)" : "";
    }
}
