package io.fluxj.gotemplate;

import io.fluxj.gotemplate.value.GoObject;
import io.fluxj.gotemplate.value.GoType;
import io.fluxj.gotemplate.value.Kind;
import io.fluxj.gotemplate.value.NoValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a value is printed: what a pointer points to, and a text for the absence of a value. */
final class Printable {
    private Printable() {}

    static @Nullable Object of(@Nullable Object value) {
        if (value == null || value == NoValue.NO_VALUE) {
            return "<no value>";
        }
        if (value instanceof GoObject object
                && object.text().isEmpty()
                && object.addressedText().isPresent()) {
            return object.addressedText().get();
        }
        boolean bare = value instanceof GoObject object
                && object.type().kind() == Kind.PTR
                && object.text().isEmpty();
        return bare ? new Pointed((GoObject) value) : value;
    }

    private record Pointed(GoObject pointer) implements GoObject {
        @Override
        public GoType type() {
            return GoType.struct(pointer.type().elemOrAny().name());
        }

        @Override
        public List<Field> fields() {
            return pointer.fields();
        }
    }
}
