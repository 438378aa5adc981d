package io.fluxj.api.schema;

import static io.fluxj.api.schema.Tree.list;
import static io.fluxj.api.schema.Tree.map;
import static io.fluxj.api.schema.Tree.text;
import static io.fluxj.api.schema.Tree.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CrdsFollowReferenceTest {
    private static final String ENDPOINT_RULE =
            "has(self.endpoint) || (self.provider == 'aws' && has(self.region)) => spec.endpoint is required, unless"
                    + " spec.provider is 'aws' and spec.region is set";

    /** With Google's Git servers, which are an addition. */
    private static final String GIT_ACCOUNT_RULE =
            "!has(self.serviceAccountName) || (has(self.provider) && (self.provider == 'azure' || self.provider == 'aws'"
                    + " || self.provider == 'gcp')) => serviceAccountName can only be set when provider is 'azure' or"
                    + " 'aws', or 'gcp'";

    private static final String GIT_VERIFICATION_RULE = "has(self.secretRef) || (has(self.provider) && self.provider =="
            + " 'cosign') => secretRef is required, unless provider is 'cosign'";

    private static final String CLOUD_EVENTS_RULE =
            "self.type == 'generic' || self.type == 'generic-hmac' || !has(self.cloudEvents) => spec.cloudEvents is only"
                    + " supported for the 'generic' and 'generic-hmac' provider types";

    /** Those of Flux 2.10, and ours. */
    private static final Set<String> LATER_PROVIDERS = Set.of("zoom", "incident.io", "mastodon", "audit");

    /** Of Flux 2.10; not served, since nothing would come of it. */
    private static final String MANAGED_NAMESPACES = "spec.namespaces";

    static Stream<Crd> crds() {
        return Crd.all().stream();
    }

    @Test
    void everyKindHasAFileAndNoOther() {
        assertThat(Crd.all())
                .extracting(Crd::kind)
                .containsExactlyInAnyOrderElementsOf(Reference.kinds().keySet());
        assertThat(Crd.all()).allSatisfy(crd -> assertThat(crd.file())
                .isEqualTo(crd.group() + "_" + crd.names().get("plural") + ".yaml"));
    }

    @ParameterizedTest
    @MethodSource("crds")
    void namesAndColumnsAreTheSame(Crd crd) {
        Crd.Version version = crd.storageVersion();
        List<String> row = new ArrayList<>(List.of(
                crd.group(),
                crd.kind(),
                text(crd.names().get("listKind")),
                text(crd.names().get("plural")),
                text(crd.names().get("singular")),
                String.join(",", texts(crd.names().get("shortNames"))),
                String.join(",", texts(crd.names().get("categories"))),
                text(crd.spec().get("scope")),
                version.name(),
                text(version.node().get("served")),
                text(version.node().get("storage")),
                String.valueOf(version.deprecated()),
                text(version.node().get("deprecationWarning")),
                String.join(",", map(version.node().get("subresources")).keySet()),
                columns(version)));

        assertThat(row).isEqualTo(withReceipts(crd.kind()));
    }

    /** What became of the events of an Alert is a status, which Flux has not. */
    private static List<String> withReceipts(String kind) {
        List<String> row =
                new ArrayList<>(Objects.requireNonNull(Reference.kinds().get(kind)));
        if (kind.equals("Alert")) {
            row.set(SUBRESOURCES, "status");
        }
        return row;
    }

    private static String columns(Crd.Version version) {
        return list(version.node().get("additionalPrinterColumns")).stream()
                .map(Tree::map)
                .map(column -> Stream.of(
                                column.get("name"),
                                column.get("jsonPath"),
                                column.get("type"),
                                column.getOrDefault("priority", 0))
                        .map(Tree::text)
                        .collect(Collectors.joining("|")))
                .collect(Collectors.joining(" ; "));
    }

    @ParameterizedTest
    @MethodSource("crds")
    void fieldsAreTheSame(Crd crd) {
        assertThat(Field.allOf(crd.storageVersion())).isEqualTo(withDeviations(crd.kind()));
    }

    private static final int SUBRESOURCES = 13;
    private static final Field OPTIONAL_TEXT = optional("string", Set.of(), Set.of());

    private static Field optional(String type, Set<String> choices, Set<String> bounds) {
        return new Field(type, "n", "", choices, "", bounds, "", List.of(), false);
    }

    private static final Field TEMPLATE = optional("string", Set.of(), Set.of("maxLength=10000"));

    private static final Map<String, Field> RECEIPTS = Map.of(
            "status", optional("object", Set.of(), Set.of()),
            "status.delivered", optional("integer/int64", Set.of(), Set.of()),
            "status.failed", optional("integer/int64", Set.of(), Set.of()),
            "status.lastDelivered", optional("string/date-time", Set.of(), Set.of()),
            "status.lastError", OPTIONAL_TEXT,
            "status.lastFailed", optional("string/date-time", Set.of(), Set.of()));

    /** What is more lenient than the reference, so that what guides show is accepted, and what is more than it has. */
    private static Map<String, Field> withDeviations(String kind) {
        Map<String, Field> fields = new TreeMap<>(Reference.fieldsOf(kind));
        if (fields.containsKey("spec.dependsOn[]")) {
            fields.put("spec.dependsOn[].apiVersion", OPTIONAL_TEXT);
            fields.put("spec.dependsOn[].kind", OPTIONAL_TEXT);
        }
        if (kind.equals("Kustomization")) {
            fields.computeIfPresent("spec.interval", (path, field) -> withDefault(field, "10m"));
            fields.computeIfPresent("spec.prune", (path, field) -> withDefault(field, "false"));
            addMoreSources(fields);
        }
        if (kind.equals("HelmRelease")) {
            fields.putAll(Reference.laterFieldsOf(kind));
            // Stored objects keep the defaults that they have: a Flux before 2.10 reads them, and its rules allow them.
            fields.computeIfPresent("spec.chart.spec.version", (path, field) -> withDefault(field, "*"));
            fields.computeIfPresent(
                    "spec.chart.spec.reconcileStrategy", (path, field) -> withDefault(field, "ChartVersion"));
        }
        if (kind.equals("ImageUpdateAutomation")) {
            addPullRequests(fields);
        }
        if (kind.equals("ImagePolicy")) {
            fields.put("spec.policy.created", OPTIONAL_OBJECT);
            fields.put("spec.policy.created.order", withDefault(chosen("n", Set.of("asc", "desc")), "asc"));
        }
        if (kind.equals("Provider")) {
            fields.computeIfPresent("spec.type", (path, field) -> withChoices(field, LATER_PROVIDERS));
            fields.computeIfPresent("spec", (path, field) -> withRule(field, CLOUD_EVENTS_RULE));
            fields.put("spec.template", TEMPLATE);
            fields.put("spec.cloudEvents", optional("string", Set.of("structured", "binary"), Set.of()));
        }
        if (kind.equals("Alert")) {
            fields.put("spec.template", TEMPLATE);
            fields.putAll(RECEIPTS);
        }
        if (kind.equals("ArtifactGenerator")) {
            fields.putAll(Reference.laterFieldsOf(kind));
            fields.keySet().removeIf(path -> path.startsWith(MANAGED_NAMESPACES));
        }
        if (kind.equals("ExternalArtifact")) {
            fields.put(
                    "status.exportedInputs",
                    new Field("object", "n", "", Set.of(), "", Set.of(), "", List.of(), false));
            fields.put(
                    "status.exportedInputs{}",
                    new Field("preserve-unknown", "-", "", Set.of(), "", Set.of(), "", List.of(), false));
        }
        if (kind.equals("GitRepository")) {
            fields.computeIfPresent("spec.provider", (path, field) -> withChoices(field, Set.of("gcp")));
            fields.putAll(keylessVerification());
            fields.computeIfPresent("spec.verify.secretRef", (path, field) -> optional(field));
            fields.computeIfPresent("spec.verify", (path, field) -> withRule(field, GIT_VERIFICATION_RULE));
            fields.computeIfPresent("spec", (path, field) -> withoutRules(field));
            fields.computeIfPresent("spec", (path, field) -> withRule(field, GIT_ACCOUNT_RULE));
        }
        if (kind.equals("Bucket")) {
            fields.computeIfPresent("spec.endpoint", (path, field) -> optional(field));
            fields.computeIfPresent("spec", (path, field) -> withRule(field, ENDPOINT_RULE));
        }
        return fields;
    }

    private static final Field OPTIONAL_OBJECT =
            new Field("object", "n", "", Set.of(), "", Set.of(), "", List.of(), false);

    private static void addMoreSources(Map<String, Field> fields) {
        fields.put("spec.sourceRefs", optional("array", Set.of(), Set.of("maxItems=16")));
        fields.put("spec.sourceRefs[]", asItem(OPTIONAL_OBJECT));
        Reference.fieldsOf("Kustomization").forEach((path, field) -> {
            if (path.startsWith("spec.sourceRef.")) {
                fields.put(path.replace("sourceRef.", "sourceRefs[]."), field);
            }
        });
        fields.put("status.lastAppliedRevisions", OPTIONAL_OBJECT);
        fields.put("status.lastAppliedRevisions{}", asItem(OPTIONAL_TEXT));
    }

    private static Field asItem(Field f) {
        return new Field(f.type(), "-", "", f.choices(), f.pattern(), f.bounds(), "", List.of(), false);
    }

    private static void addPullRequests(Map<String, Field> fields) {
        String root = "spec.git.push.pullRequest";
        fields.put(root, OPTIONAL_OBJECT);
        fields.put(
                root + ".address",
                new Field("string", "n", "", Set.of(), "^https?://", Set.of("maxLength=2048"), "", List.of(), false));
        fields.put(root + ".provider", chosen("y", Set.of("gitea", "github", "gitlab")));
        fields.put(root + ".secretRef", OPTIONAL_OBJECT);
        fields.put(
                root + ".secretRef.name", new Field("string", "y", "", Set.of(), "", Set.of(), "", List.of(), false));
        fields.put(
                root + ".title",
                new Field("string", "n", "", Set.of(), "", Set.of("maxLength=250"), "", List.of(), false));
        fields.put("status.pullRequest", OPTIONAL_TEXT);
    }

    private static Field chosen(String required, Set<String> choices) {
        return new Field("string", required, "", choices, "", Set.of(), "", List.of(), false);
    }

    /** As OCIRepositories have it. */
    private static Map<String, Field> keylessVerification() {
        Map<String, Field> fields = new TreeMap<>();
        Reference.fieldsOf("OCIRepository").forEach((path, field) -> {
            if (path.startsWith("spec.verify.matchOIDCIdentity")
                    || path.startsWith("spec.verify.trustedRootSecretRef")) {
                fields.put(path, field);
            }
        });
        fields.put("spec.verify.provider", withChoices(OPTIONAL_TEXT, Set.of("cosign")));
        return fields;
    }

    private static Field withDefault(Field f, String value) {
        return new Field(
                f.type(), f.required(), value, f.choices(), f.pattern(), f.bounds(), f.listType(), f.rules(), false);
    }

    private static Field withChoices(Field f, Set<String> more) {
        Set<String> choices = new TreeSet<>(f.choices());
        choices.addAll(more);
        return new Field(
                f.type(),
                f.required(),
                f.defaultValue(),
                choices,
                f.pattern(),
                f.bounds(),
                f.listType(),
                f.rules(),
                false);
    }

    private static Field optional(Field f) {
        return new Field(
                f.type(), "n", f.defaultValue(), f.choices(), f.pattern(), f.bounds(), f.listType(), f.rules(), false);
    }

    private static Field withoutRules(Field f) {
        return new Field(
                f.type(),
                f.required(),
                f.defaultValue(),
                f.choices(),
                f.pattern(),
                f.bounds(),
                f.listType(),
                List.of(),
                false);
    }

    private static Field withRule(Field f, String rule) {
        List<String> rules = Stream.concat(f.rules().stream(), Stream.of(rule)).toList();
        return new Field(
                f.type(),
                f.required(),
                f.defaultValue(),
                f.choices(),
                f.pattern(),
                f.bounds(),
                f.listType(),
                rules,
                false);
    }

    @ParameterizedTest
    @MethodSource("crds")
    void everyFieldIsDescribed(Crd crd) {
        assertThat(undescribed("", crd.storageVersion().schema())).isEmpty();
    }

    private static List<String> undescribed(String path, Map<String, Object> schema) {
        List<String> found = new ArrayList<>();
        map(schema.get("properties")).forEach((name, child) -> {
            if (text(map(child).get("description")).isEmpty() && !name.equals("metadata")) {
                found.add(path + "." + name);
            }
            // What is retired is described as a whole.
            if (!Field.isRetired(map(child))) {
                found.addAll(undescribed(path + "." + name, map(child)));
            }
        });
        found.addAll(schema.containsKey("items") ? undescribed(path + "[]", map(schema.get("items"))) : List.of());
        return found;
    }
}
