package io.fluxj.gotemplate.yaml;

import io.fluxj.gotemplate.format.Format;
import io.fluxj.gotemplate.format.GoFloats;
import io.fluxj.gotemplate.value.GoInt;
import io.fluxj.gotemplate.value.Meter;
import io.fluxj.yaml.Dialect;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Keys of mappings as JSON has them: texts. */
final class Keys {
    private Keys() {}

    static String text(Event event, @Nullable Object value, @Nullable Object entry) {
        if (!(event instanceof ScalarEvent scalar)) {
            if (value instanceof String text) {
                return text;
            }
            throw new YamlException("yaml: invalid map key: " + inGo(value));
        }
        if (value instanceof String text) {
            return text;
        }
        Object written =
                scalar.isPlain() ? Resolver.read(scalar.getValue(), Dialect.V2).value() : value;
        return switch (written) {
            case null ->
                throw new YamlException("unsupported map key of type: %!s(<nil>), key: <nil>, value: " + inGo(entry));
            case Long number -> number.toString();
            case GoInt number ->
                throw new YamlException("unsupported map key of type: uint64, key: 0x" + Long.toHexString(number.bits())
                        + ", value: " + inGo(entry));
            case Double number -> GoFloats.format(number, 'g', GoFloats.SHORTEST, 32);
            default -> written.toString();
        };
    }

    private static String inGo(@Nullable Object value) {
        return Format.sprintf(Meter.NONE, "%#v", Collections.singletonList(value));
    }
}
