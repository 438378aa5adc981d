package io.fluxj.kube.cel;

import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import io.fluxj.kube.schema.Formats;
import io.fluxj.kube.schema.Names;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Kubernetes' named formats: {@code format.dns1123Label().validate(text)}. */
@SuppressWarnings("Immutable") // the functions given to CEL hold no state
final class FormatFunctions {
    private static final OpaqueType FORMAT = OpaqueType.create("kubernetes.NamedFormat");
    private static final Map<String, Format> FORMATS = Map.ofEntries(
            format("dns1123Label", Names::label),
            format("dns1123Subdomain", Names::subdomain),
            format("dns1035Label", text -> unit(Names.label1035(text), "characters")),
            format("qualifiedName", text -> unit(Names.qualified(text), "bytes")),
            format("dns1123LabelPrefix", text -> Names.label(unprefixed(text))),
            format("dns1123SubdomainPrefix", text -> Names.subdomain(unprefixed(text))),
            format("dns1035LabelPrefix", text -> unit(Names.label1035(unprefixed(text)), "characters")),
            format("labelValue", Names::labelValue),
            format("uri", FormatFunctions::uri),
            format("uuid", text -> formatted("uuid", text, "does not match the UUID format")),
            format("byte", FormatFunctions::base64),
            format("date", text -> formatted("date", text, "invalid date")),
            format("datetime", text -> formatted("date-time", text, "invalid datetime")));

    private FormatFunctions() {}

    /**
     * A format.
     *
     * @param name as rules call it
     * @param problem what is wrong with a text, empty when nothing is
     */
    record Format(String name, Function<String, Optional<String>> problem) {}

    static void addTo(Functions functions) {
        functions
                .add(
                        "validate",
                        CelOverloadDecl.newMemberOverload(
                                "format-validate",
                                OptionalType.create(ListType.create(SimpleType.STRING)),
                                FORMAT,
                                SimpleType.STRING),
                        Format.class,
                        String.class,
                        (format, text) -> format.problem().apply(text).map(List::of))
                .add(
                        "format.named",
                        CelOverloadDecl.newGlobalOverload(
                                "format-named", OptionalType.create(FORMAT), SimpleType.STRING),
                        String.class,
                        name -> Optional.ofNullable(FORMATS.get(name)));
        FORMATS.forEach((name, format) -> functions.add(
                "format." + name,
                CelOverloadDecl.newGlobalOverload("format." + name, FORMAT),
                CelFunctionBinding.from("format." + name, List.of(), arguments -> format)));
    }

    private static Map.Entry<String, Format> format(String name, Function<String, Optional<String>> problem) {
        return Map.entry(name, new Format(name, problem));
    }

    /** What is too long is counted in other words here than in objects' names. */
    private static Optional<String> unit(Optional<String> problem, String unit) {
        return problem.map(p -> p.replaceFirst("no more than 63 (?:bytes|characters)", "no more than 63 " + unit));
    }

    /** Whole groups of four, and at least one. */
    private static Optional<String> base64(String text) {
        return text.isEmpty() || text.length() % 4 != 0
                ? Optional.of("invalid base64")
                : formatted("byte", text, "invalid base64");
    }

    private static Optional<String> uri(String text) {
        try {
            RequestUrl.parse(text);
            return Optional.empty();
        } catch (Failure e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    private static Optional<String> formatted(String format, String text, String problem) {
        return Formats.valid(format, text) ? Optional.empty() : Optional.of(problem);
    }

    /** A prefix may end in the dash that a generated name goes on after. */
    private static String unprefixed(String text) {
        return text.length() > 1 && text.endsWith("-") ? text.substring(0, text.length() - 1) + "a" : text;
    }
}
