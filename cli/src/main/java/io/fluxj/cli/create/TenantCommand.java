package io.fluxj.cli.create;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.cli.apply.Applier;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Documents;
import io.fluxj.cli.frame.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code create tenant}: namespaces in which a team's Kustomizations and HelmReleases act with the team's own rights. */
@Command(
        name = "tenant",
        description =
                "Create or change the namespaces of a team, with an account and rights for what Flux applies there.")
final class TenantCommand implements Callable<Integer> {
    private static final String TENANT = "toolkit.fluxcd.io/tenant";
    private static final String RBAC = "rbac.authorization.k8s.io";

    private final Session session;

    @Mixin
    private final CreateFlags flags = new CreateFlags();

    @Option(
            names = "--with-namespace",
            split = ",",
            paramLabel = "NAME",
            description = "A namespace of the tenant; may be repeated.")
    private List<String> namespaces = List.of();

    @Option(
            names = "--cluster-role",
            paramLabel = "NAME",
            description = "What the tenant may do in it. Default: cluster-admin.")
    private String clusterRole = "cluster-admin";

    @Option(
            names = "--with-service-account",
            paramLabel = "NAME",
            description = "The account's name. Default: that of the tenant.")
    private String account = "";

    @Option(names = "--skip-namespace", description = "The namespaces are there.")
    private boolean skipNamespace;

    TenantCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        String tenant = flags.name();
        Required.flag("cluster-role", clusterRole);
        if (namespaces.isEmpty()) {
            throw new CommandFailure("with-namespace is required");
        }
        List<ObjectNode> objects = new ArrayList<>();
        for (String namespace : namespaces) {
            if (!skipNamespace) {
                objects.add(object("v1", "Namespace", namespace, ""));
            }
            objects.add(object("v1", "ServiceAccount", account(tenant), namespace));
            objects.add(binding(tenant, namespace));
        }
        if (flags.export()) {
            objects.forEach(object -> session.terminal().out().print("---\n" + Documents.yaml(object)));
            return 0;
        }
        apply(objects);
        return 0;
    }

    private void apply(List<ObjectNode> objects) throws InterruptedException {
        session.terminal().generating("generating tenant %s".formatted(flags.name()));
        String changed = Applier.of(session).apply(objects).changedLines();
        changed.lines().forEach(line -> session.terminal().success(line));
        session.terminal().success("tenant setup completed");
    }

    private String account(String tenant) {
        return account.isEmpty() ? tenant : account;
    }

    private ObjectNode binding(String tenant, String namespace) {
        ObjectNode binding = object(RBAC + "/v1", "RoleBinding", tenant + "-reconciler", namespace);
        binding.putObject("roleRef")
                .put("apiGroup", RBAC)
                .put("kind", "ClusterRole")
                .put("name", clusterRole);
        ArrayNode subjects = binding.putArray("subjects");
        subjects.addObject().put("apiGroup", RBAC).put("kind", "User").put("name", "gotk:" + namespace + ":reconciler");
        subjects.addObject()
                .put("kind", "ServiceAccount")
                .put("name", account(tenant))
                .put("namespace", namespace);
        return binding;
    }

    private ObjectNode object(String version, String kind, String name, String namespace) {
        ObjectNode object =
                JsonNodeFactory.instance.objectNode().put("apiVersion", version).put("kind", kind);
        ObjectNode metadata = object.putObject("metadata").put("name", name);
        if (!namespace.isEmpty()) {
            metadata.put("namespace", namespace);
        }
        ObjectNode labels = metadata.putObject("labels");
        flags.labels().forEach(labels::put);
        labels.put(TENANT, flags.name());
        return object;
    }
}
