package io.fluxj.manifest.generate;

import static io.fluxj.manifest.generate.FieldType.ANY;
import static io.fluxj.manifest.generate.FieldType.FLAG;
import static io.fluxj.manifest.generate.FieldType.FLAG_MAP;
import static io.fluxj.manifest.generate.FieldType.NUMBER;
import static io.fluxj.manifest.generate.FieldType.TEXT;
import static io.fluxj.manifest.generate.FieldType.TEXTS;
import static io.fluxj.manifest.generate.FieldType.TEXT_MAP;

import io.fluxj.manifest.generate.FieldType.ListOf;
import io.fluxj.manifest.generate.FieldType.MapOf;
import io.fluxj.manifest.generate.FieldType.Struct;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields that a kustomization file can have: kustomize.config.k8s.io/v1beta1 with its deprecated ones. */
final class KustomizationFields {

    private static final Map<String, FieldType> GVK = fields("group", TEXT, "version", TEXT, "kind", TEXT);
    private static final Map<String, FieldType> RESOURCE_ID = merged(GVK, fields("name", TEXT, "namespace", TEXT));
    private static final FieldType FIELD_SPEC = new Struct(merged(GVK, fields("path", TEXT, "create", FLAG)));
    private static final FieldType SELECTOR =
            new Struct(merged(RESOURCE_ID, fields("annotationSelector", TEXT, "labelSelector", TEXT)));
    private static final FieldType OBJECT_META =
            new Struct(fields("name", TEXT, "namespace", TEXT, "labels", TEXT_MAP, "annotations", TEXT_MAP));
    private static final FieldType LABEL = new Struct(
            fields("pairs", TEXT_MAP, "includeSelectors", FLAG, "includeTemplates", FLAG, "fields", list(FIELD_SPEC)));
    private static final FieldType PATCH =
            new Struct(fields("path", TEXT, "patch", TEXT, "target", SELECTOR, "options", FLAG_MAP));
    private static final FieldType IMAGE =
            new Struct(fields("name", TEXT, "newName", TEXT, "tagSuffix", TEXT, "newTag", TEXT, "digest", TEXT));
    private static final FieldType FIELD_OPTIONS =
            new Struct(fields("delimiter", TEXT, "index", NUMBER, "encoding", TEXT, "create", FLAG));
    private static final FieldType REPLACEMENT = new Struct(fields(
            "path",
            TEXT,
            "source",
            new Struct(merged(RESOURCE_ID, fields("fieldPath", TEXT, "options", FIELD_OPTIONS))),
            "sourceValue",
            TEXT,
            "targets",
            list(new Struct(fields(
                    "select", SELECTOR, "reject", list(SELECTOR), "fieldPaths", TEXTS, "options", FIELD_OPTIONS)))));
    private static final FieldType VAR = new Struct(fields(
            "name", TEXT,
            "objref", new Struct(merged(RESOURCE_ID, fields("apiVersion", TEXT))),
            "fieldref", new Struct(fields("fieldPath", TEXT))));
    private static final FieldType SORT_OPTIONS = new Struct(
            fields("order", TEXT, "legacySortOptions", new Struct(fields("orderFirst", TEXTS, "orderLast", TEXTS))));
    private static final FieldType GENERATOR_OPTIONS = new Struct(
            fields("labels", TEXT_MAP, "annotations", TEXT_MAP, "disableNameSuffixHash", FLAG, "immutable", FLAG));
    private static final Map<String, FieldType> GENERATOR = merged(
            fields("namespace", TEXT, "name", TEXT, "behavior", TEXT, "options", GENERATOR_OPTIONS),
            fields("literals", TEXTS, "files", TEXTS, "envs", TEXTS, "env", TEXT));
    private static final FieldType HELM_CHART = new Struct(merged(
            fields("name", TEXT, "version", TEXT, "repo", TEXT, "releaseName", TEXT, "namespace", TEXT),
            fields("additionalValuesFiles", TEXTS, "valuesFile", TEXT, "valuesInline", new MapOf(ANY)),
            fields("valuesMerge", TEXT, "includeCRDs", FLAG, "skipHooks", FLAG, "skipTests", FLAG),
            fields("apiVersions", TEXTS, "kubeVersion", TEXT, "nameTemplate", TEXT, "debug", FLAG)));

    /** The whole file. */
    static final FieldType KUSTOMIZATION = new Struct(merged(
            fields("apiVersion", TEXT, "kind", TEXT, "metadata", OBJECT_META, "openapi", TEXT_MAP),
            fields("namePrefix", TEXT, "nameSuffix", TEXT, "namespace", TEXT, "commonLabels", TEXT_MAP),
            fields("labels", list(LABEL), "commonAnnotations", TEXT_MAP, "sortOptions", SORT_OPTIONS),
            fields("patchesStrategicMerge", TEXTS, "patchesJson6902", list(PATCH), "patches", list(PATCH)),
            fields("images", list(IMAGE), "imageTags", list(IMAGE), "replacements", list(REPLACEMENT)),
            fields("replicas", list(new Struct(fields("name", TEXT, "count", NUMBER))), "vars", list(VAR)),
            fields("resources", TEXTS, "components", TEXTS, "bases", TEXTS, "crds", TEXTS),
            generators(),
            plugins()));

    private KustomizationFields() {}

    private static Map<String, FieldType> generators() {
        return fields(
                "configMapGenerator",
                list(new Struct(GENERATOR)),
                "secretGenerator",
                list(new Struct(merged(GENERATOR, fields("type", TEXT)))),
                "generatorOptions",
                GENERATOR_OPTIONS,
                "buildMetadata",
                TEXTS);
    }

    private static Map<String, FieldType> plugins() {
        return merged(
                fields("configurations", TEXTS, "generators", TEXTS, "transformers", TEXTS, "validators", TEXTS),
                fields(
                        "helmGlobals", new Struct(fields("chartHome", TEXT, "configHome", TEXT)),
                        "helmCharts", list(HELM_CHART),
                        "helmChartInflationGenerator", list(ANY)));
    }

    private static FieldType list(FieldType element) {
        return new ListOf(element);
    }

    private static Map<String, FieldType> fields(Object... namesAndTypes) {
        Map<String, FieldType> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTypes.length; i += 2) {
            fields.put((String) namesAndTypes[i], (FieldType) namesAndTypes[i + 1]);
        }
        return fields;
    }

    @SafeVarargs
    private static Map<String, FieldType> merged(Map<String, FieldType>... parts) {
        Map<String, FieldType> fields = new LinkedHashMap<>();
        for (Map<String, FieldType> part : parts) {
            fields.putAll(part);
        }
        return fields;
    }
}
