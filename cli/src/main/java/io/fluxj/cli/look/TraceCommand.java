package io.fluxj.cli.look;

import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.object.FluxObject;
import io.fluxj.cli.object.Namespaces;
import io.fluxj.cli.object.Objects;
import io.fluxj.cli.object.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trace deployment web}, {@code trace pod/a cm/b}: by which way objects came into the cluster. */
@Command(
        name = "trace",
        description =
                "Shows the way of objects into the cluster: from their source, through a Kustomization or HelmRelease.")
final class TraceCommand implements Callable<Integer> {
    private static final String USAGE = "either `<resource>/<name>` or `<resource> <name>` is required as an argument";

    private final Session session;

    @Parameters(
            arity = "0..*",
            paramLabel = "RESOURCE NAME",
            description = "The objects: deployment web, or pod/a cm/b.")
    private List<String> words = List.of();

    @Option(names = "--kind", paramLabel = "KIND", description = "The kind, together with --api-version.")
    private @Nullable String kind;

    @Option(names = "--api-version", paramLabel = "VERSION", description = "The version, such as apps/v1.")
    private @Nullable String apiVersion;

    TraceCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<FluxObject> objects = kind != null || apiVersion != null ? List.of(exact()) : named();
        int failed = 0;
        for (int index = 0; index < objects.size(); index++) {
            failed += trace(objects.get(index)) ? 0 : 1;
            if (index < objects.size() - 1) {
                session.terminal().out().println("---");
            }
        }
        return failed == 0 ? 0 : CommandFailure.FAILED;
    }

    private boolean trace(FluxObject object) {
        Owners owners = new Owners(session);
        Trace trace = new Trace(session);
        var report = owners.kustomization(object)
                .map(owner -> trace.ofKustomization(object, owner))
                .or(() -> owners.release(object).map(owner -> trace.ofRelease(object, owner)));
        report.ifPresentOrElse(session.terminal().out()::print, () -> session.terminal()
                .failure("failed to trace %s/%s in namespace %s: object not managed by Flux"
                        .formatted(object.kind(), object.name(), object.namespace())));
        return report.isPresent();
    }

    private FluxObject exact() {
        if (words.isEmpty()) {
            throw new CommandFailure("object name is required");
        }
        if (kind == null) {
            throw new CommandFailure("object kind is required (--kind)");
        }
        if (apiVersion == null) {
            throw new CommandFailure("object apiVersion is required (--api-version)");
        }
        String wanted = kind;
        String version = apiVersion;
        return new Resources(session)
                .in(version, wanted)
                .map(definition -> get(definition, words.getFirst()))
                .orElseThrow(
                        () -> new CommandFailure("failed to find object: no kind %s in %s".formatted(wanted, version)));
    }

    private List<FluxObject> named() {
        if (words.isEmpty() || (words.size() == 1 && !words.getFirst().contains("/"))) {
            throw new CommandFailure(USAGE);
        }
        Resources resources = new Resources(session);
        if (!words.getFirst().contains("/")) {
            ResourceDefinitionContext definition = resources.named(words.getFirst());
            return words.stream().skip(1).map(name -> get(definition, name)).toList();
        }
        List<FluxObject> found = new ArrayList<>();
        for (String word : words) {
            String[] parts = word.split("/", 2);
            if (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
                throw new CommandFailure(USAGE);
            }
            found.add(get(resources.named(parts[0]), parts[1]));
        }
        return found;
    }

    private FluxObject get(ResourceDefinitionContext definition, String name) {
        return new Objects(session)
                .find(definition, new Namespaces.One(session.namespace()), name)
                .orElseThrow(() -> new CommandFailure("%s \"%s\" not found in namespace \"%s\""
                        .formatted(definition.getPlural(), name, session.namespace())));
    }
}
