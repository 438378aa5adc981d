package io.fluxj.sops.metadata;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.fluxj.sops.tree.Place;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Says which values of a file are encrypted. */
public final class EncryptionRule {
    /** What a rule looks at, and what it means when that is found. */
    enum Kind {
        UNENCRYPTED_SUFFIX,
        ENCRYPTED_SUFFIX,
        UNENCRYPTED_REGEX,
        ENCRYPTED_REGEX,
        UNENCRYPTED_COMMENT_REGEX,
        ENCRYPTED_COMMENT_REGEX;

        String field() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Kind kind;
    private final Predicate<String> matches;

    private EncryptionRule(Kind kind, Predicate<String> matches) {
        this.kind = kind;
        this.matches = matches;
    }

    /** The rule of a file that has none. */
    static EncryptionRule byDefault() {
        return of(Kind.UNENCRYPTED_SUFFIX, "_unencrypted");
    }

    /** @throws MetadataException if it is no regular expression */
    static EncryptionRule of(Kind kind, String text) {
        return switch (kind) {
            case UNENCRYPTED_SUFFIX, ENCRYPTED_SUFFIX -> new EncryptionRule(kind, key -> key.endsWith(text));
            case UNENCRYPTED_REGEX, ENCRYPTED_REGEX, UNENCRYPTED_COMMENT_REGEX, ENCRYPTED_COMMENT_REGEX ->
                new EncryptionRule(kind, compile(kind, text));
        };
    }

    private static Predicate<String> compile(Kind kind, String text) {
        try {
            RepeatCounts.check(text);
            Pattern pattern = Pattern.compile(text);
            return value -> pattern.matcher(value).find();
        } catch (PatternSyntaxException | IllegalArgumentException e) {
            throw new MetadataException(kind.field() + " is not a regular expression: " + e.getMessage());
        }
    }

    /** Whether the value or comment at that place is encrypted. */
    public boolean encrypts(Place place) {
        return switch (kind) {
            case UNENCRYPTED_SUFFIX, UNENCRYPTED_REGEX -> place.path().stream().noneMatch(matches);
            case ENCRYPTED_SUFFIX, ENCRYPTED_REGEX -> place.path().stream().anyMatch(matches);
            case UNENCRYPTED_COMMENT_REGEX ->
                place.comments().stream().flatMap(List::stream).noneMatch(matches);
            case ENCRYPTED_COMMENT_REGEX ->
                place.commentsBefore().stream().flatMap(List::stream).anyMatch(matches);
        };
    }
}
