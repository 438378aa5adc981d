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
            throw BuildException.because("a JSON patch has to be a list of operations")
                    .hint("begin each operation with a dash");
        }
        List<Operation> operations = new ArrayList<>();
        for (Object item : list) {
            if (!(item instanceof Map<?, ?> map)) {
                throw BuildException.because("an operation of a JSON patch has to be a map with op and path")
                        .hint("write op, path and, for add, replace and test, value");
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
        return JsonPointer.copy(value) instanceof String text ? text : null;
    }

    boolean isEmpty() {
        return operations.isEmpty();
    }

    /**
     * Applies the patch in place; the document has to consist of maps and lists that can be changed.
     *
     * @return the document, or what it was replaced by
     */
    Object apply(Object document) {
        Object result = document;
        for (int i = 0; i < operations.size(); i++) {
            try {
                result = apply(operations.get(i), result);
            } catch (BuildException e) {
                throw BuildException.because("operation " + (i + 1) + " of the JSON patch ("
                                + operations.get(i).op() + " "
                                + operations.get(i).path() + "): " + e.what())
                        .hint(e.hint().orElse("look at the object with the patch taken out"));
            }
        }
        return result;
    }

    private static Object apply(Operation operation, Object document) {
        if ("".equals(operation.path()) && operation.op().equals("replace")) {
            Object replaced = JsonPointer.copy(operation.value());
            if (!(replaced instanceof Map)) {
                throw BuildException.because("an object can only be replaced by a map");
            }
            return replaced;
        }
        step(operation, document);
        return document;
    }

    private static void step(Operation operation, Object document) {
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
        Object found = "".equals(operation.path())
                ? document
                : JsonPointer.to(document, operation.path()).get();
        if (!JsonPointer.same(found, operation.value())) {
            throw BuildException.because("the test failed: the field has another value")
                    .hint("adapt the patch to the object, or the other way round");
        }
    }
}
