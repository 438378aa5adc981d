package io.fluxj.automation.message;

import io.fluxj.automation.message.GoStruct.Method;
import io.fluxj.automation.setters.Change;
import io.fluxj.automation.setters.ObjectId;
import io.fluxj.automation.update.ChangeSet;
import io.fluxj.gotemplate.value.GoMap;
import io.fluxj.gotemplate.value.GoObject.Field;
import io.fluxj.gotemplate.value.GoSlice;
import io.fluxj.gotemplate.value.GoType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What templates see: {@code .AutomationObject}, {@code .Changed}, {@code .Values}, and the older {@code .Updated}. Source: behaviour §6. */
final class TemplateData {
    private static final GoType CHANGE = GoType.struct("update.Change");
    private static final GoType OBJECT = GoType.struct("update.ObjectIdentifier");
    private static final GoType CHANGES = GoType.slice(CHANGE);
    private static final GoType OBJECTS = GoType.map(OBJECT, CHANGES);
    private static final GoType FILES = GoType.map(GoType.STRING, OBJECTS);
    private static final GoType RESULT = GoType.struct("update.Result");
    private static final GoType DATA = GoType.struct("source.TemplateData");

    private TemplateData() {}

    /** @param updated of older templates */
    static GoStruct of(String namespace, String name, ChangeSet changes, Map<String, String> values, GoStruct updated) {
        GoStruct automation = new GoStruct(
                GoType.struct("types.NamespacedName"),
                List.of(Field.of("Namespace", namespace), Field.of("Name", name)),
                Map.of("String", new Method(GoType.STRING, namespace + "/" + name)),
                Optional.of(namespace + "/" + name));
        GoStruct changed = changed(changes);
        return new GoStruct(
                DATA,
                List.of(
                        Field.of("AutomationObject", automation),
                        Field.of("Changed", changed),
                        Field.of("Values", values(values))),
                Map.of("Updated", new Method(updated.type(), updated)),
                Optional.empty());
    }

    private static GoMap values(Map<String, String> values) {
        GoType type = GoType.map(GoType.STRING, GoType.STRING);
        return values.isEmpty() ? GoMap.nil(type) : GoMap.of(type, values);
    }

    private static GoStruct changed(ChangeSet changes) {
        Map<String, @Nullable Object> files = new LinkedHashMap<>();
        changes.files().forEach((file, objects) -> files.put(file, objects(objects)));
        return new GoStruct(
                RESULT,
                List.of(Field.of("FileChanges", GoMap.of(FILES, files))),
                Map.of(
                        "Objects", new Method(OBJECTS, objects(changes.objects())),
                        "Changes", new Method(CHANGES, changes(changes.changes()))),
                Optional.empty());
    }

    private static GoMap objects(Map<ObjectId, List<Change>> objects) {
        Map<Object, @Nullable Object> entries = new LinkedHashMap<>();
        objects.forEach((object, changes) -> entries.put(object(object), changes(changes)));
        return GoMap.of(OBJECTS, entries);
    }

    private static GoSlice changes(List<Change> changes) {
        return GoSlice.of(CHANGES, changes.stream().map(TemplateData::change).toList());
    }

    private static GoStruct change(Change change) {
        return GoStruct.of(
                CHANGE,
                Field.of("OldValue", change.oldValue()),
                Field.of("NewValue", change.newValue()),
                Field.of("Setter", change.setter()));
    }

    /** Three structs within each other, whose fields are its own. */
    static GoStruct object(ObjectId id) {
        GoStruct type = GoStruct.of(
                GoType.struct("yaml.TypeMeta"), Field.of("APIVersion", id.apiVersion()), Field.of("Kind", id.kind()));
        GoStruct name = GoStruct.of(
                GoType.struct("yaml.NameMeta"), Field.of("Name", id.name()), Field.of("Namespace", id.namespace()));
        GoStruct resource = GoStruct.of(
                GoType.struct("yaml.ResourceIdentifier"), Field.of("TypeMeta", type), Field.of("NameMeta", name));
        return new GoStruct(
                OBJECT,
                List.of(Field.of("ResourceIdentifier", resource)),
                Map.of(
                        "APIVersion", new Method(GoType.STRING, id.apiVersion()),
                        "Kind", new Method(GoType.STRING, id.kind()),
                        "Name", new Method(GoType.STRING, id.name()),
                        "Namespace", new Method(GoType.STRING, id.namespace())),
                Optional.empty());
    }
}
