package io.fluxj.kube.apply;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.kube.schema.Schema;
import java.util.LinkedHashMap;
import java.util.Map;

/** Removes what a manager applied last time, no longer applies, and nobody else owns. */
final class Pruning {
    private Pruning() {}

    static JsonNode of(Versions versions, String apiVersion, JsonNode merged, Managed managed, Owned last) {
        if (versions.schema(last.apiVersion()).isEmpty()) {
            return merged;
        }
        Schema schema = versions.schema(last.apiVersion()).orElse(Schema.ANY);
        JsonNode at = versions.convert(merged, last.apiVersion());
        JsonNode pruned = Removal.of(schema, at, members(schema, last.fields()));
        pruned = addBackOwned(versions, at, pruned, last.apiVersion(), managed);
        pruned = addBackDangling(schema, at, pruned, last);
        return versions.convert(pruned, apiVersion);
    }

    private static JsonNode addBackOwned(
            Versions versions, JsonNode merged, JsonNode pruned, String first, Managed managed) {
        Map<String, FieldSet> byVersion = new LinkedHashMap<>();
        managed.entries().values().stream()
                .filter(o -> o.apiVersion().equals(first))
                .forEach(o -> byVersion.merge(first, o.fields(), FieldSet::union));
        managed.entries().values().stream()
                .filter(o -> !o.apiVersion().equals(first))
                .forEach(o -> byVersion.merge(o.apiVersion(), o.fields(), FieldSet::union));
        JsonNode out = pruned;
        for (Map.Entry<String, FieldSet> entry : byVersion.entrySet()) {
            String version = entry.getKey();
            if (versions.schema(version).isPresent()) {
                Schema schema = versions.schema(version).orElse(Schema.ANY);
                JsonNode all = versions.convert(merged, version);
                out = versions.convert(out, version);
                FieldSet kept = members(schema, OwnedFields.of(schema, out)).union(members(schema, entry.getValue()));
                out = Removal.of(
                        schema,
                        all,
                        members(schema, OwnedFields.of(schema, all)).difference(kept));
            }
        }
        return versions.convert(out, first);
    }

    private static JsonNode addBackDangling(Schema schema, JsonNode merged, JsonNode pruned, Owned last) {
        FieldSet gone = members(schema, OwnedFields.of(schema, merged))
                .difference(members(schema, OwnedFields.of(schema, pruned)));
        return Removal.of(schema, merged, gone.intersection(members(schema, last.fields())));
    }

    /** With every named parent a member, so that a parent whose parts all go can go too. */
    private static FieldSet members(Schema schema, FieldSet fields) {
        return fields.withDeclaredParents(schema);
    }
}
