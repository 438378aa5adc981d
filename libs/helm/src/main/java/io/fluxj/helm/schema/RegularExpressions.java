package io.fluxj.helm.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.regex.RegularExpression;

/** Patterns of schemas: those of RE2, as in Helm, which take linear time. */
final class RegularExpressions {
    private RegularExpressions() {}

    static RegularExpression of(String regex) {
        try {
            Pattern pattern = Pattern.compile(regex);
            return text -> pattern.matcher(text).find();
        } catch (PatternSyntaxException e) {
            throw new SchemaFailure("'" + regex + "' is not valid regex: " + e.getMessage());
        }
    }
}
