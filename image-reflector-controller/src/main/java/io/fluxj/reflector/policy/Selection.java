package io.fluxj.reflector.policy;

import io.fluxj.api.image.v1.ImagePolicySpec;
import java.util.List;
import java.util.Optional;

/**
 * The chosen tag.
 *
 * @param tag as the registry has it
 * @param greater the tag that the ascending order would have chosen instead; empty when it is this one
 */
record Selection(String tag, Optional<String> greater) {
    static Selection of(ImagePolicySpec spec, List<String> tags)
            throws InvalidPolicyException, NoTagException, InterruptedException {
        Policer policer = Policer.of(spec.policy());
        Candidates candidates = Candidates.of(tags, spec.filterTags());
        String chosen = policer.latest(candidates.values());
        Optional<Policer> ascending = policer.ascending();
        Optional<String> greatest = ascending.isEmpty()
                ? Optional.empty()
                : Optional.of(ascending.get().latest(candidates.values()));
        return new Selection(
                candidates.tag(chosen),
                greatest.filter(value -> !value.equals(chosen)).map(candidates::tag));
    }
}
