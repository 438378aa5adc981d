package io.fluxj.manifest;

import io.fluxj.api.kustomize.v1.PostBuild;
import io.fluxj.kustomize.BuiltResource;
import io.fluxj.manifest.generate.GeneratedTree;
import io.fluxj.manifest.postbuild.ObjectSubstitution;
import io.fluxj.manifest.postbuild.SubstitutionFailure;
import java.util.ArrayList;
import java.util.List;

/** Puts variables into the built objects. */
final class PostBuildStep {

    private final boolean strict;
    private final GeneratedTree generated;

    PostBuildStep(boolean strict, GeneratedTree generated) {
        this.strict = strict;
        this.generated = generated;
    }

    List<BuiltResource> substitute(List<BuiltResource> built, BuildRequest request) throws BuildFailure {
        PostBuild asked = request.spec().postBuild();
        if (asked == null) {
            return built;
        }
        ObjectSubstitution substitution = ObjectSubstitution.of(asked, request.variables(), strict);
        List<BuiltResource> resources = new ArrayList<>();
        for (BuiltResource resource : built) {
            resources.add(substituted(resource, substitution));
        }
        return resources;
    }

    private BuiltResource substituted(BuiltResource resource, ObjectSubstitution substitution) throws BuildFailure {
        try {
            return substitution.substitute(resource);
        } catch (SubstitutionFailure e) {
            String place = ExpressionPlace.of(e, resource, generated);
            throw new BuildFailure("post build failed for '%s': %s%s".formatted(id(resource), e.message(), place), e);
        }
    }

    /** {@code ConfigMap.v1.[noGrp]/name}. */
    private static String id(BuiltResource resource) {
        String apiVersion = resource.apiVersion();
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "[noGrp]" : apiVersion.substring(0, slash);
        return resource.kind() + "." + apiVersion.substring(slash + 1) + "." + group + "/" + resource.name();
    }
}
