package io.fluxj.cel;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.util.List;

/**
 * {@code replace} and {@code join}, which make texts larger than what they are given. A few in a row could fill any memory, so
 * they stop before they do.
 */
final class GrowingTexts {

    private static final long LONGEST = (long) EvaluationBudget.UNITS * 10;

    private static final String REPLACE = "string_replace_string_string";
    private static final String REPLACE_SOME = "string_replace_string_string_int";
    private static final String JOIN = "list_join";
    private static final String JOIN_WITH = "list_join_string";

    static final List<CelFunctionDecl> DECLARATIONS = List.of(
            CelFunctionDecl.newFunctionDeclaration(
                    "replace",
                    CelOverloadDecl.newMemberOverload(
                            REPLACE, SimpleType.STRING, SimpleType.STRING, SimpleType.STRING, SimpleType.STRING),
                    CelOverloadDecl.newMemberOverload(
                            REPLACE_SOME,
                            SimpleType.STRING,
                            SimpleType.STRING,
                            SimpleType.STRING,
                            SimpleType.STRING,
                            SimpleType.INT)),
            CelFunctionDecl.newFunctionDeclaration(
                    "join",
                    CelOverloadDecl.newMemberOverload(JOIN, SimpleType.STRING, ListType.create(SimpleType.STRING)),
                    CelOverloadDecl.newMemberOverload(
                            JOIN_WITH, SimpleType.STRING, ListType.create(SimpleType.STRING), SimpleType.STRING)));

    static final List<CelFunctionBinding> BINDINGS = List.of(
            CelFunctionBinding.from(
                    REPLACE,
                    List.of(String.class, String.class, String.class),
                    given -> replace((String) given[0], (String) given[1], (String) given[2], -1)),
            CelFunctionBinding.from(
                    REPLACE_SOME,
                    List.of(String.class, String.class, String.class, Long.class),
                    given -> replace((String) given[0], (String) given[1], (String) given[2], (Long) given[3])),
            CelFunctionBinding.from(JOIN, List.class, list -> join(list, "")),
            CelFunctionBinding.from(JOIN_WITH, List.class, String.class, GrowingTexts::join));

    private GrowingTexts() {}

    /**
     * As Go's strings.Replace: an empty text is found before each character and at the end.
     *
     * @param most how many are replaced; all when negative
     */
    static String replace(String text, String from, String to, long most) {
        StringBuilder replaced = new StringBuilder(text.length());
        int done = 0;
        int at = text.indexOf(from);
        for (long count = 0; at >= 0 && count != most; count++) {
            append(replaced, text.substring(done, at));
            append(replaced, to);
            done = at + from.length();
            at = next(text, from, at);
        }
        append(replaced, text.substring(done));
        return replaced.toString();
    }

    private static int next(String text, String from, int at) {
        if (!from.isEmpty()) {
            return text.indexOf(from, at + from.length());
        }
        return at < text.length() ? text.offsetByCodePoints(at, 1) : -1;
    }

    private static String join(List<?> texts, String separator) {
        StringBuilder joined = new StringBuilder();
        String before = "";
        for (Object text : texts) {
            if (!(text instanceof String one)) {
                throw new IllegalArgumentException("no such overload");
            }
            append(joined, before);
            append(joined, one);
            before = separator;
        }
        return joined.toString();
    }

    static void append(StringBuilder all, String text) {
        if (all.length() + (long) text.length() > LONGEST) {
            throw new EvaluationBudget.Exceeded();
        }
        all.append(text);
    }
}
