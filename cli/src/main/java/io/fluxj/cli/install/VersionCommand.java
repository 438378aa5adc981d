package io.fluxj.cli.install;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.cli.Version;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Documents;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.installation.Installation;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code version}: of this program and of what is installed. */
@Command(name = "version", description = "Print the version of this program and of the controllers in the cluster.")
public final class VersionCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--client", description = "Only this program; needs no cluster.")
    private boolean client;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "yaml (default) or json.")
    private String output = "yaml";

    /** For one call. */
    public VersionCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (!List.of("yaml", "json").contains(output)) {
            throw new CommandFailure("--output must be yaml or json, not " + output);
        }
        ObjectNode versions = JsonNodeFactory.instance.objectNode().put("flux", "v" + Version.current());
        if (!client) {
            addInstalled(versions);
        }
        session.terminal().out().print(output.equals("json") ? Documents.json(versions) : plain(versions));
        return 0;
    }

    private void addInstalled(ObjectNode versions) {
        Installation installation = new Installation(Cluster.of(session.client()));
        Optional<Installation.About> about = installation.about();
        about.ifPresent(found -> versions.put("distribution", "flux-" + found.version()));
        List<JsonNode> deployments = installation.deployments(session.namespace());
        if (deployments.isEmpty()) {
            throw new CommandFailure("no deployments found in " + session.namespace() + " namespace");
        }
        for (JsonNode deployment : deployments) {
            Installation.images(deployment).stream()
                    .findFirst()
                    .ifPresent(image -> versions.put(Installation.name(deployment), Installation.tag(image)));
        }
    }

    /** In the order in which they were found out: a person looks for this program first. */
    private static String plain(ObjectNode versions) {
        StringBuilder lines = new StringBuilder();
        versions.properties().forEach(version -> lines.append(version.getKey())
                .append(": ")
                .append(version.getValue().asText())
                .append('\n'));
        return lines.toString();
    }
}
