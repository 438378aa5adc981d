package io.fluxj.semver;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A range of versions by the rules of Masterminds' {@code semver}: {@code =}, {@code !=}, {@code >}, {@code <}, {@code >=},
 * {@code <=}, {@code ~}, {@code ^}, {@code x} for any number, {@code 1.0 - 2.0}; a comma or a space for "and", {@code ||} for
 * "or". Pre-releases are allowed only where a version of the same "and" group names one ({@code >=1.0.0-0}).
 */
public final class Constraint {
    private final String text;
    private final List<Group> anyOf;

    private Constraint(String text, List<Group> anyOf) {
        this.text = text;
        this.anyOf = anyOf;
    }

    /**
     * Reads a constraint.
     *
     * @throws InvalidConstraintException when the text is none
     */
    public static Constraint parse(String text) throws InvalidConstraintException {
        return new Constraint(text, new ConstraintReader(text).groups());
    }

    /** Whether a version lies in the range. */
    public boolean allows(Version version) {
        return anyOf.stream().anyMatch(group -> group.allows(version));
    }

    /** The highest of the versions that lie in the range; the first of several that are equal in precedence. */
    public Optional<Version> highest(Collection<Version> versions) {
        return versions.stream().filter(this::allows).reduce((best, next) -> next.comparedTo(best) > 0 ? next : best);
    }

    /** The text it was read from. */
    @Override
    public String toString() {
        return text;
    }

    /** Conditions that hold together. */
    record Group(List<Condition> allOf) {
        boolean allows(Version version) {
            boolean namesPreRelease =
                    allOf.stream().anyMatch(c -> c.bound().version().isPreRelease());
            return (namesPreRelease || !version.isPreRelease())
                    && allOf.stream().allMatch(c -> c.operator().allows(version, c.bound()));
        }
    }

    /** One operator with its version. */
    record Condition(Operator operator, PartialVersion bound) {}
}
