package io.fluxj.automation.message;

import io.fluxj.automation.message.GoStruct.Method;
import io.fluxj.automation.setters.Change;
import io.fluxj.automation.setters.ObjectId;
import io.fluxj.automation.setters.Setters;
import io.fluxj.automation.update.ChangeSet;
import io.fluxj.gotemplate.value.GoMap;
import io.fluxj.gotemplate.value.GoObject.Field;
import io.fluxj.gotemplate.value.GoSlice;
import io.fluxj.gotemplate.value.GoType;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code .Updated} of templates that were written for older versions: {@code .Updated.Files}, {@code .Updated.Objects}, {@code .Updated.Images}.
 *
 * @param images by what markers call the policy that chose them, {@code namespace:policy}
 */
record UpdatedData(Map<String, Setters.Image> images) {
    private static final GoType IMAGE = GoType.struct("update.imageRef");
    private static final GoType IMAGES = GoType.slice(IMAGE);
    private static final GoType OBJECTS = GoType.map(GoType.struct("update.ObjectIdentifier"), IMAGES);
    private static final GoType FILE = GoType.struct("update.FileResult");

    GoStruct of(ChangeSet changes) {
        Map<String, @Nullable Object> files = new LinkedHashMap<>();
        changes.files()
                .forEach((path, objects) -> files.put(path, GoStruct.of(FILE, Field.of("Objects", objects(objects)))));
        return new GoStruct(
                GoType.struct("update.Result"),
                List.of(Field.of("Files", GoMap.of(GoType.map(GoType.STRING, FILE), files))),
                Map.of(
                        "Images", new Method(IMAGES, images(changes.changes())),
                        "Objects", new Method(OBJECTS, objects(changes.objects()))),
                Optional.empty());
    }

    private GoMap objects(Map<ObjectId, List<Change>> objects) {
        Map<Object, @Nullable Object> entries = new LinkedHashMap<>();
        objects.forEach((object, changes) -> entries.put(TemplateData.object(object), images(changes)));
        return GoMap.of(OBJECTS, entries);
    }

    private GoSlice images(List<Change> changes) {
        Set<Setters.Image> found = new LinkedHashSet<>();
        for (Change change : changes) {
            String[] parts = change.setter().split(":", 3);
            Setters.Image image = images.get(parts.length < 2 ? change.setter() : parts[0] + ":" + parts[1]);
            if (image != null) {
                found.add(image);
            }
        }
        return GoSlice.of(IMAGES, found.stream().map(UpdatedData::image).toList());
    }

    private static GoStruct image(Setters.Image image) {
        String name = image.name() + ":" + image.tag();
        int slash = image.name().indexOf('/');
        String host = slash < 0 ? "" : image.name().substring(0, slash);
        boolean named = host.contains(".") || host.contains(":") || host.equals("localhost");
        return new GoStruct(
                IMAGE,
                List.of(),
                Map.of(
                        "String", new Method(GoType.STRING, name),
                        "Name", new Method(GoType.STRING, name),
                        "Identifier", new Method(GoType.STRING, image.tag()),
                        "Registry", new Method(GoType.STRING, named ? host : "index.docker.io"),
                        "Repository",
                                new Method(GoType.STRING, named ? image.name().substring(slash + 1) : image.name())),
                Optional.of(name));
    }
}
