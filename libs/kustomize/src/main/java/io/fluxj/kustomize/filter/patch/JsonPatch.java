package io.fluxj.kustomize.filter.patch;

import io.fluxj.kustomize.BuildException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JSON patch (RFC 6902) on plain values, with the liberties that kustomize takes: negative indexes count from the end, replacing a
 * missing key adds it.
 */
final class JsonPatch {

    private final List<Operation> operations;

    /** One step of a patch. */
    private record Operation(
            String op,
            @Nullable String path,
            @Nullable String from,
            @Nullable Object value) {}

    private JsonPatch(List<Operation> operations) {
        this.operations = operations;
    }

    /**
     * Reads a patch.
     *
     * @throws BuildException if it is no list of maps
     */
    static JsonPatch of(@Nullable Object plain) {
        if (plain == null) {
            return new JsonPatch(List.of());
        }
        if (!(plain instanceof List<?> list)) {
            throw BuildException.because("a JSON patch has to be a list of operations");
        }
        List<Operation> operations = new ArrayList<>();
        for (Object item : list) {
            if (!(item instanceof Map<?, ?> map)) {
                throw BuildException.because("an operation of a JSON patch has to be a map with op and path");
            }
            operations.add(new Operation(
                    Objects.requireNonNullElse(text(map.get("op")), "unknown"),
                    text(map.get("path")),
                    text(map.get("from")),
                    map.get("value")));
        }
        return new JsonPatch(operations);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }

    boolean isEmpty() {
        return operations.isEmpty();
    }

    /** Applies the patch in place; the document has to consist of maps and lists that can be changed. */
    void apply(Object document) {
        for (int i = 0; i < operations.size(); i++) {
            try {
                apply(operations.get(i), document);
            } catch (BuildException e) {
                throw BuildException.because("operation " + (i + 1) + " of the JSON patch ("
                                + operations.get(i).op() + " "
                                + operations.get(i).path() + "): " + e.what())
                        .hint(e.hint().orElse("look at the object with the patch taken out"));
            }
        }
    }

    private void apply(Operation operation, Object document) {
        switch (operation.op()) {
            case "add" -> JsonPointer.to(document, operation.path()).add(JsonPointer.copy(operation.value()));
            case "remove" -> JsonPointer.to(document, operation.path()).remove();
            case "replace" -> JsonPointer.to(document, operation.path()).replace(JsonPointer.copy(operation.value()));
            case "test" -> test(operation, document);
            case "move" -> {
                JsonPointer from = JsonPointer.to(document, operation.from());
                Object moved = from.get();
                from.remove();
                JsonPointer.to(document, operation.path()).add(moved);
            }
            case "copy" -> {
                Object copied = JsonPointer.copy(
                        JsonPointer.to(document, operation.from()).get());
                JsonPointer.to(document, operation.path()).add(copied);
            }
            default ->
                throw BuildException.because("there is no operation '" + operation.op() + "'")
                        .hint("use add, remove, replace, move, copy or test");
        }
    }

    private static void test(Operation operation, Object document) {
        Object found = JsonPointer.to(document, operation.path()).get();
        if (!JsonPointer.same(found, operation.value())) {
            throw BuildException.because("the test failed: the field has another value")
                    .hint("adapt the patch to the object, or the other way round");
        }
    }
}
