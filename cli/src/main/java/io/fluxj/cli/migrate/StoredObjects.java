package io.fluxj.cli.migrate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.cluster.ApiException;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.cli.apply.Applier;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.installation.Installation;
import java.util.ArrayList;
import java.util.List;

/**
 * Has the API server write every object anew, in the version that is stored now, and then forget the versions before: only then may a definition drop
 * them.
 */
record StoredObjects(Session session, boolean dryRun) {
    private static final int TRIES = 5;

    void migrate() {
        session.terminal().action("starting migration of custom resources");
        Cluster cluster = Cluster.of(session.client());
        for (JsonNode definition : new Installation(cluster).definitions()) {
            List<String> stored = new ArrayList<>();
            definition.path("status").path("storedVersions").forEach(version -> stored.add(version.asText()));
            String wanted = Installation.storedVersion(definition);
            if (!stored.equals(List.of(wanted))) {
                migrate(cluster, definition, wanted);
            }
        }
        session.terminal().success("custom resources migrated successfully" + (dryRun ? " (dry run)" : ""));
    }

    private void migrate(Cluster cluster, JsonNode definition, String version) {
        ObjectRef kind = Installation.kind(definition);
        for (JsonNode object : new Installation(cluster).objects(definition)) {
            ObjectRef ref = new ObjectRef(
                    kind.group(),
                    kind.version(),
                    kind.kind(),
                    object.path("metadata").path("namespace").asText(""),
                    Installation.name(object));
            if (!dryRun) {
                rewrite(cluster, ref);
            }
            session.terminal().success("%s migrated to version %s".formatted(ref.subject(), version));
        }
        if (!dryRun) {
            forgetOlder(Installation.name(definition), version);
        }
        session.terminal()
                .success("%s migrated to storage version %s".formatted(Installation.name(definition), version));
    }

    /** As it is: what others write meanwhile is written in the new version, too. */
    private static void rewrite(Cluster cluster, ObjectRef ref) {
        for (int tries = 1; ; tries++) {
            try {
                ObjectNode live = cluster.get(ref).orElse(null);
                if (live != null) {
                    var _ = cluster.replace(ref, live, Applier.MANAGER);
                }
                return;
            } catch (ApiException changed) {
                if (!changed.conflict() || tries == TRIES) {
                    throw changed;
                }
            }
        }
    }

    private void forgetOlder(String definition, String version) {
        var _ = session.client()
                .apiextensions()
                .v1()
                .customResourceDefinitions()
                .withName(definition)
                .editStatus(found -> {
                    found.getStatus().setStoredVersions(new ArrayList<>(List.of(version)));
                    return found;
                });
    }
}
