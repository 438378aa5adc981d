package io.fluxj.gotemplate.yaml;

import io.fluxj.gotemplate.value.GoInt;
import io.fluxj.gotemplate.value.GoText;
import io.fluxj.gotemplate.yaml.Resolver.Reading;
import io.fluxj.gotemplate.yaml.Resolver.Tag;
import io.fluxj.yaml.Dialect;
import io.fluxj.yaml.Timestamps;
import java.math.BigDecimal;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Scalars with a tag, and the values that JSON makes of scalars. */
final class Tagged {
    private static final String PREFIX = "tag:yaml.org,2002:";
    private static final int DIGITS_AT_ONCE = 4;

    private Tagged() {}

    static @Nullable Object read(String tag, String text) {
        String name = tag.startsWith(PREFIX) ? tag.substring(PREFIX.length()) : tag;
        Reading reading = Resolver.read(text, Dialect.V2);
        return switch (name) {
            case "str" -> text;
            case "binary" -> binary(text);
            case "null" -> required(reading, Tag.NULL, text, name);
            case "bool" -> required(reading, Tag.BOOL, text, name);
            case "int" -> required(reading, Tag.INT, text, name);
            case "float" -> required(reading, reading.tag() == Tag.INT ? Tag.INT : Tag.FLOAT, text, name);
            case "timestamp" -> {
                required(reading, Tag.TIMESTAMP, text, name);
                yield Timestamps.toRfc3339(text);
            }
            default -> text;
        };
    }

    /** Line ends are allowed between the digits, blanks are not, and neither is a last group that is not filled up. */
    private static String binary(String text) {
        String digits = text.replace("\r", "").replace("\n", "");
        if (digits.length() % DIGITS_AT_ONCE != 0) {
            throw invalidBinary();
        }
        try {
            return GoText.of(Base64.getDecoder().decode(digits));
        } catch (IllegalArgumentException strange) {
            throw invalidBinary();
        }
    }

    private static YamlException invalidBinary() {
        return new YamlException("yaml: !!binary value contains invalid base64 data");
    }

    private static @Nullable Object required(Reading reading, Tag tag, String text, String name) {
        if (reading.tag() != tag) {
            throw new YamlException("yaml: cannot decode !!" + word(reading.tag()) + " `" + text + "` as a !!" + name);
        }
        return json(reading.value());
    }

    private static String word(Tag tag) {
        return switch (tag) {
            case STRING -> "str";
            case NULL, BOOL, INT, FLOAT, TIMESTAMP, MERGE -> tag.name().toLowerCase(java.util.Locale.ROOT);
        };
    }

    /** A value after a trip through JSON, where every number is a float64. */
    static @Nullable Object json(@Nullable Object value) {
        return switch (value) {
            case Long number -> (double) number;
            case GoInt number -> new BigDecimal(number.toString()).doubleValue();
            case Double number -> {
                if (!Double.isFinite(number)) {
                    throw new YamlException("json: unsupported value: "
                            + (Double.isNaN(number) ? "NaN" : number > 0 ? "+Inf" : "-Inf"));
                }
                yield number;
            }
            case null, default -> value;
        };
    }
}
