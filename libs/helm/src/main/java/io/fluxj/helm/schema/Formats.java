package io.fluxj.helm.schema;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Format;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The formats that Helm asserts, with its rules; all others are notes. */
final class Formats {
    private static final Map<String, Rule> RULES = rules();

    private Formats() {}

    /** A rule that texts must keep. */
    @FunctionalInterface
    interface Rule {
        /** What is wrong with a text; empty when nothing is. */
        String problem(String text);
    }

    private static Map<String, Rule> rules() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        rules.put("email", AddressFormats::email);
        rules.put("hostname", AddressFormats::hostname);
        rules.put("ipv4", AddressFormats::ipv4);
        rules.put("ipv6", AddressFormats::ipv6);
        rules.put("uri", AddressFormats::uri);
        rules.put("iri", AddressFormats::uri);
        rules.put("uri-reference", AddressFormats::uriReference);
        rules.put("iri-reference", AddressFormats::uriReference);
        rules.put("uri-template", AddressFormats::uriReference);
        rules.put("date", TimeFormats::date);
        rules.put("time", TimeFormats::time);
        rules.put("date-time", TimeFormats::dateTime);
        rules.put("duration", TimeFormats::duration);
        rules.put("period", TimeFormats::period);
        rules.put("uuid", TextFormats::uuid);
        rules.put("json-pointer", TextFormats::jsonPointer);
        rules.put("relative-json-pointer", TextFormats::relativeJsonPointer);
        rules.put("semver", TextFormats::semver);
        rules.put("regex", TextFormats::regex);
        return Map.copyOf(rules);
    }

    static Optional<String> problem(String format, String text) {
        Rule rule = RULES.get(format);
        return rule == null ? Optional.empty() : Optional.of(rule.problem(text)).filter(problem -> !problem.isEmpty());
    }

    /** The keywords of a draft, with these formats. */
    static JsonMetaSchema in(VersionFlag draft) {
        JsonMetaSchema standard =
                switch (draft) {
                    case V4 -> JsonMetaSchema.getV4();
                    case V6 -> JsonMetaSchema.getV6();
                    case V7 -> JsonMetaSchema.getV7();
                    case V201909 -> JsonMetaSchema.getV201909();
                    case V202012 -> JsonMetaSchema.getV202012();
                };
        return JsonMetaSchema.builder(standard)
                .formats(formats -> {
                    formats.clear();
                    RULES.forEach((name, rule) -> formats.put(name, new Known(name, rule)));
                })
                .build();
    }

    private record Known(String name, Rule rule) implements Format {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean matches(ExecutionContext context, String value) {
            return rule.problem(value).isEmpty();
        }
    }
}
