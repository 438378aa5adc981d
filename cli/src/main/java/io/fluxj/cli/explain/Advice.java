package io.fluxj.cli.explain;

import io.fluxj.cli.explain.Chain.Link;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.FluxObject;
import io.fluxj.cli.object.ObjectReference;
import java.util.ArrayList;
import java.util.List;

/**
 * A command to try next, and what it is for.
 *
 * @param command as it is typed
 * @param why in a few words
 */
record Advice(String command, String why) {

    /** What to try about the last object of a chain, the most likely first. */
    static List<Advice> about(Link link) {
        return switch (link) {
            case Link.Missing missing -> missing(missing.reference());
            case Link.Present present -> present(present);
        };
    }

    private static List<Advice> missing(ObjectReference reference) {
        String typed = reference.fluxKind().map(kind -> kind.command().typed()).orElse(reference.kind());
        return List.of(
                new Advice("fluxj get %s -A".formatted(typed), "is it in another namespace, or called otherwise?"),
                new Advice(
                        "fluxj create %s %s -n %s --help".formatted(typed, reference.name(), reference.namespace()),
                        "make it"));
    }

    private static List<Advice> present(Link.Present link) {
        FluxKind kind = link.kind();
        String object = "%s %s -n %s"
                .formatted(
                        kind.command().typed(),
                        link.object().name(),
                        link.object().namespace());
        return switch (link.verdict()) {
            case Verdict.Ready ready -> List.of();
            case Verdict.Suspended suspended -> List.of(new Advice("fluxj resume " + object, "go on with it"));
            case Verdict.Deleting deleting -> List.of(events(link), logs(link));
            case Verdict.Unseen unseen -> List.of(new Advice("fluxj check", "do the controllers run?"), logs(link));
            case Verdict.UnderWay underWay ->
                List.of(new Advice("fluxj get %s --watch".formatted(object), "see it through"), events(link));
            case Verdict.Failing failing -> failing(link, failing, object);
        };
    }

    private static List<Advice> failing(Link.Present link, Verdict.Failing failing, String object) {
        List<Advice> advice = new ArrayList<>(ofReason(link, failing.ready().reason()));
        if (link.kind().reconciled()) {
            advice.add(new Advice("fluxj reconcile " + object, "try again at once, when it is mended"));
        }
        advice.add(events(link));
        return advice;
    }

    private static List<Advice> ofReason(Link.Present link, String reason) {
        FluxObject object = link.object();
        String namespace = object.namespace();
        return switch (reason) {
            case "AuthenticationFailed", "GitOperationFailed", "OCIArtifactPullFailed", "BucketOperationFailed" ->
                secret(object, "/spec/secretRef/name");
            case "VerificationError", "InvalidCommitSignature", "InvalidTagSignature" ->
                secret(object, "/spec/verify/secretRef/name");
            case "BuildFailed" ->
                List.of(new Advice(
                        "fluxj build kustomization %s -n %s --path .%s"
                                .formatted(
                                        object.name(),
                                        namespace,
                                        object.text("/spec/path").replaceFirst("^\\.?", "")),
                        "the same build on your machine, in the repository"));
            case "HealthCheckFailed" ->
                List.of(new Advice(
                        "fluxj describe %s %s -n %s"
                                .formatted(link.kind().command().typed(), object.name(), namespace),
                        "which objects are not healthy"));
            case "ReconciliationFailed", "PruneFailed" ->
                List.of(new Advice(
                        "fluxj diff kustomization %s -n %s --path .".formatted(object.name(), namespace),
                        "what the cluster would be asked for"));
            case "InstallFailed", "UpgradeFailed", "TestFailed", "RollbackFailed", "RetriesExceeded" ->
                List.of(
                        new Advice(
                                "helm history %s -n %s".formatted(releaseName(object), releaseNamespace(object)),
                                "what was tried"),
                        new Advice(
                                "fluxj reconcile helmrelease %s -n %s --reset --force"
                                        .formatted(object.name(), namespace),
                                "try again after too many failures"));
            case "ValuesError" ->
                List.of(new Advice(
                        "fluxj debug helmrelease %s -n %s --show-values".formatted(object.name(), namespace),
                        "where the values come from"));
            default -> List.of();
        };
    }

    private static List<Advice> secret(FluxObject object, String pointer) {
        String name = object.text(pointer);
        return name.isEmpty()
                ? List.of(new Advice(
                        "fluxj export %s %s -n %s"
                                .formatted(
                                        FluxKind.ofKind(object.kind())
                                                .map(kind -> kind.command().typed())
                                                .orElse(object.kind()),
                                        object.name(),
                                        object.namespace()),
                        "it names no Secret: does the server let everybody in?"))
                : List.of(new Advice(
                        "kubectl get secret %s -n %s".formatted(name, object.namespace()),
                        "is it there, with the keys that are needed?"));
    }

    private static String releaseName(FluxObject release) {
        String recorded = release.text("/status/history/0/name");
        return recorded.isEmpty() ? release.name() : recorded;
    }

    private static String releaseNamespace(FluxObject release) {
        String stored = release.text("/status/storageNamespace");
        return stored.isEmpty() ? release.namespace() : stored;
    }

    private static Advice events(Link.Present link) {
        return new Advice(
                "fluxj events --for %s/%s -n %s"
                        .formatted(
                                link.kind().kind(),
                                link.object().name(),
                                link.object().namespace()),
                "what happened so far");
    }

    private static Advice logs(Link.Present link) {
        return new Advice(
                "fluxj logs --kind %s --name %s -n %s"
                        .formatted(
                                link.kind().kind(),
                                link.object().name(),
                                link.object().namespace()),
                "what its controller says");
    }
}
