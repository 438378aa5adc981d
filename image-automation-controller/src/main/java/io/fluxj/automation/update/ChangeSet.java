package io.fluxj.automation.update;

import io.fluxj.automation.setters.Change;
import io.fluxj.automation.setters.ObjectId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was set, by file and object.
 *
 * @param files by their paths below {@code spec.update.path}
 */
public record ChangeSet(Map<String, Map<ObjectId, List<Change>>> files) {
    /** By object, whichever files they are in. */
    public Map<ObjectId, List<Change>> objects() {
        Map<ObjectId, List<Change>> objects = new TreeMap<>();
        files.values()
                .forEach(file -> file.forEach((object, changes) ->
                        objects.computeIfAbsent(object, _ -> new ArrayList<>()).addAll(changes)));
        return objects;
    }

    /** Each once, in the order of files. */
    public List<Change> changes() {
        LinkedHashSet<Change> changes = new LinkedHashSet<>();
        files.values().forEach(file -> file.values().forEach(changes::addAll));
        return List.copyOf(changes);
    }
}
