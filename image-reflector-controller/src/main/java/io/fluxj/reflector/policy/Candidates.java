package io.fluxj.reflector.policy;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.fluxj.api.image.v1.TagFilter;
import io.fluxj.runtime.pattern.GoPattern;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is chosen among: of each tag that the filter lets through the part that is compared. Source: behaviour §5.2.
 *
 * @param tags by that part; of several with the same part the last one
 */
record Candidates(Map<String, String> tags) {
    List<String> values() {
        return List.copyOf(tags.keySet());
    }

    String tag(String value) {
        return Objects.requireNonNull(tags.get(value));
    }

    /** Ends when the thread is interrupted, for a hundred thousand tags take a while. */
    static Candidates of(List<String> tags, @Nullable TagFilter filter)
            throws InvalidPolicyException, InterruptedException {
        Map<String, String> candidates = new LinkedHashMap<>();
        if (filter == null) {
            tags.forEach(tag -> candidates.put(tag, tag));
            return new Candidates(candidates);
        }
        Pattern pattern = pattern(Objects.requireNonNullElse(filter.pattern(), ""));
        String extract = Objects.requireNonNullElse(filter.extract(), "");
        for (String tag : tags) {
            if (Thread.interrupted()) {
                throw new InterruptedException("left while tags were being filtered");
            }
            Matcher match = pattern.matcher(tag);
            if (match.find()) {
                String value = extract.isEmpty() ? tag : GoTemplateText.expand(extract, match, pattern.namedGroups());
                candidates.put(value, tag);
            }
        }
        return new Candidates(candidates);
    }

    private static Pattern pattern(String expression) throws InvalidPolicyException {
        try {
            return GoPattern.compile(expression);
        } catch (PatternSyntaxException malformed) {
            throw new InvalidPolicyException(
                    "failed to filter tags: invalid regular expression pattern '" + expression + "': "
                            + malformed.getMessage(),
                    malformed);
        }
    }
}
