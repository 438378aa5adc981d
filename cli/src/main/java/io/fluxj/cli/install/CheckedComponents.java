package io.fluxj.cli.install;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.cli.installation.InstallFlags;
import io.fluxj.cli.installation.Installation;
import io.fluxj.deploy.Controller;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** Which controllers are checked: those that must be there, and those that are there beside them. */
final class CheckedComponents {
    @Option(
            names = "--components",
            split = ",",
            paramLabel = "NAMES",
            description =
                    "The controllers that must be there. Default: source-controller,kustomize-controller,helm-controller,notification-controller.")
    private List<String> components =
            Controller.usual().stream().map(Controller::objectName).toList();

    @Option(names = "--components-extra", split = ",", paramLabel = "NAMES", description = "More of them.")
    private List<String> extra = List.of();

    SortedSet<String> names(List<JsonNode> deployments) {
        SortedSet<String> names = new TreeSet<>();
        components.forEach(name -> names.add(InstallFlags.controller(name).objectName()));
        extra.forEach(name -> names.add(InstallFlags.controller(name).objectName()));
        deployments.forEach(deployment -> names.add(Installation.name(deployment)));
        return names;
    }
}
