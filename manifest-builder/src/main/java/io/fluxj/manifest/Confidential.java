package io.fluxj.manifest;

import io.fluxj.kustomize.BuiltResource;
import io.fluxj.substitution.SubstitutionException;
import io.fluxj.substitution.Template;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Tells builds whose text is not for keeping. In doubt one is: it costs no more than to build again. */
final class Confidential {

    private Confidential() {}

    /**
     * Whether a build is.
     *
     * @param before the objects before variables were put into them
     * @param after the objects that are applied
     */
    static boolean is(List<BuiltResource> before, List<BuiltResource> after, BuildRequest request) {
        Set<String> names = request.variables().secretNames();
        return request.spec().decryption() != null
                || after.stream().anyMatch(resource -> resource.kind().equals("Secret"))
                || (!names.isEmpty() && before.stream().anyMatch(resource -> mentions(resource.toYaml(), names)));
    }

    private static boolean mentions(String text, Set<String> names) {
        try {
            return !Collections.disjoint(Template.parse(text).variables(), names);
        } catch (SubstitutionException e) {
            return true;
        }
    }
}
