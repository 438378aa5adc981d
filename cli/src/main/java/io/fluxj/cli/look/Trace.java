package io.fluxj.cli.look;

import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.FluxObject;
import io.fluxj.cli.object.ObjectReference;
import io.fluxj.cli.object.Objects;
import io.fluxj.cli.object.References;

/** The way of an object from its source into the cluster, block by block, in flux's layout. */
record Trace(Session session) {
    private static final int KUSTOMIZATION = 17;
    private static final int RELEASE = 16;
    private static final String SEPARATOR = "---\n";

    /** The way of an object that a Kustomization applied. */
    String ofKustomization(FluxObject traced, ObjectReference owner) {
        FluxObject kustomization = get(owner);
        StringBuilder text = new StringBuilder(head(traced, KUSTOMIZATION));
        text.append(SEPARATOR)
                .append(new Block(KUSTOMIZATION)
                        .line("Kustomization", kustomization.name())
                        .line("Namespace", kustomization.namespace())
                        .lineIfAny("Target", kustomization.text("/spec/targetNamespace"))
                        .line("Path", kustomization.text("/spec/path"))
                        .line("Revision", kustomization.text("/status/lastAppliedRevision"))
                        .status(kustomization, false));
        References.source(FluxKind.KUSTOMIZATION, kustomization)
                .ifPresent(source -> text.append(SEPARATOR).append(source(source, KUSTOMIZATION)));
        return text.toString();
    }

    /** The way of an object that is part of a release. */
    String ofRelease(FluxObject traced, ObjectReference owner) {
        FluxObject release = get(owner);
        StringBuilder text = new StringBuilder(head(traced, RELEASE));
        text.append(SEPARATOR)
                .append(new Block(RELEASE)
                        .line("HelmRelease", release.name())
                        .line("Namespace", release.namespace())
                        .lineIfAny("Target", release.text("/spec/targetNamespace"))
                        .line("Revision", release.text("/status/history/0/chartVersion"))
                        .status(release, false));
        References.chart(FluxKind.HELM_RELEASE, release)
                .ifPresent(chart -> text.append(SEPARATOR).append(chart(get(chart))));
        References.source(FluxKind.HELM_RELEASE, release)
                .ifPresent(source -> text.append(SEPARATOR).append(fromRelease(source)));
        return text.toString();
    }

    private String fromRelease(ObjectReference source) {
        return switch (source.kind()) {
            case "HelmChart" -> chart(get(source)) + chartSource(get(source));
            case "OCIRepository" -> source(source, KUSTOMIZATION);
            case "GitRepository" -> source(source, "GitRepository: ".length());
            default -> source(source, RELEASE);
        };
    }

    private String chartSource(FluxObject chart) {
        return References.source(FluxKind.HELM_CHART, chart)
                .map(source -> SEPARATOR + source(source, RELEASE))
                .orElse("");
    }

    private static String head(FluxObject traced, int width) {
        return "\n"
                + new Block(width)
                        .line("Object", traced.kind() + "/" + traced.name())
                        .lineIfAny("Namespace", traced.namespace())
                        .line("Status", "Managed by Flux");
    }

    private static String chart(FluxObject chart) {
        return new Block(RELEASE)
                .line("HelmChart", chart.name())
                .line("Namespace", chart.namespace())
                .line("Chart", chart.text("/spec/chart"))
                .line("Version", chart.text("/spec/version"))
                .lineIfAny("Revision", chart.text("/status/artifact/revision"))
                .status(chart, false)
                .toString();
    }

    private String source(ObjectReference reference, int width) {
        FluxObject source = get(reference);
        Block block = new Block(width)
                .line(source.kind(), source.name())
                .line("Namespace", source.namespace())
                .lineIfAny("URL", source.text("/spec/url"))
                .lineIfAny("Bucket", source.text("/spec/bucketName"))
                .lineIfAny("Endpoint", source.text("/spec/endpoint"));
        wanted(block, source);
        return block.lineIfAny("Revision", source.text("/status/artifact/revision"))
                .lineIfAny("Origin Revision", origin(source, "org.opencontainers.image.revision"))
                .lineIfAny("Origin Source", origin(source, "org.opencontainers.image.source"))
                .status(source, true)
                .toString();
    }

    /** Of several references only the one that counts is told. */
    private static void wanted(Block block, FluxObject source) {
        String tag = source.text("/spec/ref/tag");
        String range = source.text("/spec/ref/semver");
        if (!tag.isEmpty() || !range.isEmpty()) {
            block.line("Tag", tag.isEmpty() ? range : tag);
        } else {
            block.lineIfAny("Branch", source.text("/spec/ref/branch"))
                    .lineIfAny("Digest", source.text("/spec/ref/digest"));
        }
    }

    private static String origin(FluxObject source, String annotation) {
        return source.at("/status/artifact/metadata").path(annotation).asText("");
    }

    private FluxObject get(ObjectReference reference) {
        FluxKind kind = reference
                .fluxKind()
                .orElseThrow(() -> new CommandFailure("%s is of no kind of Flux's".formatted(reference)));
        return new Objects(session).get(kind, reference.namespace(), reference.name());
    }
}
