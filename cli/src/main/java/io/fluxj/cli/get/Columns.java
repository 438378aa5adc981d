package io.fluxj.cli.get;

import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.FluxObject;
import io.fluxj.cli.object.FluxObject.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The columns that {@code get} shows of a kind, with Flux's headings.
 *
 * @param columns from left to right
 */
record Columns(List<Column> columns) {
    private static final String WAITING = "waiting to be reconciled";

    private static final Column NAME = new Column("Name", FluxObject::name);
    private static final Column NAMESPACE = new Column("Namespace", FluxObject::namespace);
    private static final Column SUSPENDED = new Column("Suspended", object -> truth(object.suspended()));
    private static final Column READY = new Column(
            "Ready", object -> object.condition("Ready").map(Condition::status).orElse("False"));
    private static final Column MESSAGE = new Column("Message", object -> object.condition("Ready")
            .map(ready -> Revision.shortened(ready.message()))
            .orElse(WAITING));
    private static final Column REVISION = revision("/status/artifact/revision");

    /** Those of a kind; {@code withSource} adds where a Kustomization or HelmRelease comes from. */
    static Columns of(FluxKind kind, boolean withSource) {
        return switch (kind) {
            case GIT_REPOSITORY, OCI_REPOSITORY, BUCKET, HELM_CHART -> of(REVISION, SUSPENDED);
            case HELM_REPOSITORY ->
                new Columns(List.of(
                        NAME,
                        REVISION,
                        SUSPENDED,
                        unlessOci("Ready", "True", READY),
                        unlessOci("Message", "Helm repository is Ready", MESSAGE)));
            case EXTERNAL_ARTIFACT -> of(REVISION, new Column("Source", Columns::reference));
            case KUSTOMIZATION -> applier(revision("/status/lastAppliedRevision"), withSource);
            case HELM_RELEASE -> applier(new Column("Revision", Columns::chartVersion), withSource);
            case RECEIVER, ARTIFACT_GENERATOR -> of(SUSPENDED);
            case ALERT -> always("Alert is Ready", SUSPENDED);
            case PROVIDER -> always("Provider is Ready");
            case IMAGE_REPOSITORY -> of(text("Last scan", "/status/lastScanResult/scanTime"), SUSPENDED);
            case IMAGE_POLICY -> of(text("Image", "/status/latestRef/name"), text("Tag", "/status/latestRef/tag"));
            case IMAGE_UPDATE -> of(text("Last run", "/status/lastAutomationRunTime"), SUSPENDED);
        };
    }

    private static Columns applier(Column revision, boolean withSource) {
        return withSource ? of(new Column("Source", Columns::reference), revision, SUSPENDED) : of(revision, SUSPENDED);
    }

    private static Columns of(Column... own) {
        List<Column> columns = new ArrayList<>(List.of(NAME));
        columns.addAll(List.of(own));
        columns.addAll(List.of(READY, MESSAGE));
        return new Columns(List.copyOf(columns));
    }

    /** Those of a kind that has no status: nobody works on it. */
    private static Columns always(String message, Column... own) {
        List<Column> columns = new ArrayList<>(List.of(NAME));
        columns.addAll(List.of(own));
        columns.addAll(List.of(new Column("Ready", object -> "True"), new Column("Message", object -> message)));
        return new Columns(List.copyOf(columns));
    }

    /** A HelmRepository of a registry has no status: nobody works on it. */
    private static Column unlessOci(String heading, String otherwise, Column column) {
        return new Column(
                heading,
                object -> object.text("/spec/type").equals("oci")
                        ? otherwise
                        : column.cell().apply(object));
    }

    /** The same with the namespace in front. */
    Columns acrossNamespaces() {
        return new Columns(Stream.concat(Stream.of(NAMESPACE), columns.stream()).toList());
    }

    /** The same with the kind before each name: {@code kustomization/apps}. */
    Columns withKind(FluxKind kind) {
        Column full = new Column("Name", object -> kind.singular() + "/" + object.name());
        return new Columns(columns.stream()
                .map(column -> column.equals(NAME) ? full : column)
                .toList());
    }

    List<String> headings() {
        return columns.stream().map(Column::heading).toList();
    }

    List<String> row(FluxObject object) {
        return columns.stream().map(column -> column.cell().apply(object)).toList();
    }

    private static Column text(String heading, String pointer) {
        return new Column(heading, object -> object.text(pointer));
    }

    private static Column revision(String pointer) {
        return new Column("Revision", object -> Revision.shortened(object.text(pointer)));
    }

    private static String truth(boolean value) {
        return value ? "True" : "False";
    }

    /** The version of the release that is installed; before the first one, what was last tried. */
    private static String chartVersion(FluxObject release) {
        String installed = release.text("/status/history/0/chartVersion");
        return installed.isEmpty() ? release.text("/status/lastAttemptedRevision") : installed;
    }

    private static String reference(FluxObject object) {
        return Stream.of("/spec/sourceRef", "/spec/chartRef", "/spec/chart/spec/sourceRef")
                .filter(pointer -> !object.text(pointer + "/kind").isEmpty())
                .map(pointer -> reference(object, pointer))
                .findFirst()
                .orElse("");
    }

    private static String reference(FluxObject object, String pointer) {
        String namespace = object.text(pointer + "/namespace");
        return object.text(pointer + "/kind") + "/" + (namespace.isEmpty() ? object.namespace() : namespace) + "/"
                + object.text(pointer + "/name");
    }
}
