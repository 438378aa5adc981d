package io.fluxj.cli.kind;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Flux's kinds, in the order in which {@code get all} shows them. */
public enum FluxKind {
    OCI_REPOSITORY("OCIRepository", Api.SOURCE, CommandName.in("source", "oci", "ocirepo")),
    BUCKET("Bucket", Api.SOURCE, CommandName.in("source", "bucket")),
    GIT_REPOSITORY("GitRepository", Api.SOURCE, CommandName.in("source", "git", "gitrepo")),
    HELM_REPOSITORY("HelmRepository", Api.SOURCE, CommandName.in("source", "helm", "helmrepo")),
    HELM_CHART("HelmChart", Api.SOURCE, CommandName.in("source", "chart", "hc")),
    EXTERNAL_ARTIFACT("ExternalArtifact", Api.SOURCE, CommandName.in("source", "external", "ea")),
    IMAGE_REPOSITORY("ImageRepository", Api.IMAGE, CommandName.in("image", "repository", "imgrepo", "imagerepo")),
    IMAGE_POLICY("ImagePolicy", Api.IMAGE, CommandName.in("image", "policy", "imgpol", "imagepol")),
    IMAGE_UPDATE("ImageUpdateAutomation", Api.IMAGE, CommandName.in("image", "update", "iua", "imgupd", "imgauto")),
    HELM_RELEASE("HelmRelease", Api.HELM, CommandName.of("helmrelease", "hr")),
    KUSTOMIZATION("Kustomization", Api.KUSTOMIZE, CommandName.of("kustomization", "ks")),
    RECEIVER("Receiver", Api.RECEIVING, CommandName.of("receiver")),
    PROVIDER("Provider", Api.ALERTING, CommandName.of("alert-provider")),
    ALERT("Alert", Api.ALERTING, CommandName.of("alert")),
    ARTIFACT_GENERATOR("ArtifactGenerator", Api.EXTENSIONS, CommandName.in("artifact", "generator", "ag"));

    private final String kind;
    private final Api api;

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts and an immutable list of them
    private final CommandName command;

    FluxKind(String kind, Api api, CommandName command) {
        this.kind = kind;
        this.api = api;
        this.command = command;
    }

    /** The kind as objects name it: {@code GitRepository}. */
    public String kind() {
        return kind;
    }

    /** Its group and version. */
    public Api api() {
        return api;
    }

    /** What the command line calls it. */
    public CommandName command() {
        return command;
    }

    /** {@code source.toolkit.fluxcd.io/v1}. */
    public String apiVersion() {
        return api.group() + "/" + api.version();
    }

    /** The kind in small letters, which is its singular name: {@code gitrepository}. */
    public String singular() {
        return kind.toLowerCase(Locale.ROOT);
    }

    /** Its name in addresses of the API: {@code gitrepositories}. */
    public String plural() {
        String singular = singular();
        return singular.endsWith("y") ? singular.substring(0, singular.length() - 1) + "ies" : singular + "s";
    }

    /** Whether it has {@code spec.suspend} by which nothing is done for it; an ArtifactGenerator has an annotation instead. */
    public boolean suspendable() {
        return switch (this) {
            case PROVIDER, EXTERNAL_ARTIFACT, ARTIFACT_GENERATOR -> false;
            case OCI_REPOSITORY, BUCKET, GIT_REPOSITORY, HELM_REPOSITORY, HELM_CHART, HELM_RELEASE, KUSTOMIZATION ->
                true;
            case RECEIVER, ALERT, IMAGE_REPOSITORY, IMAGE_POLICY, IMAGE_UPDATE -> true;
        };
    }

    /** Whether somebody works on it when asked to by annotation. */
    public boolean reconciled() {
        return switch (this) {
            case PROVIDER, ALERT, EXTERNAL_ARTIFACT -> false;
            case OCI_REPOSITORY, BUCKET, GIT_REPOSITORY, HELM_REPOSITORY, HELM_CHART, HELM_RELEASE, KUSTOMIZATION ->
                true;
            case RECEIVER, IMAGE_REPOSITORY, IMAGE_POLICY, IMAGE_UPDATE, ARTIFACT_GENERATOR -> true;
        };
    }

    /** Whether artifacts come out of it that others use. */
    public boolean source() {
        return api == Api.SOURCE;
    }

    /** Every single word that means this kind, whatever the case of its letters. */
    public Stream<String> words() {
        return Stream.concat(
                Stream.of(singular(), plural(), command.name(), command.name() + "s"), command.aliases().stream());
    }

    /** The kind that is called so: by its kind, plural, short name or command. */
    public static Optional<FluxKind> named(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind.words().anyMatch(lower::equals))
                .findFirst();
    }

    /** The kind with exactly this kind name, of whatever group. */
    public static Optional<FluxKind> ofKind(String kind) {
        return Arrays.stream(values()).filter(each -> each.kind.equals(kind)).findFirst();
    }

    /** The kinds below one group of commands: {@code source}, {@code image}, {@code artifact}. */
    public static List<FluxKind> inGroup(String group) {
        return Arrays.stream(values())
                .filter(kind -> kind.command.group().equals(group))
                .toList();
    }
}
