package io.fluxj.kube.cel;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.util.ArrayList;
import java.util.List;

/** Kubernetes' functions on texts by pattern: find, findAll. Patterns are RE2's, so time is linear. */
final class RegexFunctions {
    private RegexFunctions() {}

    static void addTo(Functions functions) {
        ListType texts = ListType.create(SimpleType.STRING);
        functions
                .add(
                        "find",
                        CelOverloadDecl.newMemberOverload(
                                "string_find_string", SimpleType.STRING, SimpleType.STRING, SimpleType.STRING),
                        String.class,
                        String.class,
                        (text, pattern) ->
                                findAll(text, pattern, 1).stream().findFirst().orElse(""))
                .add(
                        "findAll",
                        CelOverloadDecl.newMemberOverload(
                                "string_find_all_string", texts, SimpleType.STRING, SimpleType.STRING),
                        String.class,
                        String.class,
                        (text, pattern) -> findAll(text, pattern, -1))
                .add(
                        "findAll",
                        CelOverloadDecl.newMemberOverload(
                                "string_find_all_string_int",
                                texts,
                                SimpleType.STRING,
                                SimpleType.STRING,
                                SimpleType.INT),
                        CelFunctionBinding.from(
                                "string_find_all_string_int",
                                List.of(String.class, String.class, Long.class),
                                arguments ->
                                        findAll((String) arguments[0], (String) arguments[1], (Long) arguments[2])));
    }

    private static List<String> findAll(String text, String pattern, long most) {
        List<String> out = new ArrayList<>();
        Matcher matcher = compile(pattern).matcher(text);
        while ((most < 0 || out.size() < most) && matcher.find()) {
            out.add(matcher.group());
        }
        return out;
    }

    private static Pattern compile(String pattern) {
        try {
            return Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw new Failure("Illegal regex: " + e.getMessage());
        }
    }
}
