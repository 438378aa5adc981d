package io.fluxj.reflector.policy;

import io.fluxj.api.image.v1.ImagePolicyChoice;
import io.fluxj.api.image.v1.TagOrder;
import io.fluxj.api.meta.Choice;
import io.fluxj.semver.Constraint;
import io.fluxj.semver.InvalidConstraintException;
import io.fluxj.semver.Version;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Chooses among values. Where two are equal, versions keep the first, numbers take the last. Source: behaviour §5.2, surprises (image policies). */
sealed interface Policer {
    /** The chosen one of values, of which there is at least one. */
    String choose(List<String> values) throws NoTagException;

    /** The same choice in ascending order, where this one descends. */
    default Optional<Policer> ascending() {
        return Optional.empty();
    }

    /** As {@link #choose}, of any values. */
    default String latest(List<String> values) throws NoTagException {
        if (values.isEmpty()) {
            throw new NoTagException("version list argument cannot be empty");
        }
        return choose(values);
    }

    /** What a spec asks for; of several the first in this order counts. */
    static Policer of(ImagePolicyChoice choice) throws InvalidPolicyException {
        if (choice.semver() != null) {
            return semver(choice.semver().range());
        }
        if (choice.alphabetical() != null) {
            return new Alphabetical(descends(choice.alphabetical().order()));
        }
        if (choice.numerical() != null) {
            return new Numerical(descends(choice.numerical().order()));
        }
        throw new InvalidPolicyException("invalid policy: given ImagePolicyChoice object is invalid");
    }

    private static boolean descends(@Nullable Choice<TagOrder> order) {
        return order != null && order.is(TagOrder.DESC);
    }

    private static Policer semver(String range) throws InvalidPolicyException {
        try {
            return new Semver(Constraint.parse(range));
        } catch (InvalidConstraintException malformed) {
            throw new InvalidPolicyException("invalid policy: " + malformed.getMessage(), malformed);
        }
    }

    /** The greatest version of three numbers in a range. */
    record Semver(Constraint range) implements Policer {
        private static final int PARTS = 3;

        @Override
        public String choose(List<String> values) throws NoTagException {
            List<Version> versions = values.stream()
                    .filter(value -> value.split("\\.", PARTS).length == PARTS)
                    .flatMap(value -> Version.parse(value).stream())
                    .toList();
            return range.highest(versions)
                    .map(Version::original)
                    .orElseThrow(() -> new NoTagException("unable to determine latest version from provided list"));
        }
    }

    /** The last in the order of bytes, or the first. */
    record Alphabetical(boolean descending) implements Policer {
        @Override
        public String choose(List<String> values) {
            List<String> sorted = io.fluxj.reflector.tags.TagOrder.descending(values);
            return descending ? sorted.getLast() : sorted.getFirst();
        }

        @Override
        public Optional<Policer> ascending() {
            return descending ? Optional.of(new Alphabetical(false)) : Optional.empty();
        }
    }

    /** The greatest number, or the least. */
    record Numerical(boolean descending) implements Policer {
        @Override
        public String choose(List<String> values) throws NoTagException {
            String chosen = values.getFirst();
            double best = number(chosen);
            for (String value : values.subList(1, values.size())) {
                double number = number(value);
                boolean worse = descending ? number > best : number < best;
                if (!worse) {
                    chosen = value;
                    best = number;
                }
            }
            return chosen;
        }

        private static double number(String value) throws NoTagException {
            OptionalDouble number = GoFloat.parse(value);
            if (number.isEmpty()) {
                throw new NoTagException("failed to parse invalid numeric value '" + value + "'");
            }
            return number.getAsDouble();
        }

        @Override
        public Optional<Policer> ascending() {
            return descending ? Optional.of(new Numerical(false)) : Optional.empty();
        }
    }
}
