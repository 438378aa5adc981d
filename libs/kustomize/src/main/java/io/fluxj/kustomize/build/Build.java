package io.fluxj.kustomize.build;

import io.fluxj.kustomize.load.InputLog;
import io.fluxj.kustomize.resource.ResourceReader;
import io.fluxj.kustomize.schema.SchemaInUse;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What all kustomizations of one build share.
 *
 * @param log what is read
 * @param schema the schema in use
 * @param warnings lines for people
 * @param variables vars that were resolved
 */
record Build(InputLog log, SchemaInUse schema, List<String> warnings, TreeMap<String, String> variables) {

    static Build of(InputLog log, SchemaInUse schema) {
        return new Build(log, schema, new ArrayList<>(), new TreeMap<>());
    }

    ResourceReader reader() {
        return new ResourceReader(schema, log.bounds());
    }
}
