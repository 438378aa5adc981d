package io.fluxj.reflector.repository;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.fluxj.api.image.v1.ImageRepositorySpec;
import io.fluxj.runtime.pattern.GoPattern;
import java.util.ArrayList;
import java.util.List;

/**
 * Tags that do not count.
 *
 * @param patterns one that is found in a tag is enough
 */
record Exclusions(List<Pattern> patterns) {
    private static final List<String> DEFAULT = List.of("^.*\\.sig$");

    /** What {@code spec.exclusionList} says; an empty list counts as none, and then signatures are left out, as with Flux. */
    static List<String> named(ImageRepositorySpec spec) {
        return spec.exclusionList().isEmpty() ? DEFAULT : spec.exclusionList();
    }

    /** @throws IllegalArgumentException when one of them is no expression; the message is Flux's */
    static Exclusions of(List<String> expressions) {
        List<Pattern> patterns = new ArrayList<>();
        for (String expression : expressions) {
            try {
                patterns.add(GoPattern.compile(expression));
            } catch (PatternSyntaxException malformed) {
                throw new IllegalArgumentException(
                        "failed to compile regex " + expression + ": " + malformed.getMessage(), malformed);
            }
        }
        return new Exclusions(List.copyOf(patterns));
    }

    /** The tags that count, in their order. Ends when the thread is interrupted, for a hundred thousand tags take a while. */
    List<String> without(List<String> tags) throws InterruptedException {
        List<String> left = new ArrayList<>();
        for (String tag : tags) {
            if (Thread.interrupted()) {
                throw new InterruptedException("left while tags were being excluded");
            }
            if (isUsable(tag)
                    && patterns.stream()
                            .noneMatch(pattern -> pattern.matcher(tag).find())) {
                left.add(tag);
            }
        }
        return left;
    }

    /** No tag holds a control character; in lists of lines they would be more than one. */
    private static boolean isUsable(String tag) {
        return !tag.isEmpty() && tag.chars().noneMatch(Character::isISOControl);
    }
}
